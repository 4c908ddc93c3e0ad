import { rules } from '../rules/rules.ts'
import type { RuleId } from '../verdict.ts'
import type { Guidance } from './schemas.ts'

export type GuidanceStep = Guidance['steps'][number]

export const step = (code: string, params: GuidanceStep['params'] = {}): GuidanceStep => ({ code, params })

/** An answer with the page that its rule restates. */
export function answer(
  applies: Guidance['applies'],
  rule: RuleId,
  steps: readonly GuidanceStep[] = [],
  warnings: readonly GuidanceStep[] = [],
): Guidance {
  const source = rules.find((each) => each.id === rule)?.sources[0]
  if (!source) throw new Error(`No rule ${rule} in the catalogue`)
  return { applies, automatic: false, steps: [...steps], warnings: [...warnings], rule, source }
}
