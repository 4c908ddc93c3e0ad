import { lazy } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { LatePart } from '../../../ui/waiting/late-part.tsx'
import { InvitationIntroduction } from './invitation-text.tsx'
import type { AsideProps } from './drafts.ts'

/** A reader's other actions, loaded on demand. */
const forms = {
  hand_over: lazy(() => import('./hand-over-form.tsx').then(({ HandOverForm }) => ({ default: HandOverForm }))),
  question: lazy(() => import('./question-form.tsx').then(({ QuestionForm }) => ({ default: QuestionForm }))),
}
export type AsideKind = keyof typeof forms

/** One of them in place of the answer. */
export function Aside({ kind, ...props }: AsideProps & { kind: AsideKind }) {
  const words = useWords()
  const Form = forms[kind]
  return (
    <>
      <InvitationIntroduction acceptance={props.acceptance} words={words} />
      <LatePart fallback={<p role="status">{words.t('ui.loading')}</p>}><Form {...props} /></LatePart>
    </>
  )
}
