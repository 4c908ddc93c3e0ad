import { useEffect, useRef } from 'react'
import { ProblemError } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import pageStyles from '../../ui/refused-page.module.css'

type Props = { error: Error; isRetrying: boolean; onRetry: () => void }

/** The invitation could not be read: what was kept, a way to try again, and the request id. */
export function AcceptanceFailed({ error, isRetrying, onRetry }: Props) {
  const { t, tOr } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const problem = error instanceof ProblemError ? error.problem : undefined
  const cause = problem ? tOr(`problem.${problem.code}`, problem.detail || t('ui.error.text')) : t('ui.error.offline.title')
  return (
    <div className={pageStyles.refused} role="alert">
      <h1 ref={heading} tabIndex={-1}>{t('acceptance.failed.title')}</h1>
      <p className={pageStyles.cause}>{cause}</p>
      <p>{t('acceptance.failed.body')}</p>
      <div>
        <Button variant="accent" size="large" icon="refresh" pending={isRetrying} onPress={onRetry}>{t('acceptance.failed.retry')}</Button>
      </div>
      {problem?.requestId && <p className={pageStyles.code}>{t('acceptance.failed.request_id', { id: problem.requestId })}</p>}
    </div>
  )
}
