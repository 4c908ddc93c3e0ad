import { granularMicrosoftLink } from '../../../../domain/clouds/microsoft-link.ts'
import type { GdapSendRequest } from '../../../../domain/delegated-admin/schemas.ts'
import { linkMark, type NewMail } from '../../../../domain/mail/mail.ts'
import { likelyLocale } from '../../../../domain/session/likely-locale.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { GdapRecord } from '../../../store/delegated-admin/row.ts'
import { scopeOf } from '../../../store/scope.ts'
import { approvalLinkOf } from '../approval-link.ts'
import { askedMail, checkEdited } from '../../mail/edited-message.ts'
import { gdapRequestMail } from './request-mail.ts'
import { policyOf } from '../../clouds/policy-of.ts'
import type { Ports } from '../../ports.ts'

/** The language of the customer, by the country that it has in the partner's own list; the actor's where that says nothing. */
export async function languageForCustomer({ store }: Pick<Ports, 'store'>, actor: Actor, { customer }: GdapRecord): Promise<Locale> {
  const line = customer && (await store.customers.find(scopeOf(actor), customer.tenantId))
  return (line?.country ? likelyLocale(line.country) : undefined) ?? actor.user.locale
}

/**
 * The mail that carries a request, from the actor's organisation and answered to the actor; none on a host that sends none. An edited text
 * is looked at all the same, since whoever edited it is going to send it (BR-38).
 */
export async function requestMailOf(
  ports: Pick<Ports, 'store' | 'newId' | 'sendsMail' | 'publicUrl' | 'now' | 'policies'>,
  actor: Actor,
  relationship: GdapRecord,
  { email, language, ...edited }: GdapSendRequest,
): Promise<NewMail[]> {
  const { id: requestId } = relationship
  const link = approvalLinkOf(ports, requestId)
  const microsoftLink = granularMicrosoftLink(policyOf(ports, actor.organization.cloud), requestId)
  checkEdited(edited, link, microsoftLink === null ? [] : [microsoftLink])
  if (!ports.sendsMail) return []
  const written = gdapRequestMail(relationship, language ?? (await languageForCustomer(ports, actor, relationship)), linkMark)
  const id = ports.newId()
  return [{
    ...askedMail(actor, ports.now(), written, edited, link),
    id, intent: `approval/${requestId}/${id}`, kind: 'approval', invitation: null, requestId, to: email,
  }]
}
