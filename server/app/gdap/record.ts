import { standingStatuses } from '../../../domain/gdap/states.ts'
import { type Changed, changedFields } from '../../../domain/audit/changed.ts'
import type { GdapRecord } from '../../store/gdap/row.ts'
import type { Write } from '../../store/write.ts'
import { type AuditEntry, type Author, recordOf } from '../audit/record.ts'

type RecordFacts = Pick<
  GdapRecord,
  'id' | 'displayName' | 'partner' | 'customer' | 'status' | 'endDateTime' | 'customerOrganizationId' | 'providerOrganizationId'
>

/** What the log tells of relationships. */
export type GdapAction = Extract<AuditEntry['action'], `gdap.${string}`>

type GdapEvent = {
  action: GdapAction
  at: string
  before?: RecordFacts | undefined
  after: RecordFacts
  details?: AuditEntry['details']
  /** What it changes beside the status. */
  changed?: Changed | undefined
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

const joined = (one: Changed | undefined, other: Changed | undefined): Changed | undefined => (one || other) && { ...one, ...other }

/** Makes audit entries and change rows of relationships; the partner's customer list changes when its rights do. */
export function gdapRecord(by: Author, events: readonly GdapEvent[]): Pick<Write<unknown>, 'audit' | 'changes'> {
  const record = recordOf(
    by,
    events.map(({ action, at, before, after, details, changed, isPartnersOwn }) => ({
      at, action, noun: 'delegated-admin', nounId: after.id, organizationIds: isPartnersOwn ? [after.partner.id] : concernedBy(after),
      details: { ...details, relationship: after.displayName },
      customerId: after.customer?.tenantId,
      changed: joined(before && changedFields(before, after, ['status']), changed),
    })),
  )
  const rows = events.flatMap(({ before, after }) =>
    after.customer && before && (isStanding(before) !== isStanding(after) || before.endDateTime !== after.endDateTime)
      ? [{ organizationId: after.partner.id, noun: 'customers', id: after.customer.tenantId, change: 'delegated_admin' }]
      : [],
  )
  return { ...record, changes: [...record.changes, ...rows] }
}
