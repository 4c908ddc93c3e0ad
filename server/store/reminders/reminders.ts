import { type Kysely, sql, type Transaction } from 'kysely'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { defaultReminderDays } from '../../../domain/invitations/reminders.ts'
import type { ReminderSettingsDraft } from '../../../domain/reminders/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { User } from '../../../domain/session/schemas.ts'
import { invitationOf, invitationsAt, keyWithin } from '../invitations/row.ts'
import type { Database } from '../sql/tables/database.ts'
import type { LinkScope, Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'

/** One reminder; `day` of the schedule, null by hand. The same intent is kept once. */
type NewReminder = { intent: string; day: number | null }

/** Whom an invitation's news go to. */
type Maker = Pick<User, 'email' | 'locale'>

type Settings = ReminderSettingsDraft & { version: number }

export type Due = { scope: LinkScope; invitation: InvitationRecord; language: Locale; maker: Maker | null }

const writtenIn = sql<Locale | null>`(
  select mail.language
  from outbox as mail
  where mail.partner_id = invitation.partner_id and mail.invitation_id = invitation.id and mail.kind in ('invitation', 'forward')
  order by mail.id desc
  limit 1
)`

export const reminders = (db: Kysely<Database>) => ({
  /** What the organisation chose; version 0 and the usual while it has chosen nothing. */
  settings: (scope: Scope): Promise<Settings> => settingsOf(db, scope),

  /** Compare-and-set on `version`; throws StaleWrite. */
  saveSettings: (scope: Scope, next: Settings, write: Write<Settings>): Promise<Settings> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const columns = { days: JSON.stringify(next.days), note_to_maker: next.noteToMaker, version: next.version + 1 }
      const saved = await (next.version === 0
        ? trx
            .insertInto('reminder_settings')
            .values({ ...columns, organization_id: scope.organizationId })
            .onConflict((conflict) => conflict.column('organization_id').doNothing())
            .returning('version')
            .executeTakeFirst()
        : trx
            .updateTable('reminder_settings')
            .set(columns)
            .where('organization_id', '=', scope.organizationId)
            .where('version', '=', next.version)
            .returning('version')
            .executeTakeFirst())
      if (!saved) throw new StaleWrite(`The settings are no longer at version ${next.version}`)
      return { ...next, version: saved.version }
    }),

  /** By hand, by whoever sees the invitation. Compare-and-set on its version; throws StaleWrite. */
  byHand: (scope: Scope, invitation: InvitationRecord, reminder: NewReminder, write: Write<InvitationRecord>): Promise<InvitationRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const key = await keyWithin(trx, scope, invitation.id).executeTakeFirst()
      if (!key) throw new StaleWrite('The invitation is out of sight')
      await keepReminder(trx, invitation, reminder, write.at)
      return invitationOf(await invitationsAt(trx, keyWithin(trx, scope, invitation.id)).executeTakeFirstOrThrow())
    }),

  /**
   * Of every organisation, those with a day of the schedule behind them that nobody was reminded of, longest waiting first, at most
   * `limit`; those after `after` when it is given. The rule in domain has the last word.
   */
  due: async (now: string, limit: number, after?: InvitationRecord): Promise<Due[]> => {
    const rows = await invitationsAt(db, dueKeys(now, limit, after))
      .leftJoin('invitation_makers as made', (join) =>
        join.onRef('made.partner_id', '=', 'invitation.partner_id').onRef('made.invitation_id', '=', 'invitation.id'),
      )
      .leftJoin('users as maker', (join) =>
        join.onRef('maker.organization_id', '=', 'made.partner_id').onRef('maker.id', '=', 'made.user_id'),
      )
      .select(['maker.email as maker_email', 'maker.locale as maker_locale', writtenIn.as('written_in')])
      .orderBy('invitation.since')
      .orderBy('invitation.id')
      .execute()
    return rows.map((row) => ({
      scope: scopeOfRow(row),
      invitation: invitationOf(row),
      language: row.written_in ?? row.language,
      maker: row.maker_email && row.maker_locale ? { email: row.maker_email, locale: row.maker_locale } : null,
    }))
  },

  /** What a reminder is written in: the language of the mail that carried the link last, else the invitation's. */
  languageOf: async (scope: Scope, { id, language }: Pick<InvitationRecord, 'id' | 'language'>): Promise<Locale> => {
    const row = await db.selectFrom(keyWithin(db, scope, id).as('invitation')).select(writtenIn.as('written_in')).executeTakeFirst()
    return row?.written_in ?? language
  },

  /** By the schedule. Compare-and-set on the invitation's version and on the days that its maker chose; throws StaleWrite. */
  bySchedule: (scope: LinkScope, invitation: InvitationRecord, reminder: NewReminder, write: Write<void>): Promise<void> =>
    writing(db, scope.ownerId, write, async (trx) => {
      await holdDays(trx, scope, invitation.reminders)
      await keepReminder(trx, invitation, reminder, write.at)
    }),

  /** One invitation by ids out of a token that this installation signed; nobody else's ids may be given here. */
  named: async (
    { partnerId, invitationId }: { partnerId: string; invitationId: string },
  ): Promise<{ scope: LinkScope; invitation: InvitationRecord } | undefined> => {
    if (!isUuid(partnerId) || !isUuid(invitationId)) return undefined
    const key = db.selectFrom('invitations').select(['partner_id', 'id']).where('partner_id', '=', partnerId).where('id', '=', invitationId)
    const row = await invitationsAt(db, key).executeTakeFirst()
    return row && { scope: scopeOfRow(row), invitation: invitationOf(row) }
  },

  /** The customer wants no more; throws StaleWrite when it has said so before. */
  stop: ({ ownerId, invitationId }: LinkScope, write: Write<void>): Promise<void> =>
    writing(db, ownerId, write, async (trx) => {
      const stopped = await trx
        .insertInto('reminder_opt_outs')
        .values({ partner_id: ownerId, invitation_id: invitationId, at: write.at })
        .onConflict((conflict) => conflict.columns(['partner_id', 'invitation_id']).doNothing())
        .returning('at')
        .executeTakeFirst()
      if (!stopped) throw new StaleWrite('The customer has stopped them already')
      await trx
        .updateTable('invitations')
        .set({ version: sql<number>`version + 1` })
        .where('partner_id', '=', ownerId)
        .where('id', '=', invitationId)
        .execute()
    }),

  /** Who made it, to be told news; undefined when nobody knows, or its organisation wants no such notes. */
  makerOf: async ({ ownerId, invitationId }: LinkScope): Promise<Maker | undefined> => {
    const maker = await db
      .selectFrom('invitation_makers as made')
      .innerJoin('users', (join) => join.onRef('users.organization_id', '=', 'made.partner_id').onRef('users.id', '=', 'made.user_id'))
      .leftJoin('reminder_settings', 'reminder_settings.organization_id', 'made.partner_id')
      .select(['users.email', 'users.locale', 'reminder_settings.note_to_maker'])
      .where('made.partner_id', '=', ownerId)
      .where('made.invitation_id', '=', invitationId)
      .executeTakeFirst()
    return maker && maker.note_to_maker !== false ? { email: maker.email, locale: maker.locale } : undefined
  },

  /** Those at the reseller that carries it who may forward it (BR-40), at most 50. */
  carriersOf: async ({ reseller }: Pick<InvitationRecord, 'reseller'>): Promise<Maker[]> =>
    reseller === null ? [] : db
      .selectFrom('users')
      .select(['email', 'locale'])
      .where('organization_id', '=', reseller.id)
      .where(mayForward)
      .orderBy('email')
      .limit(mostCarriers)
      .execute(),
})

