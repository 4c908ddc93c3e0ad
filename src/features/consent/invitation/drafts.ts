import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import type { Actor } from '../../../../domain/session/actor.ts'

/** A reader's typed texts, kept when a form closes. */
export type Drafts = { reason: string; question: string; email: string; name: string }

export const noDrafts: Drafts = { reason: '', question: '', email: '', name: '' }

export type Typing = { drafts: Drafts; onType: (typed: Partial<Drafts>) => void }

/** Props of the reader's other actions. `onBarred`: the invitation can no longer be answered. */
export type AsideProps = Typing & {
  token: string
  acceptance: Acceptance
  reader: Actor
  onBack: () => void
  onBarred: (problem: Problem) => void
}
