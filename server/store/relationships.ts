import { type Kysely, sql, type Transaction } from 'kysely'
import type { PartnerLine } from '../../domain/relationships/partner-line.ts'
import type { Standing } from '../../domain/relationships/standing.ts'
import type { SubscriptionRecord } from '../../domain/subscriptions/subscription.ts'
import { deleteLines, followRelations, insertLines, keptOf, linesOfTenant, overwriteLines, presentLines } from './customer-lines.ts'
import type { Line } from './customer-row.ts'
import { holdPartnerships } from './partnership-end.ts'
import type { Database } from './schema/database.ts'
import type { Scope } from './scope.ts'
import { StaleWrite, type Write } from './store.ts'
import { allOfTenant, subscriptionOf } from './subscriptions.ts'
import { inSightOf } from './tenant-sight.ts'
import { holdStanding, partnerLines } from './tenant-standing.ts'
import { isUuid } from './uuid-v7.ts'
import { writing } from './write.ts'

export type RelationshipStore = {
  /** Every partner of a tenant, by name, for its partners and for itself; none for anybody else (BR-48). */
  partnersOf(scope: Scope, tenantId: string): Promise<PartnerLine[]>
  /** Facts about a tenant that rules may use on the server alone (BR-06, BR-23): whatever follows from them is never shown by name. */
  factsOf(tenantId: string): Promise<{ partners: PartnerLine[]; subscriptions: SubscriptionRecord[] }>
  /**
   * The customer's own decision, made on this standing of its partners; throws StaleWrite when that is another by now, or when the
   * partner has, or has not, the rights already. An open request is answered.
   */
  setDelegatedAdmin(
    customer: Scope,
    decision: { partnerId: string; granted: boolean; standing: Standing },
    write: Write<void>,
  ): Promise<void>
  /** The owner asks the customer for the line's reseller, its partner; asking again is no second request (BR-29). Else StaleWrite. */
  askForReseller(owner: Scope, customer: { id: string; version: number }, askedBy: string, write: Write<void>): Promise<void>
  /**
   * Takes the customer out of the owner's list and of its resellers' (BR-62); a reseller that works for it through another provider, too,
   * keeps it through that one (BR-17). Throws StaleWrite when the line is another by now.
   */
  remove(owner: Scope, customer: { id: string; version: number }, write: Write<void>): Promise<void>
  /**
   * Gives a provider, the owner's partner, a line of its own, without admin rights, which names the owner as its reseller; the owner's line
   * stays (BR-54e). Else StaleWrite.
   */
  extend(owner: Scope, customer: { id: string; version: number }, providerId: string, write: Write<void>): Promise<void>
}

