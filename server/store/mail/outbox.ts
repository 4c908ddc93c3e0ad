import { type Kysely, sql, type Transaction } from 'kysely'
import { limitOfNews, limitsOfRequested } from '../../../domain/limits/mail-limits.ts'
import { countMark, type NewMail } from '../../../domain/mail/mail.ts'
import type { MailDelivery } from '../../../domain/mail/schemas.ts'
import type { MailKind } from '../../../domain/mail/states.ts'
import { heldMails } from './held-mails.ts'
import { keyWithin } from '../invitations/row.ts'
import { countOrRefuse, counts } from '../limits/limits.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { isUuid } from '../sql/uuid-v7.ts'

const mostShown = 200

const shownColumns = [
  'mail.id', 'mail.kind', 'mail.to_address as to', 'mail.state', 'mail.at', 'mail.attempts', 'mail.said as response',
] as const

/** Both partners of an invitation see its mails to the customer; other mails and their addresses are the sender's alone. */
const betweenPartners: readonly MailKind[] = ['invitation', 'forward', 'reminder']

export const outbox = (db: Kysely<Database>) => ({
  ...heldMails(db),

  /** An invitation's newest 200 mails, oldest first; none when it is out of sight. */
  ofInvitation: async (scope: Scope, id: string): Promise<MailDelivery[]> => {
    if (!isUuid(id)) return []
    const rows = await db
      .selectFrom(keyWithin(db, scope, id).as('sought'))
      .innerJoin('outbox as mail', (join) =>
        join.onRef('mail.partner_id', '=', 'sought.partner_id').onRef('mail.invitation_id', '=', 'sought.id'),
      )
      .select(shownColumns)
      .where((eb) => eb.or([eb('mail.organization_id', '=', scope.organizationId), eb('mail.kind', 'in', betweenPartners)]))
      .orderBy('mail.id', 'desc')
      .limit(mostShown)
      .execute()
    return rows.toReversed()
  },

  /** The newest 200 mails with a GDAP request of the scope's organisation, oldest first. */
  ofRequest: async (partner: Scope, id: string): Promise<MailDelivery[]> => {
    const rows = await db
      .selectFrom('gdap_mails as carries')
      .innerJoin('outbox as mail', (join) =>
        join.onRef('mail.organization_id', '=', 'carries.partner_id').onRef('mail.id', '=', 'carries.mail_id'),
      )
      .select(shownColumns)
      .where((eb) => eb.and({ 'carries.partner_id': partner.organizationId, 'carries.relationship_id': id }))
      .orderBy('mail.id', 'desc')
      .limit(mostShown)
      .execute()
    return rows.toReversed()
  },
})

/** A mail without an invitation uses its own id and link 0, which no invitation has. */
const aboutNone = ({ organizationId, id }: NewMail) => ({ partnerId: organizationId, id, linkNumber: 0 })

const aboutOf = (mail: NewMail) => {
  const { partnerId, id, linkNumber } = mail.invitation ?? aboutNone(mail)
  return { partner_id: partnerId, invitation_id: id, link_number: linkNumber }
}

/**
 * Writes mails; skips an intent that its organisation has had, or counts it if it gathers ({@link countMark}) and was not sent yet.
 * Requested mails over a day's limit throw TooMany; notes over theirs are left out.
 */
export async function insertMails(trx: Transaction<Database>, all: readonly NewMail[], at: string): Promise<void> {
  // Keeps a call's first mail of each intent, since one statement cannot write a row twice.
  const firsts = [...new Map(all.toReversed().map((mail) => [`${mail.organizationId} ${mail.intent}`, mail])).values()].toReversed()
  const mails: NewMail[] = []
  for (const mail of firsts) if (mail.requestedBy !== undefined || (await counts(trx, limitOfNews(mail), at))) mails.push(mail)
  if (mails.length === 0) return
  const written = await trx
    .insertInto('outbox')
    .values(
      mails.map((mail) => ({
        organization_id: mail.organizationId,
        id: mail.id,
        intent: mail.intent,
        kind: mail.kind,
        ...aboutOf(mail),
        to_address: mail.to,
        reader_organization_id: mail.reader?.organizationId ?? null,
        reader_id: mail.reader?.userId ?? null,
        notice: mail.reader?.kind ?? null,
        language: mail.language,
        subject: mail.subject,
        body: mail.text,
        from_name: mail.from,
        reply_to: mail.replyTo,
        state: 'queued' as const,
        at: mail.dueAt,
        attempts: 0,
        version: 1,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'intent'])
        .doUpdateSet({ gathered: sql<number>`coalesce(outbox.gathered, 1) + 1` })
        .where('outbox.state', '=', 'queued')
        .where(sql<boolean>`position(${countMark} in outbox.body) > 0`),
    )
    .returning('id')
    .execute()
  const ids = new Set(written.map(({ id }) => id))
  const requested = mails.flatMap((mail) =>
    mail.requestedBy !== undefined && ids.has(mail.id) ? limitsOfRequested(mail, mail.requestedBy) : [])
  await countOrRefuse(trx, requested, at)
  const carrying = mails.flatMap(({ id, organizationId, requestId }) =>
    requestId !== undefined && ids.has(id) ? [{ partner_id: organizationId, mail_id: id, relationship_id: requestId }] : [])
  if (carrying.length > 0) await trx.insertInto('gdap_mails').values(carrying).execute()
}
