/** The groups of the domain reference, as the rules screen orders them. */
export const ruleGroups = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'] as const
export type RuleGroup = (typeof ruleGroups)[number]
