import { useMemo, useState } from 'react'
import type { GdapBulkOutcome } from '../../../../domain/bulk-relationships/schemas.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { Badge, type Tone } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { csvOf } from '../../../ui/csv-text.ts'
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { downloadText } from '../../../ui/download-text.ts'
import jobStyles from '../../../ui/job-report.module.css'
import requestStyles from '../request/request.module.css'
import type { BulkJob } from './bulk-job.ts'
import type { Judged } from './bulk-requests.ts'
import type { BulkRow } from './bulk-setup.ts'
import styles from './bulk.module.css'
import { isToLookAt, resultOf, type RowResult, whyOf } from './row-result.ts'

type Props = { job: Extract<BulkJob, Judged>; relationshipAt: (id: string) => string }

type Shown = { row: BulkRow; result: RowResult; why: string; outcome: GdapBulkOutcome | undefined }

const tones: Record<RowResult, Tone> = {
  would_create: 'info', created: 'success', already_created: 'success', refused: 'danger', unread: 'danger', repeated: 'neutral',
  waiting: 'waiting',
}
const rowId = ({ row }: Shown) => String(row.line)
const nothing = () => undefined

/** Every row with what it would come to or did, and why not; made ones lead to their relationship, and the file of it holds the links. */
export function BulkResults({ job: { rows, outcomes, step }, relationshipAt }: Props) {
  const words = useWords()
  const { t } = words
  const [narrow, setNarrow] = useState(false)
  const all = useMemo(() => rows.map((row): Shown => {
    const outcome = row.tenantId === undefined ? undefined : outcomes.get(row.tenantId)
    return { row, outcome, result: resultOf(row, outcome, step === 'checked'), why: whyOf(words, row, outcome) }
  }), [rows, outcomes, step, words])
  const toLookAt = useMemo(() => all.filter(({ result, outcome }) => isToLookAt(result, outcome)), [all])
  const shown = narrow ? toLookAt : all
  const columns = useMemo(() => gridColumns(words), [words])
  const keptAs = useMemo(() => ({ entry: `bulk-gdap-${step}`, view: String(narrow) }), [step, narrow])
  return (
    <>
      <Counts all={all} />
      <div className={jobStyles.head}>
        <Checkbox label={t('bulk.only_problems', { count: toLookAt.length })} checked={narrow}
          onChange={(event) => setNarrow(event.target.checked)} />
        {step !== 'running' && <Button icon="download" onPress={() => download(words, all)}>{t('bulk.download')}</Button>}
      </div>
      {shown.length === 0 ? <p className={requestStyles.muted}>{t('bulk.rows.none')}</p> : (
        <div className={jobStyles.report}>
          <DataGrid label={t('bulk.rows')} columns={columns} rows={shown} rowId={rowId} keptAs={keptAs} hasMore={false} loadingMore={false}
            rowLink={({ outcome }) => (outcome?.relationship ? relationshipAt(outcome.relationship.id) : undefined)}
            loadMoreFailed={false} stale={false} onLoadMore={nothing} total={{ count: shown.length, capped: false }} />
        </div>
      )}
    </>
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

function Counts({ all }: { all: readonly Shown[] }) {
  const { t, formatNumber } = useWords()
  const count = (...results: RowResult[]) => all.filter(({ result }) => results.includes(result)).length
  const counts = [
    ['would_create', count('would_create')], ['created', count('created')], ['already_created', count('already_created')],
    ['refused', count('refused')], ['unread', count('unread')], ['repeated', count('repeated')], ['waiting', count('waiting')],
  ] as const
  return (
    <div role="status">
      <dl className={jobStyles.counts}>
        {counts.filter(([, number]) => number > 0).map(([result, number]) => (
          <div key={result} data-tone={tones[result]}>
            <dt>{t(`gdap-requests.bulk.outcome.${result}`)}</dt>
            <dd>{formatNumber(number)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function download({ t }: Words, all: readonly Shown[]): void {
  const header = [
    t('bulk.column.line'), t('bulk.column.customer'), t('invitations.field.tenantId'), t('gdap-requests.name'), t('bulk.column.outcome'),
    t('bulk.column.why'), t('gdap-requests.bulk.column.relationship'), t('gdap-requests.bulk.column.link'),
  ]
  const lines = all.map((shown) => {
    const { row, result, why, outcome } = shown
    const { id = '', approvalLink } = outcome?.relationship ?? {}
    return [
      row.line, customerOf(shown), row.tenantId ?? '', row.name, t(`gdap-requests.bulk.outcome.${result}`), why, id, approvalLink ?? '',
    ]
  })
  downloadText('admin-rights-requests.csv', 'text/csv', csvOf(header, lines))
}
