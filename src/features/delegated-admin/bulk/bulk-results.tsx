import { useMemo } from 'react'
import type { GdapBulkOutcome } from '../../../../domain/bulk-relationships/schemas.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { Badge, type Tone } from '../../../ui/badge.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { JobOutcomes } from '../../../ui/job/job-outcomes.tsx'
import jobStyles from '../../../ui/job/job.module.css'
import { OutcomeGrid } from '../../../ui/job/outcome-grid.tsx'
import type { BulkJob } from './bulk-job.ts'
import type { BulkRow } from './bulk-setup.ts'
import styles from './bulk.module.css'
import { isToLookAt, resultOf, type RowResult, whyOf } from './row-result.ts'

type Props = { job: BulkJob; relationshipAt: (id: string) => string }

type Shown = { row: BulkRow; result: RowResult; isToLookAt: boolean; why: string; outcome: GdapBulkOutcome | undefined }

const tones: Record<RowResult, Tone> = {
  would_create: 'info', created: 'success', already_created: 'success', refused: 'danger', unread: 'danger', repeated: 'neutral',
  waiting: 'waiting',
}
const rowId = ({ row }: Shown) => String(row.line)

/** Every row with what it would come to or did, and why not; made ones lead to their relationship, and the file of it holds the links. */
export function BulkResults({ job: { rows, outcomes, step }, relationshipAt }: Props) {
  const words = useWords()
  const { t } = words
  const all = useMemo(() => rows.map((row): Shown => {
    const outcome = row.tenantId === undefined ? undefined : outcomes.get(row.tenantId)
    const result = resultOf(row, outcome, step === 'checked')
    return { row, outcome, result, isToLookAt: isToLookAt(result, outcome), why: whyOf(words, row, outcome) }
  }), [rows, outcomes, step, words])
  const columns = useMemo(() => gridColumns(words), [words])
  return (
    <JobOutcomes lines={all} tones={tones} word={(result) => t(`gdap-requests.bulk.outcome.${result}`)} isRunning={step === 'running'}
      file={fileOf(words)}
      words={{ only: (count) => t('bulk.only_problems', { count }), none: t('bulk.rows.none'), download: t('bulk.download') }}>
      {(shown, narrow) => (
        <OutcomeGrid label={t('bulk.rows')} columns={columns} rows={shown} rowId={rowId} entry={`bulk-gdap-${step}`} view={String(narrow)}
          rowLink={({ outcome }) => (outcome?.relationship ? relationshipAt(outcome.relationship.id) : undefined)} />
      )}
    </JobOutcomes>
  )
}

const customerOf = ({ row, outcome }: Shown): string =>
  row.tenantId === undefined ? row.given : (outcome?.customer.displayName ?? (row.companyName || row.tenantId))

function gridColumns({ t }: Words): GridColumn<Shown>[] {
  return [
    {
      id: 'customer', header: t('bulk.column.customer'), width: 'minmax(180px, 1fr)',
      cell: (shown) => <bdi className={styles.cut}>{customerOf(shown)}</bdi>,
    },
    {
      id: 'name', header: t('gdap-requests.name'), width: 'minmax(180px, 1fr)',
      cell: ({ row }) => <bdi className={styles.cut} title={row.name}>{row.name || '–'}</bdi>,
    },
    {
      id: 'outcome', header: t('bulk.column.outcome'), width: '200px',
      cell: ({ result, outcome }) => (
        <Badge tone={result === 'would_create' && outcome?.advice.length ? 'caution' : tones[result]}>
          {t(`gdap-requests.bulk.outcome.${result}`)}
        </Badge>
      ),
    },
    {
      id: 'why', header: t('bulk.column.why'), width: 'minmax(280px, 2fr)',
      cell: ({ why }) => <bdi className={jobStyles.detail} title={why}>{why || '–'}</bdi>,
    },
  ]
}

const fileOf = ({ t }: Words) => ({
  name: 'admin-rights-requests.csv',
  header: [
    t('bulk.column.line'), t('bulk.column.customer'), t('invitations.field.tenantId'), t('gdap-requests.name'), t('bulk.column.outcome'),
    t('bulk.column.why'), t('gdap-requests.bulk.column.relationship'), t('gdap-requests.bulk.column.link'),
  ],
  cells: (shown: Shown) => {
    const { row, result, why, outcome } = shown
    const { id = '', approvalLink } = outcome?.relationship ?? {}
    return [
      row.line, customerOf(shown), row.tenantId ?? '', row.name, t(`gdap-requests.bulk.outcome.${result}`), why, id, approvalLink ?? '',
    ]
  },
})
