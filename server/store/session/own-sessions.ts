import type { Kysely } from 'kysely'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'

/** One of a person's sessions. Times ISO; `lastUsedAt` within a minute. */
type OwnSession = {
  id: string
  createdAt: string
  lastUsedAt: string
  expiresAt: string
  device: string
  address: string
}

/** More than anybody has; the oldest go beyond it. */
const mostShown = 100

export const ownSessions = (db: Kysely<Database>) => ({
  /** The person's living sessions, the latest first. */
  list: async (scope: Scope, userId: string, now: string): Promise<OwnSession[]> => {
    const rows = await ofPerson(db, scope, userId)
      .select(['id', 'created_at', 'idle_expires_at', 'idle_milliseconds', 'expires_at', 'device', 'address'])
      .where('expires_at', '>', now)
      .where('idle_expires_at', '>', now)
      .orderBy('created_at', 'desc')
      .limit(mostShown)
      .execute()
    return rows.map((row) => ({
      id: row.id ?? '',
      createdAt: row.created_at,
      lastUsedAt: new Date(Date.parse(row.idle_expires_at) - row.idle_milliseconds).toISOString(),
      expiresAt: row.expires_at,
      device: row.device ?? '',
      address: row.address ?? '',
    }))
  },

  /** Ends one of the person's sessions. False when there is none. */
  end: async (scope: Scope, userId: string, id: string): Promise<boolean> => {
    const ended = await db
      .deleteFrom('sessions')
      .where((eb) => eb.and({ organization_id: scope.organizationId, user_id: userId, id }))
      .executeTakeFirst()
    return ended.numDeletedRows > 0n
  },

  /** Ends all of the person's sessions but one. */
  endOthers: async (scope: Scope, userId: string, keptId: string | null): Promise<void> => {
    await db
      .deleteFrom('sessions')
      .where((eb) => eb.and({ organization_id: scope.organizationId, user_id: userId }))
      .where('id', 'is distinct from', keptId)
      .execute()
  },

  /** Ends what the identity provider says has ended there: one session of its own, else all of the person from before `at`. */
  endByIssuer: async (issuer: string, ended: { session?: string; subject?: string; at: string }): Promise<number> => {
    const { session, subject, at } = ended
    if (session === undefined && subject === undefined) return 0
    const done = await db
      .deleteFrom('sessions')
      .where('issuer', '=', issuer)
      .where('created_at', '<=', at)
      .$if(session !== undefined, (query) => query.where('issuer_session', '=', session ?? ''))
      .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
      .executeTakeFirst()
    return Number(done.numDeletedRows)
  },
})

const ofPerson = (db: Kysely<Database>, scope: Scope, userId: string) =>
  db.selectFrom('sessions').where((eb) => eb.and({ organization_id: scope.organizationId, user_id: userId })).where('id', 'is not', null)
