import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { personOf } from '../../../api/kept-work.ts'
import { NetworkError } from '../../../api/problem-error.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import jobStyles from '../../../ui/job-report.module.css'
import { Progress } from '../../../ui/progress.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { BulkApart } from './bulk-apart.tsx'
import { BulkListForm } from './bulk-list-form.tsx'
import { type BulkJob, checkList, countToMake, makeRows, resetBulk, useBulkJob, writeList } from './bulk-job.ts'
import { emptyList } from './bulk-list.ts'
import { BulkOutcomes } from './bulk-outcomes.tsx'
import styles from './bulk.module.css'
import { useReading } from './use-reading.ts'

type Props = { actor: Actor; policy: CloudPolicy; invitationAt: (id: string) => string }

/** Paste, see what each row would do, make, read what was made. It can be left and returned to at every step. */
export function BulkPanel({ actor, policy, invitationAt }: Props) {
  const { t, locale } = useWords()
  const queries = useQueryClient()
  const fresh = useCallback(() => emptyList(locale, policy), [locale, policy])
  const job = useBulkJob(personOf(actor), fresh)
  const known = useReading(actor.organization.id)
  const panel = useRef<HTMLDivElement>(null)
  const first = useRef(job.step)

  // A step replaces the button that led to it: the focus goes on to the step itself.
  useEffect(() => {
    if (first.current === job.step) return
    first.current = job.step
    panel.current?.focus({ preventScroll: true })
  }, [job.step])

  const onMade = () => void queries.invalidateQueries({ queryKey: ['invitations'] })
  const make = (from: Parameters<typeof makeRows>[0]) => void makeRows(from, known.reading, onMade)
  if (known.failed) {
    return (
      <ErrorState error={known.failed} kept={t('invitations.new.resellers_failed')} retrying={known.isFetching} onRetry={known.retry} />
    )
  }
  return (
    <div ref={panel} tabIndex={-1} className={jobStyles.panel}>
      {job.step === 'list' ? (
        <BulkListForm job={job} policy={policy} resellers={known.resellers} pending={!known.ready} names={known.reading.names}
          onCheck={(list) => checkList(list, known.reading)} />
      ) : <Step job={job} ready={known.ready} make={make} invitationAt={invitationAt} />}
    </div>
  )
}

type StepProps = {
  job: Exclude<BulkJob, { step: 'list' }>
  /** Whether a list that the page has lost can be read again. */
  ready: boolean
  make: (from: Parameters<typeof makeRows>[0]) => void
  invitationAt: Props['invitationAt']
}

function Step({ job, ready, make, invitationAt }: StepProps) {
  const { t } = useWords()
  const change = <Button icon="chevronLeft" onPress={() => writeList(job.list)}>{t('bulk.back')}</Button>
  const another = <Button icon="plus" onPress={resetBulk}>{t('bulk.new')}</Button>
  switch (job.step) {
    case 'checking':
      return (
        <Card title={t('bulk.checking')}>
          <Progress label={t('bulk.checking')} text={t('bulk.checking.text')} />
        </Card>
      )
    case 'creating':
      return (
        <Card title={t('bulk.creating')}>
          <Progress label={t('bulk.creating')} done={job.done} total={job.total}
            text={t('bulk.creating.progress', { done: job.done, total: job.total })} />
          <p className={styles.muted}>{t('bulk.creating.leave')}</p>
          <BulkOutcomes rows={job.rows} outcomes={job.outcomes} step="creating" />
        </Card>
      )
    case 'checked': {
      const count = countToMake(job)
      return (
        <Card title={t('bulk.checked')}>
          <div className={jobStyles.ways}>
            {count > 0 && <Button variant="accent" onPress={() => make(job)}>{t('bulk.create', { count })}</Button>}
            {change}
          </div>
          {count === 0 && <p role="status">{t('bulk.nothing')}</p>}
          <BulkApart job={job} invitationAt={invitationAt} />
          <BulkOutcomes rows={job.rows} outcomes={job.outcomes} step="checked" />
        </Card>
      )
    }
    case 'stopped':
      return (
        <Card title={t('bulk.stopped')}>
          <Stopped job={job} />
          <div className={jobStyles.ways}>
            <Button variant="accent" icon="refresh" pending={!ready} onPress={() => make(job)}>{t('bulk.continue')}</Button>
            {change}
            {another}
          </div>
          {job.rows.length > 0 && <BulkOutcomes rows={job.rows} outcomes={job.outcomes} step="stopped" />}
        </Card>
      )
    case 'done':
      return (
        <Card title={t('bulk.done')}>
          <p className={styles.muted}>{t('bulk.done.next')}</p>
          <div className={jobStyles.ways}>
            {another}
            {change}
          </div>
          <BulkOutcomes rows={job.rows} outcomes={job.outcomes} step="done" />
        </Card>
      )
  }
}

/** Why it stopped, and that going on makes nothing twice. */
function Stopped({ job: { error } }: { job: Extract<BulkJob, { step: 'stopped' }> }) {
  const { t } = useWords()
  if (error === undefined) return <p role="status">{t('bulk.stopped.interrupted')}</p>
  if (error instanceof NetworkError) return <p role="alert">{t('bulk.stopped.unknown')}</p>
  return <ErrorState compact error={error} kept={t('bulk.stopped.failed')} />
}
