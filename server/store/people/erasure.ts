import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import { noLink } from '../audit/canonical-row.ts'
import { StaleWrite } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { endAccess } from './held.ts'
import type { PersonRecord } from './people.ts'

const rowsAtOnce = 500
const firstId = '00000000-0000-0000-0000-000000000000'

type Who = Pick<PersonRecord, 'id' | 'displayName'>

/** What is kept about a person beside the person: one of these at a time. Never a token or a hash of one. */
export type PersonTrace =
  | { kind: 'identity'; subject: string; since: string; lastSignInAt: string }
  | { kind: 'session'; createdAt: string; expiresAt: string; device: string; address: string; issuer: string | null }
  | { kind: 'token'; name: string; createdAt: string; expiresAt: string; lastUsedAt: string | null; revokedAt: string | null }
  | { kind: 'entry'; at: string; action: string; noun: string; nounId: string; by: string; details: AuditEvent['details'] }

/** Rows that a person has written. Those of before rows knew the person go by the name, unless a colleague has the same. */
const writtenBy = ({ organizationId }: Scope, { id, displayName }: Who): RawBuilder<boolean> => sql<boolean>`(
  performed_by_id = ${id} or (
    performed_by_id is null and (performed_by = ${displayName} or starts_with(performed_by, ${`${displayName} · `})) and not exists (
      select 1 from users where organization_id = ${organizationId} and display_name = ${displayName} and id <> ${id}
    )
  )
)`

const about = ({ id }: Who): RawBuilder<boolean> => sql<boolean>`(noun = 'people' and noun_id = ${id})`

const entries = (db: Kysely<Database>, { organizationId }: Scope, filter: RawBuilder<boolean>, after: string) =>
  db.selectFrom('audit_events').where('organization_id', '=', organizationId).where('id', '>', after).where(filter).orderBy('id')
    .limit(rowsAtOnce)

export const erasure = (db: Kysely<Database>) => ({
  /** All that is kept about the person, a batch of rows in memory at a time. */
  async *traces(scope: Scope, who: Who): AsyncGenerator<PersonTrace[], void, void> {
    const own = { organization_id: scope.organizationId, user_id: who.id }
    const identities = await db.selectFrom('known_people').selectAll().where((eb) => eb.and(own)).execute()
    yield identities.map(({ subject, since, last_sign_in_at: lastSignInAt }) => ({ kind: 'identity', subject, since, lastSignInAt }))
    const sessions = await db.selectFrom('sessions').selectAll().where((eb) => eb.and(own)).execute()
    yield sessions.map(({ created_at: createdAt, expires_at: expiresAt, device, address, issuer }) =>
      ({ kind: 'session', createdAt, expiresAt, device: device ?? '', address: address ?? '', issuer }))
    const tokens = await db.selectFrom('access_tokens').selectAll()
      .where((eb) => eb.and({ organization_id: scope.organizationId, owner_id: who.id })).execute()
    yield tokens.map(({ name, created_at: createdAt, expires_at: expiresAt, last_used_at: lastUsedAt, revoked_at: revokedAt }) =>
      ({ kind: 'token', name, createdAt, expiresAt, lastUsedAt, revokedAt }))
    const filter = sql<boolean>`(${writtenBy(scope, who)} or ${about(who)})`
    let last: string | undefined = firstId
    while (last !== undefined) {
      const rows: (Omit<Extract<PersonTrace, { kind: 'entry' }>, 'kind'> & { id: string })[] = await entries(db, scope, filter, last)
        .select(['id', 'at', 'action', 'noun', 'noun_id as nounId', 'performed_by as by', 'details']).execute()
      yield rows.map(({ id: _, ...row }) => ({ kind: 'entry', ...row }))
      last = rows.length === rowsAtOnce ? rows.at(-1)?.id : undefined
    }
  },

  /**
   * Forgets the person for ever: account, identities, sessions, personal tokens, and the name in the organisation's log, whose chain holds
   * without it (decision 28). Throws StaleWrite unless the person is as it was read.
   */
  erase: (scope: Scope, person: PersonRecord, write: Write<void>): Promise<void> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const { organizationId } = scope
      const gone = await trx
        .deleteFrom('users')
        .where((eb) => eb.and({ organization_id: organizationId, id: person.id }))
        .where('removed_at', 'is not', null)
        .where(sql<boolean>`coalesce(version, 0) = ${person.version}`)
        .returning('id')
        .executeTakeFirst()
      if (!gone) throw new StaleWrite(`Person ${person.id} is no longer at version ${person.version}`)
      await endAccess(trx, { organizationId, userId: person.id }, { at: write.at, by: '' })
      await trx.deleteFrom('user_directory').where((eb) => eb.and({ organization_id: organizationId, user_id: person.id })).execute()
      await trx.deleteFrom('known_people').where((eb) => eb.and({ organization_id: organizationId, user_id: person.id })).execute()
      await forgetTokens(trx, organizationId, person.id)
      await forgetInLog(trx, scope, person)
    }),
})

async function forgetTokens(trx: Transaction<Database>, organizationId: string, ownerId: string): Promise<void> {
  const own = { organization_id: organizationId, owner_id: ownerId }
  const tokens = await trx.deleteFrom('access_tokens').where((eb) => eb.and(own)).returning('token_hash').execute()
  if (tokens.length > 0)
    await trx.deleteFrom('access_token_hashes').where('token_hash', 'in', tokens.map(({ token_hash: hash }) => hash)).execute()
}

/** Holds the chain's head, so that no row is chained with the name while it is taken out. */
async function forgetInLog(trx: Transaction<Database>, scope: Scope, who: Who): Promise<void> {
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
