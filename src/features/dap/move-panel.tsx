import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { RoleTemplate } from '../../../domain/delegated-admin/schemas.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { NetworkError } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import jobStyles from '../../ui/job-report.module.css'
import { Progress } from '../../ui/progress.tsx'
import { RuleLink } from '../../ui/rule-link.tsx'
import { ErrorState } from '../../ui/states.tsx'
import styles from './dap.module.css'
import { MoveForm } from './move-form.tsx'
import { countToMove, type MoveJob, resetMove, runMove, useMoveJob, writeOrder } from './move-job.ts'
import { type MoveLinks, MoveOutcomeList } from './move-outcomes.tsx'

type Props = {
  person: string
  verdict: Verdict
  templates: readonly RoleTemplate[]
  showRoles: (roles: readonly string[]) => ReactNode
  links: MoveLinks
}

/** Choose, see what would become of each customer, ask, read what came of it. It can be left and returned to at every step. */
export function MovePanel({ person, verdict, templates, showRoles, links }: Props) {
  const job = useMoveJob(person)
  const panel = useRef<HTMLDivElement>(null)
  const first = useRef(job.step)

  // A step replaces the button that led to it: the focus goes on to the step itself.
  useEffect(() => {
    if (first.current === job.step) return
    first.current = job.step
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollIntoView({ block: 'start' })
  }, [job.step])

  return (
    <div ref={panel} tabIndex={-1} className={jobStyles.panel}>
      {job.step === 'choose'
        ? <MoveForm order={job.order} error={job.error} verdict={verdict} templates={templates} showRoles={showRoles} />
        : <Step job={job} links={links} />}
    </div>
  )
}

function Step({ job, links }: { job: Exclude<MoveJob, { step: 'choose' }>; links: MoveLinks }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const onMade = () => {
    void queries.invalidateQueries({ queryKey: ['delegated-admin'] })
    void queries.invalidateQueries({ queryKey: ['customers'] })
  }
  const back = <Button icon="chevronLeft" onPress={() => writeOrder(job.order)}>{t('dap.move.back')}</Button>
  const another = <Button icon="plus" onPress={resetMove}>{t('dap.move.another')}</Button>
  const { customers } = job.order
  switch (job.step) {
    case 'checking':
      return (
        <Card title={t('dap.move.checking')}>
          <Progress label={t('dap.move.checking')} text={t('dap.move.check.text')} />
        </Card>
      )
    case 'moving':
      return (
        <Card title={t('dap.move.moving')}>
          <Progress label={t('dap.move.moving')} done={job.done} total={customers.length}
            text={t('dap.move.progress', { done: job.done, total: customers.length })} />
          <p className={styles.muted}>{t('dap.move.leave')}</p>
          <MoveOutcomeList job={job} links={links} />
        </Card>
      )
    case 'checked': {
      const count = countToMove(job.order, job.outcomes)
      return (
        <Card title={t('dap.move.checked')}>
          <Advice />
          <div className={jobStyles.ways}>
            {count > 0 && (
              <Button variant="accent" icon="send" onPress={() => void runMove(job, onMade)}>{t('dap.move.run', { count })}</Button>
            )}
            {back}
          </div>
          {count === 0 && <p role="status">{t('dap.move.nothing')}</p>}
          <MoveOutcomeList job={job} links={links} />
        </Card>
      )
    }
    case 'stopped':
      return (
        <Card title={t('dap.move.stopped')}>
          <Stopped error={job.error} />
          <div className={jobStyles.ways}>
            <Button variant="accent" icon="refresh" onPress={() => void runMove(job, onMade)}>{t('dap.move.continue')}</Button>
            {back}
            {another}
          </div>
          <MoveOutcomeList job={job} links={links} />
        </Card>
      )
    case 'done':
      return (
        <Card title={t('dap.move.done')}>
          <Advice />
          <div className={jobStyles.ways}>
            {another}
            {back}
          </div>
          <MoveOutcomeList job={job} links={links} />
        </Card>
      )
  }
}

/** BR-99: a granular request ends nothing by itself. */
function Advice() {
  const { t } = useWords()
  return (
    <p className={styles.advice}>
      <Icon name="info" />
      <span><span>{t('dap.move.advice')}</span> <RuleLink rule="BR-99" /></span>
    </p>
  )
}

/** Why it stopped, and that going on makes nothing twice. */
function Stopped({ error }: { error: unknown }) {
  const { t } = useWords()
  if (error === undefined) return <p role="status">{t('dap.move.stopped.interrupted')}</p>
  if (error instanceof NetworkError) return <p role="alert">{t('dap.move.stopped.unknown')}</p>
  return <ErrorState compact error={error} kept={t('dap.move.stopped.failed')} />
}
