import { isProblem } from '../../api/problem-error.ts'
import { SessionNotKept } from './session.ts'

/** True when the address is neither https nor this machine: traffic is readable, and secure cookies are dropped. */
export const isOpenLine = (): boolean => !isSecureContext

/** Why a sign-in did not last; undefined for other errors. */
export function whyNotKept(error: unknown): 'https' | 'cookies' | undefined {
  // The portal accepts sign-ins only from its own address, which begins with https.
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
