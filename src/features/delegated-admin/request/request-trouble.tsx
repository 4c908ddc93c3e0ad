import type { ComponentProps } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Reason } from '../../../ui/reason.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import styles from './request.module.css'
import type { RequestOutcome } from './use-request-draft.ts'

type Props = { outcome: RequestOutcome; isRetrying: boolean; onRetry: () => void; onReload: () => void }

/** What the last try came to, and the way on. */
export function RequestTrouble({ outcome, isRetrying, onRetry, onReload }: Props) {
  const { t } = useWords()
  switch (outcome.is) {
    case 'failed':
      return <ErrorState compact error={outcome.error} retrying={isRetrying} onRetry={onRetry} />
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
    case 'unknown':
      return (
        <div role="alert" className={styles.note} data-tone="caution">
          <p>{t('gdap-requests.unknown')}</p>
          <Button icon="refresh" pending={isRetrying} onPress={onRetry}>{t('ui.error.retry')}</Button>
        </div>
      )
  }
}
