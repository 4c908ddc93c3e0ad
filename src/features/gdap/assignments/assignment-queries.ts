import type { AccessAssignmentOnWire } from '../../../../domain/gdap/schemas.ts'
import { call } from '../../../api/call.ts'
import { done } from '../../../api/done.ts'
import { isProblem } from '../../../api/problem-error.ts'
import { reading } from '../../../api/reading.ts'

const bodyOf = (roles: readonly string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })

export const assignmentQueries = {
  of: (id: string) =>
    reading(['delegated-admin', 'assignments', id], '/delegated-admin/relationships/{id}/access-assignments', { path: { id } }),
  /** The security groups of the partner's own directory. */
  groups: () => reading(['delegated-admin', 'groups'], '/delegated-admin/groups'),
}

/** What the forms have fields for. */
export const assignmentInputs = ['/accessContainer', '/accessDetails'] as const
export const changeInputs = ['/accessDetails'] as const

type Wanted = { relationshipId: string; groupId: string; roles: readonly string[] }
type Row = { relationshipId: string; assignment: AccessAssignmentOnWire }

const seen = ({ relationshipId, assignment: { id, etag } }: Row) => ({ path: { id: relationshipId, aid: id }, ifMatch: etag })

/** One security group at a time (BR-93). */
export const assignGroup = ({ relationshipId, groupId, roles }: Wanted, idempotencyKey: string) =>
  call('POST /delegated-admin/relationships/{id}/access-assignments', {
    path: { id: relationshipId }, idempotencyKey,
    body: { accessContainer: { accessContainerId: groupId, accessContainerType: 'securityGroup' }, accessDetails: bodyOf(roles) },
  })

export const changeAssignment = (
  { roles, ...row }: Row & { roles: readonly string[] }, idempotencyKey: string,
) =>
  call('PATCH /delegated-admin/relationships/{id}/access-assignments/{aid}', {
    ...seen(row), body: { accessDetails: bodyOf(roles) }, idempotencyKey,
  })

export const removeAssignment = (row: Row, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /delegated-admin/relationships/{id}/access-assignments/{aid}', { ...seen(row), idempotencyKey }))

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
