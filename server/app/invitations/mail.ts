import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import type { Invitation, InvitationMessage } from '../../../domain/invitations/schemas.ts'
import { fillTemplate } from '../../../domain/invitations/templates/rules.ts'
import type { TemplateDraft } from '../../../domain/invitations/templates/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { requestWording } from './request-wording.ts'
import { type MailId, writtenMail } from '../mail/written-mail.ts'
import { momentInWords, say } from '../words/words.ts'

type Mailed = Pick<Invitation, 'inviter' | 'kind' | 'reseller' | 'customer' | 'includeDap' | 'reusable' | 'expiresAt'>

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
  const filled = (text: string) => fillTemplate(text, { ...facts, link })
  const builtIn = () => writtenMail(language, facts, `mails.invitation.${wording.subject}`, [
    customer?.companyName ? 'mails.invitation.greeting_named' : 'mails.invitation.greeting',
    ...body(wording, policy),
    ['mails.invitation.review', link], reusable ? 'mails.invitation.link_reusable' : 'mails.invitation.link_once',
    'mails.invitation.expires', reseller ? 'mails.invitation.closing_for' : 'mails.invitation.closing',
  ])
  return {
    language,
    ...(template ? { subject: filled(template.subject), text: filled(template.text) } : builtIn()),
    link,
    button: say('mails.button', language),
    chat: say('mails.kit.chat', language, { ...facts, link }),
  }
}

/** The built-in text as a first template; placeholders replace what depends on the invitation. */
export function builtInTemplate(policy: CloudPolicy, language: Locale): TemplateDraft {
  const facts = { inviter: '{inviter}', reseller: '{reseller}', customer: '{customer}', date: '{date}' }
  const includeDap = policy.dapWithInvitation === 'required'
  const asked = requestWording({ includeDap, reseller: null })
  return writtenMail(language, facts, `mails.invitation.${asked.subject}`, [
    'mails.invitation.greeting_named', ...body(asked, policy), ['mails.invitation.review', '{link}'], 'mails.invitation.expires',
    ['mails.invitation.closing', '{reseller}'],
  ])
}

const body = ({ ask }: ReturnType<typeof requestWording>, { acceptancePlace, customerAgreement }: CloudPolicy): MailId[] => [
  `mails.invitation.${ask}`, `mails.invitation.place.${acceptancePlace}`,
  ...(customerAgreement ? ['mails.invitation.agreement' as const] : []),
  'mails.invitation.unchanged', 'mails.invitation.who_accepts',
]
