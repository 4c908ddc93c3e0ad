import { type Actor, hasAnyRole } from '../session/actor.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'

/** BR-33, BR-49: a customer's Global admin, and a partner's Global admin or Admin agent, speak for their organisation. */
export function canChangeOrganization(actor: Actor): Verdict {
  if (actor.organization.kind === 'customer')
    return hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', 'organization.needs_global_admin', 'BR-33')
  return hasAnyRole(actor, ['global_admin', 'admin_agent']) ? allowed : refused('role', 'organization.needs_admin_agent', 'BR-49')
}
