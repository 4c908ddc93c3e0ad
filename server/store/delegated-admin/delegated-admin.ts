import { type Kysely, sql, type Transaction } from 'kysely'
import type { GdapRelationship } from '../../../domain/delegated-admin/relationship.ts'
import { holdLines } from '../customers/lines.ts'
import { assignmentStore } from './assignments.ts'
import { countBoard, listGdap } from './list.ts'
import { cleanedUp, gdapAt, gdapKeyWithin, gdapOf, type GdapRecord, seenGdap } from './row.ts'
import { insertGdap, saveGdap } from './save.ts'
import type { DelegatedAdminStore } from './delegated-admin-store.ts'
import { timeStore } from './time.ts'
import { holdPartnerships } from '../partnerships/partnership-end.ts'
import type { Database } from '../schema/database.ts'
import type { Scope } from '../scope.ts'
import { StaleWrite } from '../store.ts'
import { writing } from '../sql/write.ts'

type Key = { partner_id: string; id: string }

export const delegatedAdmin = (db: Kysely<Database>): DelegatedAdminStore => ({
  list: listGdap(db),
  board: countBoard(db),
  ...assignmentStore(db),
  ...timeStore(db),

  find: async (scope, id, now) => {
    const row = await gdapAt(db, gdapKeyWithin(scope, id, now)).executeTakeFirst()
    return row && gdapOf(row)
  },

  findMany: async (scope, ids, now) => {
    const keys = seenGdap<Key>(scope, {
      columns: sql`gdap.partner_id, gdap.id`, where: sql`gdap.id in (${sql.join([...ids])}) and not ${cleanedUp(now)}`,
    })
    return ids.length === 0 ? [] : (await gdapAt(db, keys).execute()).map(gdapOf)
  },

  findForApproval: async (customer, id, now) => {
    const row =
      (await gdapAt(db, gdapKeyWithin(customer, id, now)).executeTakeFirst()) ?? (await gdapAt(db, openKey(id, now)).executeTakeFirst())
    return row && gdapOf(row)
  },

  isBoundToAnother: async (customer, id, now) => {
    const { rows } = await sql`
      select 1
      from gdap_directory as directory
      join gdap_bound_requests as bound on bound.partner_id = directory.partner_id and bound.id = directory.id
      join gdap_relationships as gdap on gdap.partner_id = bound.partner_id and gdap.id = bound.id
      where directory.id = ${id} and not ${cleanedUp(now)}
        and gdap.customer_tenant_id <> (select tenant_id from organizations where id = ${customer.organizationId})`.execute(db)
    return rows.length > 0
  },

  isNameTaken: async (partnerId, displayName) => {
    const row = await db
      .selectFrom('gdap_relationships')
      .select('id')
      .where('partner_id', '=', partnerId)
      .where('display_name', '=', displayName)
      .executeTakeFirst()
    return row !== undefined
  },

  create: (scope, relationship, createdBy, write, stands) =>
    writing(db, scope.organizationId, write, async (trx) => {
      const made = { ...relationship, version: 1 }
      if (relationship.partner.id !== scope.organizationId && relationship.indirectProviderTenantId !== (await tenantOf(trx, scope)))
        throw new Error('A relationship is made by its partner, or by the provider of its partner')
      if (made.partner.id !== scope.organizationId) await holdPartnerships(trx, scope.organizationId, [made.partner.id])
      if (stands) await holdDap(trx, scope, made)
      await insertGdap(trx, made, createdBy)
      return saved(trx, made)
    }),

  update: (scope, next, write, stands) =>
    writing(db, scope.organizationId, write, async (trx) => {
      if (stands) await holdDap(trx, scope, next)
      await holdSeen(trx, scope, next.id, write.at)
      await saveGdap(trx, next)
      return saved(trx, next)
    }),

  setAutoExtend: (scope, next, write) =>
    writing(db, scope.organizationId, write, async (trx) => {
      if (next.length === 0) return
      const wanted = JSON.stringify(
        next.map(({ id, version, status, since, autoExtendDuration }) => ({ id, version, status, since, auto_extend: autoExtendDuration })),
      )
      const seen = seenGdap<Key>(scope, {
        columns: sql`gdap.partner_id, gdap.id`, where: sql`gdap.id in (${sql.join(next.map(({ id }) => id))})`,
      })
      const { rows } = await sql`
        update gdap_relationships as changed set auto_extend = wanted.auto_extend, status = wanted.status, since = wanted.since,
          modified_at = ${write.at}, version = changed.version + 1
        from ${seen} as seen
        join jsonb_to_recordset(${wanted}::jsonb) as wanted(id text, version integer, auto_extend text, status text, since timestamptz)
          on wanted.id = seen.id
        where changed.partner_id = seen.partner_id and changed.id = seen.id and changed.version = wanted.version
        returning changed.id`.execute(trx)
      if (rows.length < next.length) throw new StaleWrite('One of these relationships was changed meanwhile')
    }),

  approve: (customer, next, write) =>
    writing(db, customer.organizationId, write, async (trx) => {
      const tenantId = await tenantOf(trx, customer)
      const waiting = await trx
        .selectFrom('gdap_relationships')
        .select('customer_tenant_id')
        .where('partner_id', '=', next.partner.id)
        .where('id', '=', next.id)
        .where('status', '=', 'approvalPending')
        .where((eb) => eb.or([eb('customer_tenant_id', 'is', null), eb('customer_tenant_id', '=', tenantId)]))
        .forUpdate()
        .executeTakeFirst()
      if (!waiting || next.customer?.tenantId !== tenantId) throw new StaleWrite(`Relationship ${next.id} does not wait for this tenant`)
      await saveGdap(trx, next)
      if (waiting.customer_tenant_id === null)
        await trx.insertInto('gdap_bound_requests').values({ partner_id: next.partner.id, id: next.id }).execute()
      return saved(trx, next)
    }),

  handOver: (partner, { id, version }, write) =>
    writing(db, partner.organizationId, write, async (trx) => {
      const waiting = await trx
        .selectFrom('gdap_relationships')
        .select('id')
        .where('partner_id', '=', partner.organizationId)
        .where('id', '=', id)
        .where('version', '=', version)
        .where('status', '=', 'approvalPending')
        .forUpdate()
        .executeTakeFirst()
      if (!waiting) throw new StaleWrite(`Request ${id} does not wait for the customer, or is no longer at version ${version}`)
      return saved(trx, { partner: { id: partner.organizationId }, id })
    }),

  remove: (scope, { id, version }, write) =>
    writing(db, scope.organizationId, write, async (trx) => {
      const removed = await trx
        .deleteFrom('gdap_relationships')
        .where('partner_id', '=', scope.organizationId)
        .where('id', '=', id)
        .where('version', '=', version)
        .where('status', '=', 'created')
        .returning('provider_tenant_id')
        .executeTakeFirst()
      if (!removed) throw new StaleWrite(`Draft ${id} is no longer at version ${version}`)
      await trx.deleteFrom('gdap_directory').where('id', '=', id).execute()
      if (removed.provider_tenant_id !== null)
        await trx.deleteFrom('gdap_of_tenants').where('tenant_id', '=', removed.provider_tenant_id).where('id', '=', id).execute()
    }),
})

