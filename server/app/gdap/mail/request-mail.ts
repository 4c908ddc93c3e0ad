import { daysOf, extendsItself } from '../../../../domain/gdap/term/durations.ts'
import { lapsesAt } from '../../../../domain/gdap/term/expiry.ts'
import type { GdapRelationship } from '../../../../domain/gdap/relationship.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { RoleInWords } from '../../../../domain/gdap/schemas.ts'
import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { unmarked } from '../../../../domain/mail/mail.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { rolesInWords } from '../../role-templates/role-words.ts'
import { writtenMail } from '../../mail/written-mail.ts'
import { momentInWords, say } from '../../words/words.ts'

type Requested = Pick<
  GdapRelationship, 'partner' | 'customer' | 'displayName' | 'roles' | 'duration' | 'autoExtendDuration' | 'status' | 'since'
>

/** A mail explains this many roles and counts the rest; the page has them all. */
const mostExplained = 8

/**
 * The mail with a GDAP request (section 3.5, BR-78 to BR-82, BR-101): who asks for what and how long, what happens before anybody gets
 * access, what does not change, and the link on a line of its own.
 */
export function gdapRequestMail(relationship: Requested, language: Locale, link: string): InvitationMessage {
  const { partner, customer, displayName: name, roles, duration, autoExtendDuration, since } = relationship
  const facts = {
    partner: unmarked(partner.displayName),
    inviter: unmarked(partner.displayName),
    customer: unmarked(customer?.displayName ?? ''),
    name,
    count: roles.length,
    days: daysOf(duration) ?? 0,
    date: momentInWords(lapsesAt(relationship) ?? since, language),
  }
  const written = writtenMail(language, facts, 'mails.gdap_request.subject', [
    // A customer out of the partner's list goes by the id of its tenant, which is no name.
    customer && customer.displayName !== customer.tenantId ? 'mails.invitation.greeting_named' : 'mails.invitation.greeting',
    ['mails.gdap_request.asks', ...roleLines(roles, language)],
    extendsItself(autoExtendDuration) ? 'mails.gdap_request.lasts_and_extends' : 'mails.gdap_request.lasts',
    'mails.gdap_request.who_approves', 'mails.gdap_request.unchanged', ['mails.gdap_request.review', link], 'mails.gdap_request.lapses',
    'mails.invitation.closing',
  ])
  return {
    language,
    ...written,
    link,
    button: say('mails.gdap_request.button', language),
    chat: say('mails.gdap_request.chat', language, { ...facts, link }),
  }
}

/** Privileged roles come first, so that they are explained and not only counted. */
const weightOf = ({ id, isPrivileged }: RoleInWords): number => (id === globalAdministrator ? 0 : isPrivileged ? 1 : 2)

function roleLines(ids: readonly string[], language: Locale): string[] {
  const roles = rolesInWords(language).filter(({ id }) => ids.includes(id)).toSorted((one, other) => weightOf(one) - weightOf(other))
  const lines = roles.slice(0, mostExplained).map(({ name, allows }) => say('mails.gdap_request.role', language, { role: name, allows }))
  const more = ids.length - lines.length
  return more > 0 ? [...lines, say('mails.gdap_request.more', language, { count: more })] : lines
}
