import { granularMicrosoftLink } from '../../domain/clouds/microsoft-link.ts'
import { bucketOf, isSystemCreated, lapsesAt, whyItEnds } from '../../domain/delegated-admin/expiry.ts'
import type { AccessAssignment } from '../../domain/delegated-admin/relationship.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail, GdapRelationshipOnWire } from '../../domain/delegated-admin/schemas.ts'
import { standingStatuses } from '../../domain/delegated-admin/states.ts'
import type { HistoryEntry } from '../../domain/invitations/schemas.ts'
import type { Actor } from '../../domain/session/actor.ts'
import type { GdapRecord } from '../store/delegated-admin-row.ts'
import { scopeOf } from '../store/scope.ts'
import { historyOf } from './invitation-history.ts'
import type { Ports } from './ports.ts'
import { etagOf } from './row-version.ts'

const accessOf = (roles: readonly string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })

export function gdapOnWire(record: GdapRecord, now: Date): GdapRelationshipOnWire {
  const { roles, version, customerOrganizationId: _customer, providerOrganizationId: _provider, ...shown } = record
  return {
    ...shown,
    accessDetails: accessOf(roles),
    lapsesAt: lapsesAt(record),
    bucket: bucketOf(record, now) ?? null,
    endsBecause: standingStatuses.includes(record.status) ? whyItEnds(record) : null,
    isSystemCreated: isSystemCreated(record.displayName),
    etag: etagOf({ version }),
  }
}

/** With the links that go to the customer, while it is to answer. */
export function gdapDetail(
  { publicUrl, now }: Pick<Ports, 'publicUrl' | 'now'>, { organization }: Actor, record: GdapRecord, history: HistoryEntry[],
): GdapRelationshipDetail {
  const isWaiting = record.status === 'approvalPending'
  return {
    ...gdapOnWire(record, now()),
    approvalLink: isWaiting ? `${publicUrl}/approve/${record.id}` : null,
    microsoftLink: isWaiting ? granularMicrosoftLink(organization.cloud, record.id) : null,
    history,
  }
}

/** What has happened to a relationship in the actor's own records, oldest first. */
export const gdapHistory = async ({ store }: Pick<Ports, 'store'>, actor: Actor, id: string): Promise<HistoryEntry[]> =>
  historyOf(await store.audit.ofRow(scopeOf(actor), 'delegated-admin', id))

export const assignmentOnWire = ({
  group, roles, version, relationshipId: _, ...assignment
}: AccessAssignment): AccessAssignmentOnWire => ({
  ...assignment,
  accessContainer: { accessContainerId: group.id, accessContainerType: 'securityGroup', displayName: group.displayName },
  accessDetails: accessOf(roles),
  etag: etagOf({ version }),
})
