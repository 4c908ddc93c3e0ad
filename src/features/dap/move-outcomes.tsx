import { useState } from 'react'
import { Link } from 'react-router'
import type { GdapBulkOutcome } from '../../../domain/bulk-relationships/schemas.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { csvOf } from '../../ui/csv-text.ts'
import { downloadText } from '../../ui/download-text.ts'
import jobStyles from '../../ui/job-report.module.css'
import { RuleLink } from '../../ui/rule-link.tsx'
import styles from './dap.module.css'
import type { MoveJob, MoveOutcomes } from './move-job.ts'

export type MoveLinks = { customer: (tenantId: string) => string; relationship: (id: string) => string }

type Props = { job: Extract<MoveJob, { outcomes: MoveOutcomes }>; links: MoveLinks }
type Result = GdapBulkOutcome['outcome'] | 'waiting'
type Line = { tenantId: string; name: string; result: Result; outcome: GdapBulkOutcome | undefined }

const results = ['would_create', 'created', 'already_created', 'refused', 'waiting'] as const
const tones: Record<Result, Tone> = {
  would_create: 'info', created: 'success', already_created: 'success', refused: 'danger', waiting: 'waiting',
}

/** Every customer with what would become of it or did, and why not; the file of it holds the approval links. */
export function MoveOutcomeList({ job: { order, outcomes, step }, links }: Props) {
  const words = useWords()
  const { t, formatNumber } = words
  const [isNarrow, setNarrow] = useState(false)
  const lines = order.customers.map(({ tenantId, displayName: name }): Line => {
    const outcome = outcomes.get(tenantId)
    const result = outcome?.outcome ?? 'waiting'
    return { tenantId, name, outcome, result: result === 'would_create' && step !== 'checked' ? 'waiting' : result }
  })
  const refused = lines.filter(({ result }) => result === 'refused')
  const counts = results.map((result) => [result, lines.filter((line) => line.result === result).length] as const)
  return (
    <>
      <div role="status">
        <dl className={jobStyles.counts}>
          {counts.filter(([, count]) => count > 0).map(([result, count]) => (
            <div key={result} data-tone={result === 'refused' ? 'danger' : undefined}>
              <dt>{t(`dap.outcome.${result}`)}</dt>
              <dd>{formatNumber(count)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={jobStyles.head}>
        <Checkbox label={t('dap.outcomes.only_refused', { count: refused.length })} checked={isNarrow}
          onChange={({ target }) => setNarrow(target.checked)} />
        {step !== 'moving' && <Button icon="download" onPress={() => download(words, lines)}>{t('dap.outcomes.download')}</Button>}
      </div>
      <ul aria-label={t('dap.outcomes')} className={styles.outcomes}>
        {(isNarrow ? refused : lines).map((line) => <OutcomeRow key={line.tenantId} line={line} links={links} />)}
      </ul>
      {isNarrow && refused.length === 0 && <p className={styles.muted}>{t('dap.outcomes.none_refused')}</p>}
    </>
  )
}

function OutcomeRow({ line: { tenantId, name, result, outcome }, links }: { line: Line; links: MoveLinks }) {
  const { t } = useWords()
  const { problem, relationship, advice = [] } = outcome ?? {}
  return (
    <li>
      <Link to={links.customer(tenantId)}><bdi>{name}</bdi></Link>
      <Badge tone={tones[result]}>{t(`dap.outcome.${result}`)}</Badge>
      <div className={styles.why}>
        {problem && <p><span>{problem.detail}</span> {problem.rule !== undefined && <RuleLink rule={problem.rule} />}</p>}
        {relationship && <Link to={links.relationship(relationship.id)}>{outcome?.displayName}</Link>}
        {advice.includes('no_reseller_relationship') && (
          <p><span>{t('dap.advice.no_reseller_relationship')}</span> <RuleLink rule="BR-101" /></p>
        )}
        {advice.includes('same_roles_asked') && <p>{t('dap.advice.same_roles_asked')}</p>}
        {advice.includes('same_roles_stand') && <p>{t('dap.advice.same_roles_stand')}</p>}
      </div>
    </li>
  )
}

function download({ t }: Words, lines: readonly Line[]): void {
  const header = [
    t('dap.column.customer'), t('dap.file.tenant'), t('dap.file.outcome'), t('dap.file.why'), t('dap.file.rule'), t('dap.file.name'),
    t('dap.file.relationship'), t('dap.file.link'),
  ]
  const rows = lines.map(({ tenantId, name, result, outcome }) => [
    name, tenantId, t(`dap.outcome.${result}`), outcome?.problem?.detail ?? '', outcome?.problem?.rule ?? '', outcome?.displayName ?? '',
    outcome?.relationship?.id ?? '', outcome?.relationship?.approvalLink ?? '',
  ])
  downloadText('dap-to-gdap.csv', 'text/csv', csvOf(header, rows))
}
