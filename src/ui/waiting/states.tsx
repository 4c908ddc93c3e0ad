import type { ReactNode } from 'react'
import { isMissingCode, isProblem, NetworkError, ProblemError } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../actions/button.tsx'
import type { Elements } from '../elements.ts'
import { CopyButton } from '../actions/copy-button.tsx'
import { Icon } from '../marks/icon.tsx'
import { Box, Row, Stack, Text } from '../looks/layout.tsx'
import { Mosaic } from '../marks/mosaic.tsx'
import { PageHeading } from '../looks/page-heading.tsx'
import { Refused } from '../actions/reason.tsx'
import styles from './states.module.css'

type EmptyProps = {
  title: string
  children?: ReactNode
  action?: ReactNode
  compact?: boolean
  /** Fills the page, with its title as the page's. */
  asPage?: boolean
}

/** Nothing is here, and why; `action` only for those who may take it. */
export function EmptyState({ title, children, action, compact = false, asPage = false }: EmptyProps) {
  return (
    <State mark={<Mosaic width={compact ? 84 : 112} />} title={title} compact={compact} action={action}
      heading={asPage && <PageHeading title={title} className={styles.pageTitle} />}>
      {children}
    </State>
  )
}

type StateProps = Omit<EmptyProps, 'asPage'> & { mark: Elements; heading?: Elements; role?: 'alert' }

/** What stands in place of content: a mark, a title or in its place a heading, a text and what can be done. */
export const State = ({ mark, title, heading, role, compact, action, children }: StateProps) => (
  <Stack gap={2} align="center" className={styles.state} role={role} data-compact={compact || undefined}>
    {mark}
    {heading || <Box as="p" before={3} text="title" className={styles.title}>{title}</Box>}
    {children && <Text as="div" tone="muted" className={styles.text}>{children}</Text>}
    {action && <Row gap="2 4" align="center" justify="center" before={3}>{action}</Row>}
  </Stack>
)

type ErrorProps = { error: unknown; onRetry?: (() => void) | undefined; retrying?: boolean; kept?: string; compact?: boolean }

/** An error: what failed, what was kept, a retry and the request id. Shows a refusal as one. */
export function ErrorState({ error, onRetry, retrying = false, kept, compact = false }: ErrorProps) {
  const { t } = useWords()
  if (error instanceof ProblemError && error.problem.status === 403)
    return <RefusedState compact={compact}><Refused problem={error.problem} /></RefusedState>
  const problem = error instanceof ProblemError ? error.problem : undefined
  // A limit needs no request id.
  const quotable = problem?.status === 429 ? undefined : problem?.requestId
  const [title, text] =
    error instanceof NetworkError ? [t('ui.error.offline.title'), t('ui.error.offline.text')]
    : isMissingCode(error) ? [t('ui.error.title'), t('ui.error.code.text')]
    : isProblem(error, 'store.unavailable') ? [t('ui.error.away.title'), t('ui.error.away.text')]
    : problem ? [problem.title || t('ui.error.title'), problem.detail || t('ui.error.text')]
    : [t('ui.error.title'), t('ui.error.text')]
  return (
    <State role="alert" mark={<Icon name="caution" size={24} tone="danger" />} title={title} compact={compact} action={
      <>
        {onRetry && <Button icon="refresh" pending={retrying} onPress={onRetry}>{t('ui.error.retry')}</Button>}
        {quotable && <RequestId id={quotable} />}
      </>
    }>
      <p>{text}</p>
      {quotable && <p>{t('ui.error.quote')}</p>}
      {kept && <p>{kept}</p>}
    </State>
  )
}

function RequestId({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <Row as="span" tone="muted" text="caption" inline gap={1} align="center" justify="center">
      <span>{t('ui.error.request_id')}</span> <Text as="code" translate="no" breaks>{id}</Text>
      <CopyButton text={id} label={t('ui.error.copy_request_id')} iconOnly />
    </Row>
  )
}

/** A refusal: the reason, the rule, and who may. */
export function RefusedState({ children, compact = false }: { children: ReactNode; compact?: boolean }) {
  const { t } = useWords()
  return <State mark={<Icon name="refused" size={24} tone="waiting" />} title={t('ui.refused.title')} compact={compact}>{children}</State>
}
