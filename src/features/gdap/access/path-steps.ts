import type { AccessAnswer } from '../../../../domain/gdap/assignments/rules.ts'
import type { AccessExplained } from '../../../../domain/gdap/schemas.ts'

export type Way = AccessExplained['path'][number]
type Link = 'group' | 'assignment' | 'relationship' | 'customer'
export type PathStep = {
  link: Link
  /** `broken`: the first thing to fix; `beyond`: irrelevant until then. */
  state: 'there' | 'broken' | 'beyond'
}

/** Lists the path from group to customer, with the first missing link. */
export function stepsOfWay(answer: AccessAnswer): PathStep[] {
  const broken: Link | undefined =
    answer === 'has_access' ? undefined : answer === 'not_assigned' || answer === 'assignment_not_active' ? 'assignment' : 'relationship'
  const state = (link: Link): PathStep['state'] => {
    if (link === broken) return 'broken'
    if (broken === undefined || link === 'group') return 'there'
    if (link === 'customer') return 'beyond'
    return broken === 'relationship' ? 'beyond' : 'there'
  }
  return (['group', 'assignment', 'relationship', 'customer'] as const).map((link) => ({ link, state: state(link) }))
}

/** Sorts paths with access first. */
export const bestFirst = (path: readonly Way[]): Way[] => path.toSorted((a, b) => rankOf(a.answer) - rankOf(b.answer))

const ranks: readonly AccessAnswer[] = ['has_access', 'assignment_not_active', 'not_assigned', 'not_standing', 'no_relationship']
const rankOf = (answer: AccessAnswer): number => ranks.indexOf(answer)
