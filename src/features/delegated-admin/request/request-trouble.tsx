import type { ComponentProps } from 'react'
import { isProblem } from '../../../api/problem-error.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { useAttempt } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Reason } from '../../../ui/reason.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import type { Made, RequestOutcome } from './use-request-draft.ts'

type Props = {
  outcome: RequestOutcome
  isRetrying: boolean
  onRetry: () => Promise<void>
  onReload: () => void
  /** Goes to what an earlier try made. */
  onShow: (made: Made) => void
}

/** What the last try came to, and the way on. */
export function RequestTrouble({ outcome, isRetrying, onRetry, onReload, onShow }: Props) {
  const { t } = useWords()
  const attempt = useAttempt()
  const retry = () => void attempt(onRetry)
  switch (outcome.is) {
    case 'refused':
      return (
        <Stack role="alert" gap={3} align="start" callout="caution" pad="3 4">
          {outcome.problem.rule
            ? <Reason refusal={outcome.problem as ComponentProps<typeof Reason>['refusal']} />
            : <p>{outcome.problem.detail}</p>}
        </Stack>
      )
    case 'stale':
      return (
        <Stack role="alert" gap={3} align="start" callout="caution" pad="3 4">
          <p>{t('gdap-requests.stale')}</p>
          <Button icon="refresh" onPress={onReload}>{t('gdap-requests.reload')}</Button>
        </Stack>
      )
    case 'earlier':
      return (
        <Stack role="alert" gap={3} align="start" callout="caution" pad="3 4">
          <p>{t('gdap-requests.earlier')}</p>
          <Button onPress={() => onShow(outcome.made)}>{t('gdap-requests.earlier.show')}</Button>
        </Stack>
      )
    case 'unknown':
      if (isProblem(outcome.error))
        return <ErrorState compact error={outcome.error} kept={t('gdap-requests.unknown')} retrying={isRetrying} onRetry={retry} />
      return (
        <Stack role="alert" gap={3} align="start" callout="caution" pad="3 4">
          <p>{t('gdap-requests.unknown')}</p>
          <Button icon="refresh" pending={isRetrying} onPress={retry}>{t('ui.error.retry')}</Button>
        </Stack>
      )
  }
}
