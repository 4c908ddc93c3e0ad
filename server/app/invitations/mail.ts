import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import type { Invitation, InvitationMessage } from '../../../domain/invitations/schemas.ts'
import { fillTemplate } from '../../../domain/invitations/templates/rules.ts'
import type { TemplateDraft } from '../../../domain/invitations/templates/schemas.ts'
import { inParagraphs } from '../../../domain/mail/mail.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { requestWording } from './request-wording.ts'
import { momentInWords, say } from '../words/words.ts'

type Mailed = Pick<Invitation, 'inviter' | 'kind' | 'reseller' | 'customer' | 'includeDap' | 'reusable' | 'expiresAt'>

type Paragraph =
  | ReturnType<typeof requestWording>['subject' | 'ask'] | 'greeting' | 'greeting_named'
  | `place.${CloudPolicy['acceptancePlace']}` | 'agreement' | 'unchanged' | 'who_accepts' | 'review' | 'link_once'
  | 'link_reusable' | 'expires' | 'closing' | 'closing_for'
type WordsOf = (id: Paragraph) => string

/**
 * The mail with an invitation (section 3.5, BR-35, BR-38): who asks for what, what accepting means in this cloud, and the link on a line of
 * its own; signed by the partner, or the reseller on its behalf. A template replaces it.
 */
export function invitationMail(
  invitation: Mailed,
  policy: CloudPolicy,
  language: Locale,
  link: string,
  template?: TemplateDraft,
): InvitationMessage {
  const { inviter, reseller, customer, reusable, expiresAt } = invitation
  const wording = requestWording(invitation)
  const facts = {
    inviter: inviter.displayName,
    reseller: reseller?.displayName ?? '',
    customer: customer?.companyName ?? '',
    date: momentInWords(expiresAt, language),
  }
  const words: WordsOf = (id) => mailWords(id, language, facts)
  const paragraphs = () => [
    words(customer?.companyName ? 'greeting_named' : 'greeting'),
    ...body(words, wording.ask, policy),
    `${words('review')}\n${link}`,
    words(reusable ? 'link_reusable' : 'link_once'),
    words('expires'),
    words(reseller ? 'closing_for' : 'closing'),
  ]
  const filled = (text: string) => fillTemplate(text, { ...facts, link })
  return {
    language,
    subject: template ? filled(template.subject) : words(wording.subject),
    text: template ? filled(template.text) : inParagraphs(paragraphs()),
    link,
    button: say('mails.button', language),
    chat: say('mails.kit.chat', language, { ...facts, link }),
  }
}

/** The built-in text as a first template; placeholders replace what depends on the invitation. */
export function builtInTemplate(policy: CloudPolicy, language: Locale): TemplateDraft {
  const facts = { inviter: '{inviter}', reseller: '{reseller}', customer: '{customer}', date: '{date}' }
  const includeDap = policy.dapWithInvitation === 'required'
  const wording = requestWording({ includeDap, reseller: null })
  const words: WordsOf = (id) => mailWords(id, language, facts)
  const paragraphs = [
    words('greeting_named'),
    ...body(words, wording.ask, policy),
    `${words('review')}\n{link}`,
    words('expires'),
    `${words('closing')}\n{reseller}`,
  ]
  return { subject: words(wording.subject), text: inParagraphs(paragraphs) }
}

const mailWords = (id: Paragraph, language: Locale, facts: Record<string, string>) => say(`mails.invitation.${id}`, language, facts)

const body = (words: WordsOf, ask: Paragraph, { acceptancePlace, customerAgreement }: CloudPolicy): string[] => [
  words(ask),
  words(`place.${acceptancePlace}`),
  ...(customerAgreement ? [words('agreement')] : []),
  words('unchanged'),
  words('who_accepts'),
]
