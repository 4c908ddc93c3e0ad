import type { FunnelRow } from '../../../domain/funnel/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './funnel.module.css'
import { counts, sumOf } from './funnel-numbers.ts'

const hoursToDays = 48

/** One row per way to the customer and one for all; lists on a narrow screen. */
export function FunnelTable({ rows }: { rows: readonly FunnelRow[] }) {
  const { t, formatNumber } = useWords()
  const duration = (hours: number) =>
    hours < hoursToDays
      ? formatNumber(hours, { style: 'unit', unit: 'hour', maximumFractionDigits: 1 })
      : formatNumber(hours / 24, { style: 'unit', unit: 'day', maximumFractionDigits: 1 })
  const shown = [
    ...rows.map((row) => ({
      id: row.reseller?.id ?? 'direct',
      name: row.reseller?.displayName ?? t('funnel.direct'),
      numbers: counts.map((count) => row[count]),
      median: row.medianHours === null ? t('funnel.none') : duration(row.medianHours),
    })),
    { id: 'all', name: t('funnel.all'), numbers: counts.map((count) => sumOf(rows, count)), median: '' },
  ]
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('funnel.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('funnel.way')}</th>
          {counts.map((count) => <th key={count} scope="col">{t(`funnel.count.${count}`)}</th>)}
          <th scope="col">{t('funnel.median')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, name, numbers, median }) => (
          <tr key={id} data-sum={id === 'all' || undefined}>
            <th scope="row"><bdi>{name}</bdi></th>
            {counts.map((count, index) => (
              <td key={count} data-label={t(`funnel.count.${count}`)}>{formatNumber(numbers[index] ?? 0)}</td>
            ))}
            <td data-label={median && t('funnel.median')}>{median}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
