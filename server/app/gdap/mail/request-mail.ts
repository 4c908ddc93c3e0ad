import { daysOf, extendsItself } from '../../../../domain/gdap/term/durations.ts'
import { lapsesAt } from '../../../../domain/gdap/term/expiry.ts'
import type { GdapRelationship } from '../../../../domain/gdap/relationship.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { RoleInWords } from '../../../../domain/gdap/schemas.ts'
import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { inParagraphs, unmarked } from '../../../../domain/mail/mail.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { rolesInWords } from '../../role-templates/role-words.ts'
import { momentInWords, type Params, say } from '../../words/words.ts'

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
    name,
    count: roles.length,
    days: daysOf(duration) ?? 0,
    date: momentInWords(lapsesAt(relationship) ?? since, language),
  }
  const words = (id: string, params: Params = facts) => say(`mails.gdap_request.${id}`, language, params)
  const asInvited = (id: string, params: Params = {}) => say(`mails.invitation.${id}`, language, params)
  const paragraphs = [
    // A customer outside the partner's list goes by its tenant id, which is no name.
    customer && customer.displayName !== customer.tenantId
      ? asInvited('greeting_named', { customer: unmarked(customer.displayName) })
      : asInvited('greeting'),
    [words('asks'), ...roleLines(roles, language, words)].join('\n'),
    words(extendsItself(autoExtendDuration) ? 'lasts_and_extends' : 'lasts'),
    words('who_approves'),
    words('unchanged'),
    `${words('review')}\n${link}`,
    words('lapses'),
    asInvited('closing', { inviter: facts.partner }),
  ]
  return {
    language,
    subject: words('subject'),
    text: inParagraphs(paragraphs),
    link,
    button: words('button'),
    chat: words('chat', { ...facts, link }),
  }
}

/** Privileged roles come first, so that they are explained and not only counted. */
const weightOf = ({ id, isPrivileged }: RoleInWords): number => (id === globalAdministrator ? 0 : isPrivileged ? 1 : 2)

function roleLines(ids: readonly string[], language: Locale, words: (id: string, params: Params) => string): string[] {
  const roles = rolesInWords(language).filter(({ id }) => ids.includes(id)).toSorted((one, other) => weightOf(one) - weightOf(other))
  const lines = roles.slice(0, mostExplained).map(({ name, allows }) => words('role', { role: name, allows }))
  const more = ids.length - lines.length
  return more > 0 ? [...lines, words('more', { count: more })] : lines
}
