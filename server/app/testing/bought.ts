import type { Kysely } from 'kysely'
import type { SubscriptionFacts } from '../../../domain/subscriptions/subscription.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import { type CompanyKey, companies, organizationId, partnerIdOf } from './people.ts'

/** A running, license-based CSP subscription from this partner, unless `changes` differ. */
export async function giveSubscription(
  db: Kysely<Database>,
  tenant: string,
  partner: CompanyKey,
  changes: Partial<SubscriptionFacts> = {},
) {
  const facts: SubscriptionFacts = {
    id: uuidV7(new Date('2026-03-02T09:00:00.000Z')),
    offerName: 'Office 365 E3',
    service: 'microsoft365',
    quantity: 10,
    status: 'active',
    billingType: 'license',
    channel: 'csp',
    seller: { organizationId: organizationId(partner), displayName: companies[partner].name, inCsp: true, isSyndication: false },
    partnerId: partnerIdOf(partner),
    termDuration: 'P1Y',
    billingCycle: 'monthly',
    effectiveStartDate: '2025-09-01T00:00:00.000Z',
    commitmentEndDate: '2026-09-01T00:00:00.000Z',
    cancellationAllowedUntilDate: null,
    autoRenewEnabled: true,
    kind: 'subscription',
    ...changes,
  }
  await db
    .insertInto('subscriptions')
    .values({ tenant_id: tenant, id: facts.id, facts: JSON.stringify(facts), version: 1 })
    .execute()
  return facts
}
