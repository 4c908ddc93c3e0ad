import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemError } from '../../api/problem-error.ts'
import jobStyles from '../../ui/job-report.module.css'
import { Progress } from '../../ui/progress.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { ImportChoose } from './import-choose.tsx'
import { askColumns, checkImport, chooseFile, resetImport, runImport } from './import-job.ts'
import { ImportOutcome } from './import-outcome.tsx'
import { ColumnsForm, EncodingForm } from './import-questions.tsx'
import { type ChosenFile, type ImportJob, useImportJob } from './import-state.ts'
import styles from './import.module.css'

type Props = { person: string; customersLink: string }

/** Choose, see what would change, import, read what changed. It can be left and returned to at every step. */
export function ImportPanel({ person, customersLink }: Props) {
  const job = useImportJob(person)
  const queries = useQueryClient()
  const panel = useRef<HTMLDivElement>(null)
  const first = useRef(job.step)

  // A step replaces the button that led to it: the focus goes on to the step's own heading.
  useEffect(() => {
    if (first.current === job.step) return
    first.current = job.step
    panel.current?.focus({ preventScroll: true })
  }, [job.step])

  const onChanged = () => void queries.invalidateQueries({ queryKey: ['customers'] })
  const choose = (file: File) => void chooseFile(file)
  const run = (file: ChosenFile, rows: number) => void runImport(file, rows, onChanged)
  return (
    <div ref={panel} tabIndex={-1} className={jobStyles.panel}>
      <Step job={job} choose={choose} run={run} customersLink={customersLink} />
    </div>
  )
}

type StepProps = { job: ImportJob; choose: (file: File) => void; run: (file: ChosenFile, rows: number) => void; customersLink: string }

/** An answer about the file itself stays the same however often it is asked. */
const mayPass = (error: unknown): boolean => !(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 429

/** Why the server cannot use a file as it is: nothing went wrong, and another file is to be chosen. */
const reasonOf = (error: unknown): string | undefined =>
  error instanceof ProblemError && error.problem.status === 422 ? error.problem.detail : undefined

function Step({ job, choose, run, customersLink }: StepProps) {
  const { t } = useWords()
  const another = <Button icon="upload" onPress={resetImport}>{t('customers.import.another')}</Button>
  switch (job.step) {
    case 'choose':
      return <ImportChoose refusal={job.refusal} onFile={choose} />
    case 'checking':
      return (
        <Card title={t('customers.import.checking', { file: job.file.name })}>
          <Progress label={t('customers.import.checking', { file: job.file.name })} text={t('customers.import.checking_text')} />
        </Card>
      )
    case 'asked': {
      const { file, question: { encodings, columns } } = job
      return (
        <Card title={t(encodings ? 'customers.import.encoding.title' : 'customers.import.mapping.title')}>
          {encodings && <EncodingForm file={file} encodings={encodings} another={another} />}
          {columns && <ColumnsForm file={file} columns={columns} another={another} />}
        </Card>
      )
    }
    case 'importing':
      return (
        <Card title={t('customers.import.running', { file: job.file.name })}>
          <Progress label={t('customers.import.running', { file: job.file.name })}
            {...(job.total > 0 && { done: job.done, total: job.total })}
            text={t('customers.import.progress', { done: job.done, total: job.total })} />
          <p className={styles.muted}>{t('customers.import.leave')}</p>
        </Card>
      )
    case 'checked': {
      const { file, report } = job
      const taken = report.total - report.rejected.length
      return (
        <Card title={t('customers.import.would_change')}>
          <FileLine job={job}>
            {report.created + report.updated > 0 && (
              <Button variant="accent" onPress={() => run(file, report.total)}>{t('customers.import.start', { count: taken })}</Button>
            )}
            {file.columns && (
              <Button onPress={() => file.columns && askColumns(file, file.columns.question)}>{t('customers.import.mapping.again')}</Button>
            )}
            {another}
          </FileLine>
          <ImportOutcome report={report} dry />
        </Card>
      )
    }
    case 'imported':
      return (
        <Card title={t('customers.import.did_change')}>
          <FileLine job={job}>
            <ButtonLink to={customersLink} variant="accent" onClick={resetImport}>{t('customers.import.to_customers')}</ButtonLink>
            {another}
          </FileLine>
          <ImportOutcome report={job.report} dry={false} />
        </Card>
      )
    case 'failed': {
      const reason = job.during === 'checking' ? reasonOf(job.error) : undefined
      if (reason !== undefined) return <ImportChoose refusal={{ file: job.file.name, reason }} onFile={choose} />
      return (
        <Card>
          <ErrorState error={job.error} compact onRetry={mayPass(job.error) ? () => void checkImport(job.file) : undefined}
            kept={t(job.during === 'checking' ? 'customers.import.failed_check' : 'customers.import.failed')} />
          <div className={styles.center}>{another}</div>
        </Card>
      )
    }
  }
}

function FileLine({ job, children }: { job: Extract<ImportJob, { step: 'checked' | 'imported' }>; children: ReactNode }) {
  const { t } = useWords()
  const { encoding, columns } = job.file
  return (
    <div className={styles.fileLine}>
      <div className={styles.muted}>
        <p>{t('customers.import.of_file', { file: job.file.name, count: job.report.total })}</p>
        {encoding && <p>{t('customers.import.encoding.used', { encoding: t(`customers.import.encoding.${encoding}`) })}</p>}
        {columns && <p>{t('customers.import.mapping.used')}</p>}
      </div>
      <div className={styles.ways}>{children}</div>
    </div>
  )
}
