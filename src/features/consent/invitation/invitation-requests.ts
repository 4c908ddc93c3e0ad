import type { Actor } from '../../../../domain/session/actor.ts'
import { call } from '../../../api/call.ts'

export const readAcceptance = (token: string) => call('GET /acceptance/{token}', { path: { token } })

/** Whether the reader's organisation is the inviting partner's reseller (BR-54c), as far as names tell; asked for resellers only. */
export async function isResellerOf(inviter: string, reader: Actor | null): Promise<boolean> {
  if (reader?.organization.kind !== 'indirect_reseller') return false
  const { items } = await call('GET /partnerships', { query: { limit: 200 } })
  return items.some(({ provider, state }) => state === 'active' && provider.displayName === inviter)
}

const opened = new Set<string>()

/** Reports an open page once a visit, and again after a sign-in. Ignores failures, since nothing depends on it. */
export function reportOpened(token: string, reader: string | undefined): void {
  const visit = `${token} ${reader ?? ''}`
  if (opened.has(visit)) return
  opened.add(visit)
  call('POST /acceptance/{token}/open', { path: { token } }).catch(() => opened.delete(visit))
}
