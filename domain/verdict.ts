import type { PartnerKind } from './organizations/kinds.ts'
import type { RefusalCode } from './problem-codes.ts'

/** A rule's id as the rules screen and every refusal quote it: `BR-26`, `BR-54d`. */
export type RuleId = `BR-${number}` | `BR-${number}${'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g'}`

/** The answer to "may this happen?", with all that explains a refusal; locales/ has the words. */
export type Verdict = { allowed: true } | Refusal

export type Refusal = {
  allowed: false
  /** Decides the HTTP status: role and cloud 403, state and limit 409. */
  because: 'role' | 'cloud' | 'state' | 'limit'
  /** Stable `noun.reason`; the catalogue has its sentence under `refusal.` + code. */
  code: RefusalCode
  /** Absent where the portal itself refuses, by no rule of the sources. */
  rule?: RuleId
  whoMay?: readonly PartnerKind[]
  params?: Record<string, string | number>
}

export const allowed: Verdict = { allowed: true }

export const refused = (
  because: Refusal['because'],
  code: RefusalCode,
  rule: RuleId,
  more: Pick<Refusal, 'whoMay' | 'params'> = {},
): Refusal & { rule: RuleId } => ({ allowed: false, because, code, rule, ...more })

/** Returns the first refusal, else allowed. Verdicts are thunks so that a later one may rely on an earlier one. */
export function firstRefusal(...verdicts: (() => Verdict)[]): Verdict {
  for (const verdict of verdicts) {
    const answer = verdict()
    if (!answer.allowed) return answer
  }
  return allowed
}

/** A refusal of the portal's own, which no rule of the sources asks for. */
export const refusedHere = (because: Refusal['because'], code: RefusalCode, more: Pick<Refusal, 'params'> = {}): Refusal =>
  ({ allowed: false, because, code, ...more })
