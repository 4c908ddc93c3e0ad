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
  before?: RecordFacts | undefined
  after: RecordFacts
  details?: AuditEntry['details']
  /** Concerns the partner's own groups or addressees, which nobody else sees. */
  isPartnersOwn?: boolean
}

const isStanding = ({ status }: RecordFacts): boolean => standingStatuses.includes(status)

/** A draft concerns the partner, and the provider that made it; the customer once it is requested. */
const concernedBy = ({ partner, status, customerOrganizationId, providerOrganizationId }: RecordFacts): string[] => [
  partner.id,
  ...(providerOrganizationId === null ? [] : [providerOrganizationId]),
  ...(customerOrganizationId === null || status === 'created' ? [] : [customerOrganizationId]),
]

/** Makes audit entries and change rows of relationships; the partner's customer list changes when its rights do. */
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
