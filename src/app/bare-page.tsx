import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Line } from '../ui/looks/layout.tsx'
import { Mark } from '../ui/marks/mosaic.tsx'
import styles from './bare-page.module.css'
import { PageMenus } from './frame/page-menus.tsx'
import { paths } from './paths.ts'

type Props = {
  children: ReactNode
  width?: 'medium' | 'wide'
  /** The skip link's target; another id where a hidden page has that too. */
  id?: string
}

/** A page without navigation: logo, language, theme and one column. */
export function BarePage({ children, width = 'medium', id = 'main' }: Props) {
  return (
    <div className={styles.page}>
      <Line as="header" gap={2} align="center" justify="between" className={styles.bar}>
        <Line as={Link} to={paths.home} gap={2} align="center" className={styles.mark}><Mark /> <span>Tessera</span></Line>
        <Line><PageMenus /></Line>
      </Line>
      <main id={id} tabIndex={-1} className={`${styles.main} ${styles[width]}`}>{children}</main>
    </div>
  )
}