const mostCarriers = 50
const mayForward = sql<boolean>`roles ?| array['global_admin', 'admin_agent', 'sales_agent']`

const scopeOfRow = (row: { partner_id: string; id: string; link_number: number }) =>
  ({ ownerId: row.partner_id, invitationId: row.id, linkNumber: row.link_number }) as LinkScope

async function settingsOf(db: Kysely<Database>, scope: Scope): Promise<Settings> {
  const row = await db.selectFrom('reminder_settings').selectAll().where('organization_id', '=', scope.organizationId).executeTakeFirst()
  return row
    ? { days: row.days, noteToMaker: row.note_to_maker, version: row.version }
    : { days: [...defaultReminderDays], noteToMaker: true, version: 0 }
}

/** Keeps the days that reminders go out on as they are until the transaction ends; throws StaleWrite when others were chosen meanwhile. */
async function holdDays(trx: Transaction<Database>, { ownerId }: LinkScope, { days }: InvitationRecord['reminders']) {
  const chosen = trx.selectFrom('reminder_settings').select('days').where('organization_id', '=', ownerId)
  const settings = await chosen.forShare().executeTakeFirst()
  if (String(settings?.days ?? defaultReminderDays) !== String(days)) throw new StaleWrite('Reminders go out on other days by now')
}

