import type { Kysely, Transaction } from 'kysely'
import { basisWithRights, opensTenant } from '../../../domain/relationships/basis.ts'
import type { PartnerRow } from '../../../domain/relationships/partner-row.ts'
import { removalBlockers } from '../../../domain/relationships/removal.ts'
import type { Standing } from '../../../domain/relationships/standing.ts'
import type { SubscriptionRecord } from '../../../domain/subscriptions/subscription.ts'
import { deleteRows, followRelations, insertRows, keptOf, rowsOfTenant, overwriteRows, presentRows } from '../customers/rows.ts'
import { type CustomerRow, noDescription } from '../customers/row.ts'
import { holdPartnerships } from '../partnerships/partnership-end.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { allOfTenant, subscriptionOf } from '../subscriptions/subscriptions.ts'
import { inSightOf } from './tenant-sight.ts'
import { holdStanding, partnerRows } from './tenant-standing.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'

export const relationships = (db: Kysely<Database>) => ({
  /** A tenant's partners, by name, for its partners and itself; none for others (BR-48). */
  partnersOf: async (scope: Scope, tenantId: string): Promise<PartnerRow[]> =>
    (isUuid(tenantId) && (await inSightOf(db, scope, tenantId)) ? partnerRows(db, tenantId) : []),

  /** Facts for rules on the server alone (BR-06, BR-23), never shown by name. */
  factsOf: async (tenantId: string): Promise<{ partners: PartnerRow[]; subscriptions: SubscriptionRecord[] }> => {
    if (!isUuid(tenantId)) return { partners: [], subscriptions: [] }
    const [partners, bought] = await Promise.all([partnerRows(db, tenantId), allOfTenant(db, tenantId).execute()])
    return { partners, subscriptions: bought.map(subscriptionOf) }
  },

  /**
   * Applies the customer's decision on this standing of its partners; throws StaleWrite when that, or the partner's DAP, has changed.
   * Closes an open request.
   */
  setDap: (
    customer: Scope, { partnerId, granted, standing }: { partnerId: string; granted: boolean; standing: Standing }, write: Write<void>,
  ): Promise<void> =>
    writing(db, customer.organizationId, write, async (trx) => {
      const tenant = await holdStanding(trx, customer, standing)
      const row = (await presentRows(trx, partnerId, [tenant], 'locked')).get(tenant)
      if (!row || row.dap === granted) throw new StaleWrite('The partner’s admin rights are so already')
      const decided = {
        ...row,
        dap: granted,
        dap_since: granted ? write.at : null,
        basis: basisWithRights(row.basis, granted || row.gdap_active),
        version: row.version + 1,
        last_event_at: write.at,
      }
      await overwriteRows(trx, [decided])
      await followRelations(trx, partnerId, [decided], write.at)
      await trx.deleteFrom('admin_requests').where('tenant_id', '=', tenant).where('reseller_id', '=', partnerId).execute()
      // Newly granted rights have not been used.
      await trx.deleteFrom('dap_uses').where('partner_id', '=', partnerId).where('tenant_id', '=', tenant).execute()
    }),

  /** Asks the customer for the row's reseller; asking again makes no second request (BR-29). Else StaleWrite. */
  askForReseller: (owner: Scope, customer: { id: string; version: number }, requestedBy: string, write: Write<void>): Promise<void> =>
    writing(db, owner.organizationId, write, async (trx) => {
      const seen = (await presentRows(trx, owner.organizationId, [customer.id], 'unlocked')).get(customer.id)
      const resellerId = seen?.reseller_id ?? null
      if (resellerId === null) throw new StaleWrite('No reseller works for this customer')
      await holdPartnerships(trx, owner.organizationId, [resellerId])
      const line = await lockedRow(trx, owner, customer)
      if (line.reseller_id !== resellerId) throw new StaleWrite('Another reseller works for this customer by now')
      await trx
        .insertInto('admin_requests')
        .values({
          tenant_id: customer.id,
          reseller_id: resellerId,
          owner_id: owner.organizationId,
          asked_at: write.at,
          asked_by: requestedBy,
        })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'reseller_id']).doNothing())
        .execute()
    }),

  /**
   * Removes the customer from the lists of the owner and its resellers (BR-62); a reseller that also works through another provider keeps
   * it (BR-17). Throws StaleWrite when the row changed or a purchase prevents it (BR-61).
   */
  remove: (owner: Scope, customer: { id: string; version: number }, write: Write<void>): Promise<void> =>
    writing(db, owner.organizationId, write, async (trx) => {
      const { basis } = await lockedRow(trx, owner, customer)
      const bought = await allOfTenant(trx, customer.id).forShare().execute()
      if (opensTenant(basis) && removalBlockers(owner.organizationId, bought.map(subscriptionOf), write.at).length > 0)
        throw new StaleWrite('Something that was bought keeps the relationship')
      const resellers = await resellersThrough(trx, owner, customer.id)
      const stay = await throughAnother(trx, owner, customer.id, resellers)
      await overwriteRows(trx, stay.map((line) => ({ ...line, version: line.version + 1, last_event_at: write.at })))
      const leave = resellers.filter(({ partner_id: id }) => !stay.some((line) => line.partner_id === id))
      await deleteRows(trx, customer.id, [owner.organizationId, ...leave.map((line) => line.partner_id)])
      await trx.deleteFrom('admin_requests').where('tenant_id', '=', customer.id).where('owner_id', '=', owner.organizationId).execute()
    }),

  /**
   * Gives a provider with an active partnership a row of its own, without admin rights, with the owner as reseller; the owner's row stays
   * (BR-54e). The customer's consent is the owner's word, so the row is unconfirmed.
   */
  extend: (owner: Scope, customer: { id: string; version: number }, providerId: string, write: Write<void>): Promise<void> =>
    writing(db, owner.organizationId, write, async (trx) => {
      await holdPartnerships(trx, providerId, [owner.organizationId])
      const line = await lockedRow(trx, owner, customer)
      const own = { ...line, version: line.version + 1, last_event_at: write.at }
      const provided = {
        ...own,
        partner_id: providerId,
        owner_id: providerId,
        reseller_id: owner.organizationId,
        dap: false,
        dap_since: null,
        gdap_active: false,
        gdap_next_end: null,
        ...noDescription(),
        basis: 'said_by_partner' as const,
        version: 1,
      }
      if ((await presentRows(trx, providerId, [customer.id], 'locked')).size > 0)
        throw new StaleWrite('The provider has this customer already')
      await overwriteRows(trx, [own])
      await insertRows(trx, [provided])
      await followRelations(trx, providerId, [provided], write.at)
    }),

  /** Whether the provider's list has the tenant; false for a tenant out of sight. */
  isExtended: async (owner: Scope, tenantId: string, providerId: string): Promise<boolean> =>
    isUuid(tenantId) &&
    (await inSightOf(db, owner, tenantId)) &&
    (await presentRows(db, providerId, [tenantId], 'unlocked')).size > 0,
})

