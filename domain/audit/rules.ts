import { hasAnyRole, type Actor } from '../session/actor.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'

/** BR-108: the whole organisation's log, and how long it is kept, is for those who answer for it. */
export const canReadAudit = (actor: Actor): Verdict =>
  hasAnyRole(actor, ['global_admin', 'admin_agent']) ? allowed : refused('role', 'audit.needs_admin', 'BR-108')
