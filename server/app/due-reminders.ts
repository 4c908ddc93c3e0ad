import type { InvitationRecord } from '../../domain/invitations/invitation.ts'
import { dueReminder, reminderAddress } from '../../domain/invitations/reminders.ts'
import type { NewMail } from '../../domain/mail/mail.ts'
import type { Actor } from '../../domain/session/actor.ts'
import type { Locale } from '../../domain/session/locales.ts'
import { StaleWrite, type Write } from '../store/store.ts'
import { mailAbout } from './new-mail.ts'
import type { Ports } from './ports.ts'
import { reminderMail } from './reminder-mail.ts'
import { recordOf } from './what-happened.ts'

type Reminding = {
  at: Date
  intent: string
  organizationId: string
  from: string
  replyTo: string | null
  /** As the customer was written to before. */
  language: Locale
  by?: Actor
}

/** What is written with a reminder: the event for whoever sees the invitation, and the mail. */
export function reminderWrite(
  ports: Pick<Ports, 'newId' | 'sendsMail'>,
  invitation: InvitationRecord,
  { at, by, language, ...sender }: Reminding,
): Omit<Write<unknown>, 'answer'> & { mails: readonly NewMail[] } {
  const { inviter, reseller } = invitation
  const when = at.toISOString()
  const to = reminderAddress(invitation)
  const organizationIds = reseller ? [inviter.id, reseller.id] : [inviter.id]
  return {
    at: when,
    ...recordOf(by, [{ at: when, action: 'invitation.reminded', noun: 'invitations', nounId: invitation.id, organizationIds }]),
    mails:
      to === null
        ? []
        : mailAbout(ports, invitation, { ...sender, ...reminderMail({ ...invitation, language }), kind: 'reminder', to, language, dueAt: when }),
  }
}

type Sending = Pick<Ports, 'store' | 'now' | 'newId' | 'sendsMail'>

type Due = Awaited<ReturnType<Ports['store']['reminders']['due']>>[number]

/**
 * Writes every reminder that is due by now into the outbox, each once whatever number of processes does this at the same time; gives how
 * many. Nothing on a host that sends no mail.
 */
export async function writeDueReminders(ports: Sending, batch = 100): Promise<number> {
  if (!ports.sendsMail) return 0
  let written = 0
  let after: InvitationRecord | undefined
  do {
    const at = ports.now()
    const due = await ports.store.reminders.due(at.toISOString(), batch, after)
    for (const each of due) if (await writeReminder(ports, each, at)) written += 1
    after = due.length < batch ? undefined : due.at(-1)?.invitation
  } while (after)
  return written
}

/** Whoever changed the invitation meanwhile, or wrote the same reminder, comes first; the next round looks again. */
async function writeReminder(ports: Sending, { scope, invitation, language, maker }: Due, at: Date): Promise<boolean> {
  const day = dueReminder(invitation, at, invitation.tracking.lastOpenedAt)
  if (day === null) return false
  const { id, linkNumber, inviter, reseller } = invitation
  const intent = `reminder/${id}/${linkNumber}/${day}`
  const sender = { organizationId: inviter.id, from: (reseller ?? inviter).displayName, replyTo: maker?.email ?? null }
  try {
    const write = reminderWrite(ports, invitation, { at, intent, language, ...sender })
    await ports.store.reminders.bySchedule(scope, invitation, { intent, day }, write)
    return true
  } catch (error) {
    if (error instanceof StaleWrite) return false
    throw error
  }
}
