import { dueReminder, whyItEnds } from '../../../../domain/gdap/term/expiry.ts'
import type { GdapRecord } from '../../../store/gdap/row.ts'
import type { Due } from '../../../store/gdap/reminders.ts'
import { eachDue } from '../../each-due.ts'
import { type GdapMailing, gdapNotes } from './mail.ts'
import { gdapRecord } from '../record.ts'
import type { Ports } from '../../ports.ts'

type Reminding = GdapMailing & Pick<Ports, 'now'>

/**
 * BR-91: reminds both sides 30, 7 and 1 days before an end, each once across processes; returns how many. Without mail only writes the
 * audit entry, which both sides see in the history. The expiry itself has its own note.
 */
export async function remindOfGdapEnds(ports: Reminding, batch = 100): Promise<number> {
  return eachDue({
    batch,
    find: (limit, after: Due | undefined) => ports.store.gdapReminders.due(ports.now().toISOString(), limit, after),
    work: (due) => remind(ports, due),
  })
}

async function remind(ports: Reminding, { relationship, given }: Due): Promise<boolean> {
  const at = ports.now()
  const days = dueReminder(relationship, given, at)
  if (days === undefined) return false
  const when = at.toISOString()
  await ports.store.gdapReminders.keep(relationship, days, {
    at: when,
    ...gdapRecord('worker', [{ action: 'gdap.reminded', at: when, after: relationship, details: { days } }]),
    mails: await gdapNotes(ports, relationship, endNote(relationship, days, when)),
  })
  return true
}

/** A customer can neither remove a role nor request again. */
const whatIsLeft = {
  partner: { open: 'mails.gdap_end.partner', blocked: 'mails.gdap_end.partner_blocked' },
  customer: { open: 'mails.gdap_end.customer', blocked: 'mails.gdap_end.customer_blocked' },
} as const

function endNote({ id, endDateTime, ...relationship }: GdapRecord, days: number, at: string): Parameters<typeof gdapNotes>[2] {
  const left = whyItEnds(relationship) === 'global_administrator' ? 'blocked' : 'open'
  return {
    at,
    intent: `gdap-end/${id}/${endDateTime}/${days}`,
    words: (side) => ({
      subject: 'mails.gdap_end.subject',
      paragraphs: ['mails.gdap_end.nears', whatIsLeft[side][left], 'mails.gdap_end.unchanged'],
    }),
  }
}
