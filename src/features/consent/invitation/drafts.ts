import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import type { Actor } from '../../../../domain/session/actor.ts'

/** What a reader writes on the page: it outlasts the way back from the form that it stands in. */
export type Drafts = { reason: string; question: string; email: string; name: string }

export const noDrafts: Drafts = { reason: '', question: '', email: '', name: '' }

export type Typing = { drafts: Drafts; onType: (typed: Partial<Drafts>) => void }

/** What a reader does beside answering needs. `onBarred`: the invitation can be answered no longer. */
export type AsideProps = Typing & {
  token: string
  acceptance: Acceptance
  reader: Actor
  onBack: () => void
  onBarred: (problem: Problem) => void
}
