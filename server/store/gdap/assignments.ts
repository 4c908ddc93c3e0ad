import type { Kysely, Selectable, Transaction } from 'kysely'
import { assignmentDueAt } from '../../../domain/gdap/due.ts'
import { stuckAt } from '../../../domain/gdap/assignments/transitions.ts'
import type { AccessAssignment, GdapRelationship } from '../../../domain/gdap/relationship.ts'
import type { PartnerGroup } from '../../../domain/gdap/schemas.ts'
import type { GdapStatus } from '../../../domain/gdap/states.ts'
import { isKept } from './row.ts'
import { byName, rootOrder } from '../sql/name-order.ts'
import type { Database } from '../sql/tables/database.ts'
import { StaleWrite } from '../errors.ts'
import { writing } from '../sql/writing.ts'
import type { Scope } from '../scope.ts'
import type { Write } from '../write.ts'

export const assignmentOf = (row: Selectable<Database['gdap_assignments']>): AccessAssignment => ({
  id: row.id,
  relationshipId: row.relationship_id,
  group: { id: row.group_id, displayName: row.group_name },
  roles: row.roles,
  status: row.status,
  since: row.since,
  createdDateTime: row.created_at,
  lastModifiedDateTime: row.modified_at,
  version: row.version,
})

export type Versioned = { id: string; version: number }

type WayThere = Pick<GdapRelationship, 'id' | 'displayName' | 'status' | 'endDateTime' | 'roles' | 'autoExtendDuration'>

const changingAssignment = (assignment: AccessAssignment) => ({
  roles: JSON.stringify(assignment.roles),
  status: assignment.status,
  since: assignment.since,
  modified_at: assignment.lastModifiedDateTime,
  due_at: assignmentDueAt(assignment),
  stuck_at: stuckAt(assignment),
})

export const newAssignmentRow = (partnerId: string, assignment: AccessAssignment) => ({
  ...changingAssignment(assignment),
  partner_id: partnerId,
  relationship_id: assignment.relationshipId,
  id: assignment.id,
  group_id: assignment.group.id,
  group_name: assignment.group.displayName,
  created_at: assignment.createdDateTime,
  version: 1,
})

export const assignmentStore = (db: Kysely<Database>) => ({
  groups: async (partner: Scope): Promise<PartnerGroup[]> => {
    const rows = await db
      .selectFrom('partner_groups')
      .select(['id', 'display_name as displayName'])
      .where('organization_id', '=', partner.organizationId)
      .orderBy(byName('display_name', rootOrder))
      .orderBy('id')
      .execute()
    return rows
  },

  /** All of one relationship that are not gone, oldest first. */
  assignments: async (partner: Scope, relationshipId: string): Promise<AccessAssignment[]> => {
    const rows = await db
      .selectFrom('gdap_assignments')
      .selectAll()
      .where((eb) => eb.and({ partner_id: partner.organizationId, relationship_id: relationshipId }))
      .where('status', '<>', 'deleted')
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map(assignmentOf)
  },

  /** All of the partner's own relationships with this customer, newest first, with their assignments that are not gone. */
  accessTo: async (
    partner: Scope, tenantId: string, now: string,
  ): Promise<{ relationship: WayThere; assignments: AccessAssignment[] }[]> => {
    const relationships = await db
      .selectFrom('gdap_relationships as gdap')
      .select(['id', 'display_name as displayName', 'status', 'end_at as endDateTime', 'roles', 'auto_extend as autoExtendDuration'])
      .where((eb) => eb.and({ partner_id: partner.organizationId, customer_tenant_id: tenantId }))
      .where(isKept(now))
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    if (relationships.length === 0) return []
    const rows = await db
      .selectFrom('gdap_assignments')
      .selectAll()
      .where('partner_id', '=', partner.organizationId)
      .where('relationship_id', 'in', relationships.map(({ id }) => id))
      .where('status', '<>', 'deleted')
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    const ofRelationship = Map.groupBy(rows.map(assignmentOf), (each) => each.relationshipId)
    return relationships.map((relationship) => ({ relationship, assignments: ofRelationship.get(relationship.id) ?? [] }))
  },

  /** Also StaleWrite when the relationship is another by now, or the group has an assignment in it already (BR-92, BR-93). */
  assign: (
    partner: Scope, relationship: Versioned, assignment: AccessAssignment, write: Write<AccessAssignment>,
  ): Promise<AccessAssignment> =>
    writing(db, partner.organizationId, write, async (trx) => {
      await holdRelationship(trx, partner.organizationId, relationship)
      const other = await trx
        .selectFrom('gdap_assignments')
        .select('id')
        .where((eb) => eb.and({ partner_id: partner.organizationId, relationship_id: relationship.id, group_id: assignment.group.id }))
        .where('status', '<>', 'deleted')
        .executeTakeFirst()
      if (other) throw new StaleWrite('The group has an assignment in this relationship')
      await trx.insertInto('gdap_assignments').values(newAssignmentRow(partner.organizationId, assignment)).execute()
      return { ...assignment, version: 1 }
    }),

  reassign: (partner: Scope, relationship: Versioned, next: AccessAssignment, write: Write<AccessAssignment>): Promise<AccessAssignment> =>
    writing(db, partner.organizationId, write, async (trx) => {
      await holdRelationship(trx, partner.organizationId, relationship)
      await saveAssignment(trx, partner.organizationId, next)
      return { ...next, version: next.version + 1 }
    }),
})

/** Makes writers of one relationship's assignments wait for each other and for its own changes: no role outside it is assigned (BR-92). */
export async function holdRelationship(
  trx: Transaction<Database>, partnerId: string, { id, version }: { id: string; version: number },
): Promise<GdapStatus> {
  const held = await trx
    .selectFrom('gdap_relationships')
    .select('status')
    .where((eb) => eb.and({ partner_id: partnerId, id, version }))
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new StaleWrite(`Relationship ${id} is no longer at version ${version}`)
  return held.status
}

/** Compare-and-set, else StaleWrite. */
export async function saveAssignment(trx: Transaction<Database>, partnerId: string, next: AccessAssignment): Promise<void> {
  const updated = await trx
    .updateTable('gdap_assignments')
    .set(changingAssignment(next))
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where((eb) => eb.and({ partner_id: partnerId, relationship_id: next.relationshipId, id: next.id, version: next.version }))
    .returning('id')
    .executeTakeFirst()
  if (!updated) throw new StaleWrite(`Assignment ${next.id} is no longer at version ${next.version}`)
}
