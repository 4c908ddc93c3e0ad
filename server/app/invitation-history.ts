import type { AuditEvent } from '../../domain/audit/schemas.ts'
import type { HistoryEntry } from '../../domain/invitations/schemas.ts'

const first = ['created', 'handed_over']

const rank = ({ action }: HistoryEntry): number => (first.includes(action) ? first.indexOf(action) : first.length)

/** What has happened to an invitation, oldest first; it is made before it is handed over, though both are of the same moment. */
export const historyOf = (events: readonly AuditEvent[]): HistoryEntry[] =>
  events
    .map(({ at, action, by, organizationName }) => ({
      at, action: action.replace(/^invitation\./, ''), by, organization: organizationName,
    }))
    .toSorted((a, b) => (a.at === b.at ? rank(a) - rank(b) : a.at < b.at ? -1 : 1))
