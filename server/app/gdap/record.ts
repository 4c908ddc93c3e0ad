import { standingStatuses } from '../../../domain/gdap/states.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { GdapRecord } from '../../store/gdap/row.ts'
import type { Write } from '../../store/write.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'

type RecordFacts = Pick<
  GdapRecord,
  'id' | 'displayName' | 'partner' | 'customer' | 'status' | 'endDateTime' | 'customerOrganizationId' | 'providerOrganizationId'
>

type GdapEvent = {
  action: `gdap.${string}`
  at: string
  /** As it was; undefined for a new one. */
  before?: RecordFacts | undefined
  after: RecordFacts
  details?: AuditEntry['details']
  /** Of the partner's own groups, or of whom it wrote to: nobody else's business. */
  isPartnersOwn?: boolean
}

const isStanding = ({ status }: RecordFacts): boolean => standingStatuses.includes(status)

/** A draft is the partner's own, and its provider's when that made it; the customer is told once it is asked. */
const concernedBy = ({ partner, status, customerOrganizationId, providerOrganizationId }: RecordFacts): string[] => [
  partner.id,
  ...(providerOrganizationId === null ? [] : [providerOrganizationId]),
  ...(customerOrganizationId === null || status === 'created' ? [] : [customerOrganizationId]),
]

/** The records and the news of what happened to relationships; the partner's customer list is told when it shows other rights. */
export function gdapRecord(by: Actor | undefined, events: readonly GdapEvent[]): Pick<Write<unknown>, 'audit' | 'changes'> {
  const record = recordOf(
    by,
    events.map(({ action, at, after, details, isPartnersOwn }) => ({
      at, action, noun: 'delegated-admin', nounId: after.id, organizationIds: isPartnersOwn ? [after.partner.id] : concernedBy(after),
      details: { ...details, relationship: after.displayName },
    })),
  )
  const rows = events.flatMap(({ before, after }) =>
    after.customer && before && (isStanding(before) !== isStanding(after) || before.endDateTime !== after.endDateTime)
      ? [{ organizationId: after.partner.id, noun: 'customers', id: after.customer.tenantId, change: 'delegated_admin' }]
      : [],
  )
  return { ...record, changes: [...record.changes, ...rows] }
}
