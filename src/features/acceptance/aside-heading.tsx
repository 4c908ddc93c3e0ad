import { type ReactNode, useEffect, useRef } from 'react'
import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Typing } from './drafts.ts'

/** What a reader does beside answering needs. `onBarred`: the invitation can be answered no longer. */
export type AsideProps = Typing & {
  token: string
  acceptance: Acceptance
  reader: Actor
  onBack: () => void
  onBarred: (problem: Problem) => void
}

/** Takes the focus, so that whoever cannot see the page change is told. */
export function AsideHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [])
  return <h2 ref={heading} tabIndex={-1}>{children}</h2>
}
