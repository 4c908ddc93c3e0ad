import type { Kysely } from 'kysely'
import type { SubscriptionFacts, SubscriptionRecord } from '../../../domain/subscriptions/subscription.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { opening, sightOf } from '../relationships/tenant-sight.ts'
import { isUuid } from '../sql/uuid-v7.ts'

export const subscriptions = (db: Kysely<Database>) => ({
  /** A tenant's purchases, for its confirmed partners and itself; else none. */
  list: async (scope: Scope, tenantId: string): Promise<SubscriptionRecord[]> => {
    if (!isUuid(tenantId)) return []
    const rows = await allOfTenant(db, tenantId).where(sightOf(scope, tenantId)).execute()
    return rows.map(subscriptionOf)
  },

  /** The purchases of these customers of the organisation, in order of tenant and id; none of those that are not confirmed. */
  ofCustomers: async (scope: Scope, tenantIds: readonly string[]): Promise<(SubscriptionRecord & { tenantId: string })[]> => {
    if (tenantIds.length === 0) return []
    const rows = await db
      .selectFrom('subscriptions')
      .innerJoin('customers as line', 'line.id', 'subscriptions.tenant_id')
      .select(['subscriptions.tenant_id', 'subscriptions.facts', 'subscriptions.version'])
      .where('line.partner_id', '=', scope.organizationId)
      .where('line.basis', 'in', opening)
      .where('subscriptions.tenant_id', 'in', tenantIds)
      .orderBy('subscriptions.tenant_id')
      .orderBy('subscriptions.id')
      .execute()
    return rows.map((row) => ({ ...subscriptionOf(row), tenantId: row.tenant_id }))
  },

  find: async (scope: Scope, tenantId: string, id: string): Promise<SubscriptionRecord | undefined> => {
    if (!isUuid(tenantId) || !isUuid(id)) return undefined
    const row = await allOfTenant(db, tenantId).where(sightOf(scope, tenantId)).where('subscriptions.id', '=', id).executeTakeFirst()
    return row && subscriptionOf(row)
  },
})

export const subscriptionOf = ({ facts, version }: { facts: SubscriptionFacts; version: number }): SubscriptionRecord => ({
  ...facts,
  version,
})

/** A tenant's purchases for any caller, by id. */
export const allOfTenant = (db: Kysely<Database>, tenantId: string) =>
  db
    .selectFrom('subscriptions')
    .select(['subscriptions.facts', 'subscriptions.version'])
    .where('subscriptions.tenant_id', '=', tenantId)
    .orderBy('subscriptions.id')
