import { type Kysely, sql } from 'kysely'
import type { Changed } from '../../../domain/audit/changed.ts'
import type { NewMail } from '../../../domain/mail/mail.ts'
import { type Choices, mostAtOnce } from '../../../domain/notices/notice.ts'
import type { NoticeKind } from '../../../domain/notices/notice-kinds.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { StaleWrite } from '../errors.ts'
import { counts } from '../limits/limits.ts'
import { insertMails } from '../mail/outbox.ts'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { readers } from './readers.ts'

/** `version` is 0 while the person has chosen nothing. */
export type ChoicesRecord = { choices: Choices; version: number }

/** What waits for one person, of one kind. */
export type DueNotices = { organizationId: string; userId: string; kind: NoticeKind; dueAt: string }

export type Told = {
  at: string; action: string; by: string; organizationName: string; details: Record<string, unknown>; changed: Changed | null
}

/** `reader` undefined: nobody who may be told. `ids` are those of all that waits, of which the first are `told`. */
export type Waiting = {
  ids: readonly string[]
  told: readonly Told[]
  reader: { email: string; locale: Locale; organizationName: string; zone: string } | undefined
}

type Who = { organizationId: string; userId: string }

const own = ({ organizationId, userId }: Who) => ({ organization_id: organizationId, user_id: userId })

/** One mail gathers no more. */
const mostGathered = 1_000

