import { dueReminder, whyItEnds } from '../../domain/delegated-admin/expiry.ts'
import type { NewMail } from '../../domain/mail/mail.ts'
import type { GdapRecord } from '../store/delegated-admin-row.ts'
import type { Reminded } from '../store/gdap-reminders.ts'
import { StaleWrite } from '../store/store.ts'
import { gdapRecord } from './gdap-record.ts'
import type { Ports } from './ports.ts'
import { dayInWords, say } from './words.ts'

export type Reminding = Pick<Ports, 'store' | 'now' | 'newId' | 'sendsMail' | 'publicUrl'>

/**
 * BR-91: reminds both sides of every end that nears, 30, 7 and 1 days before and on the day, each once whatever number of processes does
 * this at the same time; gives how many. Where no mail leaves there is only the event, which both sides find in the history.
 */
export async function remindOfGdapEnds(ports: Reminding, batch = 100): Promise<number> {
  const { store, now } = ports
  let written = 0
  for (;;) {
    const at = now()
    const due = await store.gdapReminders.due(at.toISOString(), batch)
    const before = written
    for (const { relationship, given } of due) {
      const days = dueReminder(relationship, given, at)
      if (days !== undefined && (await remind(ports, relationship, days, at))) written += 1
    }
    // What others did meanwhile, or what the rule did not want, would come again and again.
    if (due.length < batch || written === before) return written
  }
}

async function remind(ports: Reminding, relationship: GdapRecord, days: number, at: Date): Promise<boolean> {
  const when = at.toISOString()
  const recipients = ports.sendsMail ? await ports.store.gdapReminders.recipients(relationship) : []
  try {
    await ports.store.gdapReminders.keep(relationship, days, {
      at: when,
      ...gdapRecord(undefined, [{ action: 'gdap.reminded', at: when, after: relationship, details: { days } }]),
      mails: recipients.map((recipient) => mailTo(ports, relationship, recipient, { days, at: when })),
    })
    return true
  } catch (error) {
    if (error instanceof StaleWrite) return false
    throw error
  }
}

function mailTo(
  { newId, publicUrl }: Reminding, relationship: GdapRecord, { side, email, locale }: Reminded, { days, at }: { days: number; at: string },
): NewMail {
  const { id, partner, endDateTime } = relationship
  const params = {
    name: relationship.displayName,
    partner: partner.displayName,
    customer: relationship.customer?.displayName ?? '',
    date: dayInWords(endDateTime ?? at, locale),
  }
  const words = (message: string) => say(`mails.gdap_end.${message}`, locale, params)
  const isOver = days === 0
  const isBlocked = whyItEnds(relationship) === 'global_administrator'
  const paragraphs = [
    say('mails.invitation.greeting', locale, params),
    words(isOver ? 'over' : 'nears'),
    words(side === 'customer' ? 'customer' : isOver ? 'partner_over' : isBlocked ? 'partner_blocked' : 'partner'),
    words('unchanged'),
    side === 'customer' ? `${publicUrl}/my-partners` : `${publicUrl}/delegated-admin/${id}`,
  ]
  return {
    id: newId(),
    organizationId: partner.id,
    intent: `gdap-end/${id}/${endDateTime}/${days}/${email}`,
    kind: 'note',
    invitation: null,
    to: email,
    language: locale,
    subject: words(isOver ? 'subject_over' : 'subject'),
    text: `${paragraphs.join('\n\n')}\n`,
    from: partner.displayName,
    replyTo: null,
    dueAt: at,
  }
}
