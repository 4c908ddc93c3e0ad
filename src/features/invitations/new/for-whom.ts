import type { Invitation, InvitationDetail } from '../../../../domain/invitations/schemas.ts'
import type { Words } from '../../../i18n/use-words.ts'

type Named = Pick<Invitation, 'customer' | 'reusable'>

/** The customer's best name by its maker. */
export const customerName = ({ customer }: Named): string | undefined =>
  customer?.companyName ?? customer?.domain ?? customer?.email ?? customer?.tenantId

/** A name, many customers, or whoever holds the link. */
export const forWhom = (invitation: Named, t: Words['t']): string =>
  invitation.reusable ? t('invitations.for.reusable') : (customerName(invitation) ?? t('invitations.for.holder'))

/** Who answered a single-use invitation, by its own name. */
export const answererOf = ({ reusable, acceptedBy, answers }: InvitationDetail): string | undefined =>
  reusable ? undefined : (acceptedBy?.displayName ?? answers[0]?.organization)

export function invitationTitle(invitation: Named, t: Words['t']): string {
  if (invitation.reusable) return t('invitations.detail.reusable')
  const customer = customerName(invitation)
  return customer ? t('invitations.detail.named', { customer }) : t('invitations.detail.holder')
}
