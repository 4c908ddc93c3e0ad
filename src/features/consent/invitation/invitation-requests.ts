import type { Actor } from '../../../../domain/session/actor.ts'
import { call } from '../../../api/call.ts'

/** The invitation behind a link. */
export const readAcceptance = (token: string) => call('GET /acceptance/{token}', { path: { token } })

/** Whether the reader's organisation is a reseller of the inviting partner (BR-54c), as far as names tell; asked for resellers only. */
export async function isResellerOf(inviter: string, reader: Actor | null): Promise<boolean> {
  if (reader?.organization.kind !== 'indirect_reseller') return false
  const { items } = await call('GET /partnerships', { query: { limit: 200 } })
  return items.some(({ provider, state }) => state === 'active' && provider.displayName === inviter)
}

const opened = new Set<string>()

/** Says once a visit, and again when a person has signed in, that the page is open. Nothing on it depends on that: a failure is let go. */
export function reportOpened(token: string, reader: string | undefined): void {
  const visit = `${token} ${reader ?? ''}`
  if (opened.has(visit)) return
  opened.add(visit)
  call('POST /acceptance/{token}/open', { path: { token } }).catch(() => opened.delete(visit))
}
