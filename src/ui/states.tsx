import type { ReactNode } from 'react'
import { isMissingCode, isProblem, NetworkError, ProblemError } from '../api/problem-error.ts'
import { useWords } from '../i18n/use-words.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { Icon } from './icon.tsx'
import { Mosaic } from './mosaic.tsx'
import { PageHeading } from './page-header.tsx'
import { Refused } from './reason.tsx'
import styles from './states.module.css'

type EmptyProps = {
  title: string
  children?: ReactNode
  action?: ReactNode
  compact?: boolean
  /** It is the whole page, and its title the page's. */
  asPage?: boolean
}

/** Nothing here, and why; `action` only for those who may take it. */
export function EmptyState({ title, children, action, compact = false, asPage = false }: EmptyProps) {
  return (
    <div className={styles.state} data-compact={compact || undefined}>
      <Mosaic width={compact ? 84 : 112} />
      {asPage ? <PageHeading title={title} className={styles.pageTitle} /> : <p className={styles.title}>{title}</p>}
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  )
}

type ErrorProps = { error: unknown; onRetry?: (() => void) | undefined; retrying?: boolean; kept?: string; compact?: boolean }

/** What failed, what was kept, a way to try again, and the request id to quote. A refusal is shown as one. */
export function ErrorState({ error, onRetry, retrying = false, kept, compact = false }: ErrorProps) {
  const { t } = useWords()
  if (error instanceof ProblemError && error.problem.status === 403)
    return <RefusedState compact={compact}><Refused problem={error.problem} /></RefusedState>
  const problem = error instanceof ProblemError ? error.problem : undefined
  // A limit is nobody's fault: there is nothing to ask anybody about.
  const quotable = problem?.status === 429 ? undefined : problem?.requestId
  const [title, text] =
    error instanceof NetworkError ? [t('ui.error.offline.title'), t('ui.error.offline.text')]
    : isMissingCode(error) ? [t('ui.error.title'), t('ui.error.code.text')]
    : isProblem(error, 'store.unavailable') ? [t('ui.error.away.title'), t('ui.error.away.text')]
    : problem ? [problem.title || t('ui.error.title'), problem.detail || t('ui.error.text')]
    : [t('ui.error.title'), t('ui.error.text')]
  return (
    <div className={styles.state} role="alert" data-compact={compact || undefined}>
      <Icon name="caution" size={24} className={styles.bad} />
      <p className={styles.title}>{title}</p>
      <div className={styles.text}>
        <p>{text}</p>
        {quotable && <p>{t('ui.error.quote')}</p>}
        {kept && <p>{kept}</p>}
      </div>
      <div className={styles.actions}>
        {onRetry && <Button icon="refresh" pending={retrying} onPress={onRetry}>{t('ui.error.retry')}</Button>}
        {quotable && <RequestId id={quotable} />}
      </div>
    </div>
  )
}

function RequestId({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <span className={styles.requestId}>
      <span>{t('ui.error.request_id')}</span> <code translate="no">{id}</code>
      <CopyButton text={id} label={t('ui.error.copy_request_id')} iconOnly />
    </span>
  )
}

/** May not be seen or done: the reason, the rule, and who can. */
export function RefusedState({ children, compact = false }: { children: ReactNode; compact?: boolean }) {
  const { t } = useWords()
  return (
    <div className={styles.state} data-compact={compact || undefined}>
      <Icon name="refused" size={24} className={styles.waiting} />
      <p className={styles.title}>{t('ui.refused.title')}</p>
      <div className={styles.text}>{children}</div>
    </div>
  )
}
