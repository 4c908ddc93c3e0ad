import { cloudPolicies } from '../../domain/clouds/cloud-policies.ts'
import type { Invitation, InvitationMessage } from '../../domain/invitations/schemas.ts'
import type { Cloud } from '../../domain/organizations/kinds.ts'
import type { Locale } from '../../domain/session/locales.ts'
import { dayInWords, say } from './words.ts'

type Mailed = Pick<Invitation, 'inviter' | 'reseller' | 'customer' | 'includeDap' | 'reusable' | 'expiresAt'>

/**
 * The mail that carries an invitation (section 3.5, BR-35, BR-38): who asks for what, what accepting means in this cloud, and the link on a
 * line of its own. It ends with whoever sends it: the partner, or the reseller on its behalf.
 */
export function invitationMail(invitation: Mailed, cloud: Cloud, language: Locale, link: string): InvitationMessage {
  const { acceptancePlace, customerAgreement } = cloudPolicies[cloud]
  const { inviter, reseller, customer, includeDap, reusable, expiresAt } = invitation
  const params = {
    inviter: inviter.displayName,
    reseller: reseller?.displayName ?? '',
    customer: customer?.companyName ?? '',
    date: dayInWords(expiresAt, language),
  }
  const words = (id: string) => say(`mails.invitation.${id}`, language, params)
  const paragraphs = [
    words(customer?.companyName ? 'greeting_named' : 'greeting'),
    words(`ask.${includeDap ? 'relationship_and_admin' : 'relationship'}`),
    words(`place.${acceptancePlace}`),
    ...(customerAgreement ? [words('agreement')] : []),
    words('unchanged'),
    words('who_accepts'),
    `${words('review')}\n${link}`,
    words(reusable ? 'link_reusable' : 'link_once'),
    words('expires'),
    words(reseller ? 'closing_for' : 'closing'),
  ]
  return { language, subject: words('subject'), text: `${paragraphs.join('\n\n')}\n`, link }
}
