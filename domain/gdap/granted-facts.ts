import { autoExtendDurations, daysOf, firstEnd } from './term/durations.ts'
import { nameOrder } from '../search/name-order.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail, GdapRelationshipOnWire } from './schemas.ts'
import type { GdapStatus } from './states.ts'

export const rolesOf = ({ accessDetails }: Pick<GdapRelationshipOnWire, 'accessDetails'>): string[] =>
  accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)

export const factsOf = (relationship: GdapRelationshipOnWire) => ({
  ...relationship,
  roles: rolesOf(relationship),
  autoExtendDuration: autoExtendDurations.find((each) => each === relationship.autoExtendDuration) ?? autoExtendDurations[0],
})

export const assignmentFacts = ({ accessContainer, status }: AccessAssignmentOnWire) => ({
  group: { id: accessContainer.accessContainerId, displayName: accessContainer.displayName }, status,
})

const over: readonly GdapStatus[] = ['expired', 'terminated']

/** Nothing of it is active or on its way any more. */
export const isOver = ({ status }: Pick<GdapRelationshipOnWire, 'status'>): boolean => over.includes(status)

export const isEnding = ({ status }: Pick<GdapRelationshipOnWire, 'status'>): boolean =>
  isOver({ status }) || status === 'terminationRequested' || status === 'terminating'

/** Who approved it, and when; undefined where the portal has no record. */
export const approvalIn = ({ history }: Pick<GdapRelationshipDetail, 'history'>) =>
  history.findLast(({ action }) => action === 'approved')

/**
 * What was approved, and when its first term ends; null before activation. `isKept` is false where the record kept no roles and the present
 * ones are returned.
 */
export function approvedTerms(
  { approved, activatedDateTime, ...now }: Pick<GdapRelationshipDetail, 'approved' | 'activatedDateTime' | 'accessDetails' | 'duration'>,
) {
  const { roles, duration } = approved ?? { roles: rolesOf(now), duration: now.duration }
  const until = activatedDateTime === null ? null : firstEnd(activatedDateTime, duration)
  return { roles, days: daysOf(duration) ?? 0, until, isKept: approved !== undefined }
}

/** Tells whether the roles are not usable yet, usable, were usable, or never became usable. */
export function rolesAre(
  { status, activatedDateTime }: Pick<GdapRelationshipOnWire, 'status' | 'activatedDateTime'>,
): 'asked' | 'coming' | 'standing' | 'over' | 'never' {
  if (status === 'created' || isWaiting({ status })) return 'asked'
  if (status === 'approved' || status === 'activating') return 'coming'
  if (!isOver({ status })) return 'standing'
  return activatedDateTime === null ? 'never' : 'over'
}

export const isWaiting = ({ status }: Pick<GdapRelationshipOnWire, 'status'>): boolean => status === 'approvalPending'

export const wasApproved = (relationship: Pick<GdapRelationshipOnWire, 'status'>): boolean =>
  relationship.status !== 'created' && !isWaiting(relationship)

type Partner = GdapRelationshipOnWire['partner']

/** Groups requests and grants by partner, in order of names; active ones before ended ones. */
export function byPartner(
  relationships: readonly GdapRelationshipOnWire[], locale: string,
): { partner: Partner; relationships: GdapRelationshipOnWire[] }[] {
  const groups = new Map<string, { partner: Partner; relationships: GdapRelationshipOnWire[] }>()
  for (const relationship of relationships) {
    const { partner } = relationship
    const group = groups.get(partner.id) ?? { partner, relationships: [] }
    groups.set(partner.id, group)
    group.relationships.push(relationship)
  }
  const inOrder = nameOrder(locale)
  return [...groups.values()]
    .map((group) => ({ ...group, relationships: group.relationships.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b))) }))
    .toSorted((a, b) => inOrder(a.partner.displayName, b.partner.displayName))
}
