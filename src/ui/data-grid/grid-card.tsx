import { memo } from 'react'
import { Link } from 'react-router'
import { Box, Columns, Line, Row, Stack, Text } from '../looks/layout.tsx'
import styles from './grid-cards.module.css'
import { type GridColumn, headingColumn } from './grid-column.ts'
import type { DrawnRow } from './grid-rows.ts'

/** `size` of the whole list; -1 while unknown. */
type Props<Row> = DrawnRow<Row> & { size: number; measure: (element: HTMLElement | null) => void }

function PlainCard<Row>({ index, start, row, link, columns, size, measure }: Props<Row>) {
  const heading = headingColumn(columns)
  const [choice] = columns.slice(0, heading)
  const [first, ...others] = columns.slice(heading)
  return (
    <Box
      role="listitem" aria-setsize={size} aria-posinset={index + 1} aria-busy={row === undefined || undefined}
      data-index={index} ref={measure} card pad={3} numbers className={styles.card} style={{ transform: `translateY(${start}px)` }}
    >
      {choice && row !== undefined
        ? <Line gap={1} className={styles.head}><div>{choice.cell(row)}</div><CardHead row={row} link={link} column={first} /></Line>
        : <CardHead row={row} link={link} column={first} />}
      <Stack as="dl" gap={1} before={1}>
        {others.map((column) => (
          <Columns key={column.id} of="104px minmax(0, 1fr)" gap={2} className={styles.fact}>
            <dt>{column.header}</dt>
            <Text as="dd" breaks>{row === undefined ? <span className={styles.skeleton} /> : column.cell(row)}</Text>
          </Columns>
        ))}
      </Stack>
    </Box>
  )
}

function CardHead<Row>({ row, link, column }: Pick<Props<Row>, 'row' | 'link'> & { column: GridColumn<Row> | undefined }) {
  if (row === undefined || column === undefined) return <span className={styles.skeleton} />
  return link === undefined
    ? <Row align="center" text="strong" breaks className={styles.link}>{column.cell(row)}</Row>
    : <Row as={Link} to={link} align="center" text="strong" breaks className={styles.link}>{column.cell(row)}</Row>
}

export const GridCard = memo(PlainCard) as typeof PlainCard
