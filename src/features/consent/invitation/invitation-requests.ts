import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import type { Page } from '../../../../domain/page.ts'
import type { Partnership } from '../../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { request } from '../../../api/request.ts'

export const pathOf = (token: string) => `/acceptance/${encodeURIComponent(token)}`

export const readAcceptance = (token: string): Promise<Acceptance> => request<Acceptance>(pathOf(token))

/** Whether the reader's organisation is the inviting partner's reseller (BR-54c), as far as names tell; asked for resellers only. */
export async function isResellerOf(inviter: string, reader: Actor | null): Promise<boolean> {
  if (reader?.organization.kind !== 'indirect_reseller') return false
  const { items } = await request<Page<Partnership>>('/partnerships', { query: { limit: 200 } })
  return items.some(({ provider, state }) => state === 'active' && provider.displayName === inviter)
}

const opened = new Set<string>()

/** Reports an open page once a visit, and again after a sign-in. Ignores failures, since nothing depends on it. */
export function reportOpened(token: string, reader: string | undefined): void {
  const visit = `${token} ${reader ?? ''}`
  if (opened.has(visit)) return
  opened.add(visit)
  request<unknown>(`${pathOf(token)}/open`, { method: 'POST' }).catch(() => opened.delete(visit))
}
