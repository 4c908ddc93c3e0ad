import { useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { Link } from 'react-router'
import type { ExpiryBoard as Board, GdapView } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { NotYet } from '../../../ui/not-yet.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { gdapQueries } from '../gdap-queries.ts'
import styles from './expiry-board.module.css'
import { barLengths, columnMarks, type ExpiryColumn, expiryColumns, renewals, viewOfColumn } from './expiry-columns.ts'
import { ExpiryTable } from './expiry-table.tsx'

type Props = { view: GdapView; linkTo: (view: GdapView) => string }

const nothing = Object.fromEntries(expiryColumns.map((column) => [column, 0])) as Record<ExpiryColumn, number>

/** When access ends, as columns and two numbers; each leads to the relationships behind it, and the one in force is marked. */
export function ExpiryBoard({ view, linkTo }: Props) {
  const { t } = useWords()
  const { data, ...query } = useQuery(gdapQueries.board())
  if (!data && query.error) return <div className={styles.board}><NotYet compact query={query} /></div>
  const lengths = data ? barLengths(data) : nothing
  return (
    <section className={styles.board} aria-label={t('gdap-board.chart')} aria-busy={data === undefined}>
      <ul className={styles.columns}>
        {expiryColumns.map((column) => (
          <li key={column} data-column={column}>
            <Link to={linkTo(viewOfColumn(column))} preventScrollReset className={styles.column}
              aria-current={view.bucket === column ? 'true' : undefined}>
              <Count board={data} of={column} />
              <span className={styles.track} aria-hidden="true">
                <span className={styles.bar} style={{ '--length': lengths[column] } as CSSProperties} />
              </span>
              <span className={styles.label}>
                <Icon name={columnMarks[column]} className={styles.mark} /><span>{t(`gdap-board.column.${column}`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <ul className={styles.tiles}>
        {renewals.map(({ id, count, view: behind, icon }) => (
          <li key={id}>
            <Link to={linkTo({ ...behind, sort: 'endDateTime' })} preventScrollReset className={styles.tile}
              aria-current={(id === 'ends' ? view.ends : view.blockedBy) ? 'true' : undefined}>
              <Count board={data} of={count} />
              <span className={styles.label}><Icon name={icon} className={styles.mark} /><span>{t(`gdap-board.renewal.${id}`)}</span></span>
            </Link>
          </li>
        ))}
      </ul>
      <ExpiryTable board={data} />
    </section>
  )
}

function Count({ board, of }: { board: Board | undefined; of: keyof Board }) {
  const { formatNumber } = useWords()
  return <span className={styles.count}>{board ? formatNumber(board[of]) : <Skeleton width="28px" height="20px" />}</span>
}
