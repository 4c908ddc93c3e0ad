import { clouds, partnerKinds } from '../../../domain/organizations/kinds.ts'
import type { RuleInWords } from '../../../domain/rules/schemas.ts'
import { finder } from '../../../domain/search/sought.ts'

const concerned = [...partnerKinds, 'customer'] as const

export type RuleFilter = {
  cloud?: (typeof clouds)[number]
  concerns?: (typeof concerned)[number]
  search: string
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find((value) => value === text)

/** The filter that an address asks for; what it does not know is no filter. */
export function filterOf(params: URLSearchParams): RuleFilter {
  const cloud = oneOf(clouds, params.get('cloud'))
  const concerns = oneOf(concerned, params.get('for'))
  return { search: params.get('search') ?? '', ...(cloud && { cloud }), ...(concerns && { concerns }) }
}

/** The rules of one cloud, for one kind of reader, that hold the text in their id, sentence or source. */
export function filterRules(rules: readonly RuleInWords[], { cloud, concerns, search }: RuleFilter): RuleInWords[] {
  const isFound = finder(search)
  return rules.filter(
    (rule) =>
      (cloud === undefined || rule.clouds.includes(cloud)) &&
      (concerns === undefined || rule.concerns.includes(concerns)) &&
      isFound(rule.id, rule.statement, ...rule.source),
  )
}