export const notices = (db: Kysely<Database>) => ({
  own: async (scope: Scope, userId: string): Promise<ChoicesRecord> => {
    const row = await db.selectFrom('notice_choices').select(['choices', 'version'])
      .where((eb) => eb.and(own({ ...scope, userId }))).executeTakeFirst()
    return row ?? { choices: {}, version: 0 }
  },

  /** Compare-and-set on `version`; throws StaleWrite. What is turned off waits no more. */
  save: (scope: Scope, userId: string, { choices, version }: ChoicesRecord, write: Write<ChoicesRecord>): Promise<ChoicesRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const key = own({ ...scope, userId })
      const next = { choices: JSON.stringify(choices), version: version + 1 }
      const saved = await (version === 0
        ? trx.insertInto('notice_choices').values({ ...key, ...next })
          .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doNothing()).returning('version').executeTakeFirst()
        : trx.updateTable('notice_choices').set(next).where((eb) => eb.and({ ...key, version })).returning('version').executeTakeFirst())
      if (!saved) throw new StaleWrite(`The choices are no longer at version ${version}`)
      const off = Object.entries(choices).flatMap(([kind, how]) => (how === 'never' ? [kind as NoticeKind] : []))
      if (off.length > 0)
        await trx.deleteFrom('notices').where((eb) => eb.and(key)).where('kind', 'in', off).execute()
      return { choices, version: saved.version }
    }),

  /** One person by ids out of a token that this installation signed; nobody else's ids may be given here. */
  named: async ({ organizationId, userId }: Who): Promise<{ displayName: string } | undefined> => {
    if (!isUuid(organizationId) || !isUuid(userId)) return undefined
    return db.selectFrom('users').select('display_name as displayName')
      .where((eb) => eb.and({ organization_id: organizationId, id: userId })).executeTakeFirst()
  },

  /** Turns one kind off, for a person that `named` found; throws StaleWrite when it is off already, or the person was forgotten. */
  stop: (who: Who, kind: NoticeKind, write: Write<void>): Promise<void> =>
    writing(db, who.organizationId, write, async (trx) => {
      const person = await trx.selectFrom('users').select('id')
        .where((eb) => eb.and({ organization_id: who.organizationId, id: who.userId })).forKeyShare().executeTakeFirst()
      if (!person) throw new StaleWrite('The person is forgotten')
      const off = JSON.stringify({ [kind]: 'never' })
      const stopped = await trx
        .insertInto('notice_choices')
        .values({ ...own(who), choices: off, version: 1 })
        .onConflict((conflict) =>
          conflict.columns(['organization_id', 'user_id'])
            .doUpdateSet({
              choices: sql<string>`notice_choices.choices || excluded.choices`, version: sql<number>`notice_choices.version + 1`,
            })
            .where(sql<boolean>`not (notice_choices.choices @> excluded.choices)`))
        .returning('version')
        .executeTakeFirst()
      if (!stopped) throw new StaleWrite('It is off already')
      await trx.deleteFrom('notices').where((eb) => eb.and({ ...own(who), kind })).execute()
    }),

  /** Of every organisation, whom something waits for, the longest first; those behind `after` where it is given. */
  due: async (now: string, limit: number, after?: DueNotices): Promise<DueNotices[]> => {
    const { rows } = await sql<DueNotices>`
      select organization_id as "organizationId", user_id as "userId", kind, min(due_at) as "dueAt"
      from notices
      where due_at <= ${now}
      group by organization_id, user_id, kind
      having ${after
        ? sql`(min(due_at), organization_id, user_id, kind) >
            (${after.dueAt}::timestamptz, ${after.organizationId}::uuid, ${after.userId}::uuid, ${after.kind})`
        : sql`true`}
      order by min(due_at), organization_id, user_id, kind
      limit ${limit}`.execute(db)
    return rows
  },

  waiting: async ({ organizationId, userId, kind }: DueNotices, now: string, mostNamed: number): Promise<Waiting> => {
    const waiting = await db
      .selectFrom('notices')
      .select('id')
      .where((eb) => eb.and({ ...own({ organizationId, userId }), kind }))
      .where('due_at', '<=', now)
      .orderBy('id')
      .limit(mostGathered)
      .execute()
    const ids = waiting.map(({ id }) => id)
    const told = ids.length === 0 ? [] : await db
      .selectFrom('audit_events')
      .select(['at', 'action', 'performed_by as by', 'organization_name as organizationName', 'details', 'changed'])
      .where('organization_id', '=', organizationId)
      .where('id', 'in', ids.slice(0, mostNamed))
      .orderBy('id')
      .execute()
    const reader = await db
      .selectFrom(readers.as('reader'))
      .innerJoin('organizations as home', 'home.id', 'reader.organization_id')
      .leftJoin('organization_profiles as profile', 'profile.organization_id', 'reader.organization_id')
      .select(['reader.email', 'reader.locale', 'home.display_name as organizationName', 'profile.time_zone'])
      .where('reader.organization_id', '=', organizationId)
      .where('reader.id', '=', userId)
      .where('reader.kind', '=', kind)
      .where('reader.how', '<>', 'never')
      .executeTakeFirst()
    return { ids, told, reader: reader && { ...reader, zone: reader.time_zone ?? 'UTC' } }
  },

  /**
   * Puts a mail of all of `ids` into the outbox in their place, or nothing without a mail. A person who has had a day's mails gets it
   * later, with what comes until then. Throws StaleWrite, with nothing changed, when another process was first.
   */
  tell: (who: Who, ids: readonly string[], mail: NewMail | undefined, { at, later }: { at: string; later: string }): Promise<boolean> =>
    writing(db, who.organizationId, { at, audit: [], changes: [] }, async (trx) => {
      const limit = { owner: who.organizationId, what: `notices/to/${who.userId}`, most: mostAtOnce }
      const isOver = mail !== undefined && !(await counts(trx, limit, at))
      const moved = await (isOver
        ? trx.updateTable('notices').set({ due_at: later }).where((eb) => eb.and(own(who))).where('id', 'in', ids).returning('id').execute()
        : trx.deleteFrom('notices').where((eb) => eb.and(own(who))).where('id', 'in', ids).returning('id').execute())
      if (moved.length !== ids.length) throw new StaleWrite('Somebody else has told them')
      if (mail && !isOver) await insertMails(trx, [mail], at)
      return mail !== undefined && !isOver
    }),
})
