import { type Kysely, sql, type Transaction } from 'kysely'
import { rolesOf, usualMapping } from '../../../domain/people/held-roles.ts'
import type { MappingRow } from '../../../domain/people/schemas.ts'
import { StaleWrite } from '../errors.ts'
import { oneAfterAnother } from '../organizations/organizations.ts'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { heldIn, keepRoles } from './held.ts'

/** `version` is 0 while the organisation goes by the usual mapping. */
export type MappingRecord = { rows: readonly MappingRow[]; version: number }

/** So many people at a time get their roles anew. */
const peopleAtOnce = 500

const mappingIn = async (db: Kysely<Database>, organizationId: string): Promise<MappingRecord> => {
  const row = await db.selectFrom('role_mappings').selectAll().where('organization_id', '=', organizationId).executeTakeFirst()
  return row ? { rows: row.mapping, version: row.version } : { rows: usualMapping, version: 0 }
}

/** Holds the mapping as it is until the transaction ends, beside others who read it; {@link oneAfterAnother} waits for them. */
export const holdMapping = async (trx: Transaction<Database>, organizationId: string): Promise<readonly MappingRow[]> => {
  await trx.selectFrom('organizations').select('id').where('id', '=', organizationId).forShare().execute()
  return (await mappingIn(trx, organizationId)).rows
}

export const roleMapping = (db: Kysely<Database>) => ({
  own: (scope: Scope): Promise<MappingRecord> => mappingIn(db, scope.organizationId),

  /** Compares and sets `version`. Whoever loses a role by it loses it at once; new ones count when the person is read again. */
  save: ({ organizationId }: Scope, next: MappingRecord, by: string, write: Write<MappingRecord>): Promise<MappingRecord> =>
    writing(db, organizationId, write, async (trx) => {
      await oneAfterAnother(trx, { organizationId })
      if ((await mappingIn(trx, organizationId)).version !== next.version)
        throw new StaleWrite(`The mapping of roles is no longer at version ${next.version}`)
      const saved = { mapping: JSON.stringify(next.rows), version: next.version + 1 }
      await trx
        .insertInto('role_mappings')
        .values({ organization_id: organizationId, ...saved })
        .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(saved))
        .execute()
      for (let last: string | undefined = '00000000-0000-0000-0000-000000000000'; last !== undefined;)
        last = await giveAnew(trx, organizationId, next.rows, { after: last, at: write.at, by })
      return { ...next, version: saved.version }
    }),
})

/** Gives some of the people their roles anew; returns the last one's id, undefined when there are no more. */
async function giveAnew(
  trx: Transaction<Database>, organizationId: string, mapping: readonly MappingRow[], { after, ...when }: {
    after: string; at: string; by: string
  },
): Promise<string | undefined> {
  const some = await trx
    .selectFrom('users')
    .select(['id', 'roles', 'roles_of_directory', 'claims', 'roles_by_hand'])
    .where('organization_id', '=', organizationId)
    .where('id', '>', after)
    .where(sql<boolean>`jsonb_array_length(claims) > 0`)
    .orderBy('id')
    .limit(peopleAtOnce)
    .forUpdate()
    .execute()
  for (const row of some) await keepRoles(trx, { organizationId, userId: row.id }, row.roles, rolesOf(heldIn(row), mapping), when)
  return some.length === peopleAtOnce ? some.at(-1)?.id : undefined
}
