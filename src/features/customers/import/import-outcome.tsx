import { useMemo } from 'react'
import { effectOf, linesNotRead } from '../../../../domain/customers/import-report.ts'
import type { ImportReport } from '../../../../domain/customers/schemas.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { csvOf } from '../../../../domain/words-of-others/csv-text.ts'
import { downloadText } from '../../../ui/files/download-text.ts'
import { CountList } from '../../../ui/job/job-outcomes.tsx'
import { OutcomeGrid, type OutcomeLine } from '../../../ui/job/outcome-grid.tsx'
import { Box, Row, Text } from '../../../ui/looks/layout.tsx'
import styles from './import.module.css'

type Row = ImportReport['rejected'][number]
type Line = OutcomeLine & Row & { outcome: 'rejected' | 'range' | 'notice' }

const spanOf = ({ line, lastLine }: Row, write: (line: number) => string): string =>
  lastLine > line ? `${write(line)}–${write(lastLine)}` : write(line)

function linesOf({ t }: Words, { rejected, ranges, notices }: ImportReport): Line[] {
  const lineOf = (outcome: Line['outcome']) => (row: Row, index: number): Line => ({
    ...row, outcome, id: `${outcome}${index}`, tone: outcome === 'notice' ? 'info' : 'danger', word: t(`customers.import.is_${outcome}`),
    why: row.detail,
  })
  const lines = [...rejected.map(lineOf('rejected')), ...ranges.map(lineOf('range')), ...notices.map(lineOf('notice'))]
  return lines.toSorted((one, other) => one.line - other.line)
}

/** An import's or dry run's counts, then the rows to look at, in the file's order. */
export function ImportOutcome({ report, dry }: { report: ImportReport; dry: boolean }) {
  const words = useWords()
  const { t } = words
  const rows = useMemo(() => linesOf(words, report), [words, report])
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
      <Box as="p" role="status" before={3} after={4} className={styles.sentence}>{said}</Box>
      {effect === 'changes' && <Box as="p" before={3} after={4} className={styles.sentence}>{t('customers.import.unconfirmed')}</Box>}
      {report.lines.blank > 0 && (
        <Box as="p" before={3} after={4} className={styles.sentence}>
          {t('customers.import.blank', { count: report.lines.blank })}
        </Box>
      )}
      {(effect !== 'no_rows' || rows.length > 0) && (
        <>
          <h3>{t('customers.import.rows')}</h3>
          {rows.length === 0
            ? <Text measure={76} tone="muted">{t(dry ? 'customers.import.rows_none' : 'customers.import.rows_none_did')}</Text>
            : <RowReport rows={rows} dry={dry} />}
        </>
      )}
    </>
  )
}

function RowReport({ rows, dry }: { rows: readonly Line[]; dry: boolean }) {
  const { t, formatNumber } = useWords()
  const [line, outcome, why] = [t('customers.import.line'), t('customers.import.outcome'), t('customers.import.reason')]
  const columns = useMemo((): GridColumn<Line>[] => [
    { id: 'line', header: line, width: '120px', cell: (row) => spanOf(row, formatNumber) },
  ], [line, formatNumber])
  const download = () => downloadText('customer-import-report.csv', 'text/csv', csvOf(
    [line, outcome, t('customers.import.code'), why], rows.map((row) => [spanOf(row, String), row.word, row.code, row.detail]),
  ))
  return (
    <>
      <Row gap="2 4" align="center" justify="between">
        <Text measure={76} tone="muted">{t('customers.import.rows_text')}</Text>
        <Button icon="download" onPress={download}>{t('customers.import.download')}</Button>
      </Row>
      <OutcomeGrid label={t('customers.import.rows')} columns={columns} rows={rows} heads={{ outcome, why }} entry={`import-${dry}`}
        view="report" />
    </>
  )
}
