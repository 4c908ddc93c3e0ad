import type { InviteState, ResellerInvite } from './schemas.ts'

const day = 24 * 60 * 60 * 1000

/** How long a reseller may answer, and how long an invitation is kept after it is over, in milliseconds. */
export const inviteLifetime = 30 * day
export const overInvitesKept = 30 * day

/** How many a provider may have, with those that are over and still kept. */
export const mostInvites = 1_000

/** An invitation as it is kept; that it has lapsed is a matter of the clock. */
export type InviteRecord = Omit<ResellerInvite, 'etag' | 'state'> & { state: Exclude<InviteState, 'lapsed'>; version: number }

export const shownState = ({ state, overAt }: Pick<InviteRecord, 'state' | 'overAt'>, now: Date): InviteState =>
  state === 'waiting' && Date.parse(overAt) <= now.getTime() ? 'lapsed' : state

export const newInvite = (
  draft: Pick<InviteRecord, 'tenantId' | 'displayName'>, { id, by, now }: { id: string; by: string; now: Date },
): InviteRecord => ({
  ...draft, id, state: 'waiting', createdAt: now.toISOString(), createdBy: by,
  overAt: new Date(now.getTime() + inviteLifetime).toISOString(), version: 1,
})

export const endInvite = (invite: InviteRecord, state: 'declined' | 'withdrawn', now: Date): InviteRecord =>
  ({ ...invite, state, overAt: now.toISOString() })
