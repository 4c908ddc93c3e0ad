/** The groups of the domain reference, in the order of the rules screen. */
export const ruleGroups = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'] as const
export type RuleGroup = (typeof ruleGroups)[number]
