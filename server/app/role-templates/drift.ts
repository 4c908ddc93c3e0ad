import { driftOf } from '../../../domain/gdap/roles/templates.ts'
import type { RoleTemplate, TemplateDrift } from '../../../domain/gdap/schemas.ts'
import { nearestTemplate } from '../../../domain/gdap/roles/template-rules.ts'
import type { StandingRoles } from '../../store/gdap/bulk.ts'

const mostShown = 200

/** Lists the live relationships that resemble a template and differ; omits templates without any. */
export function driftsOf(templates: readonly RoleTemplate[], live: readonly StandingRoles[]): TemplateDrift[] {
  // Thousands of relationships share a handful of role sets.
  const seen = new Map<string, { template: RoleTemplate | undefined; missing: string[]; extra: string[] }>()
  const judged = live.map((each) => {
    const key = each.roles.toSorted().join()
    const template = seen.has(key) ? seen.get(key)?.template : nearestTemplate(templates, each.roles)
    const judgement = seen.get(key) ?? { template, ...driftOf(template?.roles ?? [], each.roles) }
    seen.set(key, judgement)
    return { each, ...judgement }
  })
  return templates.flatMap(({ id: templateId, name }) => {
    const differing = judged.filter(
      ({ template, missing, extra }) => template?.id === templateId && missing.length + extra.length > 0,
    )
    if (differing.length === 0) return []
    const relationships = differing.slice(0, mostShown).map(({ each: { id, displayName, customer }, missing, extra }) => ({
      id, displayName, customer, missing, extra,
    }))
    return [{ templateId, name, count: differing.length, relationships }]
  })
}
