import type { Invitation, InvitationDetail } from '../../../../domain/invitations/schemas.ts'
import type { Words } from '../../../i18n/use-words.ts'

type Named = Pick<Invitation, 'customer' | 'reusable'>

/** The customer by the best name that the maker gave, undefined when it named none. */
export const customerName = ({ customer }: Named): string | undefined =>
  customer?.companyName ?? customer?.domain ?? customer?.email ?? customer?.tenantId

/** For whom it is: a name, many, or whoever holds the link. */
export const forWhom = (invitation: Named, t: Words['t']): string =>
  invitation.reusable ? t('invitations.for.reusable') : (customerName(invitation) ?? t('invitations.for.holder'))

/** Who answered what one customer may answer: whoever held the link, by its own name; undefined before. */
export const answererOf = ({ reusable, acceptedBy, answers }: InvitationDetail): string | undefined =>
  reusable ? undefined : (acceptedBy?.displayName ?? answers[0]?.organization)

/** The title of one invitation's page. */
export function invitationTitle(invitation: Named, t: Words['t']): string {
  if (invitation.reusable) return t('invitations.detail.reusable')
  const customer = customerName(invitation)
  return customer ? t('invitations.detail.named', { customer }) : t('invitations.detail.holder')
}
