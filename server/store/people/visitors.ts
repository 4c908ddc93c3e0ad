import type { Kysely } from 'kysely'
import { type Cloud, unknownCountry } from '../../../domain/organizations/kinds.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { organizationOf } from '../organizations/organizations.ts'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'

/** A tenant that has no place here yet; `country` ZZ when it is not known. */
type Visiting = { id: string; tenantId: string; displayName: string; domain: string; cloud: Cloud; country: string }

export const visitors = (db: Kysely<Database>) => ({
  /** The tenant's organisation, also one that only opened an invitation. */
  organizationOfTenant: async (tenantId: string): Promise<Organization | undefined> => {
    const row = await db.selectFrom('organizations').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
    return row && organizationOf(row)
  },

  /** Makes the tenant a visitor unless it is known; of many at once, one makes it. */
  visit: async ({ tenantId, displayName, ...same }: Visiting, now: string): Promise<Organization> => {
    await db
      .insertInto('organizations')
      .values({ ...same, tenant_id: tenantId, display_name: displayName, kind: 'customer', mpn_id: null, visiting_since: now })
      .onConflict((conflict) => conflict.column('tenant_id').doNothing())
      .execute()
    const row = await db.selectFrom('organizations').selectAll().where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()
    return organizationOf(row)
  },

  /** What a visitor says of its organisation, once; false where its directory has said the country, and once it has a place here. */
  introduce: async (scope: Scope, { displayName, country }: Pick<Organization, 'displayName' | 'country'>): Promise<boolean> => {
    const done = await db
      .updateTable('organizations')
      .set({ display_name: displayName, country })
      .where('id', '=', scope.organizationId)
      .where('visiting_since', 'is not', null)
      .where('country', '=', unknownCountry)
      .executeTakeFirst()
    return done.numUpdatedRows > 0n
  },
})
