import { Link } from 'react-router'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { Badge, type Tone } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { csvOf } from '../../../ui/csv-text.ts'
import { downloadText } from '../../../ui/download-text.ts'
import { Progress } from '../../../ui/progress.tsx'
import { RuleLink } from '../../../ui/rule-link.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import styles from './auto-extend.module.css'
import { changedRows, doneCount, isUnanswered, type RowJob, type RowOutcome, rowsToRetry } from './row-job.ts'

/** What a row of the job has come to when it is done: it extends itself, it no longer does, or the role is out of it. */
type Kind = 'extended' | 'undone' | 'removed'
type Result = Exclude<RowOutcome['outcome'], 'changed'> | Kind | 'waiting'

const tones: Record<Result, Tone> = {
  extended: 'success', undone: 'success', removed: 'success', unchanged: 'success', refused: 'danger', not_found: 'danger',
  unknown: 'caution', waiting: 'waiting',
}

const resultOf = (outcome: RowOutcome | undefined, kind: Kind): Result =>
  outcome === undefined ? 'waiting' : outcome.outcome === 'changed' ? kind : outcome.outcome

const titles = {
  extended: 'gdap-board.job.extend', undone: 'gdap-board.job.undo', removed: 'gdap-board.job.remove',
} as const satisfies Record<Kind, string>

type Props = {
  job: RowJob
  kind: Kind
  linkTo: (id: string) => string
  onRetry: () => void
  onClose: () => void
  /** Takes back what was done, where it can be. */
  onUndo?: () => void
}

/** How a job goes and went: progress, an outcome for each row and why, the file of them, and another try for what failed. */
export function JobCard({ job, kind, linkTo, onRetry, onClose, onUndo }: Props) {
  const words = useWords()
  const { t } = words
  const done = doneCount(job)
  const open = rowsToRetry(job).length
  const changed = changedRows(job).length
  const title = t(titles[kind])
  return (
    <Card title={title} flush>
      <div className={styles.progress}>
        <div role="status">
          <Progress label={title} done={done} total={job.rows.length}
            text={t('gdap-board.job.progress', { done, total: job.rows.length })} />
        </div>
        {job.isRunning ? <p className={styles.muted}>{t('gdap-board.job.leave')}</p> : <Stopped job={job} />}
        {!job.isRunning && (
          <div className={styles.ways}>
            {open > 0 && <Button icon="refresh" onPress={onRetry}>{t('gdap-board.job.retry', { count: open })}</Button>}
            {onUndo && changed > 0 && <Button onPress={onUndo}>{t('gdap-board.job.undo_these', { count: changed })}</Button>}
            <Button icon="download" onPress={() => download(words, job, kind)}>{t('gdap-board.job.download')}</Button>
            <Button variant="subtle" icon="close" onPress={onClose}>{t('gdap-board.job.close')}</Button>
          </div>
        )}
      </div>
      <ul className={styles.rows} aria-label={t('gdap-board.job.outcomes')}>
        {job.rows.map(({ id, displayName, customer }) => {
          const outcome = job.outcomes.get(id)
          const result = resultOf(outcome, kind)
          return (
            <li key={id}>
              <span className={styles.whom}>
                <Link to={linkTo(id)}>{displayName}</Link>{customer && <bdi className={styles.muted}>{customer.displayName}</bdi>}
              </span>
              <Badge tone={tones[result]}>{t(`gdap-board.outcome.${result}`)}</Badge>
              {outcome?.problem && (
                <span className={styles.why}>
                  {outcome.problem.detail} {outcome.problem.rule && <RuleLink rule={outcome.problem.rule} />}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Stopped({ job }: { job: RowJob }) {
  const { t } = useWords()
  if (job.error === undefined) return null
  if (isUnanswered(job)) return <p role="alert">{t('gdap-board.job.unknown')}</p>
  return <ErrorState compact error={job.error} kept={t('gdap-board.job.failed')} />
}

function download({ t }: Words, { rows, outcomes }: RowJob, kind: Kind): void {
  const header = [
    t('gdap-board.field.name'), t('gdap-board.field.customer'), t('gdap-board.job.outcome'), t('gdap-board.job.why'),
    t('gdap-board.job.rule'), 'id',
  ]
  const lines = rows.map(({ id, displayName, customer }) => {
    const outcome = outcomes.get(id)
    const { detail = '', rule = '' } = outcome?.problem ?? {}
    return [displayName, customer?.displayName ?? '', t(`gdap-board.outcome.${resultOf(outcome, kind)}`), detail, rule, id]
  })
  downloadText(kind === 'removed' ? 'global-administrator.csv' : 'auto-extend.csv', 'text/csv', csvOf(header, lines))
}
