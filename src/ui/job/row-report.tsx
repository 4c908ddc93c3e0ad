import { useWords } from '../../i18n/use-words.ts'
import type { Tone } from '../marks/badge.tsx'
import { Button } from '../actions/button.tsx'
import { csvOf } from '../../../domain/words-of-others/csv-text.ts'
import { downloadText } from '../files/download-text.ts'
import type { Elements } from '../elements.ts'
import { Row, Stack, Text } from '../looks/layout.tsx'
import { Progress } from '../waiting/progress.tsx'
import { Stopped } from './job-panel.tsx'
import styles from './job.module.css'
import { OutcomeRow } from './outcome-row.tsx'
import { doneCount, type RowJob, type RowOutcome } from './row-job.ts'

type Result = RowOutcome['outcome'] | 'waiting'

const tones: Record<Result, Tone> = {
  changed: 'success', unchanged: 'success', refused: 'danger', not_found: 'danger', unknown: 'caution', waiting: 'waiting',
}

type Props<Row extends { id: string }> = {
  job: RowJob<Row>
  title: string
  /** A changed row's result. */
  changed: string
  nameOf: (row: Row) => { name: string; of?: string | undefined }
  linkTo: (id: string) => string
  /** The number of rows to retry. */
  again: number
  onRetry: () => void
  /** The downloadable outcomes; `columns` are the heads of name and `of`. */
  file: { name: string; columns: readonly [string, string] }
  /** Further links after the end. */
  children?: Elements
}

/** A job's progress, outcomes with reasons, download, and retry. */
export function RowReport<Row extends { id: string }>(props: Props<Row>) {
  const { job, title, changed, nameOf, linkTo, again, onRetry, file, children } = props
  const { t } = useWords()
  const isRunning = job.step === 'running'
  const progress = { done: doneCount(job), total: job.rows.length }
  const lines = job.rows.map((row) => {
    const { outcome: result, problem }: { outcome: Result; problem: RowOutcome['problem'] } =
      job.outcomes.get(row.id) ?? { outcome: 'waiting', problem: null }
    const word = result === 'changed' ? changed : t(`row-job.outcome.${result}`)
    return { id: row.id, ...nameOf(row), word, tone: tones[result], problem }
  })
  const download = () => downloadText(file.name, 'text/csv', csvOf(
    [...file.columns, t('row-job.outcome'), t('row-job.why'), t('row-job.rule'), 'id'],
    lines.map(({ id, name, of = '', word, problem }) => [name, of, word, problem?.detail ?? '', problem?.rule ?? '', id]),
  ))
  return (
    <>
      <Stack gap={2} pad="0 4 3" className={styles.flush}>
        <div role="status"><Progress label={title} {...progress} text={t('row-job.progress', progress)} /></div>
        {isRunning && <Text measure={76} tone="muted">{t('row-job.leave')}</Text>}
        {job.step === 'stopped' && <Stopped job={job} words="row-job" />}
        {!isRunning && (
          <Row gap="2 3" align="center">
            {again > 0 && <Button icon="refresh" onPress={onRetry}>{t('row-job.retry', { count: again })}</Button>}
            <Button icon="download" onPress={download}>{t('row-job.download')}</Button>
            {children}
          </Row>
        )}
      </Stack>
      <ul className={styles.list} aria-label={t('row-job.outcomes')}>
        {lines.map(({ id, ...line }) => <OutcomeRow key={id} to={linkTo(id)} {...line} />)}
      </ul>
    </>
  )
}
