import { granularMicrosoftLink } from '../../../../domain/clouds/microsoft-link.ts'
import type { GdapSendRequest } from '../../../../domain/gdap/schemas.ts'
import { linkMark, type NewMail } from '../../../../domain/mail/mail.ts'
import { likelyLocale } from '../../../../domain/session/likely-locale.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { GdapRecord } from '../../../store/gdap/row.ts'
import { scopeOf } from '../../../store/scope.ts'
import { approvalLinkOf } from '../approval-link.ts'
import { askedMail, checkEdited } from '../../mail/edited-message.ts'
import { gdapRequestMail } from './request-mail.ts'
import { policyOf } from '../../clouds/policy-of.ts'
import type { Ports } from '../../ports.ts'

/** The customer's language, by its country in the partner's list; else the actor's. */
export async function languageForCustomer({ store }: Pick<Ports, 'store'>, actor: Actor, { customer }: GdapRecord): Promise<Locale> {
  const row = customer && (await store.customers.find(scopeOf(actor), customer.tenantId))
  return (row?.country ? likelyLocale(row.country) : undefined) ?? actor.user.locale
}

/**
 * The mail with a request, from the actor's organisation, answered to the actor; none on a host without mail. Checks an edited text anyway,
 * since its author will send it (BR-38).
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
