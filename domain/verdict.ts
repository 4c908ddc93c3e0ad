import type { PartnerKind } from './organizations/kinds.ts'
import type { RefusalCode } from './problem-codes.ts'

/** The id of a rule of the Partner Center pages, as the rules screen and every refusal quote it: `BR-26`, `BR-54d`. */
export type RuleId = `BR-${number}` | `BR-${number}${'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g'}`

/** The answer to "may this happen?" and, when it may not, everything needed to explain it. The words are in locales/. */
export type Verdict = { allowed: true } | Refusal

export type Refusal = {
  allowed: false
  /** Picks the HTTP status: role and cloud 403, state and limit 409. */
  because: 'role' | 'cloud' | 'state' | 'limit'
  /** Stable `noun.reason`; the catalogue holds its sentence under `refusal.` + code. */
  code: RefusalCode
  rule: RuleId
  whoMay?: readonly PartnerKind[]
  params?: Record<string, string | number>
}

export const allowed: Verdict = { allowed: true }

export const refused = (
  because: Refusal['because'],
  code: RefusalCode,
  rule: RuleId,
  more: Pick<Refusal, 'whoMay' | 'params'> = {},
): Refusal => ({ allowed: false, because, code, rule, ...more })

/** The first refusal decides; allowed when there is none. Verdicts are thunks so that a later one may rely on an earlier. */
export function firstRefusal(...verdicts: (() => Verdict)[]): Verdict {
  for (const verdict of verdicts) {
    const answer = verdict()
    if (!answer.allowed) return answer
  }
  return allowed
}
