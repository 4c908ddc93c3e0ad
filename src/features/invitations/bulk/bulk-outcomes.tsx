import { useMemo, useState } from 'react'
import type { BulkOutcome } from '../../../../domain/bulk-invitations/schemas.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { Badge, type Tone } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { csvOf } from '../../../ui/csv-text.ts'
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { downloadText } from '../../../ui/download-text.ts'
import jobStyles from '../../../ui/job-report.module.css'
import { bulkColumns } from './bulk-columns.ts'
import styles from './bulk.module.css'
import { customerOf, isToLookAt, resultOf, type RowResult, whyOf } from './row-result.ts'
import type { BulkRow } from './read-list.ts'
import { columnNames } from './use-reading.ts'

type Props = {
  rows: readonly BulkRow[]
  outcomes: ReadonlyMap<string, BulkOutcome>
  step: 'checked' | 'creating' | 'stopped' | 'done'
}

type Shown = { row: BulkRow; result: RowResult; why: string; outcome: BulkOutcome | undefined }

const tones: Record<RowResult, Tone> = {
  would_create: 'info', created: 'success', already_created: 'success', already_invited: 'caution', refused: 'danger', mismatch: 'danger',
  unread: 'danger', waiting: 'waiting',
}
const rowId = ({ row }: Shown) => row.key
const nothing = () => undefined

/** Every row with what it would do or did, and why not; the file of it holds the links. */
export function BulkOutcomes({ rows, outcomes, step }: Props) {
  const words = useWords()
  const { t } = words
  const [narrow, setNarrow] = useState(false)
  const all = useMemo(() => rows.map((row): Shown => {
    const outcome = outcomes.get(row.key)
    return { row, outcome, result: resultOf(row, outcome, step === 'checked'), why: whyOf(words, row, outcome) }
  }), [rows, outcomes, step, words])
  // Before anything is made, those that are set apart stand by themselves.
  const listed = useMemo(() => all.filter(({ result }) => step !== 'checked' || result !== 'already_invited'), [all, step])
  const toLookAt = useMemo(() => listed.filter(({ result, outcome }) => isToLookAt(result, outcome)), [listed])
  const shown = narrow ? toLookAt : listed
  const columns = useMemo(() => gridColumns(words), [words])
  const keptAs = useMemo(() => ({ entry: `bulk-${step}`, view: String(narrow) }), [step, narrow])
  return (
    <>
      <Counts all={all} />
      <div className={jobStyles.head}>
        <Checkbox label={t('bulk.only_problems', { count: toLookAt.length })} checked={narrow}
          onChange={(event) => setNarrow(event.target.checked)} />
        {step !== 'creating' && (
          <Button icon="download" onPress={() => download(words, all)}>{t('bulk.download')}</Button>
        )}
      </div>
      {shown.length === 0 ? <p className={styles.muted}>{t('bulk.rows.none')}</p> : (
        <div className={jobStyles.report}>
          <DataGrid label={t('bulk.rows')} columns={columns} rows={shown} rowId={rowId} keptAs={keptAs} hasMore={false}
            loadingMore={false} loadMoreFailed={false} stale={false} onLoadMore={nothing} total={{ count: shown.length, capped: false }} />
        </div>
      )}
    </>
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

function Counts({ all }: { all: readonly Shown[] }) {
  const { t, formatNumber } = useWords()
  const count = (...results: RowResult[]) => all.filter(({ result }) => results.includes(result)).length
  const counts = [
    ['would_create', count('would_create')], ['created', count('created')], ['already_created', count('already_created')],
    ['already_invited', count('already_invited')],
    ['refused', count('refused', 'mismatch', 'unread')], ['waiting', count('waiting')],
  ] as const
  return (
    <div role="status">
      <dl className={jobStyles.counts}>
        {counts.filter(([, number]) => number > 0).map(([result, number]) => (
          <div key={result} data-tone={tones[result]}>
            <dt>{t(`bulk.outcome.${result}`)}</dt>
            <dd>{formatNumber(number)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function download(words: Words, all: readonly Shown[]): void {
  const { t } = words
  const names = columnNames(words)
  const header = [
    t('bulk.column.line'), ...bulkColumns.map((column) => names[column]), t('bulk.column.outcome'), t('bulk.column.why'),
    t('bulk.column.invitation'), t('bulk.column.link'),
  ]
  const lines = all.map(({ row, result, why, outcome }) => [
    row.line, ...bulkColumns.map((column) => row.cells[column]), t(`bulk.outcome.${result}`), why, outcome?.invitation?.id ?? '',
    outcome?.link ?? '',
  ])
  downloadText('invitations.csv', 'text/csv', csvOf(header, lines))
}
