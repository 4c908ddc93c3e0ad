import type { Kysely } from 'kysely'
import type { SubscriptionFacts, SubscriptionRecord } from '../../../domain/subscriptions/subscription.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { sightOf } from '../relationships/tenant-sight.ts'
import { isUuid } from '../sql/uuid-v7.ts'

export const subscriptions = (db: Kysely<Database>) => ({
  /** A tenant's purchases, for its confirmed partners and itself; else none. */
  list: async (scope: Scope, tenantId: string): Promise<SubscriptionRecord[]> => {
    if (!isUuid(tenantId)) return []
    const rows = await allOfTenant(db, tenantId).where(sightOf(scope, tenantId)).execute()
    return rows.map(subscriptionOf)
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
