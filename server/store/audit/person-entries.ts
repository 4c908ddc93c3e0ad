import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'
import { noLink } from './canonical-row.ts'

const rowsAtOnce = 500
const firstId = '00000000-0000-0000-0000-000000000000'

type Who = { id: string; displayName: string }

/** What the log of the person's own organisation says of the person. */
export type PersonEntry = Pick<AuditEvent, 'at' | 'action' | 'noun' | 'nounId' | 'by' | 'details'>

/**
 * Rows that a person has written. Those of before rows knew the person go by the names of person and organisation, unless a colleague has
 * the same.
 */
const writtenBy = ({ organizationId }: Scope, { id, displayName }: Who): RawBuilder<boolean> => sql<boolean>`(
  performed_by_id = ${id} or (
    performed_by_id is null and organization_name = (select display_name from organizations where id = ${organizationId})
    and (performed_by = ${displayName} or starts_with(performed_by, ${`${displayName} · `})) and not exists (
      select 1 from users where organization_id = ${organizationId} and display_name = ${displayName} and id <> ${id}
    )
  )
)`

const about = ({ id }: Pick<Who, 'id'>): RawBuilder<boolean> => sql<boolean>`(noun = 'people' and noun_id = ${id})`

const entries = (db: Kysely<Database>, { organizationId }: Scope, filter: RawBuilder<boolean>, after: string) =>
  db.selectFrom('audit_events').where('organization_id', '=', organizationId).where('id', '>', after).where(filter).orderBy('id')
    .limit(rowsAtOnce)

/** What the person has written and what is about the person, so many rows at a time. */
export async function* entriesOfPerson(db: Kysely<Database>, scope: Scope, who: Who): AsyncGenerator<PersonEntry[], void, void> {
  const filter = sql<boolean>`(${writtenBy(scope, who)} or ${about(who)})`
  let last: string | undefined = firstId
  while (last !== undefined) {
    const rows: (PersonEntry & { id: string })[] = await entries(db, scope, filter, last)
      .select(['id', 'at', 'action', 'noun', 'noun_id as nounId', 'performed_by as by', 'details']).execute()
    yield rows.map(({ id: _, ...row }) => row)
    last = rows.length === rowsAtOnce ? rows.at(-1)?.id : undefined
  }
}

/**
 * Takes the person's name out of the organisation's log, whose chain holds without it (decision 28). Holds the chain's head, so that no row
 * is chained with the name meanwhile.
 */
export async function forgetInLog(trx: Transaction<Database>, scope: Scope, who: Who): Promise<void> {
  const { organizationId: own } = scope
  const empty = { organization_id: own, seq: 0, hash: noLink, chained_at: null, pruned_seq: 0, pruned_hash: noLink }
  await trx.insertInto('audit_heads').values(empty).onConflict((conflict) => conflict.column('organization_id').doNothing()).execute()
  await trx.selectFrom('audit_heads').select('seq').where('organization_id', '=', own).forUpdate().execute()
  await sql`select set_config('tessera.audit', 'erasure', true)`.execute(trx)
  const [written, told] = [writtenBy(scope, who), about(who)]
  for (let last: string | undefined = firstId; last !== undefined;) {
    const rows: { id: string }[] = await entries(trx, scope, sql<boolean>`(${written} or ${told})`, last).select('id').execute()
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return
    await trx
      .updateTable('audit_events')
      .set({
        performed_by: sql`case when ${written} then '' else performed_by end`,
        performed_by_id: sql`case when ${written} then null else performed_by_id end`,
        details: sql`case when ${told} then details - 'person' else details end`,
      })
      .where('organization_id', '=', own)
      .where('id', 'in', ids)
      .execute()
    await trx.updateTable('audit_chain').set({ salt: null }).where('organization_id', '=', own).where('event_id', 'in', ids).execute()
    last = ids.length === rowsAtOnce ? ids.at(-1) : undefined
  }
}
