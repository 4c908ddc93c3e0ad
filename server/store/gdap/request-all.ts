import { type Kysely, sql, type Transaction } from 'kysely'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { limitOfGdapRequests } from '../../../domain/limits/gdap-limits.ts'
import { dayOf } from '../../../domain/limits/limit.ts'
import { gdapKeys, keepGdapMoments, newGdapRow } from './row.ts'
import { batchesOf } from '../sql/batches.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import type { Write } from '../write.ts'
import { writingAll } from '../sql/writing.ts'

/** One of many of the partner's own for customers that it names; one that is not new is the draft of before, sent. */
export type RequestedGdap = { relationship: GdapRelationship; isNew: boolean; write: Write<never> }

/**
 * By id what was made or sent, and what was not because its customer is asked enough today. Everything else is not what it was: the name
 * is taken, the draft is another, or the privileges that it replaces stand no more.
 */
export type RequestedAll = { made: ReadonlySet<string>; tooMany: ReadonlySet<string> }

/** Thrown inside the transaction, which begins anew without these. */
class RequestLimitReached extends Error {
  readonly ids: readonly string[]

  constructor(ids: readonly string[]) {
    super('Customers are asked enough today')
    this.ids = ids
  }
}

export const requestAllGdap =
  (db: Kysely<Database>) =>
  async (scope: Scope, requested: readonly RequestedGdap[], createdBy: string, stands?: 'dap'): Promise<RequestedAll> => {
    const isForeign = requested.some(({ relationship: { partner } }) => partner.id !== scope.organizationId)
    if (isForeign) throw new Error('A relationship is made by its partner alone')
    const tooMany = new Set<string>()
    for (;;) {
      const rows = requested.map((each) => ({ ...each, saved: each.relationship })).filter(({ saved }) => !tooMany.has(saved.id))
      try {
        const made = await writingAll(db, scope.organizationId, rows, async () => undefined, async (trx, given) => {
          const held = stands ? await withDap(trx, scope, given) : given
          const ids = new Set([...(await sendDrafts(trx, scope, held)), ...(await insertNew(trx, held, createdBy))])
          await keepGdapMoments(trx, gdapKeys([...ids].map((id) => ({ partner_id: scope.organizationId, id }))))
          const done = held.filter(({ relationship }) => ids.has(relationship.id))
          await tellCustomers(trx, scope, done.map(({ relationship }) => relationship))
          return done
        })
        return { made: new Set(made.map(({ relationship }) => relationship.id)), tooMany }
      } catch (error) {
        if (!(error instanceof RequestLimitReached)) throw error
        for (const id of error.ids) tooMany.add(id)
      }
    }
  }

const tenantOf = ({ customer }: GdapRelationship): string => customer?.tenantId ?? ''

/** Those at whose customers the privileges stand, which they do until the transaction ends. */
async function withDap<Row extends RequestedGdap>(trx: Transaction<Database>, scope: Scope, rows: readonly Row[]): Promise<readonly Row[]> {
  if (rows.length === 0) return rows
  const lines = await trx.selectFrom('customers').select('id').where('partner_id', '=', scope.organizationId)
    .where('id', 'in', rows.map(({ relationship }) => tenantOf(relationship))).where('dap', '=', true).orderBy('id').forShare().execute()
  const standing = new Set(lines.map(({ id }) => id))
  return rows.filter(({ relationship }) => standing.has(tenantOf(relationship)))
}

async function sendDrafts(trx: Transaction<Database>, scope: Scope, rows: readonly RequestedGdap[]): Promise<string[]> {
  const drafts = rows.filter(({ isNew }) => !isNew)
  if (drafts.length === 0) return []
  const wanted = JSON.stringify(drafts.map(({ relationship: { id, version, status, since, lastModifiedDateTime } }) => (
    { id, version, status, since, modified_at: lastModifiedDateTime }
  )))
  const sent = await sql<{ id: string }>`
    update gdap_relationships as draft set status = wanted.status, since = wanted.since, modified_at = wanted.modified_at,
      version = draft.version + 1
    from jsonb_to_recordset(${wanted}::jsonb) as
      wanted(id text, version integer, status text, since timestamptz, modified_at timestamptz)
    where draft.partner_id = ${scope.organizationId} and draft.id = wanted.id and draft.version = wanted.version
    returning draft.id`.execute(trx)
  return sent.rows.map(({ id }) => id)
}

/** In the order of their names, so that callers at the same time wait for one another and never in a ring. */
async function insertNew(trx: Transaction<Database>, rows: readonly RequestedGdap[], createdBy: string): Promise<string[]> {
  const named = rows.filter(({ isNew }) => isNew).map(({ relationship }) => relationship)
    .toSorted((one, other) => (one.displayName < other.displayName ? -1 : 1))
  const made: string[] = []
  for (const batch of batchesOf(named)) {
    const inserted = await trx.insertInto('gdap_relationships').values(batch.map((each) => newGdapRow(each, createdBy)))
      .onConflict((conflict) => conflict.columns(['partner_id', 'display_name']).doNothing()).returning(['id', 'partner_id']).execute()
    if (inserted.length > 0) await trx.insertInto('gdap_directory').values(inserted).execute()
    made.push(...inserted.map(({ id }) => id))
  }
  return made
}

/** Shows the requests to their tenants, and counts each that is new to one. Throws {@link RequestLimitReached}. */
async function tellCustomers(trx: Transaction<Database>, scope: Scope, done: readonly GdapRelationship[]): Promise<void> {
  const asked = done.filter(({ status }) => status !== 'created')
  for (const batch of batchesOf(asked))
    await trx.insertInto('gdap_of_tenants').values(batch.map((each) => (
      { tenant_id: tenantOf(each), id: each.id, partner_id: each.partner.id, created_at: each.createdDateTime }
    ))).onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing()).execute()
  const perTenant = [...Map.groupBy(asked, tenantOf)]
  const limits = perTenant.map(([tenantId, requests]) => ({ ...limitOfGdapRequests(scope.organizationId, tenantId), requests }))
    .toSorted((one, other) => (one.what < other.what ? -1 : 1))
  const [first] = limits
  if (!first) return
  const day = dayOf(first.requests[0]?.lastModifiedDateTime ?? '')
  const counts = await trx.insertInto('limits')
    .values(limits.map(({ owner, what, requests }) => ({ owner, what, day, count: requests.length })))
    .onConflict((conflict) => conflict.columns(['owner', 'what', 'day'])
      .doUpdateSet((eb) => ({ count: eb('limits.count', '+', eb.ref('excluded.count')) })))
    .returning(['what', 'count']).execute()
  const over = new Map(counts.map(({ what, count }) => [what, count - first.most]))
  const beyond = limits.flatMap(({ what, requests }) => {
    const tooMany = Math.min(Math.max(over.get(what) ?? 0, 0), requests.length)
    return requests.slice(requests.length - tooMany).map(({ id }) => id)
  })
  if (beyond.length > 0) throw new RequestLimitReached(beyond)
}
