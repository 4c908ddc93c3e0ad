import type { Kysely, Selectable } from 'kysely'
import type { Organization } from '../../domain/organizations/schemas.ts'
import type { Database } from './schema/database.ts'
import type { Store } from './store.ts'
import { isUuid } from './uuid-v7.ts'

type Row = Selectable<Database['organizations']>

export const organizationOf = (row: Row): Organization => ({
  id: row.id,
  tenantId: row.tenant_id,
  displayName: row.display_name,
  domain: row.domain,
  kind: row.kind,
  cloud: row.cloud,
  country: row.country,
  ...(row.mpn_id === null ? {} : { partnerId: row.mpn_id }),
})

export const organizations = (db: Kysely<Database>): Store['organizations'] => ({
  findByTenant: async (tenantId) => {
    if (!isUuid(tenantId)) return undefined
    const row = await db.selectFrom('organizations').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
    return row && organizationOf(row)
  },
})
