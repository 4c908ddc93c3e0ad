import { allowed, firstRefusal, refused, type Verdict } from '../../verdict.ts'
import { globalAdministrator } from './catalogue.ts'
import { canHoldRoles } from '../relationship-rules.ts'
import { driftOf } from './templates.ts'

const mostTemplates = 50

/** BR-102a: a name is unique among the partner's templates; `others` excludes the one that changes. */
export const canNameTemplate = (name: string, others: readonly { name: string }[]): Verdict =>
  others.some((other) => nameKey(other.name) === nameKey(name)) ? refused('state', 'gdap.template_name_taken', 'BR-102a') : allowed

/** BR-102: the portal limits templates, so that the list stays short enough to choose from. */
export const canAddTemplate = (others: readonly unknown[]): Verdict =>
  others.length < mostTemplates ? allowed : refused('limit', 'gdap.template_limit', 'BR-102', { params: { limit: mostTemplates } })

/** BR-83: at least one role, only built-in ones. Global administrator is allowed with a warning: {@link templateWarning}. */
export const canHoldTemplateRoles = (roles: readonly string[]): Verdict =>
  firstRefusal(
    () => (roles.length > 0 ? allowed : refused('limit', 'gdap.needs_role', 'BR-83')),
    () => canHoldRoles(roles),
  )

/** BR-87: the warning for a request with these roles. */
export const templateWarning = (roles: readonly string[]): 'global_administrator' | null =>
  roles.includes(globalAdministrator) ? 'global_administrator' : null

/** BR-102: refuses a template that changed since it was read; `seen` is its ETag, undefined for a caller that has not read it. */
export const canUseTemplate = ({ etag }: { etag: string | null }, seen: string | null | undefined): Verdict =>
  seen === undefined || seen === etag ? allowed : refused('state', 'gdap.template_changed', 'BR-102')

const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** The share of roles that two sets have in common, from 0 to 1. */
function likeness(template: readonly string[], live: readonly string[]): number {
  const { missing, extra } = driftOf(template, live)
  const common = template.length - missing.length
  return common === 0 ? 0 : common / (common + missing.length + extra.length)
}

/** A relationship with half of a template's roles probably came from it. */
const enough = 0.5

/**
 * BR-102a: finds the template most like a live relationship, since the portal does not keep which one it was requested with; the first of
 * equals, undefined when none has half of the roles in common.
 */
export function nearestTemplate<Template extends { roles: readonly string[] }>(
  templates: readonly Template[], live: readonly string[],
): Template | undefined {
  const ranked = templates.map((template) => ({ template, is: likeness(template.roles, live) })).toSorted((a, b) => b.is - a.is)
  return ranked[0] && ranked[0].is >= enough ? ranked[0].template : undefined
}
