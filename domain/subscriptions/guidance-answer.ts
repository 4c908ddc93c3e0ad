import { rules } from '../rules/rules.ts'
import type { RuleId } from '../verdict.ts'
import type { GuidanceAnswer } from './schemas.ts'

type Verdict = GuidanceAnswer['verdict']
export type Action = Extract<GuidanceAnswer, { steps: unknown }>['steps'][number]
export type Reason = GuidanceAnswer['because'][number]
type Params = Verdict['params']

export const action = (code: Action['code'], params: Params = {}): Action => ({ code, params })

/** A reason with the page that its rule restates. */
export function reason(code: Reason['code'], rule: RuleId, params: Params = {}): Reason {
  const source = rules.find((each) => each.id === rule)?.sources[0]
  if (!source) throw new Error(`No rule ${rule} in the catalogue`)
  return { code, params, rule, source }
}

type Said = { question: GuidanceAnswer['question']; code: Verdict['code']; params?: Params; because: readonly Reason[] }

/** A yes: at once, or after these steps when there are any. */
export const yesAfter = (steps: readonly Action[], said: Said): GuidanceAnswer =>
  withSteps(steps.length > 0 ? 'after' : 'yes', steps, said)

export const withSteps = (answer: 'yes' | 'after' | 'by_hand', steps: readonly Action[], said: Said): GuidanceAnswer => ({
  ...sayWith(answer, said),
  steps: [...steps],
})

/** Anything but a yes leaves at least one way. */
export const withWaysOut = (
  answer: 'no' | 'not_documented' | 'over',
  waysOut: readonly Action[],
  said: Said,
): GuidanceAnswer => ({ ...sayWith(answer, said), waysOut: [...waysOut] })

const sayWith = (answer: Verdict['answer'], { question, code, params = {}, because }: Said) => ({
  question,
  verdict: { answer, code, params },
  because: [...because],
})
