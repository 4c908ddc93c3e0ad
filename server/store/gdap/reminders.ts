import { type Kysely, sql } from 'kysely'
import type { Locale } from '../../../domain/session/locales.ts'
import { gdapAt, gdapKeys, gdapOf, keepGdapMoments, remindersGiven, type GdapRecord } from './row.ts'
import { readers } from '../notices/readers.ts'
import type { Database } from '../sql/tables/database.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { writing } from '../sql/writing.ts'

/** Whom a reminder goes to: an Admin agent of the partner, or a Global admin of the customer, who has not turned it off. */
export type Reminded = { side: 'partner' | 'customer'; organizationId: string; userId: string; email: string; locale: Locale }

/** `given`: days before this end at which somebody was reminded already. */
export type Due = { relationship: GdapRecord; given: number[]; remindAt: string | null }

export const gdapReminders = (db: Kysely<Database>) => ({
  /** Of every partner, those whose reminder is due, longest due first; those behind `after` where it is given. */
  due: async (now: string, limit: number, after?: Due): Promise<Due[]> => {
    const rows = await gdapAt(db, dueKeys(now, limit, after))
      .select(remindersGiven.as('given'))
      .orderBy('gdap.remind_at')
      .orderBy('gdap.id')
      .execute()
    return rows.map((row) => ({ relationship: gdapOf(row), given: row.given, remindAt: row.remind_at }))
  },

  recipients: async ({ partner, customerOrganizationId }: GdapRecord): Promise<Reminded[]> => {
    const agents = await readersAt(db, partner.id)
    const admins = customerOrganizationId === null ? [] : await readersAt(db, customerOrganizationId)
    return [
      ...agents.map((each) => ({ side: 'partner' as const, ...each })),
      ...admins.map((each) => ({ side: 'customer' as const, ...each })),
    ]
  },

  /** Once for each end and day: StaleWrite when somebody was first, or the relationship is another by now. */
  keep: ({ id, partner, endDateTime, version }: GdapRecord, days: number, write: Write<void>): Promise<void> =>
    writing(db, partner.id, write, async (trx) => {
      const unchanged = await trx
        .selectFrom('gdap_relationships')
        .select('id')
        .where((eb) => eb.and({ partner_id: partner.id, id, version }))
        .forUpdate()
        .executeTakeFirst()
      const kept =
        unchanged &&
        endDateTime !== null &&
        (await trx
          .insertInto('gdap_reminders')
          .values({ partner_id: partner.id, relationship_id: id, end_at: endDateTime, days, at: write.at })
          .onConflict((conflict) => conflict.columns(['partner_id', 'relationship_id', 'end_at', 'days']).doNothing())
          .returning('days')
          .executeTakeFirst())
      if (!kept) throw new StaleWrite(`Relationship ${id} is another by now, or somebody was reminded`)
      await keepGdapMoments(trx, gdapKeys([{ partner_id: partner.id, id }]))
    }),
})

const readersAt = (db: Kysely<Database>, organizationId: string) =>
  db
    .selectFrom(readers.as('reader'))
    .select(['organization_id as organizationId', 'id as userId', 'email', 'locale'])
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'admin_rights')
    .where('how', '<>', 'never')
    .orderBy('email')
    .execute()

/** The rule (BR-91) once more, so that nothing is loaded that is not due, and what is due is not kept waiting by it. */
const dueKeys = (now: string, limit: number, after: Due | undefined) => sql<{ partner_id: string; id: string }>`(
  select gdap.partner_id, gdap.id
  from gdap_relationships as gdap
  where gdap.remind_at <= ${now}
    and ${after ? sql`(gdap.remind_at, gdap.id) > (${after.remindAt}, ${after.relationship.id})` : sql`true`}
  order by gdap.remind_at, gdap.id
  limit ${limit}
)`
