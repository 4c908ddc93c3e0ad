import type { ExpiryBoard } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './expiry-board.module.css'
import { expiryColumns, renewals } from './expiry-columns.ts'

/** The numbers behind the chart, for whoever reads a table rather than a picture. */
export function ExpiryTable({ board }: { board: ExpiryBoard }) {
  const { t, formatNumber } = useWords()
  const lines = [
    ...expiryColumns.map((column) => ({ id: column, name: t(`gdap-board.column.${column}`), count: board[column] })),
    ...renewals.map(({ id, count }) => ({ id, name: t(`gdap-board.renewal.${id}`), count: board[count] })),
  ]
  return (
    <details className={styles.numbers}>
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
    </details>
  )
}
