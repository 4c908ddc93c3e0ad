import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RoleTemplate } from '../../../domain/gdap/schemas.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { JobPanel, JobSteps } from '../../ui/job/job-panel.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { MoveForm } from './move-form.tsx'
import { countToMove, resetMove, runMove, useMoveJob, writeOrder } from './move-job.ts'
import { type MoveLinks, MoveOutcomeList } from './move-outcomes.tsx'

type Props = {
  person: string
  verdict: Verdict
  templates: readonly RoleTemplate[]
  showRoles: (roles: readonly string[]) => ReactNode
  links: MoveLinks
}

export function MovePanel({ person, verdict, templates, showRoles, links }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const job = useMoveJob(person)
  const count = countToMove(job)
  const run = () => void runMove(job, () => {
    void queries.invalidateQueries({ queryKey: ['delegated-admin'] })
    void queries.invalidateQueries({ queryKey: ['customers'] })
  })
  // BR-99: GDAP does not end DAP.
  const advice = (
    <Noted icon="info" box="info-soft" pad="2 3" after={4} measure={84}>
      <span>{t('dap.move.advice')}</span> <RuleLink rule="BR-99" />
    </Noted>
  )
  return (
    <JobPanel step={job.step} isLong>
      {job.step === 'draft' ? (
        <MoveForm order={job.draft} error={job.error} verdict={verdict} templates={templates} showRoles={showRoles} />
      ) : (
        <JobSteps job={job} words="dap.move" onContinue={run} onBack={() => writeOrder(job.draft)} lead={advice}
          begin={count > 0 && <Button variant="accent" icon="send" onPress={run}>{t('dap.move.run', { count })}</Button>}
          another={{ children: t('dap.move.another'), onPress: resetMove }}>
          <MoveOutcomeList key={job.step === 'checked' ? 'dry' : 'run'} job={job} links={links} />
        </JobSteps>
      )}
    </JobPanel>
  )
}