/** The version moves with the reminder, so that one decided on an older state of the invitation is not kept. */
async function keepReminder(trx: Transaction<Database>, invitation: InvitationRecord, { intent, day }: NewReminder, at: string) {
  const { inviter, id, version, linkNumber } = invitation
  const moved = await trx
    .updateTable('invitations')
    .set({ version: version + 1 })
    .where('partner_id', '=', inviter.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  const kept =
    moved &&
    (await trx
      .insertInto('invitation_reminders')
      .values({ partner_id: inviter.id, invitation_id: id, intent, link_number: linkNumber, day, at })
      .onConflict((conflict) => conflict.columns(['partner_id', 'invitation_id', 'intent']).doNothing())
      .returning('intent')
      .executeTakeFirst())
  if (!kept) throw new StaleWrite(`Invitation ${id} is no longer at version ${version}`)
}

/**
 * As much of the rule as keeps what is not due from being loaded: with the reseller, or with the customer, unanswered, an address, not
 * stopped; and its latest day over without its reminder.
 */
const dueKeys = (now: string, limit: number, after: InvitationRecord | undefined) => sql<{ partner_id: string; id: string }>`(
  select waiting.partner_id, waiting.id
  from invitations as waiting
  cross join lateral (
    select max(each.day::int) as day
    from jsonb_array_elements_text(coalesce(
      (select chosen.days from reminder_settings as chosen where chosen.organization_id = waiting.partner_id),
      ${JSON.stringify(defaultReminderDays)}::jsonb
    )) as each (day)
    where waiting.since <= ${now}::timestamptz - each.day::int * 24 * interval '1 hour'
  ) as latest
  where waiting.state in ('sent', 'forwarded', 'opened', 'failed')
    and waiting.since <= ${now}::timestamptz - 24 * interval '1 hour'
    and ${after ? sql`(waiting.since, waiting.id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql`true`}
    and waiting.expires_at > ${now} and waiting.accepted_count = 0
    and latest.day is not null
    and case when waiting.state = 'sent' and waiting.delivery = 'via_reseller' then exists (
      select 1 from users where organization_id = waiting.reseller_id and ${mayForward}
    ) else (waiting.customer->>'email' is not null or waiting.delivery = 'via_reseller' and exists (
      select 1 from invitation_forwards as forward where forward.partner_id = waiting.partner_id and forward.invitation_id = waiting.id
    )) and not exists (
      select 1 from reminder_opt_outs as opt_out where opt_out.partner_id = waiting.partner_id and opt_out.invitation_id = waiting.id
    ) end
    and not exists (
      select 1 from invitation_reminders as reminder
      where reminder.partner_id = waiting.partner_id and reminder.invitation_id = waiting.id and (
        (waiting.state = 'sent' and waiting.delivery = 'via_reseller'
          and reminder.at >= waiting.since + latest.day * 24 * interval '1 hour')
        or (reminder.link_number = waiting.link_number and reminder.day = latest.day)
        or reminder.at > ${now}::timestamptz - 24 * interval '1 hour'
      )
    )
  order by waiting.since, waiting.id
  limit ${limit}
)`
