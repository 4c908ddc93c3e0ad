import { standingStatuses } from '../../../domain/gdap/states.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { GdapRecord } from '../../store/gdap/row.ts'
import type { Write } from '../../store/write.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'

type Told = Pick<
  GdapRecord,
  'id' | 'displayName' | 'partner' | 'customer' | 'status' | 'endDateTime' | 'customerOrganizationId' | 'providerOrganizationId'
>

type GdapHappening = {
  action: `gdap.${string}`
  at: string
  /** As it was; undefined for a new one. */
  before?: Told | undefined
  after: Told
  details?: AuditEntry['details']
  /** Of the partner's own groups, or of whom it wrote to: nobody else's business. */
  isPartnersOwn?: boolean
}

const isStanding = ({ status }: Told): boolean => standingStatuses.includes(status)

/** A draft is the partner's own, and its provider's when that made it; the customer is told once it is asked. */
const toldOf = ({ partner, status, customerOrganizationId, providerOrganizationId }: Told): string[] => [
  partner.id,
  ...(providerOrganizationId === null ? [] : [providerOrganizationId]),
  ...(customerOrganizationId === null || status === 'created' ? [] : [customerOrganizationId]),
]

/** The records and the news of what happened to relationships; the partner's customer list is told when it shows other rights. */
export function gdapRecord(by: Actor | undefined, happenings: readonly GdapHappening[]): Pick<Write<unknown>, 'audit' | 'changes'> {
  const record = recordOf(
    by,
    happenings.map(({ action, at, after, details, isPartnersOwn }) => ({
      at, action, noun: 'delegated-admin', nounId: after.id, organizationIds: isPartnersOwn ? [after.partner.id] : toldOf(after),
      details: { ...details, relationship: after.displayName },
    })),
  )
  const lines = happenings.flatMap(({ before, after }) =>
    after.customer && before && (isStanding(before) !== isStanding(after) || before.endDateTime !== after.endDateTime)
      ? [{ organizationId: after.partner.id, noun: 'customers', id: after.customer.tenantId, change: 'delegated_admin' }]
      : [],
  )
  return { ...record, changes: [...record.changes, ...lines] }
}
