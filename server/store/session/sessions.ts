import type { Kysely, Selectable } from 'kysely'
import type { Actor } from '../../../domain/session/actor.ts'
import { organizationOf } from '../organizations/organizations.ts'
import type { Database } from '../sql/tables/database.ts'

/** The idle expiry is written at most this often. */
const touchMilliseconds = 60_000

/** Renames columns that users and organisations share. */
export const actorColumns = [
  'users.id as user_id',
  'users.display_name as user_name',
  'users.email',
  'users.roles',
  'users.locale',
  'organizations.id',
  'organizations.tenant_id',
  'organizations.display_name',
  'organizations.domain',
  'organizations.kind',
  'organizations.cloud',
  'organizations.country',
  'organizations.mpn_id',
] as const

export type ActorRow = Selectable<Database['organizations']> &
  Pick<Selectable<Database['users']>, 'email' | 'roles' | 'locale'> & { user_id: string; user_name: string }

export const actorOf = (row: ActorRow): Actor => ({
  user: { id: row.user_id, displayName: row.user_name, email: row.email, roles: row.roles, locale: row.locale },
  organization: organizationOf(row),
})

/** `tokenHash` is SHA-256 hex; times ISO. */
type NewSession = { tokenHash: string; userId: string; createdAt: string; expiresAt: string; idleExpiresAt: string }

export const sessions = (db: Kysely<Database>) => ({
  create: async ({ tokenHash, userId, createdAt, expiresAt, idleExpiresAt }: NewSession): Promise<void> => {
    const user = await db
      .selectFrom('user_directory')
      .select('organization_id')
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow(() => new Error(`No user ${userId}`))
    await db
      .insertInto('sessions')
      .values({
        token_hash: tokenHash,
        organization_id: user.organization_id,
        user_id: userId,
        created_at: createdAt,
        expires_at: expiresAt,
        idle_expires_at: idleExpiresAt,
        idle_milliseconds: Date.parse(idleExpiresAt) - Date.parse(createdAt),
      })
      .execute()
  },

  /**
   * The actor of a living session; undefined when unknown, expired or ended. Extends the idle expiry, at most once a minute, unless
   * `isDeed` says that the page, not its person, made the call.
   */
  find: async (tokenHash: string, now: string, isDeed: (actor: Actor) => boolean = () => true): Promise<Actor | undefined> => {
    const row = await db
      .selectFrom('sessions')
      .innerJoin('users', (join) =>
        join.onRef('users.organization_id', '=', 'sessions.organization_id').onRef('users.id', '=', 'sessions.user_id'),
      )
      .innerJoin('organizations', 'organizations.id', 'sessions.organization_id')
      .select([...actorColumns, 'sessions.idle_expires_at', 'sessions.idle_milliseconds'])
      .where('sessions.token_hash', '=', tokenHash)
      .where('sessions.expires_at', '>', now)
      .where('sessions.idle_expires_at', '>', now)
      .executeTakeFirst()
    if (!row) return undefined
    const actor = actorOf(row)
    if (!isDeed(actor)) return actor
    const idleExpiry = Date.parse(now) + row.idle_milliseconds
    if (idleExpiry - Date.parse(row.idle_expires_at) >= touchMilliseconds)
      await db
        .updateTable('sessions')
        .set({ idle_expires_at: new Date(idleExpiry).toISOString() })
        .where((eb) => eb.and({ token_hash: tokenHash, idle_expires_at: row.idle_expires_at }))
        .execute()
    return actor
  },

  /** Which of these sessions live, in one statement; does not extend them. */
  living: async (tokenHashes: readonly string[], now: string): Promise<ReadonlySet<string>> => {
    if (tokenHashes.length === 0) return new Set()
    const living = await db
      .selectFrom('sessions')
      .select('token_hash')
      .where('token_hash', 'in', tokenHashes)
      .where('expires_at', '>', now)
      .where('idle_expires_at', '>', now)
      .execute()
    return new Set(living.map((row) => row.token_hash))
  },

  end: async (tokenHash: string): Promise<void> => {
    await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
  },
})
