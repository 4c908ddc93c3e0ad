import { type Kysely, sql, type Transaction } from 'kysely'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { holdRows } from '../customers/rows.ts'
import { assignmentStore, type Versioned } from './assignments.ts'
import { countBoard, listGdap } from './list.ts'
import { gdapAt, gdapKeys, gdapKeyWithin, gdapOf, isKept, keepGdapMoments, type GdapRecord, seenGdap } from './row.ts'
import { tenantOf } from '../organizations/organizations.ts'
import { insertGdap, saveGdap } from './save.ts'
import { timeStore } from './time.ts'
import { holdPartnerships } from '../partnerships/partnership-end.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

type Key = { partner_id: string; id: string }

/**
 * Granular delegated admin. A partner sees its own; a customer's tenant what it was asked for and approved; a provider what it made for its
 * reseller. Nobody sees what is cleaned up (BR-95). Every write is compare-and-set on `version`: else StaleWrite, and nothing is changed.
 */
export const gdap = (db: Kysely<Database>) => ({
  /** Totals: up to 10,000, with a search up to 1,000. Days until an end are those of the calendar in `zone`. */
  list: listGdap(db),
  board: countBoard(db),
  ...assignmentStore(db),
  ...timeStore(db),

  find: async (scope: Scope, id: string, now: string): Promise<GdapRecord | undefined> => {
    const row = await gdapAt(db, gdapKeyWithin(scope, id, now)).executeTakeFirst()
    return row && gdapOf(row)
  },

  /** Those of these ids that the organisation sees. */
  findMany: async (scope: Scope, ids: readonly string[], now: string): Promise<GdapRecord[]> => {
    const keys = seenGdap<Key>(scope, {
      columns: sql`gdap.partner_id, gdap.id`, where: sql`gdap.id in (${sql.join([...ids])}) and ${isKept(now)}`,
    })
    return ids.length === 0 ? [] : (await gdapAt(db, keys).execute()).map(gdapOf)
  },

  /** As `find`, and what waits for whichever tenant approves it first: the id was given to whoever has it (BR-85). */
  findForApproval: async (customer: Scope, id: string, now: string): Promise<GdapRecord | undefined> => {
    const row =
      (await gdapAt(db, gdapKeyWithin(customer, id, now)).executeTakeFirst()) ?? (await gdapAt(db, openKey(id, now)).executeTakeFirst())
    return row && gdapOf(row)
  },

  /** Whether it waited for whichever tenant approves first, and has become another's than the customer's own (BR-85). */
  isBoundToAnother: async (customer: Scope, id: string, now: string): Promise<boolean> => {
    const { rows } = await sql`
      select 1
      from gdap_directory as directory
      join gdap_bound_requests as bound on bound.partner_id = directory.partner_id and bound.id = directory.id
      join gdap_relationships as gdap on gdap.partner_id = bound.partner_id and gdap.id = bound.id
      where directory.id = ${id} and ${isKept(now)}
        and gdap.customer_tenant_id <> (select tenant_id from organizations where id = ${customer.organizationId})`.execute(db)
    return rows.length > 0
  },

  isNameTaken: async (partnerId: string, displayName: string): Promise<boolean> => {
    const row = await db
      .selectFrom('gdap_relationships')
      .select('id')
      .where((eb) => eb.and({ partner_id: partnerId, display_name: displayName }))
      .executeTakeFirst()
    return row !== undefined
  },

  /**
   * The partner's own, or its reseller's, when the scope is the provider that it names. Throws NameTaken, and StaleWrite when it is to
   * take the place of privileges (`stands`) that the customer gives the scope no more.
   */
  create: (
    scope: Scope, relationship: GdapRelationship, createdBy: string, write: Write<GdapRecord>, stands?: 'dap',
  ): Promise<GdapRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const made = { ...relationship, version: 1 }
      if (relationship.partner.id !== scope.organizationId && relationship.indirectProviderTenantId !== (await tenantOf(trx, scope)))
        throw new Error('A relationship is made by its partner, or by the provider of its partner')
      if (made.partner.id !== scope.organizationId) await holdPartnerships(trx, scope.organizationId, [made.partner.id])
      if (stands) await holdDap(trx, scope, made)
      await insertGdap(trx, made, createdBy)
      return saved(trx, made)
    }),

  /** Any party's change. A role that goes from one that stands goes from its assignments too. Throws NameTaken; `stands` as above. */
  update: (scope: Scope, next: GdapRelationship, write: Write<GdapRecord>, stands?: 'dap'): Promise<GdapRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      if (stands) await holdDap(trx, scope, next)
      await holdSeen(trx, scope, next.id, write.at)
      await saveGdap(trx, next)
      return saved(trx, next)
    }),

  /** Any party's change of auto-extend, and of the status that follows from it, of all of these or of none. */
  setAutoExtend: (scope: Scope, next: readonly GdapRelationship[], write: Write<void>): Promise<void> =>
    writing(db, scope.organizationId, write, async (trx) => {
      if (next.length === 0) return
      const wanted = JSON.stringify(
        next.map(({ id, version, status, since, autoExtendDuration }) => ({ id, version, status, since, auto_extend: autoExtendDuration })),
      )
      const seen = seenGdap<Key>(scope, {
        columns: sql`gdap.partner_id, gdap.id`, where: sql`gdap.id in (${sql.join(next.map(({ id }) => id))})`,
      })
      const { rows } = await sql<Key>`
        update gdap_relationships as changed set auto_extend = wanted.auto_extend, status = wanted.status, since = wanted.since,
          modified_at = ${write.at}, version = changed.version + 1
        from ${seen} as seen
        join jsonb_to_recordset(${wanted}::jsonb) as wanted(id text, version integer, auto_extend text, status text, since timestamptz)
          on wanted.id = seen.id
        where changed.partner_id = seen.partner_id and changed.id = seen.id and changed.version = wanted.version
        returning changed.partner_id, changed.id`.execute(trx)
      if (rows.length < next.length) throw new StaleWrite('One of these relationships was changed meanwhile')
      await keepGdapMoments(trx, gdapKeys(rows))
    }),

  /** The customer's yes, once: `next` names its own tenant, and the relationship waits for it or for nobody yet. */
  approve: (customer: Scope, next: GdapRelationship, write: Write<GdapRecord>): Promise<GdapRecord> =>
    writing(db, customer.organizationId, write, async (trx) => {
      const tenantId = await tenantOf(trx, customer)
      const waiting = await trx
        .selectFrom('gdap_relationships')
        .select('customer_tenant_id')
        .where((eb) => eb.and({ partner_id: next.partner.id, id: next.id, status: 'approvalPending' }))
        .where((eb) => eb.or([eb('customer_tenant_id', 'is', null), eb('customer_tenant_id', '=', tenantId)]))
        .forUpdate()
        .executeTakeFirst()
      if (!waiting || next.customer?.tenantId !== tenantId) throw new StaleWrite(`Relationship ${next.id} does not wait for this tenant`)
      await saveGdap(trx, next)
      if (waiting.customer_tenant_id === null)
        await trx.insertInto('gdap_bound_requests').values({ partner_id: next.partner.id, id: next.id }).execute()
      return saved(trx, next)
    }),

  /** Keeps what is written with it when the partner's own request, unchanged since, waits for the customer; else StaleWrite. */
  handOver: (partner: Scope, { id, version }: Versioned, write: Write<GdapRecord>): Promise<GdapRecord> =>
    writing(db, partner.organizationId, write, async (trx) => {
      const waiting = await trx
        .selectFrom('gdap_relationships')
        .select('id')
        .where((eb) => eb.and({ partner_id: partner.organizationId, id, version, status: 'approvalPending' }))
        .forUpdate()
        .executeTakeFirst()
      if (!waiting) throw new StaleWrite(`Request ${id} does not wait for the customer, or is no longer at version ${version}`)
      return saved(trx, { partner: { id: partner.organizationId }, id })
    }),

  /** A draft alone can be thrown away. */
  remove: (scope: Scope, { id, version }: Versioned, write: Write<void>): Promise<void> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const removed = await trx
        .deleteFrom('gdap_relationships')
        .where((eb) => eb.and({ partner_id: scope.organizationId, id, version, status: 'created' }))
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
    and ${isKept(now)}
)`

const holdDap = (trx: Transaction<Database>, scope: Scope, { customer }: GdapRelationship) =>
  holdRows(trx, scope.organizationId, [{ id: customer?.tenantId ?? '', is: ({ dap }) => dap }])

async function holdSeen(db: Kysely<Database>, scope: Scope, id: string, now: string): Promise<void> {
  const { rows } = await sql`select 1 from ${gdapKeyWithin(scope, id, now)} as seen`.execute(db)
  if (rows.length === 0) throw new StaleWrite(`Relationship ${id} is not there any more`)
}

/** As it is by now, whoever sees it. */
async function saved(db: Kysely<Database>, { partner, id }: { partner: { id: string }; id: string }): Promise<GdapRecord> {
  return gdapOf(await gdapAt(db, gdapKeys([{ partner_id: partner.id, id }])).executeTakeFirstOrThrow())
}
