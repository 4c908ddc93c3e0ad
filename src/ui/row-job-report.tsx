import { Link } from 'react-router'
import { useWords, type Words } from '../i18n/use-words.ts'
import { Badge, type Tone } from './badge.tsx'
import { Button } from './button.tsx'
import { csvOf } from './csv-text.ts'
import { downloadText } from './download-text.ts'
import type { Elements } from './elements.ts'
import { Progress } from './progress.tsx'
import { doneCount, isUnanswered, type RowJob, type RowOutcome } from './row-job.ts'
import styles from './row-job-report.module.css'
import { RuleLink } from './rule-link.tsx'
import { ErrorState } from './states.tsx'

type Result = RowOutcome['outcome'] | 'waiting'
type Named = { name: string; of?: string | undefined }

const tones: Record<Result, Tone> = {
  changed: 'success', unchanged: 'success', refused: 'danger', not_found: 'danger', unknown: 'caution', waiting: 'waiting',
}

type Props<Row extends { id: string }> = {
  job: RowJob<Row>
  title: string
  /** What a row has come to that it was done to. */
  changed: string
  nameOf: (row: Row) => Named
  linkTo: (id: string) => string
  /** How many rows another try is made for. */
  again: number
  onRetry: () => void
  /** The file of the outcomes; `columns` are the heads of name and `of`. */
  file: { name: string; columns: readonly [string, string] }
  /** Further ways, when it is over. */
  children?: Elements
}

/** How a job goes and went: progress, an outcome for each row and why, the file of them, and another try for what failed. */
export function RowJobReport<Row extends { id: string }>(props: Props<Row>) {
  const { job, title, changed, nameOf, linkTo, again, onRetry, children } = props
  const words = useWords()
  const { t } = words
  const done = doneCount(job)
  return (
    <>
      <div className={styles.progress}>
        <div role="status">
          <Progress label={title} done={done} total={job.rows.length} text={t('row-job.progress', { done, total: job.rows.length })} />
        </div>
        {job.isRunning ? <p className={styles.muted}>{t('row-job.leave')}</p> : <Stopped job={job} />}
        {!job.isRunning && (
          <div className={styles.ways}>
            {again > 0 && <Button icon="refresh" onPress={onRetry}>{t('row-job.retry', { count: again })}</Button>}
            <Button icon="download" onPress={() => download(words, props)}>{t('row-job.download')}</Button>
            {children}
          </div>
        )}
      </div>
      <ul className={styles.rows} aria-label={t('row-job.outcomes')}>
        {job.rows.map((row) => {
          const { name, of } = nameOf(row)
          const outcome = job.outcomes.get(row.id)
          return (
            <li key={row.id}>
              <span className={styles.whom}>
                <Link to={linkTo(row.id)}>{name}</Link>{of !== undefined && <bdi className={styles.muted}>{of}</bdi>}
              </span>
              <Badge tone={tones[resultOf(outcome)]}>{resultWord(words, outcome, changed)}</Badge>
              {outcome?.problem && (
                <span className={styles.why}>
                  <span>{outcome.problem.detail}</span> {outcome.problem.rule && <RuleLink rule={outcome.problem.rule} />}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const resultOf = (outcome: RowOutcome | undefined): Result => outcome?.outcome ?? 'waiting'

function resultWord({ t }: Words, outcome: RowOutcome | undefined, changed: string): string {
  const result = resultOf(outcome)
  return result === 'changed' ? changed : t(`row-job.outcome.${result}`)
}

function Stopped({ job }: { job: RowJob }) {
  const { t } = useWords()
  if (isUnanswered(job)) return <p role="alert">{t('row-job.unknown')}</p>
  if (job.isLeft) return <p role="status">{t('row-job.left')}</p>
  if (job.error === undefined) return null
  return <ErrorState compact error={job.error} kept={t('row-job.failed')} />
}

function download<Row extends { id: string }>(words: Words, { job, changed, nameOf, file }: Props<Row>): void {
  const { t } = words
  const header = [...file.columns, t('row-job.outcome'), t('row-job.why'), t('row-job.rule'), 'id']
  const lines = job.rows.map((row) => {
    const { name, of = '' } = nameOf(row)
    const outcome = job.outcomes.get(row.id)
    const { detail = '', rule = '' } = outcome?.problem ?? {}
    return [name, of, resultWord(words, outcome, changed), detail, rule, row.id]
  })
  downloadText(file.name, 'text/csv', csvOf(header, lines))
}
