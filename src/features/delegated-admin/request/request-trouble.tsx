import type { ComponentProps } from 'react'
import { isProblem } from '../../../api/problem-error.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Reason } from '../../../ui/reason.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import styles from './request.module.css'
import type { Made, RequestOutcome } from './use-request-draft.ts'

type Props = {
  outcome: RequestOutcome
  isRetrying: boolean
  onRetry: () => void
  onReload: () => void
  /** Goes to what an earlier try made. */
  onShow: (made: Made) => void
}

/** What the last try came to, and the way on. */
export function RequestTrouble({ outcome, isRetrying, onRetry, onReload, onShow }: Props) {
  const { t } = useWords()
  switch (outcome.is) {
    case 'refused':
      return (
        <div role="alert" className={styles.note} data-tone="caution">
          {outcome.problem.rule
            ? <Reason refusal={outcome.problem as ComponentProps<typeof Reason>['refusal']} />
            : <p>{outcome.problem.detail}</p>}
        </div>
      )
    case 'stale':
      return (
        <div role="alert" className={styles.note} data-tone="caution">
          <p>{t('gdap-requests.stale')}</p>
          <Button icon="refresh" onPress={onReload}>{t('gdap-requests.reload')}</Button>
        </div>
      )
    case 'earlier':
      return (
        <div role="alert" className={styles.note} data-tone="caution">
          <p>{t('gdap-requests.earlier')}</p>
          <Button onPress={() => onShow(outcome.made)}>{t('gdap-requests.earlier.show')}</Button>
        </div>
      )
    case 'unknown':
      if (isProblem(outcome.error))
        return <ErrorState compact error={outcome.error} kept={t('gdap-requests.unknown')} retrying={isRetrying} onRetry={onRetry} />
      return (
        <div role="alert" className={styles.note} data-tone="caution">
          <p>{t('gdap-requests.unknown')}</p>
          <Button icon="refresh" pending={isRetrying} onPress={onRetry}>{t('ui.error.retry')}</Button>
        </div>
      )
  }
}
