import { canUseLink } from '../../../domain/invitations/acceptance-rules.ts'
import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { mayAnswer, type Reader } from './reader-verdict.ts'

/** Why there is nothing to answer, from the rule here or from the server. */
export type AnswerRefusal = Pick<Problem, 'code' | 'rule' | 'params'> & { detail?: string }

/** What stands in the way before anybody clicks: the link's own state, then who is reading. Undefined when nothing does. */
export function refusalBefore(acceptance: Acceptance, reader: Reader | null, now: Date): AnswerRefusal | undefined {
  const link = canUseLink(acceptance, now)
  if (!link.allowed) return link
  if (!reader) return undefined
  const verdict = mayAnswer(acceptance, reader, now)
  return verdict.allowed ? undefined : verdict
}