export const relationships = (db: Kysely<Database>): RelationshipStore => ({
  partnersOf: async (scope, tenantId) => (isUuid(tenantId) && (await inSightOf(db, scope, tenantId)) ? partnerLines(db, tenantId) : []),

  factsOf: async (tenantId) => {
    if (!isUuid(tenantId)) return { partners: [], subscriptions: [] }
    const [partners, bought] = await Promise.all([partnerLines(db, tenantId), allOfTenant(db, tenantId).execute()])
    return { partners, subscriptions: bought.map(subscriptionOf) }
  },

  setDelegatedAdmin: (customer, { partnerId, granted, standing }, write) =>
    writing(db, customer.organizationId, write, async (trx) => {
      const tenant = await holdStanding(trx, customer, standing)
      const changed = await trx
        .updateTable('customers')
        .set({ dap: granted, dap_since: granted ? write.at : null, version: sql<number>`version + 1`, last_event_at: write.at })
        .where('partner_id', '=', partnerId)
        .where('id', '=', tenant)
        .where('dap', '<>', granted)
        .returning('id')
        .executeTakeFirst()
      if (!changed) throw new StaleWrite('The partner’s admin rights are so already')
      await trx.deleteFrom('admin_requests').where('tenant_id', '=', tenant).where('reseller_id', '=', partnerId).execute()
      // Rights that are granted again have not been used yet.
      await trx.deleteFrom('dap_uses').where('partner_id', '=', partnerId).where('tenant_id', '=', tenant).execute()
    }),

  askForReseller: (owner, customer, askedBy, write) =>
    writing(db, owner.organizationId, write, async (trx) => {
      const seen = (await presentLines(trx, owner.organizationId, [customer.id], 'unlocked')).get(customer.id)
      const resellerId = seen?.reseller_id ?? null
      if (resellerId === null) throw new StaleWrite('No reseller works for this customer')
      await holdPartnerships(trx, owner.organizationId, [resellerId])
      const line = await lockedLine(trx, owner, customer)
      if (line.reseller_id !== resellerId) throw new StaleWrite('Another reseller works for this customer by now')
      await trx
        .insertInto('admin_requests')
        .values({
          tenant_id: customer.id,
          reseller_id: resellerId,
          owner_id: owner.organizationId,
          asked_at: write.at,
          asked_by: askedBy,
        })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'reseller_id']).doNothing())
        .execute()
    }),

  remove: (owner, customer, write) =>
    writing(db, owner.organizationId, write, async (trx) => {
      await lockedLine(trx, owner, customer)
      const resellers = await resellersThrough(trx, owner, customer.id)
      const stay = await throughAnother(trx, owner, customer.id, resellers)
      await overwriteLines(trx, stay.map((line) => ({ ...line, version: line.version + 1, last_event_at: write.at })))
      const leave = resellers.filter(({ partner_id: id }) => !stay.some((line) => line.partner_id === id))
      await deleteLines(trx, customer.id, [owner.organizationId, ...leave.map((line) => line.partner_id)])
      await trx.deleteFrom('admin_requests').where('tenant_id', '=', customer.id).where('owner_id', '=', owner.organizationId).execute()
    }),

  extend: (owner, customer, providerId, write) =>
    writing(db, owner.organizationId, write, async (trx) => {
      await holdPartnerships(trx, providerId, [owner.organizationId])
      const line = await lockedLine(trx, owner, customer)
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
        version: 1,
      }
      if ((await presentLines(trx, providerId, [customer.id], 'locked')).size > 0)
        throw new StaleWrite('The provider has this customer already')
      await overwriteLines(trx, [own])
      await insertLines(trx, [provided])
      await followRelations(trx, providerId, [provided], write.at)
    }),
})

/** The owner's line, until the transaction ends; StaleWrite when it is another by now. */
async function lockedLine(trx: Transaction<Database>, owner: Scope, customer: { id: string; version: number }): Promise<Line> {
  const line = (await presentLines(trx, owner.organizationId, [customer.id], 'locked')).get(customer.id)
  if (line?.version !== customer.version) throw new StaleWrite(`Customer ${customer.id} is no longer at version ${customer.version}`)
  return line
}

/** The lines, until the transaction ends, of the resellers that have the customer through this owner. */
async function resellersThrough(trx: Transaction<Database>, owner: Scope, tenantId: string): Promise<Line[]> {
  const lines = await linesOfTenant(trx, tenantId)
    .selectAll('line')
    .where('line.owner_id', '=', owner.organizationId)
    .where('line.partner_id', '<>', owner.organizationId)
    .orderBy('line.partner_id')
    .forUpdate('line')
    .execute()
  return lines.map(keptOf)
}

/** Those of the lines that stay, as lines of another provider which names the same reseller. */
async function throughAnother(trx: Transaction<Database>, owner: Scope, tenantId: string, lines: readonly Line[]): Promise<Line[]> {
  if (lines.length === 0) return []
  const others = await linesOfTenant(trx, tenantId)
    .select(['line.owner_id', 'line.reseller_id'])
    .where('works.transacts', '=', true)
    .where('line.partner_id', '<>', owner.organizationId)
    .where('line.reseller_id', 'in', lines.map((line) => line.partner_id))
    .orderBy('line.partner_id')
    .execute()
  return lines.flatMap((line) => {
    const other = others.find(({ reseller_id: resellerId }) => resellerId === line.partner_id)
    return other ? [{ ...line, owner_id: other.owner_id }] : []
  })
}
