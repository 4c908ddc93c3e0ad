import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../actions/button.tsx'
import styles from './draft-trouble.module.css'
import { useAttempt } from './form.tsx'
import { Stack } from '../looks/layout.tsx'
import { Refused } from '../actions/reason.tsx'
import { ErrorState } from '../waiting/states.tsx'
import type { DraftOutcome } from './use-draft.ts'

type Props<Output> = {
  outcome: DraftOutcome<Output>
  /** The form's texts: the outcome is unknown, an earlier try succeeded, and the way there. */
  said: { unknown: string; earlier: string; show: string; stale?: string; reload?: string }
  isRetrying: boolean
  onRetry: () => Promise<unknown>
  /** Shows what an earlier try made. */
  onShow: (made: Output) => void
  /** Starts again when the source was changed elsewhere. */
  onReload?: () => void
}

/** The last try's outcome, and the way on. */
export function DraftTrouble<Output>({ outcome, said, isRetrying, onRetry, onShow, onReload }: Props<Output>) {
  const { t } = useWords()
  const attempt = useAttempt()
  const retry = () => void attempt(onRetry)
  if (outcome.is === 'nobody') return null
  if (outcome.is === 'unknown' && isProblem(outcome.error))
    return <ErrorState compact error={outcome.error} kept={said.unknown} retrying={isRetrying} onRetry={retry} />
  return (
    <Stack role="alert" gap={3} align="start" pad="3 4" className={styles.trouble}>
      {outcome.is === 'refused' ? (
        onReload && outcome.problem.status === 412 ? (
          <>
            <p>{said.stale}</p>
            <Button icon="refresh" onPress={onReload}>{said.reload}</Button>
          </>
        ) : <Refused problem={outcome.problem} />
      ) : outcome.is === 'earlier' ? (
        <>
          <p>{said.earlier}</p>
          <Button onPress={() => onShow(outcome.output)}>{said.show}</Button>
        </>
      ) : (
        <>
          <p>{said.unknown}</p>
          <Button icon="refresh" pending={isRetrying} onPress={retry}>{t('ui.error.retry')}</Button>
        </>
      )}
    </Stack>
  )
}
