import type { ExpiryBoard } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Text } from '../../../ui/looks/layout.tsx'
import { expiryColumns, renewals } from './expiry-columns.ts'
import styles from './expiry-table.module.css'

/** The chart's numbers as a table, with placeholders while loading. */
export function ExpiryTable({ board }: { board: ExpiryBoard | undefined }) {
  const { t, formatNumber } = useWords()
  if (!board) return <div className={styles.coming} />
  const lines = [
    ...expiryColumns.map((column) => ({ id: column, name: t(`gdap-board.column.${column}`), count: board[column] })),
    ...renewals.map(({ id, count }) => ({ id, name: t(`gdap-board.renewal.${id}`), count: board[count] })),
  ]
  return (
    <Text as="details" tone="muted" text="caption" spans className={styles.numbers}>
      <summary>{t('gdap-board.chart.table')}</summary>
      <table>
        <caption className="visually-hidden">{t('gdap-board.chart')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gdap-board.chart.when')}</th>
            <th scope="col">{t('gdap-board.chart.count')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, count }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Text>
  )
}
