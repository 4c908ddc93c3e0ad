import { type ReactNode, useId } from 'react'
import type { Refusal, Verdict } from '../../domain/verdict.ts'
import { Reason } from './reason.tsx'

const same = (one: Refusal, other: Refusal): boolean =>
  JSON.stringify([one.code, one.rule, one.params, one.whoMay]) === JSON.stringify([other.code, other.rule, other.params, other.whoMay])

/** For actions that stand together: what refuses more than one of them is said once, under `reasons`, and `idFor` a verdict leads there. */
export function useSharedReason(verdicts: readonly Verdict[]): { idFor: (verdict: Verdict) => string | undefined; reasons: ReactNode } {
  const id = useId()
  const refusals = verdicts.filter((verdict) => !verdict.allowed)
  const shared = refusals.filter(
    (refusal, position) =>
      refusals.findIndex((other) => same(other, refusal)) === position && refusals.filter((other) => same(other, refusal)).length > 1,
  )
  const idOf = (position: number) => `${id}-${position}`
  return {
    idFor: (verdict) => {
      const position = verdict.allowed ? -1 : shared.findIndex((refusal) => same(refusal, verdict))
      return position === -1 ? undefined : idOf(position)
    },
    reasons: shared.map((refusal, position) => <Reason key={refusal.code} id={idOf(position)} refusal={refusal} />),
  }
}
