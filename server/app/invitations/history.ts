import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { HistoryEntry, Invitation } from '../../../domain/invitations/schemas.ts'

/** What one call can make of an invitation at one moment, in the order in which it comes about. */
const order = [
  'created', 'handed_over', 'opened', 'signed_in', 'failed', 'handed_to_admin', 'asked', 'accepted', 'declined', 'confirmed',
]

const rank = ({ action }: HistoryEntry): number => (order.includes(action) ? order.indexOf(action) : order.length)

type Recorded = Pick<AuditEvent, 'at' | 'action' | 'by' | 'organizationName'>

/** That its time ran out, which nobody did and nothing records: it is read from the clock. */
export const lapseOf = ({ state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>): Recorded[] =>
  state === 'lapsed' ? [{ at: expiresAt, action: 'invitation.lapsed', by: '', organizationName: '' }] : []

/** What has happened to one row, oldest first; of one moment, in the order in which it came about. */
export const historyOf = (events: readonly Recorded[]): HistoryEntry[] =>
  events
    .map(({ at, action, by, organizationName }) => ({
      at, action: action.replace(/^(?:invitation|gdap)\./, ''), by, organization: organizationName,
    }))
    .toSorted((a, b) => (a.at === b.at ? rank(a) - rank(b) : a.at < b.at ? -1 : 1))
