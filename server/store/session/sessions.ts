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
  'organizations.visiting_since',
] as const

export type ActorRow = Omit<Selectable<Database['organizations']>, 'name_looks'> &
  Pick<Selectable<Database['users']>, 'email' | 'roles' | 'locale'> & { user_id: string; user_name: string }

export const actorOf = (row: ActorRow): Actor => ({
  user: { id: row.user_id, displayName: row.user_name, email: row.email, roles: row.roles, locale: row.locale },
  organization: organizationOf(row),
})

/** What an identity provider gave with a sign-in. `signedInAt` ISO; `refreshToken` sealed. */
export type IssuedSession = {
  issuer: string
  issuerSession: string | null
  subject: string
  signedInAt: string | null
  refreshToken: string | null
  rolesDueAt: string | null
}

/** `tokenHash` is SHA-256 hex; times ISO; `issued` is null for a persona. */
export type NewSession = {
  id: string
  tokenHash: string
  person: { organizationId: string; userId: string }
  createdAt: string
  expiresAt: string
  idleExpiresAt: string
  device: string
  address: string
  issued: IssuedSession | null
}

/** A living session beside its actor. Times ISO. */
export type FoundSession = {
  id: string | null
  actor: Actor
  issuer: string | null
  signedInAt: string | null
  /** Whether the call carried the present token, not the one before. */
  isPresent: boolean
  isRotationDue: boolean
  rolesDueAt: string | null
  expiresAt: string
}

export const sessions = (db: Kysely<Database>) => ({
  /** Opens a session; of a persona, whom no identity provider vouches for, this is also the sign-in. */
  create: async ({ id, tokenHash, person, createdAt, expiresAt, idleExpiresAt, device, address, issued }: NewSession): Promise<void> => {
    await db
      .insertInto('sessions')
      .values({
        id,
        token_hash: tokenHash,
        organization_id: person.organizationId,
        user_id: person.userId,
        created_at: createdAt,
        expires_at: expiresAt,
        idle_expires_at: idleExpiresAt,
        idle_milliseconds: Date.parse(idleExpiresAt) - Date.parse(createdAt),
        device,
        address,
        issuer: issued?.issuer ?? null,
        issuer_session: issued?.issuerSession ?? null,
        subject: issued?.subject ?? null,
        signed_in_at: issued?.signedInAt ?? null,
        refresh_token: issued?.refreshToken ?? null,
        roles_due_at: issued?.rolesDueAt ?? null,
      })
      .execute()
    if (issued) return
    await db
      .updateTable('users')
      .set({ persona_signed_in_at: createdAt })
      .where((eb) => eb.and({ organization_id: person.organizationId, id: person.userId }))
      .execute()
  },

  /**
   * A living session by its token or, for a while after a rotation, the one before; undefined when unknown, expired or ended. Extends the
   * idle expiry, at most once a minute, unless `isDeed` says that the page, not its person, made the call.
   */
  find: async (
    tokenHash: string, now: string, isDeed: (actor: Actor) => boolean = () => true,
  ): Promise<FoundSession | undefined> => {
    const row =
      (await living(db, now).where('sessions.token_hash', '=', tokenHash).executeTakeFirst()) ??
      (await living(db, now)
        .where('sessions.previous_hash', '=', tokenHash)
        .where('sessions.previous_until', '>', now)
        .executeTakeFirst())
    if (!row) return undefined
    const actor = actorOf(row)
    const idleExpiry = Date.parse(now) + row.idle_milliseconds
    if (isDeed(actor) && idleExpiry - Date.parse(row.idle_expires_at) >= touchMilliseconds)
      await db
        .updateTable('sessions')
        .set({ idle_expires_at: new Date(idleExpiry).toISOString() })
        .where((eb) => eb.and({ token_hash: row.token_hash, idle_expires_at: row.idle_expires_at }))
        .execute()
    return {
      id: row.session_id,
      actor,
      issuer: row.issuer,
      signedInAt: row.signed_in_at,
      isPresent: row.token_hash === tokenHash,
      isRotationDue: row.rotation_due_at !== null,
      rolesDueAt: row.roles_due_at,
      expiresAt: row.expires_at,
    }
  },

  /** Which of these sessions live, in one statement; does not extend them. */
  living: async (tokenHashes: readonly string[], now: string): Promise<ReadonlySet<string>> => {
    if (tokenHashes.length === 0) return new Set()
    const found = await db
      .selectFrom('sessions')
      .select('token_hash')
      .where('token_hash', 'in', tokenHashes)
      .where('expires_at', '>', now)
      .where('idle_expires_at', '>', now)
      .execute()
    return new Set(found.map((row) => row.token_hash))
  },

  /** Gives the session a new token, once; the one before is taken until `previousUntil`. False when another call was first. */
  rotate: async (from: string, to: string, previousUntil: string): Promise<boolean> => {
    const done = await db
      .updateTable('sessions')
      .set({ token_hash: to, previous_hash: from, previous_until: previousUntil, rotation_due_at: null })
      .where('token_hash', '=', from)
      .where('rotation_due_at', 'is not', null)
      .executeTakeFirst()
    return done.numUpdatedRows > 0n
  },

  end: async (tokenHash: string): Promise<void> => {
    await db
      .deleteFrom('sessions')
      .where((eb) => eb.or([eb('token_hash', '=', tokenHash), eb('previous_hash', '=', tokenHash)]))
      .execute()
  },

  /** Takes the reading of the roles for itself, so that one call of many does it: the sealed refresh token, or undefined. */
  takeRolesReading: async (
    id: string, dueAt: string, nextAt: string,
  ): Promise<{ refreshToken: string; subject: string } | undefined> => {
    const taken = await db
      .updateTable('sessions')
      .set({ roles_due_at: nextAt })
      .where((eb) => eb.and({ id, roles_due_at: dueAt }))
      .returning(['refresh_token', 'subject'])
      .executeTakeFirst()
    if (!taken?.refresh_token || !taken.subject) return undefined
    return { refreshToken: taken.refresh_token, subject: taken.subject }
  },

  /** Keeps what a reading gave; a `refreshToken` of null leaves what is there. */
  keepReading: async (
    id: string, read: { refreshToken: string | null; rolesDueAt: string },
  ): Promise<void> => {
    await db
      .updateTable('sessions')
      .set({
        roles_due_at: read.rolesDueAt,
        ...(read.refreshToken !== null && { refresh_token: read.refreshToken }),
      })
      .where('id', '=', id)
      .execute()
  },
})

const living = (db: Kysely<Database>, now: string) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', (join) =>
      join.onRef('users.organization_id', '=', 'sessions.organization_id').onRef('users.id', '=', 'sessions.user_id'),
    )
    .innerJoin('organizations', 'organizations.id', 'sessions.organization_id')
    .select([
      ...actorColumns, 'sessions.id as session_id', 'sessions.token_hash', 'sessions.expires_at', 'sessions.idle_expires_at',
      'sessions.idle_milliseconds', 'sessions.issuer', 'sessions.signed_in_at', 'sessions.roles_due_at', 'sessions.rotation_due_at',
    ])
    .where('sessions.expires_at', '>', now)
    .where('sessions.idle_expires_at', '>', now)
    .where('users.removed_at', 'is', null)
