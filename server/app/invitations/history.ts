import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { HistoryEntry, Invitation } from '../../../domain/invitations/schemas.ts'

/** The order of events that one call writes at one moment. */
const order = [
  'created', 'handed_over', 'opened', 'signed_in', 'failed', 'handed_to_admin', 'asked', 'accepted', 'declined', 'confirmed',
]

const rank = ({ action }: HistoryEntry): number => (order.includes(action) ? order.indexOf(action) : order.length)

type Recorded = Pick<AuditEvent, 'at' | 'action' | 'by' | 'organizationName'>

/** The lapse has no audit entry; the clock reveals it. */
export const lapseOf = ({ state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>): Recorded[] =>
  state === 'lapsed' ? [{ at: expiresAt, action: 'invitation.lapsed', by: '', organizationName: '' }] : []

/** Sorts a row's events, oldest first; those of one moment in their order. */
export const historyOf = (events: readonly Recorded[]): HistoryEntry[] =>
  events
    .map(({ at, action, by, organizationName }) => ({
      at, action: action.replace(/^(?:invitation|gdap)\./, ''), by, organization: organizationName,
    }))
    .toSorted((a, b) => (a.at === b.at ? rank(a) - rank(b) : a.at < b.at ? -1 : 1))
