import type { Transaction } from 'kysely'
import type { NewMail } from '../../domain/mail/mail.ts'
import type { Database } from './schema/database.ts'

/** A mail whose intent its organisation has had before is not written again. */
export async function insertMails(trx: Transaction<Database>, mails: readonly NewMail[]): Promise<void> {
  await trx
    .insertInto('outbox')
    .values(
      mails.map((mail) => ({
        organization_id: mail.organizationId,
        id: mail.id,
        intent: mail.intent,
        kind: mail.kind,
        partner_id: mail.invitation.partnerId,
        invitation_id: mail.invitation.id,
        link_number: mail.invitation.linkNumber,
        to_address: mail.to,
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
    .onConflict((conflict) => conflict.columns(['organization_id', 'intent']).doNothing())
    .execute()
}