/** Locks the owner's row; StaleWrite when it changed. */
async function lockedRow(trx: Transaction<Database>, owner: Scope, customer: { id: string; version: number }): Promise<CustomerRow> {
  const row = (await presentRows(trx, owner.organizationId, [customer.id], 'locked')).get(customer.id)
  if (row?.version !== customer.version) throw new StaleWrite(`Customer ${customer.id} is no longer at version ${customer.version}`)
  return row
}

/** Locks the rows of resellers that have the customer through this owner, confirmed or not. */
async function resellersThrough(trx: Transaction<Database>, owner: Scope, tenantId: string): Promise<CustomerRow[]> {
  const working = trx.selectFrom('confirmed_partners').select('partner_id').where('tenant_id', '=', tenantId)
  const saying = trx.selectFrom('customer_claims').select('partner_id').where('tenant_id', '=', tenantId).where('stands', '=', true)
  const rows = await trx
    .selectFrom('customers')
    .selectAll()
    .where('partner_id', 'in', working.union(saying))
    .where((eb) => eb.and({ id: tenantId, owner_id: owner.organizationId }))
    .where('partner_id', '<>', owner.organizationId)
    .orderBy('partner_id')
    .forUpdate()
    .execute()
  return rows.map(keptOf)
}

/** The rows that stay, through another provider of the same reseller. */
async function throughAnother(
  trx: Transaction<Database>, owner: Scope, tenantId: string, rows: readonly CustomerRow[],
): Promise<CustomerRow[]> {
  if (rows.length === 0) return []
  const others = await rowsOfTenant(trx, tenantId)
    .select(['line.owner_id', 'line.reseller_id'])
    .where('works.transacts', '=', true)
    .where('line.partner_id', '<>', owner.organizationId)
    .where('line.reseller_id', 'in', rows.map((row) => row.partner_id))
    .orderBy('line.partner_id')
    .execute()
  return rows.flatMap((row) => {
    const other = others.find(({ reseller_id: resellerId }) => resellerId === row.partner_id)
    return other ? [{ ...row, owner_id: other.owner_id }] : []
  })
}
