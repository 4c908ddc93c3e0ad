import { type Kysely, sql, type Transaction } from 'kysely'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { defaultReminderDays } from '../../../domain/invitations/reminders.ts'
import type { ReminderSettingsDraft } from '../../../domain/reminders/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { User } from '../../../domain/session/schemas.ts'
import { invitationOf, invitationsAt, keepMoments, keysOf, keyWithin } from '../invitations/row.ts'
import { readers } from '../notices/readers.ts'
import type { Database } from '../sql/tables/database.ts'
import { oneAfterAnother } from '../organizations/organizations.ts'
import type { LinkScope, Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'

/** One reminder; `day` of the schedule, null by hand. The same intent is kept once. */
type NewReminder = { intent: string; day: number | null }

/** Whom an invitation's news go to. */
type Maker = Pick<User, 'email' | 'locale'>

/** One who is mailed about an invitation. */
export type InvitationReader = Maker & { organizationId: string; userId: string }

type Settings = ReminderSettingsDraft & { version: number }

export type Due = { scope: LinkScope; invitation: InvitationRecord; language: Locale; maker: Maker | null; remindAt: string | null }

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
            .where((eb) => eb.and({ organization_id: scope.organizationId, version: next.version }))
            .returning('version')
            .executeTakeFirst())
      if (!saved) throw new StaleWrite(`The settings are no longer at version ${next.version}`)
      await followDays(trx, scope, write.at)
      return { ...next, version: saved.version }
    }),

  /** By hand, by whoever sees the invitation. Compare-and-set on its version; throws StaleWrite. */
  byHand: (scope: Scope, invitation: InvitationRecord, reminder: NewReminder, write: Write<InvitationRecord>): Promise<InvitationRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const key = await keyWithin(trx, scope, invitation.id).executeTakeFirst()
      if (!key) throw new StaleWrite('The invitation is out of sight')
      return keepReminder(trx, invitation, reminder, write.at)
    }),

  /**
   * Of every organisation, those whose reminder is due, longest due first, at most `limit`; those after `after` when it is given. The
   * rule in domain has the last word.
   */
  due: async (now: string, limit: number, after?: Due): Promise<Due[]> => {
    const rows = await invitationsAt(db, dueKeys(now, limit, after))
      .leftJoin('invitation_makers as made', (join) =>
        join.onRef('made.partner_id', '=', 'invitation.partner_id').onRef('made.invitation_id', '=', 'invitation.id'),
      )
      .leftJoin('users as maker', (join) =>
        join.onRef('maker.organization_id', '=', 'made.partner_id').onRef('maker.id', '=', 'made.user_id'),
      )
      .select(['maker.email as maker_email', 'maker.locale as maker_locale', writtenIn.as('written_in')])
      .orderBy('invitation.remind_at')
      .orderBy('invitation.id')
      .execute()
    return rows.map((row) => ({
      scope: scopeOfRow(row),
      invitation: invitationOf(row),
      language: row.written_in ?? row.language,
      maker: row.maker_email && row.maker_locale ? { email: row.maker_email, locale: row.maker_locale } : null,
      remindAt: row.remind_at,
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
        .where((eb) => eb.and({ partner_id: ownerId, id: invitationId }))
        .execute()
      await keepMoments(trx, keysOf(trx, ownerId, [invitationId]))
    }),

  /** Who made it, to be told news; undefined when nobody knows, or neither the person nor its organisation wants such notes. */
  makerOf: async ({ ownerId, invitationId }: LinkScope): Promise<InvitationReader | undefined> => {
    const maker = await invitationReaders(db, ownerId)
      .innerJoin('invitation_makers as made', (join) =>
        join.onRef('made.partner_id', '=', 'reader.organization_id').onRef('made.user_id', '=', 'reader.id'))
      .leftJoin('reminder_settings', 'reminder_settings.organization_id', 'made.partner_id')
      .select('reminder_settings.note_to_maker')
      .where('made.invitation_id', '=', invitationId)
      .executeTakeFirst()
    if (!maker) return undefined
    const { note_to_maker: isNoted, ...reader } = maker
    return isNoted === false ? undefined : reader
  },

  /** Those at the reseller that carries it who may forward it (BR-40) and want to hear of it, at most 50. */
  carriersOf: async ({ reseller }: Pick<InvitationRecord, 'reseller'>): Promise<InvitationReader[]> =>
    reseller === null ? [] : invitationReaders(db, reseller.id).orderBy('email').limit(mostCarriers).execute(),
})

const invitationReaders = (db: Kysely<Database>, organizationId: string) =>
  db
    .selectFrom(readers.as('reader'))
    .select(['reader.organization_id as organizationId', 'reader.id as userId', 'reader.email', 'reader.locale'])
    .where('reader.organization_id', '=', organizationId)
    .where('reader.kind', '=', 'invitations')
    .where('reader.how', '<>', 'never')

const rowsAtOnce = 500
const mostCarriers = 50

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
    .where((eb) => eb.and({ partner_id: inviter.id, id, version }))
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
  const [reminded] = kept ? await keepMoments(trx, keysOf(trx, inviter.id, [id])) : []
  if (!reminded) throw new StaleWrite(`Invitation ${id} is no longer at version ${version}`)
  return reminded
}

const dueKeys = (now: string, limit: number, after: Due | undefined) => sql<{ partner_id: string; id: string }>`(
  select waiting.partner_id, waiting.id
  from invitations as waiting
  where waiting.remind_at <= ${now} and waiting.lapses_at > ${now}
    and ${after ? sql`(waiting.remind_at, waiting.id) > (${after.remindAt}::timestamptz, ${after.invitation.id}::uuid)` : sql`true`}
  order by waiting.remind_at, waiting.id
  limit ${limit}
)`

/** The invitations of an organisation that have not lapsed follow the days that it chose, some at a time. */
async function followDays(trx: Transaction<Database>, { organizationId }: Scope, at: string): Promise<void> {
  // Whoever makes an invitation of it waits, so that none is left out (`insertInvitations`).
  await oneAfterAnother(trx, { organizationId })
  let beyond = sql<boolean>`true`
  for (;;) {
    const rows = await trx
      .selectFrom('invitations')
      .select('id')
      .where('partner_id', '=', organizationId)
      .where('lapses_at', '>', at)
      .where(beyond)
      .orderBy('id')
      .limit(rowsAtOnce)
      .forUpdate()
      .execute()
    if (rows.length > 0) await keepMoments(trx, keysOf(trx, organizationId, rows.map(({ id }) => id)))
    const last = rows.at(rowsAtOnce - 1)
    if (!last) return
    beyond = sql`id > ${last.id}`
  }
}