/** What waits for whichever tenant approves it first. */
const openKey = (id: string, now: string) => sql<Key>`(
  select gdap.partner_id, gdap.id
  from gdap_directory as directory
  join gdap_relationships as gdap on gdap.partner_id = directory.partner_id and gdap.id = directory.id
  where directory.id = ${id} and gdap.status = 'approvalPending' and gdap.customer_tenant_id is null and not gdap.consent_pending
    and not ${cleanedUp(now)}
)`

const holdDap = (trx: Transaction<Database>, scope: Scope, { customer }: GdapRelationship) =>
  holdLines(trx, scope.organizationId, [{ id: customer?.tenantId ?? '', is: ({ dap }) => dap }])

async function holdSeen(db: Kysely<Database>, scope: Scope, id: string, now: string): Promise<void> {
  const { rows } = await sql`select 1 from ${gdapKeyWithin(scope, id, now)} as seen`.execute(db)
  if (rows.length === 0) throw new StaleWrite(`Relationship ${id} is not there any more`)
}

async function tenantOf(db: Kysely<Database>, scope: Scope): Promise<string> {
  const row = await db.selectFrom('organizations').select('tenant_id').where('id', '=', scope.organizationId).executeTakeFirstOrThrow()
  return row.tenant_id
}

/** As it is by now, whoever sees it. */
async function saved(db: Kysely<Database>, { partner, id }: { partner: { id: string }; id: string }): Promise<GdapRecord> {
  const key = sql<Key>`(select ${partner.id}::uuid as partner_id, ${id}::text as id)`
  return gdapOf(await gdapAt(db, key).executeTakeFirstOrThrow())
}
