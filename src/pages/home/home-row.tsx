import { Link } from 'react-router'
import type { Elements } from '../../ui/elements.ts'
import { joined } from '../../ui/joined.ts'
import { Line, Text } from '../../ui/looks/layout.tsx'
import rowStyles from '../../ui/lists/whole-row.module.css'
import styles from './home-of-customer.module.css'

type Props = { to: string; name: string; lines: readonly (string | null)[]; folds?: boolean; children: Elements }

/** A row that leads where its name does; one that `folds` has its end below the name on a phone. */
export const HomeRow = ({ to, name, lines, folds, children }: Props) => (
  <Line as="li" gap={4} align="center" justify="between" ruled="between" pad="2 4" className={joined(rowStyles.row, folds && styles.open)}>
    <div className={styles.whom}>
      <Link to={to} className={rowStyles.name}><bdi>{name}</bdi></Link>
      {lines.map((line) => (line === null ? null : <Text key={line} tone="muted" text="caption">{line}</Text>))}
    </div>
    {children}
  </Line>
)
