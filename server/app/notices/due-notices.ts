import { type NewMail, unmarked } from '../../../domain/mail/mail.ts'
import { mostNamed, nextGathering } from '../../../domain/notices/notice.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { DueNotices, Told, Waiting } from '../../store/notices/notices.ts'
import { eachDue } from '../each-due.ts'
import { writtenMail } from '../mail/written-mail.ts'
import type { Ports } from '../ports.ts'
import { momentInWords, say } from '../words/words.ts'

type Telling = Pick<Ports, 'store' | 'newId' | 'sendsMail' | 'publicUrl' | 'now'>

/**
 * Mails people what waits for them: one mail for each person and kind, each notice in one mail across processes. Returns how many mails;
 * does nothing on a host without mail.
 */
export async function tellPeople(ports: Telling, batch = 100): Promise<number> {
  if (!ports.sendsMail) return 0
  const { store: { notices }, now } = ports
  const at = now().toISOString()
  return eachDue<DueNotices>({
    batch,
    find: (limit, after) => notices.due(at, limit, after),
    work: async (due) => {
      const waiting = await notices.waiting(due, at, mostNamed)
      const later = nextGathering(at, waiting.reader?.zone ?? 'UTC')
      return notices.tell(due, waiting.ids, mailOf(ports, due, waiting, at), { at, later })
    },
  })
}

/** Undefined where nobody may be told, or nothing is left to tell. */
function mailOf(
  { newId, publicUrl }: Pick<Ports, 'newId' | 'publicUrl'>, { organizationId, userId, kind }: DueNotices,
  { ids, told, reader }: Waiting, at: string,
): NewMail | undefined {
  const [first] = ids
  if (!reader || first === undefined || told.length === 0 || !isGathered(kind)) return undefined
  const { email, locale, organizationName, zone } = reader
  const params = { organization: unmarked(organizationName), more: ids.length - told.length }
  const written = writtenMail(locale, params, `mails.notice.${kind}.subject`, [
    'mails.note.greeting',
    [`mails.notice.${kind}`, ...told.map((each) => lineOf(each, locale, zone))],
    ...(params.more > 0 ? ['mails.notice.more' as const] : []),
    ['mails.notice.see', `${publicUrl}${pages[kind]}`],
    ['mails.notice.why', `${publicUrl}/organization/notices`],
  ])
  return {
    id: newId(), organizationId, intent: `notice/${userId}/${first}`, kind: 'note', invitation: null, to: email,
    reader: { organizationId, userId, kind }, language: locale, ...written, from: organizationName, replyTo: null, dueAt: at,
  }
}

/** Where each is seen in the portal. */
const pages = {
  answers: '/invitations', partnerships: '/partnerships', admin_rights_asked: '/my-partners', security: '/organization/audit',
} as const

const isGathered = (kind: DueNotices['kind']): kind is keyof typeof pages => kind in pages

/** What happened, by whom and when, in words that the log has for it. */
function lineOf({ at, action, by, organizationName, details, changed }: Told, locale: Locale, zone: string): string {
  const params = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, unmarked(String(value))]))
  const roles = changed?.['roles']
  const what = roles
    ? say(String(roles.after).includes('global_admin') ? 'mails.notice.global_admin_got' : 'mails.notice.global_admin_lost', locale, params)
    : say(`home.event.${action}`, locale, params)
  const organization = unmarked(organizationName)
  const who = by === '' ? organization : say('home.event.by', locale, { person: unmarked(by), organization })
  return `• ${[what, who, momentInWords(at, locale, zone)].filter((part) => part !== '').join(' · ')}`
}
