import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { addresseeOf, dueReminder, reminderAddress } from '../../../domain/invitations/reminders.ts'
import type { NewMail } from '../../../domain/mail/mail.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { Due } from '../../store/reminders/reminders.ts'
import type { Write } from '../../store/write.ts'
import { eachDue } from '../each-due.ts'
import { mailAbout } from '../mail/new-mail.ts'
import type { Ports } from '../ports.ts'
import { reminderMail, resellerReminder } from './mail.ts'
import { recordOf } from '../audit/record.ts'

type Reminding = {
  at: Date
  intent: string
  organizationId: string
  from: string
  replyTo: string | null
  /** The language of the earlier mail. */
  language: Locale
  by?: Actor
}
type Mailing = Pick<Ports, 'store' | 'newId' | 'sendsMail' | 'publicUrl'>

/** What a reminder writes: the audit entry, and the mails to those whose turn it is (BR-25). */
export async function reminderWrite(
  ports: Mailing,
  invitation: InvitationRecord,
  { at, by, ...sender }: Reminding,
): Promise<Omit<Write<unknown>, 'answer'> & { mails: readonly NewMail[] }> {
  const { inviter, reseller } = invitation
  const isForReseller = addresseeOf(invitation, at) === 'reseller'
  const when = at.toISOString()
  const organizationIds = reseller ? [inviter.id, reseller.id] : [inviter.id]
  const action = isForReseller ? 'invitation.reseller_reminded' : 'invitation.reminded'
  const context = { ...sender, dueAt: when, ...(by && { requestedBy: by.user.id }) }
  return {
    at: when,
    ...recordOf(by ?? 'worker', [
      { at: when, action, noun: 'invitations', nounId: invitation.id, organizationIds, customerId: invitation.customer?.tenantId },
    ]),
    mails: isForReseller ? await toReseller(ports, invitation, context) : toCustomer(ports, invitation, context),
  }
}

type MailContext = Pick<NewMail, 'intent' | 'organizationId' | 'from' | 'replyTo' | 'dueAt' | 'requestedBy' | 'language'>

function toCustomer(ports: Mailing, invitation: InvitationRecord, context: MailContext): NewMail[] {
  const to = reminderAddress(invitation)
  const written = reminderMail({ ...invitation, language: context.language })
  return to === null ? [] : mailAbout(ports, invitation, { ...context, ...written, kind: 'reminder', to })
}

/** Mails everybody at the reseller who may forward it, in their own language. */
async function toReseller(ports: Mailing, invitation: InvitationRecord, context: MailContext): Promise<NewMail[]> {
  const { id } = invitation
  if (!ports.sendsMail) return []
  return (await ports.store.reminders.carriersOf(invitation)).flatMap(({ email: to, locale: language, organizationId, userId }) =>
    mailAbout(ports, invitation, {
      ...context, ...resellerReminder(invitation, language, `${ports.publicUrl}/invitations/${id}`),
      intent: `${context.intent}/${userId}`, kind: 'note', to, language,
      reader: { organizationId, userId, kind: 'invitations' },
    }))
}

type Sending = Mailing & Pick<Ports, 'now'>

/** Writes every due reminder into the outbox, each once across processes; returns how many. Does nothing on a host without mail. */
export async function writeDueReminders(ports: Sending, batch = 100): Promise<number> {
  if (!ports.sendsMail) return 0
  return eachDue({
    batch,
    find: (limit, after: Due | undefined) => ports.store.reminders.due(ports.now().toISOString(), limit, after),
    work: (due) => writeReminder(ports, due, ports.now()),
  })
}

async function writeReminder(ports: Sending, { scope, invitation, language, maker }: Due, at: Date): Promise<boolean> {
  const day = dueReminder(invitation, at, invitation.tracking.lastOpenedAt)
  if (day === null) return false
  const { id, linkNumber, inviter, reseller } = invitation
  const isForReseller = addresseeOf(invitation, at) === 'reseller'
  const intent = isForReseller ? `reminder/${id}/${linkNumber}/reseller/${day}` : `reminder/${id}/${linkNumber}/${day}`
  const from = (isForReseller ? inviter : (reseller ?? inviter)).displayName
  const sender = { organizationId: inviter.id, from, replyTo: maker?.email ?? null }
  const write = await reminderWrite(ports, invitation, { at, intent, language, ...sender })
  // Without mails nobody has been reminded.
  if (write.mails.length === 0) return false
  // The customer's days are not used up by a reminder to the reseller.
  await ports.store.reminders.bySchedule(scope, invitation, { intent, day: isForReseller ? null : day }, write)
  return true
}
