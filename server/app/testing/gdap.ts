import type { Kysely } from 'kysely'
import { reader, relationship } from '../../../domain/gdap/testing.ts'
import type { AccessAssignment, GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { newAssignmentRow } from '../../store/gdap/assignments.ts'
import { insertGdap } from '../../store/gdap/save.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import { newGdapId } from '../gdap/draft.ts'
import { randomUuid } from '../secrets.ts'
import { type CompanyKey, companies, organizationId, tenantId } from './people.ts'

/** Gives a partner a relationship; active and without a customer unless `changes` differ. */
export async function giveGdap(
  db: Kysely<Database>, partner: CompanyKey, changes: Partial<GdapRelationship> = {},
): Promise<GdapRelationship> {
  const ref = { id: organizationId(partner), tenantId: tenantId(partner), displayName: companies[partner].name }
  const made = relationship({ id: newGdapId(), partner: ref, status: 'active', ...changes })
  await db.transaction().execute((trx) => insertGdap(trx, made, 'Tests'))
  return made
}

/** Gives a partner a security group; returns its id. */
export async function giveGroup(db: Kysely<Database>, partner: CompanyKey, displayName: string): Promise<string> {
  const id = randomUuid()
  await db.insertInto('partner_groups').values({ organization_id: organizationId(partner), id, display_name: displayName }).execute()
  return id
}

/** Gives a group an active assignment; returns its id. */
export async function giveAssignment(
  db: Kysely<Database>, partner: CompanyKey, relationshipId: string, changes: Partial<AccessAssignment> = {},
): Promise<string> {
  const at = '2026-03-01T09:00:00.000Z'
  const made: AccessAssignment = {
    id: randomUuid(), relationshipId, group: { id: randomUuid(), displayName: 'Service desk' }, roles: [reader], status: 'active',
    since: at, createdDateTime: at, lastModifiedDateTime: at, version: 1, ...changes,
  }
  await db.insertInto('gdap_assignments').values(newAssignmentRow(organizationId(partner), made)).execute()
  return made.id
}
