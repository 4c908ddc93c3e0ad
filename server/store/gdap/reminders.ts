import { type Kysely, sql } from 'kysely'
import { globalAdministrator } from '../../../domain/gdap/roles/catalogue.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { gdapAt, gdapOf, type GdapRecord } from './row.ts'
import type { Database } from '../sql/tables/database.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { writing } from '../sql/writing.ts'

/** Whom a reminder goes to: an Admin agent of the partner, or a Global admin of the customer. */
export type Reminded = { side: 'partner' | 'customer'; email: string; locale: Locale }

/** Days before this end at which somebody was reminded already. */
export type Due = { relationship: GdapRecord; given: number[] }

export const gdapReminders = (db: Kysely<Database>) => ({
  /** Of every partner, those that end within the month without their reminder, soonest first; those behind `after` where it is given. */
  due: async (now: string, limit: number, after?: GdapRecord): Promise<Due[]> => {
    const rows = await gdapAt(db, dueKeys(now, limit, after))
      .select((eb) =>
        sql<number[]>`coalesce((${eb
          .selectFrom('gdap_reminders as given')
          .select(sql`jsonb_agg(given.days)`.as('days'))
          .whereRef('given.partner_id', '=', 'gdap.partner_id')
          .whereRef('given.relationship_id', '=', 'gdap.id')
          .whereRef('given.end_at', '=', 'gdap.end_at')}), '[]'::jsonb)`.as('given'),
      )
      .orderBy('gdap.end_at')
      .orderBy('gdap.id')
      .execute()
    return rows.map((row) => ({ relationship: gdapOf(row), given: row.given }))
  },

  recipients: async ({ partner, customerOrganizationId }: GdapRecord): Promise<Reminded[]> => {
    const agents = await withRole(db, partner.id, 'admin_agent')
    const admins = customerOrganizationId === null ? [] : await withRole(db, customerOrganizationId, 'global_admin')
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
        .where('partner_id', '=', partner.id)
        .where('id', '=', id)
        .where('version', '=', version)
        .forShare()
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
    }),
})

const withRole = (db: Kysely<Database>, organizationId: string, role: string) =>
  db
    .selectFrom('users')
    .select(['email', 'locale'])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`roles @> ${JSON.stringify([role])}::jsonb`)
    .orderBy('email')
    .execute()

/** The rule (BR-91) once more, so that nothing is loaded that is not due, and what is due is not kept waiting by it. */
const dueKeys = (now: string, limit: number, after: GdapRecord | undefined) => sql<{ partner_id: string; id: string }>`(
  select gdap.partner_id, gdap.id
  from gdap_relationships as gdap
  cross join lateral (
    select case
      when gdap.end_at <= ${now}::timestamptz + interval '24 hours' then 1
      when gdap.end_at <= ${now}::timestamptz + 7 * interval '24 hours' then 7
      else 30 end as days
  ) as latest
  where gdap.status in (${sql.join(standingStatuses)})
    and gdap.end_at > ${now}::timestamptz
    and gdap.end_at <= ${now}::timestamptz + 30 * interval '24 hours'
    and ${after ? sql`(gdap.end_at, gdap.id) > (${after.endDateTime}::timestamptz, ${after.id})` : sql`true`}
    and (gdap.activated_at is null or gdap.activated_at <= gdap.end_at - latest.days * interval '24 hours')
    and (gdap.auto_extend <> 'P180D' or gdap.roles @> ${JSON.stringify([globalAdministrator])}::jsonb)
    and not exists (
      select 1 from gdap_reminders as given
      where given.partner_id = gdap.partner_id and given.relationship_id = gdap.id and given.end_at = gdap.end_at
        and given.days <= latest.days
    )
  order by gdap.end_at, gdap.id
  limit ${limit}
)`
