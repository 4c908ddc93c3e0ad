import { autoExtendDurations } from '../../../domain/delegated-admin/durations.ts'
import type { GdapRelationship } from '../../../domain/delegated-admin/relationship.ts'
import type { AccessAssignmentOnWire, GdapRelationshipOnWire } from '../../../domain/delegated-admin/schemas.ts'

type Shared = 'status' | 'since' | 'endDateTime' | 'partner' | 'customer' | 'isPartnerConsentPending' | 'autoExtendDuration'
type OnWire = Pick<GdapRelationshipOnWire, Shared | 'accessDetails'>
type Facts = Pick<GdapRelationship, Shared | 'roles'>

export const rolesOf = ({ accessDetails }: Pick<GdapRelationshipOnWire, 'accessDetails'>): string[] =>
  accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)

/** What the rules ask of a relationship, from what the API says of it. */
export const gdapFacts = (relationship: OnWire): Facts => ({
  ...relationship,
  roles: rolesOf(relationship),
  autoExtendDuration: autoExtendDurations.find((each) => each === relationship.autoExtendDuration) ?? 'PT0S',
})

/** The same of an assignment. */
export const assignmentFacts = ({ accessContainer, status }: AccessAssignmentOnWire) => ({
  group: { id: accessContainer.accessContainerId, displayName: accessContainer.displayName }, status,
})
