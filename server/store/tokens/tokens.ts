import { type Kysely, sql } from 'kysely'
import type { Page } from '../../../domain/page.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { TokenScope } from '../../../domain/tokens/scopes.ts'
import { endOf, type TokenRecord } from '../../../domain/tokens/token.ts'
import { StaleWrite } from '../errors.ts'
import { oneAfterAnother, organizationOf } from '../organizations/organizations.ts'
import type { Scope } from '../scope.ts'
import { actorColumns, actorOf, type ActorRow } from '../session/sessions.ts'
import type { CursorHome } from '../sql/cursor.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { rowOfToken, tokenOfRow } from './row.ts'

/** The last use is written at most this often. */
const touchMilliseconds = 60_000

const countCap = 1_000

/** Whom a living token acts for, what it opens, and the time zone of its organisation where that has chosen one. */
export type TokenBearer = { actor: Actor; scopes: readonly TokenScope[]; timeZone: string | null }

const own = (db: Kysely<Database>, { organizationId }: Scope) =>
  db.selectFrom('access_tokens').where('organization_id', '=', organizationId)

const countLiving = async (db: Kysely<Database>, scope: Scope, ownerId: string, now: string): Promise<number> => {
  const { count } = await own(db, scope)
    .select(sql<number>`count(*)::int`.as('count'))
    .where('owner_id', '=', ownerId)
    .where('ends_at', '>', now)
    .executeTakeFirstOrThrow()
  return count
}

export const tokens = (db: Kysely<Database>) => ({
  /** These owners' tokens, the newest first; an owner is a person, or the organisation for its services. */
  list: async (scope: Scope, ownerIds: readonly string[], page: PageRequest): Promise<Page<TokenRecord>> => {
    const home: CursorHome = { list: 'tokens', organizationId: scope.organizationId, view: { ownerIds: ownerIds.join() } }
    const after = positionOf(home, page)
    const all = own(db, scope).where('owner_id', 'in', ownerIds)
    let query = all.selectAll().orderBy('id', 'desc').limit(page.limit + 1)
    if (after) query = query.where('id', '<', after.keys[0] ?? '')
    return pageFrom(home, page.limit, await query.execute(), after?.total ?? (await countedUpTo(db, countCap, all.select('id'))), {
      item: tokenOfRow, keys: (row) => [row.id],
    })
  },

  find: async (scope: Scope, id: string): Promise<TokenRecord | undefined> => {
    const row = isUuid(id) ? await own(db, scope).selectAll().where('id', '=', id).executeTakeFirst() : undefined
    return row && tokenOfRow(row)
  },

  countLiving: (scope: Scope, ownerId: string, now: string): Promise<number> => countLiving(db, scope, ownerId, now),

  /** `tokenHash` is SHA-256 hex. Throws StaleWrite when its owner no longer has `among` living tokens. */
  create: (scope: Scope, token: TokenRecord, tokenHash: string, among: number, write: Write<TokenRecord>): Promise<TokenRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      await oneAfterAnother(trx, scope)
      if ((await countLiving(trx, scope, token.ownerId, write.at)) !== among) throw new StaleWrite('Tokens came or went meanwhile')
      await trx.insertInto('access_tokens').values(rowOfToken(scope.organizationId, tokenHash, token)).execute()
      await trx
        .insertInto('access_token_hashes')
        .values({ token_hash: tokenHash, organization_id: scope.organizationId, token_id: token.id })
        .execute()
      return token
    }),

  /** Compares and sets `version`. */
  revoke: (scope: Scope, next: TokenRecord, write: Write<TokenRecord>): Promise<TokenRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const saved = await trx
        .updateTable('access_tokens')
        .set({
          revoked_at: next.revokedAt, revoked_by: next.revokedBy, ends_at: endOf(next), version: sql<number>`version + 1`,
        })
        .where((eb) => eb.and({ organization_id: scope.organizationId, id: next.id, version: next.version }))
        .returningAll()
        .executeTakeFirst()
      if (!saved) throw new StaleWrite(`Token ${next.id} is no longer at version ${next.version}`)
      return tokenOfRow(saved)
    }),

  /**
   * Whom a living token acts for, in one statement; undefined when it is unknown, expired or revoked, or its person is gone. Keeps when it
   * was used, at most once a minute.
   */
  bearer: async (tokenHash: string, now: string): Promise<TokenBearer | undefined> => {
    const row = await livingAmong(db, [tokenHash], now)
      .select([...actorColumns, 'token.id as token_id', 'token.kind as token_kind', 'token.name', 'token.scopes', 'token.last_used_at'])
      .leftJoin('organization_profiles as profile', 'profile.organization_id', 'known.organization_id')
      .select(['token.roles as token_roles', 'profile.time_zone'])
      .executeTakeFirst()
    if (!row) return undefined
    const last = row.last_used_at
    if (last === null || Date.parse(now) - Date.parse(last) >= touchMilliseconds)
      await db
        .updateTable('access_tokens')
        .set({ last_used_at: now })
        .where((eb) => eb.and({ organization_id: row.id, id: row.token_id }))
        .where('last_used_at', last === null ? 'is' : '=', last)
        .execute()
    const actor: Actor = row.token_kind === 'service'
      ? {
        user: { id: row.token_id, displayName: row.name, email: '', roles: row.token_roles ?? [], locale: 'en' },
        organization: organizationOf(row),
      }
      : { ...actorOf(row as ActorRow), token: { name: row.name } }
    return { actor, scopes: row.scopes, timeZone: row.time_zone }
  },

  /** Which of these tokens live, in one statement; no use of them. */
  living: async (tokenHashes: readonly string[], now: string): Promise<ReadonlySet<string>> => {
    if (tokenHashes.length === 0) return new Set()
    const living = await livingAmong(db, tokenHashes, now).select('known.token_hash').execute()
    return new Set(living.map((row) => row.token_hash))
  },
})

/** A personal token lives no longer than its person is there, and rests while nobody vouches for the person. A persona needs nobody. */
const livingAmong = (db: Kysely<Database>, tokenHashes: readonly string[], now: string) =>
  db
    .selectFrom('access_token_hashes as known')
    .innerJoin('access_tokens as token', (join) =>
      join.onRef('token.organization_id', '=', 'known.organization_id').onRef('token.id', '=', 'known.token_id'))
    .innerJoin('organizations', 'organizations.id', 'known.organization_id')
    .leftJoin('users', (join) =>
      join.onRef('users.organization_id', '=', 'known.organization_id').onRef('users.id', '=', 'token.owner_id'))
    .where('known.token_hash', 'in', tokenHashes)
    .where('token.ends_at', '>', now)
    .where((eb) => eb.or([
      eb('token.kind', '=', 'service'), eb.and([
        eb('users.id', 'is not', null), eb('users.removed_at', 'is', null),
        eb.or([eb('users.vouched_until', 'is', null), eb('users.vouched_until', '>', now)]),
      ]),
    ]))
