import { useMemo } from 'react'
import { effectOf, linesNotRead } from '../../../domain/customers/import-report.ts'
import type { ImportReport } from '../../../domain/customers/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import { csvOf } from '../../ui/csv-text.ts'
import { downloadText } from '../../ui/download-text.ts'
import { CountList } from '../../ui/job/job-outcomes.tsx'
import jobStyles from '../../ui/job/job.module.css'
import { OutcomeGrid } from '../../ui/job/outcome-grid.tsx'
import styles from './import.module.css'

type Row = ImportReport['rejected'][number] & { outcome: 'rejected' | 'range' | 'notice'; key: string }

const rowId = (row: Row) => row.key

const linesOf = ({ line, lastLine }: Pick<Row, 'line' | 'lastLine'>, write: (line: number) => string): string =>
  lastLine > line ? `${write(line)}–${write(lastLine)}` : write(line)

function rowsOf({ rejected, ranges, notices }: ImportReport): Row[] {
  const rows = [
    ...rejected.map((row, index) => ({ ...row, outcome: 'rejected' as const, key: `r${index}` })),
    ...ranges.map((row, index) => ({ ...row, outcome: 'range' as const, key: `l${index}` })),
    ...notices.map((row, index) => ({ ...row, outcome: 'notice' as const, key: `n${index}` })),
  ]
  return rows.toSorted((one, other) => one.line - other.line)
}

/** What an import did or, dry, would do: the counts, then each row that a person should look at, in the order of the file. */
export function ImportOutcome({ report, dry }: { report: ImportReport; dry: boolean }) {
  const { t } = useWords()
  const rows = useMemo(() => rowsOf(report), [report])
  const effect = effectOf(report)
  const said = {
    changes: () => (dry ? '' : t('customers.import.done', { count: report.created + report.updated })),
    nothing_new: () => t(dry ? 'customers.import.nothing_would' : 'customers.import.nothing_did'),
    none_taken: () => t(dry ? 'customers.import.none_would' : 'customers.import.none_did'),
    no_rows: () => t('customers.import.no_rows'),
  }[effect]()
  const counts = ([
    ['created', report.created, 'success'], ['updated', report.updated, 'success'], ['unchanged', report.unchanged, undefined],
    ['rejected', report.rejected.length, 'danger'], ['ranges', linesNotRead(report), 'danger'],
    ['notices', report.notices.length, undefined],
  ] as const).map(([name, count, tone]) => [t(`customers.import.${name}`), count, tone] as const)
  return (
    <>
      <CountList counts={counts} />
      <p role="status" className={styles.sentence}>{said}</p>
      {effect === 'changes' && <p className={styles.sentence}>{t('customers.import.unconfirmed')}</p>}
      {report.lines.blank > 0 && <p className={styles.sentence}>{t('customers.import.blank', { count: report.lines.blank })}</p>}
      {(effect !== 'no_rows' || rows.length > 0) && (
        <>
          <h3>{t('customers.import.rows')}</h3>
          {rows.length === 0
            ? <p className={jobStyles.muted}>{t(dry ? 'customers.import.rows_none' : 'customers.import.rows_none_did')}</p>
            : <RowReport rows={rows} dry={dry} />}
        </>
      )}
    </>
  )
}

function RowReport({ rows, dry }: { rows: readonly Row[]; dry: boolean }) {
  const { t, formatNumber } = useWords()
  const columns = useMemo((): GridColumn<Row>[] => [
    { id: 'line', header: t('customers.import.line'), width: '120px', cell: (row) => linesOf(row, formatNumber) },
    {
      id: 'outcome', header: t('customers.import.outcome'), width: '152px',
      cell: ({ outcome }) => (
        <Badge tone={outcome === 'notice' ? 'info' : 'danger'}>{t(`customers.import.is_${outcome}`)}</Badge>
      ),
    },
    {
      id: 'reason', header: t('customers.import.reason'), width: 'minmax(320px, 1fr)',
      cell: ({ detail }) => <bdi className={`${jobStyles.detail} ${styles.reason}`} title={detail}>{detail}</bdi>,
    },
  ], [t, formatNumber])
  const download = () => downloadText('customer-import-report.csv', 'text/csv', csvOf(
    [t('customers.import.line'), t('customers.import.outcome'), t('customers.import.code'), t('customers.import.reason')],
    rows.map(({ outcome, code, detail, ...lines }) => [linesOf(lines, String), t(`customers.import.is_${outcome}`), code, detail]),
  ))
  return (
    <>
      <div className={jobStyles.head}>
        <p className={jobStyles.muted}>{t('customers.import.rows_text')}</p>
        <Button icon="download" onPress={download}>{t('customers.import.download')}</Button>
      </div>
      <OutcomeGrid label={t('customers.import.rows')} columns={columns} rows={rows} rowId={rowId} entry={`import-${dry}`} view="report" />
    </>
  )
}
