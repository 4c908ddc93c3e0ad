import { calendarOf } from '../calendar/days.ts'
import type { NoticeHow, NoticeKind } from './notice-kinds.ts'

/** What a person has chosen; kinds without a choice are as usual. */
export type Choices = Partial<Record<NoticeKind, NoticeHow>>

type Entry = { action: string; noun: string; changed?: string | null }

const byAction = new Map<string, NoticeKind>([
  ['invitations invitation.accepted', 'answers'], ['invitations invitation.declined', 'answers'],
  ['partnerships partnership.requested', 'partnerships'], ['partnerships partnership.authorized', 'partnerships'],
  ['partnerships partnership.removed', 'partnerships'],
  ['delegated-admin gdap.finalised', 'admin_rights_asked'],
  ['tokens token.made', 'security'], ['people person.removed', 'security'],
  ['people person.roles_changed', 'security'], ['people person.signed_in', 'security'],
  ['webhooks webhook.disabled', 'security'],
])

const rolesMayMove = new Set(['person.roles_changed', 'person.signed_in'])

/** Roles that come or go are news when Global admin is among them. */
function movesGlobalAdmin(changed: string | null | undefined): boolean {
  const { roles } = JSON.parse(changed ?? '{}') as { roles?: { before: unknown; after: unknown } }
  const has = (list: unknown) => String(list).includes('global_admin')
  return roles !== undefined && has(roles.before) !== has(roles.after)
}

/** The notice that an entry of the log is; undefined for one that no mail tells of. */
export function noticeOf({ action, noun, changed }: Entry): NoticeKind | undefined {
  const kind = byAction.get(`${noun} ${action}`)
  return rolesMayMove.has(action) && !movesGlobalAdmin(changed) ? undefined : kind
}

/** Whoever made a token reads of it, too: somebody else may have done it in their name. */
export const tellsDoer = ({ action }: Pick<Entry, 'action'>): boolean => action === 'token.made'

const hour = 3_600_000
const gatheredAt = 8 * hour

/** When what is gathered of `at` leaves: at eight in the morning of the organisation. */
export function nextGathering(at: string, zone: string): string {
  const { dayAt, startOf } = calendarOf(zone)
  const today = dayAt(Date.parse(at))
  const leaves = [0, 1].map((day) => new Date(Date.parse(startOf(today, day)) + gatheredAt).toISOString())
  return leaves.find((each) => each > at) ?? at
}

/** Mails at once to one person of a day; what is more is gathered. */
export const mostAtOnce = 50

/** A mail names so many of what it gathers, and counts the rest. */
export const mostNamed = 20

/** How long a notice may wait in a portal that sends no mail. */
export const noticesKept = 3 * 24 * hour
