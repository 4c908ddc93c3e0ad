import { useQueryClient } from '@tanstack/react-query'
import { ProblemError } from '../../../api/problem-error.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button, ButtonLink } from '../../../ui/actions/button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { JobPanel, UnderWay } from '../../../ui/job/job-panel.tsx'
import { Row, Text } from '../../../ui/looks/layout.tsx'
import { ErrorState } from '../../../ui/waiting/states.tsx'
import { ImportChoose } from './import-choose.tsx'
import { askColumns, checkImport, chooseFile, resetImport, runImport } from './import-job.ts'
import { ImportOutcome } from './import-outcome.tsx'
import { ColumnsForm, EncodingForm } from './import-questions.tsx'
import { type ChosenFile, type ImportJob, importStep, questionOf, useImportJob } from './import-state.ts'

type Props = { person: string; customersLink: string }

export function ImportPanel({ person, customersLink }: Props) {
  const job = useImportJob(person)
  return (
    <JobPanel step={importStep(job)}>
      <Step job={job} customersLink={customersLink} />
    </JobPanel>
  )
}

/** Problems of the file itself stay, however often it is sent. */
const mayPass = (error: unknown): boolean => !(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 429

/** Reasons to choose another file, which are no errors. */
const reasonOf = (error: unknown): string | undefined =>
  error instanceof ProblemError && error.problem.status === 422 ? error.problem.detail : undefined

function Step({ job, customersLink }: { job: ImportJob; customersLink: string }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { draft, error, progress } = job
  const step = importStep(job)
  const file = job.rows[0] ?? draft.file
  const report = file && job.outcomes.get(file.name)
  const choose = (chosen: File) => void chooseFile(chosen)
  if (step === 'choose' || !file) return <ImportChoose refusal={draft.refusal} onFile={choose} />
  const another = <Button icon="upload" onPress={resetImport}>{t('customers.import.another')}</Button>
  switch (step) {
    case 'checking': {
      const title = t('customers.import.checking', { file: file.name })
      return <Card title={title}><UnderWay title={title} text={t('customers.import.checking_text')} progress={progress} /></Card>
    }
    case 'asked': {
      const { encodings, columns } = questionOf(job) ?? {}
      return (
        <Card title={t(encodings ? 'customers.import.encoding.title' : 'customers.import.mapping.title')}>
          {encodings && <EncodingForm file={file} encodings={encodings} another={another} />}
          {columns && <ColumnsForm file={file} columns={columns} another={another} />}
        </Card>
      )
    }
    case 'running': {
      const title = t('customers.import.running', { file: file.name })
      return (
        <Card title={title}>
          <UnderWay title={title} text={t('customers.import.progress', progress)} progress={progress} leave={t('customers.import.leave')} />
        </Card>
      )
    }
    case 'checked': {
      if (!report) return null
      const { columns } = file
      const run = () => void runImport(job, () => void queries.invalidateQueries({ queryKey: ['customers'] }))
      return (
        <Card title={t('customers.import.would_change')}>
          <FileLine file={file} total={report.total}>
            {report.created + report.updated > 0 && (
              <Button variant="accent" onPress={run}>
                {t('customers.import.start', { count: report.total - report.rejected.length })}
              </Button>
            )}
            {columns && <Button onPress={() => askColumns(file, columns.question)}>{t('customers.import.mapping.again')}</Button>}
            {another}
          </FileLine>
          <ImportOutcome report={report} dry />
        </Card>
      )
    }
    case 'done':
      return report && (
        <Card title={t('customers.import.did_change')}>
          <FileLine file={file} total={report.total}>
            <ButtonLink to={customersLink} variant="accent" onClick={resetImport}>{t('customers.import.to_customers')}</ButtonLink>
            {another}
          </FileLine>
          <ImportOutcome report={report} dry={false} />
        </Card>
      )
    case 'failed': {
      const isChecked = job.step === 'stopped'
      const reason = isChecked ? undefined : reasonOf(error)
      if (reason !== undefined) return <ImportChoose refusal={{ file: file.name, reason }} onFile={choose} />
      return (
        <Card>
          <ErrorState error={error} compact onRetry={mayPass(error) ? () => void checkImport(file) : undefined}
            kept={t(isChecked ? 'customers.import.failed' : 'customers.import.failed_check')} />
          <Row justify="center">{another}</Row>
        </Card>
      )
    }
  }
}

type FileLineProps = { file: ChosenFile; total: number; children: Elements }

function FileLine({ file: { name, encoding, columns }, total, children }: FileLineProps) {
  const { t } = useWords()
  return (
    <Row gap="2 4" align="center" justify="between">
      <Text as="div" measure={76} tone="muted">
        <p>{t('customers.import.of_file', { file: name, count: total })}</p>
        {encoding && <p>{t('customers.import.encoding.used', { encoding: t(`customers.import.encoding.${encoding}`) })}</p>}
        {columns && <p>{t('customers.import.mapping.used')}</p>}
      </Text>
      <Row gap="2 3" align="center">{children}</Row>
    </Row>
  )
}
