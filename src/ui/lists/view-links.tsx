import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { joined } from '../joined.ts'
import { Row } from '../looks/layout.tsx'
import styles from './view-links.module.css'

type Props<View> = {
  label: string
  views: readonly View[]
  view: View
  linkTo: (view: View) => string
  wordOf: (view: View) => ReactNode
  className?: string | undefined
}

/** Links to a screen's views, each with its own address. */
export function ViewLinks<View extends string | undefined>({ label, views, view, linkTo, wordOf, className }: Props<View>) {
  return (
    <Row as="nav" aria-label={label} gap={1} className={joined(styles.views, className)}>
      {views.map((each) => (
        <Link key={each ?? ''} to={linkTo(each)} replace aria-current={each === view ? 'page' : undefined}>{wordOf(each)}</Link>
      ))}
    </Row>
  )
}
