import { useMemo } from 'react'
import type { BulkOutcome } from '../../../../domain/bulk-invitations/schemas.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { Badge, type Tone } from '../../../ui/badge.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { JobOutcomes } from '../../../ui/job/job-outcomes.tsx'
import jobStyles from '../../../ui/job/job.module.css'
import { OutcomeGrid } from '../../../ui/job/outcome-grid.tsx'
import { bulkColumns } from './bulk-columns.ts'
import type { BulkJob } from './bulk-job.ts'
import type { BulkRow } from './read-list.ts'
import { customerOf, isToLookAt, resultOf, type RowResult, whyOf } from './row-result.ts'
import { columnNames } from './use-reading.ts'

type Shown = { row: BulkRow; result: RowResult; isToLookAt: boolean; why: string; outcome: BulkOutcome | undefined }

const tones: Record<RowResult, Tone> = {
  would_create: 'info', created: 'success', already_created: 'success', already_invited: 'caution', refused: 'danger', mismatch: 'danger',
  unread: 'danger', waiting: 'waiting',
}
const rowId = ({ row }: Shown) => row.key

/** Every row with what it would do or did, and why not; the file of it holds the links. */
export function BulkOutcomes({ job: { rows, outcomes, step } }: { job: BulkJob }) {
  const words = useWords()
  const { t } = words
  const all = useMemo(() => rows.map((row): Shown => {
    const outcome = outcomes.get(row.key)
    const result = resultOf(row, outcome, step === 'checked')
    return { row, outcome, result, isToLookAt: isToLookAt(result, outcome), why: whyOf(words, row, outcome) }
  }), [rows, outcomes, step, words])
  // Before anything is made, those that are set apart stand by themselves.
  const listed = useMemo(() => all.filter(({ result }) => step !== 'checked' || result !== 'already_invited'), [all, step])
  const columns = useMemo(() => gridColumns(words), [words])
  return (
    <JobOutcomes lines={all} listed={listed} tones={tones} countAs={{ mismatch: 'refused', unread: 'refused' }} isRunning={step === 'running'}
      word={(result) => t(`bulk.outcome.${result}`)} file={fileOf(words)}
      words={{ only: (count) => t('bulk.only_problems', { count }), none: t('bulk.rows.none'), download: t('bulk.download') }}>
      {(shown, narrow) => (
        <OutcomeGrid label={t('bulk.rows')} columns={columns} rows={shown} rowId={rowId} entry={`bulk-${step}`} view={String(narrow)} />
      )}
    </JobOutcomes>
  )
}

function gridColumns({ t, formatNumber }: Words): GridColumn<Shown>[] {
  return [
    { id: 'line', header: t('bulk.column.line'), width: '72px', cell: ({ row }) => formatNumber(row.line) },
    { id: 'customer', header: t('bulk.column.customer'), width: 'minmax(160px, 1fr)', cell: ({ row }) => <bdi>{customerOf(row)}</bdi> },
    {
      id: 'outcome', header: t('bulk.column.outcome'), width: '216px',
      cell: ({ result, outcome }) => (
        <Badge tone={result === 'would_create' && outcome?.warnings.length ? 'caution' : tones[result]}>
          {t(`bulk.outcome.${result}`)}
        </Badge>
      ),
    },
    {
      id: 'why', header: t('bulk.column.why'), width: 'minmax(320px, 2fr)',
      cell: ({ why }) => <bdi className={jobStyles.detail} title={why}>{why}</bdi>,
    },
  ]
}

function fileOf(words: Words) {
  const { t } = words
  const names = columnNames(words)
  return {
    name: 'invitations.csv',
    header: [
      t('bulk.column.line'), ...bulkColumns.map((column) => names[column]), t('bulk.column.outcome'), t('bulk.column.why'),
      t('bulk.column.invitation'), t('bulk.column.link'),
    ],
    cells: ({ row, result, why, outcome }: Shown) => [
      row.line, ...bulkColumns.map((column) => row.cells[column]), t(`bulk.outcome.${result}`), why, outcome?.invitation?.id ?? '',
      outcome?.link ?? '',
    ],
  }
}
