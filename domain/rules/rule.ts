import type { Cloud, PartnerKind } from '../organizations/kinds.ts'
import type { RuleId } from '../verdict.ts'
import type { RuleGroup } from './rule-groups.ts'
import type { SourcePage } from './source-pages.ts'

type Concerned = PartnerKind | 'customer'

/** A rule of the Partner Center pages; the catalogue has its sentence under `rule.` + id. */
export type Rule = {
  id: RuleId
  group: RuleGroup
  clouds: readonly Cloud[]
  concerns: readonly Concerned[]
  sources: readonly SourcePage[]
}

/** Partners that buy from the operator and own the relationships. */
export const owners = ['direct_partner', 'indirect_provider'] as const
export const allPartners = [...owners, 'indirect_reseller'] as const
export const everybody = [...allPartners, 'customer'] as const
export const indirects = ['indirect_provider', 'indirect_reseller'] as const
export const everywhere = ['global', 'germany', 'china', 'usgov'] as const
export const outsideChina = ['global', 'germany', 'usgov'] as const

/** A row of the catalogue. */
export const rule = (
  id: RuleId, group: RuleGroup, clouds: readonly Cloud[], concerns: readonly Concerned[], ...sources: readonly SourcePage[]
): Rule => ({ id, group, clouds, concerns, sources })
