import { canUseLink } from '../../../../domain/invitations/acceptance-rules.ts'
import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import type { Refusal } from '../refused-page.tsx'
import { mayAnswer, type Reader } from './reader-verdict.ts'

/** What stands in the way before anybody clicks: what the reader's organization has answered, the link's own state, then who is reading. */
export function refusalBefore(acceptance: Acceptance, reader: Reader | null, now: Date): Refusal | undefined {
  const link = canUseLink(acceptance, now)
  if (!reader) return link.allowed ? undefined : link
  const verdict = mayAnswer(acceptance, reader, now)
  return verdict.allowed ? undefined : verdict
}
