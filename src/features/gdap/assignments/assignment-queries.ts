import type { AccessAssignmentOnWire, PartnerGroup } from '../../../../domain/gdap/schemas.ts'
import { done } from '../../../api/done.ts'
import { isProblem } from '../../../api/problem-error.ts'
import { reading } from '../../../api/reading.ts'
import { request } from '../../../api/request.ts'

const pathOf = (relationshipId: string) => `/delegated-admin/relationships/${encodeURIComponent(relationshipId)}/access-assignments`
const bodyOf = (roles: readonly string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })

export const assignmentQueries = {
  of: (relationshipId: string) =>
    reading<{ items: AccessAssignmentOnWire[] }>(['delegated-admin', 'assignments', relationshipId], pathOf(relationshipId)),
  /** The security groups of the partner's own directory. */
  groups: () => reading<{ items: PartnerGroup[] }>(['delegated-admin', 'groups'], '/delegated-admin/groups'),
}

/** What the forms have fields for. */
export const assignmentInputs = ['/accessContainer', '/accessDetails'] as const
export const changeInputs = ['/accessDetails'] as const

type Wanted = { relationshipId: string; groupId: string; roles: readonly string[] }
type Row = { relationshipId: string; assignment: AccessAssignmentOnWire }

/** One security group at a time (BR-93). */
export const assignGroup = ({ relationshipId, groupId, roles }: Wanted, idempotencyKey: string): Promise<AccessAssignmentOnWire> =>
  request(pathOf(relationshipId), {
    method: 'POST', idempotencyKey,
    body: { accessContainer: { accessContainerId: groupId, accessContainerType: 'securityGroup' }, accessDetails: bodyOf(roles) },
  })

export const changeAssignment = (
  { relationshipId, assignment: { id, etag }, roles }: Row & { roles: readonly string[] }, idempotencyKey: string,
): Promise<AccessAssignmentOnWire> =>
  request(`${pathOf(relationshipId)}/${id}`, { method: 'PATCH', body: { accessDetails: bodyOf(roles) }, ifMatch: etag, idempotencyKey })

export const removeAssignment = ({ relationshipId, assignment: { id, etag } }: Row, idempotencyKey: string): Promise<true> =>
  done(`${pathOf(relationshipId)}/${id}`, { method: 'DELETE', ifMatch: etag, idempotencyKey })

/** Milliseconds before each try: the group is free only when the deletion is done. */
const pauses = [0, 500, 2_000]

/** Section 5.4: what is stuck or failed is deleted and made anew, with the same roles. */
export async function assignAgain({ relationshipId, assignment }: Row, idempotencyKey: string): Promise<AccessAssignmentOnWire> {
  await removeAssignment({ relationshipId, assignment }, idempotencyKey)
  const groupId = assignment.accessContainer.accessContainerId
  const roles = assignment.accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)
  let refusal: unknown
  for (const pause of pauses) {
    await new Promise((resolve) => { setTimeout(resolve, pause) })
    try {
      return await assignGroup({ relationshipId, groupId, roles }, `${idempotencyKey}-again`)
    } catch (error) {
      if (!isProblem(error, 'gdap.group_assigned_already')) throw error
      refusal = error
    }
  }
  throw refusal
}
