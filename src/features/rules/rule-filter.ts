import { clouds, partnerKinds } from '../../../domain/organizations/kinds.ts'
import type { RuleInWords } from '../../../domain/rules/schemas.ts'
import { finder } from '../../../domain/search/sought.ts'
import { listView, oneOf, soughtText } from '../../ui/lists/list-view.ts'

export const concerned = [...partnerKinds, 'customer'] as const

export type RuleView = { search?: string; cloud?: (typeof clouds)[number]; for?: (typeof concerned)[number] }

export const ruleView = listView<RuleView>({ search: soughtText, cloud: oneOf(clouds), for: oneOf(concerned) })

/** Filters rules by cloud, reader, and text in id, sentence or source. */
export function filterRules(rules: readonly RuleInWords[], { cloud, for: concerns, search = '' }: RuleView): RuleInWords[] {
  const isFound = finder(search)
  return rules.filter(
    (rule) =>
      (cloud === undefined || rule.clouds.includes(cloud)) &&
      (concerns === undefined || rule.concerns.includes(concerns)) &&
      isFound(rule.id, rule.statement, ...rule.source),
  )
}
