import { useMemo } from 'react'
import type { BulkOutcome } from '../../../../domain/bulk-invitations/schemas.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import type { Tone } from '../../../ui/marks/badge.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { JobOutcomes } from '../../../ui/job/job-outcomes.tsx'
import { OutcomeGrid, type OutcomeLine } from '../../../ui/job/outcome-grid.tsx'
import { bulkColumns } from './bulk-columns.ts'
import type { BulkJob } from './bulk-job.ts'
import type { BulkRow } from './read-list.ts'
import { customerOf, isToLookAt, resultOf, type RowResult, whyOf } from './row-result.ts'
import { columnNames } from './use-reading.ts'

type Line = OutcomeLine & { row: BulkRow; result: RowResult; isToLookAt: boolean; outcome: BulkOutcome | undefined }

const tones: Record<RowResult, Tone> = {
  would_create: 'info', created: 'success', already_created: 'success', already_invited: 'caution', refused: 'danger', mismatch: 'danger',
  unread: 'danger', waiting: 'waiting',
}

function lineOf(words: Words, row: BulkRow, outcome: BulkOutcome | undefined, isDry: boolean): Line {
  const result = resultOf(row, outcome, isDry)
  return {
    id: row.key, row, outcome, result, isToLookAt: isToLookAt(result, outcome), why: whyOf(words, row, outcome),
    tone: result === 'would_create' && outcome?.warnings.length ? 'caution' : tones[result], word: words.t(`bulk.outcome.${result}`),
  }
}

/** Every row's outcome and reason; the download holds the links. */
export function BulkOutcomes({ job: { rows, outcomes, step } }: { job: BulkJob }) {
  const words = useWords()
  const { t, formatNumber } = words
  const isDry = step === 'checked'
  const lines = useMemo(() => rows.map((row) => lineOf(words, row, outcomes.get(row.key), isDry)), [rows, outcomes, isDry, words])
  // A dry run shows the rows set apart by themselves.
  const listed = useMemo(() => lines.filter(({ result }) => !isDry || result !== 'already_invited'), [lines, isDry])
  const columns = useMemo((): GridColumn<Line>[] => [
    { id: 'line', header: t('bulk.column.line'), width: '72px', cell: ({ row }) => formatNumber(row.line) },
    { id: 'customer', header: t('bulk.column.customer'), width: 'minmax(160px, 1fr)', cell: ({ row }) => <bdi>{customerOf(row)}</bdi> },
  ], [t, formatNumber])
  return (
    <JobOutcomes lines={lines} listed={listed} tones={tones} countAs={{ mismatch: 'refused', unread: 'refused' }}
      wordOf={(result) => t(`bulk.outcome.${result}`)} file={fileOf(words)} isRunning={step === 'running'}
      words={{ only: (count) => t('bulk.only_problems', { count }), none: t('bulk.rows.none'), download: t('bulk.download') }}>
      {(shown, narrow) => (
        <OutcomeGrid label={t('bulk.rows')} columns={columns} rows={shown} entry={`bulk-${step}`} view={String(narrow)}
          heads={{ outcome: t('bulk.column.outcome'), why: t('bulk.column.why') }} />
      )}
    </JobOutcomes>
  )
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
    cells: ({ row, word, why, outcome }: Line) => [
      row.line, ...bulkColumns.map((column) => row.cells[column]), word, why, outcome?.invitation?.id ?? '', outcome?.link ?? '',
    ],
  }
}
