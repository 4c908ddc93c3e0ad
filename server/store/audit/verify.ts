import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../sql/tables/database.ts'
import { chainColumns, linkHash, noLink, personalDigest } from './canonical-row.ts'

/** So many links are in memory at a time. */
const linksAtOnce = 500

/** Why a chain does not hold. */
export type Break =
  | 'link_missing' | 'row_missing' | 'row_changed' | 'person_changed' | 'end_missing' | 'end_changed' | 'row_outside'

export type ChainReport = {
  organizationId: string
  /** Links whose rows were recomputed. */
  verified: number
  /** The number of the last link that retention has pruned. */
  prunedUpTo: number
  hash: string
  unchained: number
  broken?: { what: Break; seq: number; eventId: string | null }
}

/** The organisations that have audit rows or a chain, by tenant when one is given; null for a tenant that the portal does not know. */
export async function chainedOrganizations(db: Kysely<Database>, tenantId?: string) {
  let query = db.selectFrom('organizations').select(['id', 'tenant_id as tenantId', 'display_name as displayName'])
  if (tenantId !== undefined) return query.where('tenant_id', '=', tenantId).execute()
  query = query.where((eb) =>
    eb.or([
      eb.exists(eb.selectFrom('audit_events').select('audit_events.id').whereRef('organization_id', '=', 'organizations.id')),
      eb.exists(eb.selectFrom('audit_heads').select('seq').whereRef('organization_id', '=', 'organizations.id')),
    ]))
  return query.orderBy('display_name').orderBy('id').execute()
}

/** Recomputes one organisation's chain, as it stands at one moment, page by page; stops at the first break. */
export const verifyChain = (db: Kysely<Database>, organizationId: string): Promise<ChainReport> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute((trx) => verify(trx, organizationId))

async function verify(trx: Transaction<Database>, organizationId: string): Promise<ChainReport> {
  const head = await trx.selectFrom('audit_heads').selectAll().where('organization_id', '=', organizationId).executeTakeFirst()
  let { seq, hash } = { seq: head?.pruned_seq ?? 0, hash: head?.pruned_hash ?? noLink }
  const report = { organizationId, prunedUpTo: seq, unchained: await unchainedOf(trx, organizationId) }
  const found = (what: Break, at: number, eventId: string | null): ChainReport =>
    ({ ...report, verified: seq - report.prunedUpTo, hash, broken: { what, seq: at, eventId } })

  for (;;) {
    const links = await trx.selectFrom('audit_chain').select(['seq', 'event_id', 'salt', 'personal', 'hash'])
      .where('organization_id', '=', organizationId).where('seq', '>', seq).orderBy('seq').limit(linksAtOnce).execute()
    if (links.length === 0) break
    const rows = await trx.selectFrom('audit_events').select(chainColumns).where('organization_id', '=', organizationId)
      .where('id', 'in', links.map(({ event_id }) => event_id)).execute()
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const link of links) {
      const row = byId.get(link.event_id)
      if (link.seq !== seq + 1) return found('link_missing', seq + 1, null)
      if (!row) return found('row_missing', link.seq, link.event_id)
      if (link.salt !== null && personalDigest(row, link.salt) !== link.personal) return found('person_changed', link.seq, link.event_id)
      if (linkHash(hash, link.seq, row, link.personal) !== link.hash) return found('row_changed', link.seq, link.event_id)
      seq = link.seq
      hash = link.hash
    }
  }
  if (seq < (head?.seq ?? 0)) return found('end_missing', seq + 1, null)
  if (head && (seq !== head.seq || hash !== head.hash)) return found('end_changed', seq, null)
  const outside = await rowOutside(trx, organizationId)
  if (outside !== undefined) return found('row_outside', seq, outside)
  return { ...report, verified: seq - report.prunedUpTo, hash }
}

async function unchainedOf(trx: Transaction<Database>, organizationId: string): Promise<number> {
  const { count } = await trx.selectFrom('audit_events').select(sql<number>`count(*)::int`.as('count'))
    .where('organization_id', '=', organizationId).where('is_chained', 'is', null).executeTakeFirstOrThrow()
  return count
}

/** A row that says that it is chained, and has no link. */
async function rowOutside(trx: Transaction<Database>, organizationId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('audit_events as event')
    .select('event.id')
    .where('event.organization_id', '=', organizationId)
    .where('event.is_chained', 'is not', null)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('audit_chain as link').select('link.seq').where('link.organization_id', '=', organizationId)
        .whereRef('link.event_id', '=', 'event.id'))))
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
