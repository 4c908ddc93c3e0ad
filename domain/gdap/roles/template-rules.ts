import { allowed, firstRefusal, refused, type Verdict } from '../../verdict.ts'
import { globalAdministrator } from './catalogue.ts'
import { canHoldRoles } from '../relationship-rules.ts'
import { driftOf } from './templates.ts'

/** How many templates a partner keeps beside the built-in ones. */
const mostTemplates = 50

/** BR-102a: a name of its own among the partner's templates; `others` without the one that is changed. */
export const canNameTemplate = (name: string, others: readonly { name: string }[]): Verdict =>
  others.some((other) => nameKey(other.name) === nameKey(name)) ? refused('state', 'gdap.template_name_taken', 'BR-102a') : allowed

/** BR-102: a limit of this portal, so that a list stays one that somebody can choose from. */
export const canAddTemplate = (others: readonly unknown[]): Verdict =>
  others.length < mostTemplates ? allowed : refused('limit', 'gdap.template_limit', 'BR-102', { params: { limit: mostTemplates } })

/** BR-83: at least one role, only built-in ones. Global administrator is allowed, and warned of: {@link templateWarning}. */
export const canHoldTemplateRoles = (roles: readonly string[]): Verdict =>
  firstRefusal(
    () => (roles.length > 0 ? allowed : refused('limit', 'gdap.needs_role', 'BR-83')),
    () => canHoldRoles(roles),
  )

/** BR-87: what somebody should know who asks with these roles. */
export const templateWarning = (roles: readonly string[]): 'global_administrator' | null =>
  roles.includes(globalAdministrator) ? 'global_administrator' : null

/** BR-102: what somebody checked is what is asked for; `seen` is the template's ETag, undefined of whoever has not looked before. */
export const canUseTemplate = ({ etag }: { etag: string | null }, seen: string | null | undefined): Verdict =>
  seen === undefined || seen === etag ? allowed : refused('state', 'gdap.template_changed', 'BR-102')

const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** How much of two sets of roles is common to both, from 0 to 1. */
function likeness(template: readonly string[], live: readonly string[]): number {
  const { missing, extra } = driftOf(template, live)
  const common = template.length - missing.length
  return common === 0 ? 0 : common / (common + missing.length + extra.length)
}

/** From half on, a relationship was probably asked for with the template. */
const enough = 0.5

/**
 * BR-102a: the template that a live relationship is nearest to, since nothing keeps which one it was asked for with; the first of equals,
 * undefined when none has at least half of the roles in common.
 */
export function nearestTemplate<Template extends { roles: readonly string[] }>(
  templates: readonly Template[], live: readonly string[],
): Template | undefined {
  const ranked = templates.map((template) => ({ template, is: likeness(template.roles, live) })).toSorted((a, b) => b.is - a.is)
  return ranked[0] && ranked[0].is >= enough ? ranked[0].template : undefined
}
