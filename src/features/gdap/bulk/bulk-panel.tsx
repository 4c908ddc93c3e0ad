import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GdapBulkOutcome } from '../../../../domain/bulk-relationships/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { personOf } from '../../../api/tabs/kept-work.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { JobOutcomes } from '../../../ui/job/job-outcomes.tsx'
import { JobPanel, JobSteps } from '../../../ui/job/job-panel.tsx'
import { OutcomeGrid, type OutcomeLine } from '../../../ui/job/outcome-grid.tsx'
import { Text } from '../../../ui/looks/layout.tsx'
import type { Tone } from '../../../ui/marks/badge.tsx'
import { BulkForm } from './bulk-form.tsx'
import { type BulkJob, type BulkRow, countToMake, resetBulk, runBulk, useBulkJob, writeSetup } from './bulk-job.ts'
import styles from './bulk.module.css'

type Props = { actor: Actor; relationshipAt: (id: string) => string }

export function BulkPanel({ actor, relationshipAt }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const job = useBulkJob(personOf(actor))
  const { finalises } = job.draft.list
  const count = countToMake(job)
  const run = () => void runBulk(job, () => void queries.invalidateQueries({ queryKey: ['delegated-admin'] }))
  return (
    <JobPanel step={job.step}>
      {job.step === 'draft' ? <BulkForm actor={actor} job={job} /> : (
        <JobSteps job={job} words="gdap-requests.bulk" onContinue={run} onBack={() => writeSetup(job.draft.list)}
          begin={count > 0 && (
            <Button variant="accent" icon="send" onPress={run}>
              {t(finalises ? 'gdap-requests.bulk.make' : 'gdap-requests.bulk.make_drafts', { count })}
            </Button>
          )}
          another={{ children: t('gdap-requests.bulk.new'), onPress: resetBulk }}
          lead={job.step === 'done' && (
            <Text measure={76} tone="muted">{t(finalises ? 'gdap-requests.bulk.done.next' : 'gdap-requests.bulk.done.drafts')}</Text>
          )}>
          <BulkResults job={job} relationshipAt={relationshipAt} />
        </JobSteps>
      )}
    </JobPanel>
  )
}

type ResultsProps = { job: BulkJob; relationshipAt: (id: string) => string }

type Line = OutcomeLine & { row: BulkRow; result: RowResult; isToLookAt: boolean; outcome: GdapBulkOutcome | undefined }

const tones: Record<RowResult, Tone> = {
  would_create: 'info', created: 'success', already_created: 'success', refused: 'danger', unread: 'danger', repeated: 'neutral',
  waiting: 'waiting',
}

function lineOf(words: Words, row: BulkRow, outcome: GdapBulkOutcome | undefined, isDry: boolean): Line {
  const result = resultOf(row, outcome, isDry)
  return {
    id: String(row.line), row, outcome, result, isToLookAt: isToLookAt(result, outcome), why: whyOf(words, row, outcome),
    tone: result === 'would_create' && outcome?.advice.length ? 'caution' : tones[result],
    word: words.t(`gdap-requests.bulk.outcome.${result}`),
  }
}

/** Every row's outcome and reason, with links to made relationships; the download holds the approval links. */
function BulkResults({ job: { rows, outcomes, step }, relationshipAt }: ResultsProps) {
  const words = useWords()
  const { t } = words
  const isDry = step === 'checked'
  const lines = useMemo(() => rows.map((row) =>
    lineOf(words, row, row.tenantId === undefined ? undefined : outcomes.get(row.tenantId), isDry)), [rows, outcomes, isDry, words])
  const columns = useMemo((): GridColumn<Line>[] => [
    {
      id: 'customer', header: t('bulk.column.customer'), width: 'minmax(180px, 1fr)',
      cell: (line) => <bdi className={styles.cut}>{customerOf(line)}</bdi>,
    },
    {
      id: 'name', header: t('gdap-requests.name'), width: 'minmax(180px, 1fr)',
      cell: ({ row }) => <bdi className={styles.cut} title={row.name}>{row.name || '–'}</bdi>,
    },
  ], [t])
  return (
    <JobOutcomes lines={lines} tones={tones} wordOf={(result) => t(`gdap-requests.bulk.outcome.${result}`)} isRunning={step === 'running'}
      file={fileOf(words)}
      words={{ only: (count) => t('bulk.only_problems', { count }), none: t('bulk.rows.none'), download: t('bulk.download') }}>
      {(shown, narrow) => (
        <OutcomeGrid label={t('bulk.rows')} columns={columns} rows={shown} entry={`bulk-gdap-${step}`} view={String(narrow)}
          heads={{ outcome: t('bulk.column.outcome'), why: t('bulk.column.why') }}
          rowLink={({ outcome }) => (outcome?.relationship ? relationshipAt(outcome.relationship.id) : undefined)} />
      )}
    </JobOutcomes>
  )
}

const customerOf = ({ row, outcome }: Line): string =>
  row.tenantId === undefined ? row.given : (outcome?.customer.displayName ?? (row.companyName || row.tenantId))

const fileOf = ({ t }: Words) => ({
  name: 'admin-rights-requests.csv',
  header: [
    t('bulk.column.line'), t('bulk.column.customer'), t('invitations.field.tenantId'), t('gdap-requests.name'), t('bulk.column.outcome'),
    t('bulk.column.why'), t('gdap-requests.bulk.column.relationship'), t('gdap-requests.bulk.column.link'),
  ],
  cells: (line: Line) => {
    const { row, word, why, outcome } = line
    const { id = '', approvalLink } = outcome?.relationship ?? {}
    return [row.line, customerOf(line), row.tenantId ?? '', row.name, word, why, id, approvalLink ?? '']
  },
})

/** A row's displayed result: `unread` names nobody, `repeated` repeats a row above, `waiting` is not made yet. */
type RowResult = GdapBulkOutcome['outcome'] | 'unread' | 'repeated' | 'waiting'

function resultOf(row: BulkRow, outcome: GdapBulkOutcome | undefined, isDry: boolean): RowResult {
  if (row.problem) return row.problem.id === 'gdap-requests.bulk.problem.repeated' ? 'repeated' : 'unread'
  const result = outcome?.outcome ?? 'would_create'
  return result === 'would_create' && !isDry ? 'waiting' : result
}

const isToLookAt = (result: RowResult, outcome: GdapBulkOutcome | undefined): boolean =>
  result === 'refused' || result === 'unread' || (outcome?.advice.length ?? 0) > 0

/** Why a request is not made, or advice on it, in the server's sentences; the rule comes first, for narrow rows. */
function whyOf({ t }: Pick<Words, 't'>, { problem }: BulkRow, outcome: GdapBulkOutcome | undefined): string {
  if (problem) return t(problem.id, problem.values)
  if (!outcome) return ''
  const { detail = '', rule } = outcome.problem ?? {}
  const why = rule === undefined ? detail : t('bulk.about', { column: t('ui.reason.rule', { rule }), why: detail })
  return [why, ...outcome.advice.map((advice) => t(`gdap-requests.bulk.advice.${advice}`))].filter(Boolean).join(' ')
}
