import { useLayoutEffect, useRef } from 'react'
import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import styles from './consent-frame.module.css'

type Props = {
  title: string
  cause: string
  mark?: 'refused' | 'success'
  /** Another subject takes the focus again. */
  about?: string
  role?: 'alert'
  children: Elements
}

/** A page with one message and no answer; its heading takes the focus. */
export function PlainPage({ title, cause, mark, about, role, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [about])
  return (
    <Stack gap={4} text="lead" role={role}>
      {mark && <Icon name={mark} size={24} tone={mark === 'refused' ? 'waiting' : mark} />}
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      <p className={styles.cause}>{cause}</p>
      {children}
    </Stack>
  )
}

type UnreadProps = { title: string; error: Error; isRetrying: boolean; onRetry: () => void }

/** An unreadable page: what was kept, a retry, and the request id. */
export function CouldNotRead({ title, error, isRetrying, onRetry }: UnreadProps) {
  const { t } = useWords()
  const problem = isProblem(error) ? error.problem : undefined
  return (
    <PlainPage role="alert" title={title} cause={problem ? problem.detail || t('ui.error.text') : t('ui.error.offline.title')}>
      <p>{t('acceptance.failed.body')}</p>
      <div>
        <Button variant="accent" size="large" icon="refresh" pending={isRetrying} onPress={onRetry}>{t('acceptance.failed.retry')}</Button>
      </div>
      {problem?.requestId && <Text tone="muted" text="caption" breaks>{t('acceptance.failed.request_id', { id: problem.requestId })}</Text>}
    </PlainPage>
  )
}
