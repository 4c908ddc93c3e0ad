import { type Kysely, sql } from 'kysely'
import { bases, opensTenant } from '../../../domain/relationships/basis.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

/** What makes a partner a confirmed one. */
export const opening = bases.filter(opensTenant)

/** True for the tenant itself and its confirmed partners, who see what belongs to the tenant. */
export const sightOf = (scope: Scope, tenantId: string) =>
  sql<boolean>`(
    exists (
      select 1 from customers as seen
      where seen.partner_id = ${scope.organizationId} and seen.id = ${tenantId} and seen.basis in (${sql.join(opening)})
    )
    or exists (select 1 from organizations as itself where itself.id = ${scope.organizationId} and itself.tenant_id = ${tenantId})
  )`

export async function inSightOf(db: Kysely<Database>, scope: Scope, tenantId: string): Promise<boolean> {
  const { seen } = await db.selectNoFrom(sightOf(scope, tenantId).as('seen')).executeTakeFirstOrThrow()
  return seen
}
