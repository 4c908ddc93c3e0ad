import { isProblem } from '../../api/problem-error.ts'
import { SessionNotKept } from './session.ts'

/** Whether the browser's address is neither https nor this machine: what is sent can be read on the way, secure cookies are not kept. */
export const isOpenLine = (): boolean => !isSecureContext

/** Why a sign-in did not last; undefined when that is not what is wrong. */
export function whyNotKept(error: unknown): 'https' | 'cookies' | undefined {
  // The portal takes sign-ins from its own address alone, and that begins with https.
  if (isProblem(error, 'request.cross_site')) return isOpenLine() ? 'https' : undefined
  if (!(error instanceof SessionNotKept)) return undefined
  return isOpenLine() && keepsCookies() ? 'https' : 'cookies'
}

function keepsCookies(): boolean {
  document.cookie = 'tessera-probe=1; SameSite=Lax'
  const keeps = document.cookie.includes('tessera-probe')
  document.cookie = 'tessera-probe=; Max-Age=0'
  return keeps
}
