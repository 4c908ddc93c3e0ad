import { useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { Link } from 'react-router'
import type { ExpiryBoard as Board, GdapView } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Box, Columns, Line, Marked, Stack, Text } from '../../../ui/looks/layout.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { Skeleton } from '../../../ui/waiting/skeleton.tsx'
import { gdapQueries } from '../gdap-queries.ts'
import styles from './expiry-board.module.css'
import { barLengths, columnMarks, type ExpiryColumn, expiryColumns, renewals, viewOfColumn } from './expiry-columns.ts'

type Props = { view: GdapView; linkTo: (view: GdapView) => string }

const nothing = Object.fromEntries(expiryColumns.map((column) => [column, 0])) as Record<ExpiryColumn, number>

/** Columns and two counts of when access ends, each a link to its relationships. */
export function ExpiryBoard({ view, linkTo }: Props) {
  const { t } = useWords()
  const { data, ...query } = useQuery(gdapQueries.board())
  if (!data && query.error) return <Box card pad="2 3" after={3}><NotYet compact query={query} /></Box>
  const lengths = data ? barLengths(data) : nothing
  return (
    <Columns as="section" of="minmax(0, 5fr) minmax(220px, 2fr)" below={900} gap="0 4" card pad="2 3" after={3} fixed numbers
      className={styles.board} aria-label={t('gdap-board.chart')} aria-busy={data === undefined}>
      <Columns as="ul" of="repeat(5, minmax(0, 1fr))" below={640} gap={1} className={styles.columns}>
        {expiryColumns.map((column) => (
          <li key={column} data-column={column}>
            <Link to={linkTo(viewOfColumn(column))} preventScrollReset className={styles.column}
              aria-current={view.bucket === column ? 'true' : undefined}>
              <Count board={data} of={column} />
              <Line as="span" align="end" justify="center" className={styles.track} aria-hidden="true">
                <span className={styles.bar} style={{ '--length': lengths[column] } as CSSProperties} />
              </Line>
              <Text as="span" tone="muted" text="caption" breaks className={styles.label}>
                <Icon name={columnMarks[column]} size={14} className={styles.mark} /><span>{t(`gdap-board.column.${column}`)}</span>
              </Text>
            </Link>
          </li>
        ))}
      </Columns>
      <ul className={styles.tiles}>
        {renewals.map(({ id, count, view: behind, icon }) => (
          <Stack as="li" key={id}>
            <Marked as={Link} to={linkTo({ ...behind, sort: 'endDateTime' })} preventScrollReset grow gap={3} align="center"
              pad="1 2" className={styles.tile}
              aria-current={(id === 'ends' ? view.ends : view.blockedBy) ? 'true' : undefined}>
              <Count board={data} of={count} />
              <Text as="span" tone="muted" text="caption" breaks className={styles.label}>
                <Icon name={icon} size={14} className={styles.mark} /><span>{t(`gdap-board.renewal.${id}`)}</span>
              </Text>
            </Marked>
          </Stack>
        ))}
      </ul>
      <ExpiryTable board={data} />
    </Columns>
  )
}

function Count({ board, of }: { board: Board | undefined; of: keyof Board }) {
  const { formatNumber } = useWords()
  return (
    <Text as="span" text="title" className={styles.count}>
      {board ? formatNumber(board[of]) : <Skeleton width="28px" height="20px" />}
    </Text>
  )
}

/** The chart's numbers as a table, with placeholders while loading. */
function ExpiryTable({ board }: { board: Board | undefined }) {
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
