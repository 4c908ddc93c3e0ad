import { rules } from '../rules/rules.ts'
import type { RuleId } from '../verdict.ts'
import type { GuidanceAnswer } from './schemas.ts'

type Verdict = GuidanceAnswer['verdict']
export type Action = Extract<GuidanceAnswer, { steps: unknown }>['steps'][number]
export type Reason = GuidanceAnswer['because'][number]
type Params = Verdict['params']

export const action = (code: Action['code'], params: Params = {}): Action => ({ code, params })

export function reason(code: Reason['code'], rule: RuleId, params: Params = {}): Reason {
  const source = rules.find((each) => each.id === rule)?.sources[0]
  if (!source) throw new Error(`No rule ${rule} in the catalogue`)
  return { code, params, rule, source }
}

type Reply = { question: GuidanceAnswer['question']; code: Verdict['code']; params?: Params; because: readonly Reason[] }

/** Answers yes: at once, or after these steps. */
export const yesAfter = (steps: readonly Action[], reply: Reply): GuidanceAnswer =>
  withSteps(steps.length > 0 ? 'after' : 'yes', steps, reply)

export const withSteps = (answer: 'yes' | 'after' | 'by_hand', steps: readonly Action[], reply: Reply): GuidanceAnswer => ({
  ...sayWith(answer, reply),
  steps: [...steps],
})

/** Any other answer has at least one way out. */
export const withWaysOut = (
  answer: 'no' | 'not_documented' | 'over',
  waysOut: readonly Action[],
  reply: Reply,
): GuidanceAnswer => ({ ...sayWith(answer, reply), waysOut: [...waysOut] })

const sayWith = (answer: Verdict['answer'], { question, code, params = {}, because }: Reply) => ({
  question,
  verdict: { answer, code, params },
  because: [...because],
})
