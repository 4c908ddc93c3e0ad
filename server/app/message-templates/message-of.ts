import type { Invitation, InvitationMessage } from '../../../domain/invitations/schemas.ts'
import { suitsTemplate } from '../../../domain/invitations/templates/rules.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { scopeOf } from '../../store/scope.ts'
import { invitationMail } from '../invitations/mail.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'

type Mailed = Parameters<typeof invitationMail>[0] & Pick<Invitation, 'id'>

/** The mail of an invitation in its maker's own or the built-in words; `link` goes in unchanged. */
export async function messageOf(
  ports: Pick<Ports, 'store' | 'now' | 'policies'>,
  actor: Actor,
  invitation: Mailed,
  { language, link }: { language: Locale; link: string },
): Promise<InvitationMessage> {
  const policy = policyOf(ports, actor.organization.cloud)
  const template = suitsTemplate(invitation, policy)
    ? await ports.store.messageTemplates.ofInvitation(scopeOf(actor), invitation.id, language)
    : undefined
  return invitationMail(invitation, policy, language, link, template)
}
