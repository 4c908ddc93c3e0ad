import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Actor } from '../../../../domain/session/actor.ts'
import { personOf } from '../../../api/kept-work.ts'
import { NetworkError } from '../../../api/problem-error.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import jobStyles from '../../../ui/job-report.module.css'
import { Progress } from '../../../ui/progress.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import requestStyles from '../request/request.module.css'
import { BulkForm } from './bulk-form.tsx'
import { type BulkJob, resetBulk, runBulk, useBulkJob, writeSetup } from './bulk-job.ts'
import { openRows } from './bulk-requests.ts'
import { BulkResults } from './bulk-results.tsx'

type Props = { actor: Actor; relationshipAt: (id: string) => string }

/** Write the list, see what each row would come to, make the requests, read what was made. It can be left and returned to. */
export function BulkPanel({ actor, relationshipAt }: Props) {
  const queries = useQueryClient()
  const job = useBulkJob(personOf(actor))
  const panel = useRef<HTMLDivElement>(null)
  const shown = useRef(job.step)

  // A step replaces the button that led to it: the focus goes on to the step itself.
  useEffect(() => {
    if (shown.current === job.step) return
    shown.current = job.step
    panel.current?.focus({ preventScroll: true })
  }, [job.step])

  const run = (from: Parameters<typeof runBulk>[0]) =>
    void runBulk(from, () => void queries.invalidateQueries({ queryKey: ['delegated-admin'] }))
  return (
    <div ref={panel} tabIndex={-1} className={jobStyles.panel}>
      {job.step === 'setup' ? <BulkForm actor={actor} job={job} /> : <Step job={job} run={run} relationshipAt={relationshipAt} />}
    </div>
  )
}

type StepProps = {
  job: Exclude<BulkJob, { step: 'setup' }>
  run: (from: Parameters<typeof runBulk>[0]) => void
  relationshipAt: Props['relationshipAt']
}

function Step({ job, run, relationshipAt }: StepProps) {
  const { t } = useWords()
  const change = <Button icon="chevronLeft" onPress={() => writeSetup(job.setup)}>{t('gdap-requests.bulk.change')}</Button>
  const another = <Button icon="plus" onPress={resetBulk}>{t('gdap-requests.bulk.new')}</Button>
  if (job.step === 'checking') {
    return (
      <Card title={t('gdap-requests.bulk.checking')}>
        <Progress label={t('gdap-requests.bulk.checking')} text={t('gdap-requests.bulk.checking.text')} done={job.done} total={job.total} />
      </Card>
    )
  }
  const results = <BulkResults job={job} relationshipAt={relationshipAt} />
  switch (job.step) {
    case 'running':
      return (
        <Card title={t('gdap-requests.bulk.running')}>
          <Progress label={t('gdap-requests.bulk.running')} done={job.done} total={job.total}
            text={t('gdap-requests.bulk.running.progress', { done: job.done, total: job.total })} />
          <p className={requestStyles.muted}>{t('bulk.creating.leave')}</p>
          {results}
        </Card>
      )
    case 'checked': {
      const count = openRows(job).length
      return (
        <Card title={t('gdap-requests.bulk.checked')}>
          <div className={jobStyles.ways}>
            {count > 0 && (
              <Button variant="accent" icon="send" onPress={() => run(job)}>
                {t(job.setup.finalises ? 'gdap-requests.bulk.make' : 'gdap-requests.bulk.make_drafts', { count })}
              </Button>
            )}
            {change}
          </div>
          {count === 0 && <p role="status">{t('gdap-requests.bulk.nothing')}</p>}
          {results}
        </Card>
      )
    }
    case 'stopped':
      return (
        <Card title={t('gdap-requests.bulk.stopped')}>
          <Stopped job={job} />
          <div className={jobStyles.ways}>
            <Button variant="accent" icon="refresh" onPress={() => run(job)}>{t('gdap-requests.bulk.continue')}</Button>
            {change}
            {another}
          </div>
          {results}
        </Card>
      )
    case 'done':
      return (
        <Card title={t('gdap-requests.bulk.done')}>
          <p className={requestStyles.muted}>
            {t(job.setup.finalises ? 'gdap-requests.bulk.done.next' : 'gdap-requests.bulk.done.drafts')}
          </p>
          <div className={jobStyles.ways}>
            {another}
            {change}
          </div>
          {results}
        </Card>
      )
  }
}

/** Why it stopped, and that going on makes nothing twice. */
function Stopped({ job: { error } }: { job: Extract<BulkJob, { step: 'stopped' }> }) {
  const { t } = useWords()
  if (error === undefined) return <p role="status">{t('gdap-requests.bulk.stopped.interrupted')}</p>
  if (error instanceof NetworkError) return <p role="alert">{t('gdap-requests.bulk.stopped.unknown')}</p>
  return <ErrorState compact error={error} kept={t('gdap-requests.bulk.stopped.failed')} />
}
