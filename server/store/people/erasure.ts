import { type Kysely, sql, type Transaction } from 'kysely'
import type { Choices } from '../../../domain/notices/notice.ts'
import { entriesOfPerson, forgetInLog, type PersonEntry } from '../audit/person-entries.ts'
import { StaleWrite } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { endAccess } from './held.ts'
import type { PersonRecord } from './people.ts'

type Who = Pick<PersonRecord, 'id' | 'displayName'>

/** What is kept about a person beside the person: one of these at a time. Never a token or a hash of one. */
export type PersonTrace =
  | { kind: 'identity'; subject: string; since: string; lastSignInAt: string }
  | { kind: 'session'; createdAt: string; expiresAt: string; device: string; address: string; issuer: string | null }
  | { kind: 'token'; name: string; createdAt: string; expiresAt: string; lastUsedAt: string | null; revokedAt: string | null }
  | { kind: 'notices'; choices: Choices }
  | ({ kind: 'entry' } & PersonEntry)

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
    const chosen = await db.selectFrom('notice_choices').select('choices').where((eb) => eb.and(own)).execute()
    yield chosen.map(({ choices }) => ({ kind: 'notices', choices }))
    for await (const batch of entriesOfPerson(db, scope, who)) yield batch.map((row) => ({ kind: 'entry', ...row }))
  },

  /**
   * Forgets the person for ever: account, identities, sessions, personal tokens, mails, and the name in the organisation's log, whose chain
   * holds without it (decision 28), and beside people, tokens, webhooks and resellers. Throws StaleWrite unless the person is as read.
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
      await forgetMails(trx, organizationId, person.id)
      await forgetInLog(trx, scope, person)
      await forgetName(trx, organizationId, person.displayName)
    }),
})

/** Mails of the portal to the person lose address and text; one that has not left yet is not sent, since nobody is there to want it. */
async function forgetMails(trx: Transaction<Database>, organizationId: string, userId: string): Promise<void> {
  const own = { organization_id: organizationId, user_id: userId }
  await trx.deleteFrom('notice_choices').where((eb) => eb.and(own)).execute()
  await trx.deleteFrom('notices').where((eb) => eb.and(own)).execute()
  await trx
    .updateTable('outbox')
    .set({ to_address: '', subject: '', body: '', from_name: '', reply_to: null, reader_id: null })
    .where((eb) => eb.and({ reader_organization_id: organizationId, reader_id: userId }))
    .execute()
}

async function forgetTokens(trx: Transaction<Database>, organizationId: string, ownerId: string): Promise<void> {
  const own = { organization_id: organizationId, owner_id: ownerId }
  const tokens = await trx.deleteFrom('access_tokens').where((eb) => eb.and(own)).returning('token_hash').execute()
  if (tokens.length > 0)
    await trx.deleteFrom('access_token_hashes').where('token_hash', 'in', tokens.map(({ token_hash: hash }) => hash)).execute()
}

/** Where the organisation's own rows name who did something, an empty name is that of an erased person; a namesake keeps it. */
async function forgetName(trx: Transaction<Database>, organizationId: string, name: string): Promise<void> {
  const own = { organization_id: organizationId }
  const called = trx.selectFrom('users').select('id').where((eb) => eb.and({ ...own, display_name: name }))
  const namesake = await called.limit(1).executeTakeFirst()
  if (namesake) return
  const forget = { created_by: '' }
  await trx.updateTable('webhooks').set(forget).where((eb) => eb.and({ ...own, created_by: name })).execute()
  await trx.updateTable('access_tokens').set(forget).where((eb) => eb.and({ ...own, created_by: name })).execute()
  await trx.updateTable('access_tokens').set({ revoked_by: '' }).where((eb) => eb.and({ ...own, revoked_by: name })).execute()
  await trx.updateTable('reseller_invites').set(forget).where((eb) => eb.and({ partner_id: organizationId, created_by: name })).execute()
  await trx.updateTable('partner_facts').set({ agreement_said: sql`jsonb_set(agreement_said, '{by}', '""')` })
    .where('organization_id', '=', organizationId).where(sql<boolean>`agreement_said->>'by' = ${name}`).execute()
  await trx.updateTable('users').set({ removed_by: '' }).where((eb) => eb.and({ ...own, removed_by: name })).execute()
}
