import { useMemo } from 'react'
import { Link } from 'react-router'
import type { GdapBulkOutcome } from '../../../domain/bulk-relationships/schemas.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import type { Tone } from '../../ui/marks/badge.tsx'
import { JobOutcomes } from '../../ui/job/job-outcomes.tsx'
import jobStyles from '../../ui/job/job.module.css'
import { OutcomeRow } from '../../ui/job/outcome-row.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import type { MoveJob } from './move-job.ts'

export type MoveLinks = { customer: (tenantId: string) => string; relationship: (id: string) => string }

type Props = { job: MoveJob; links: MoveLinks }
type Result = GdapBulkOutcome['outcome'] | 'waiting'
type Shown = { tenantId: string; name: string; result: Result; isToLookAt: boolean; outcome: GdapBulkOutcome | undefined }

const tones: Record<Result, Tone> = {
  would_create: 'info', created: 'success', already_created: 'success', refused: 'danger', waiting: 'waiting',
}

/** Every customer's outcome and reason; the download holds the approval links. */
export function MoveOutcomeList({ job: { rows, outcomes, step }, links }: Props) {
  const words = useWords()
  const { t } = words
  const all = useMemo(() => rows.map(({ tenantId, displayName: name }): Shown => {
    const outcome = outcomes.get(tenantId)
    const known = outcome?.outcome ?? 'waiting'
    const result = known === 'would_create' && step !== 'checked' ? 'waiting' : known
    return { tenantId, name, outcome, result, isToLookAt: result === 'refused' }
  }), [rows, outcomes, step])
  return (
    <JobOutcomes lines={all} tones={tones} wordOf={(result) => t(`dap.outcome.${result}`)} isRunning={step === 'running'}
      file={fileOf(words)}
      words={{
        only: (count) => t('dap.outcomes.only_refused', { count }), none: t('dap.outcomes.none_refused'),
        download: t('dap.outcomes.download'),
      }}>
      {(shown) => (
        <ul aria-label={t('dap.outcomes')} className={jobStyles.list}>
          {shown.map(({ tenantId, name, result, outcome }) => (
            <OutcomeRow key={tenantId} to={links.customer(tenantId)} name={name} tone={tones[result]} word={t(`dap.outcome.${result}`)}
              problem={outcome?.problem}>
              {outcome && <More outcome={outcome} links={links} />}
            </OutcomeRow>
          ))}
        </ul>
      )}
    </JobOutcomes>
  )
}

function More({ outcome: { relationship, displayName, advice }, links }: { outcome: GdapBulkOutcome; links: MoveLinks }) {
  const { t } = useWords()
  return (
    <>
      {relationship && <Link to={links.relationship(relationship.id)}>{displayName}</Link>}
      {advice.includes('no_reseller_relationship') && (
        <p><span>{t('dap.advice.no_reseller_relationship')}</span> <RuleLink rule="BR-101" /></p>
      )}
      {advice.includes('same_roles_asked') && <p>{t('dap.advice.same_roles_asked')}</p>}
      {advice.includes('same_roles_stand') && <p>{t('dap.advice.same_roles_stand')}</p>}
    </>
  )
}

const fileOf = ({ t }: Words) => ({
  name: 'dap-to-gdap.csv',
  header: [
    t('dap.column.customer'), t('dap.file.tenant'), t('dap.file.outcome'), t('dap.file.why'), t('dap.file.rule'), t('dap.file.name'),
    t('dap.file.relationship'), t('dap.file.link'),
  ],
  cells: ({ tenantId, name, result, outcome }: Shown) => [
    name, tenantId, t(`dap.outcome.${result}`), outcome?.problem?.detail ?? '', outcome?.problem?.rule ?? '', outcome?.displayName ?? '',
    outcome?.relationship?.id ?? '', outcome?.relationship?.approvalLink ?? '',
  ],
})
