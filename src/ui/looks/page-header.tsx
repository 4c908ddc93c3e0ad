import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { Elements } from '../elements.ts'
import { takeHeadingFocus } from '../focus/heading-focus.ts'
import { Icon } from '../marks/icon.tsx'
import { Box, Line, Row, Stack } from './layout.tsx'
import styles from './page-header.module.css'
import { SharedReasons } from '../actions/reasons-once.tsx'

type Props = {
  title: string
  lead?: ReactNode
  /** At most one accent action a view. */
  action?: ReactNode
  badge?: Elements
  back?: { to: string; label: string }
}

/** The page's name: the document's title, its h1, and the focus of a navigation. */
export function PageHeading({ title, className }: { title: string; className?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (takeHeadingFocus()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <title>{`${title} · Tessera`}</title>
      <h1 ref={heading} tabIndex={-1} className={className}>{title}</h1>
    </>
  )
}

export function PageHeader({ title, lead, action, badge, back }: Props) {
  return (
    <Stack as="header" gap={1} after={5} className={styles.header}>
      {back && (
        <Line as={Link} to={back.to} inline gap="half" align="center" tone="muted" className={styles.back}>
          <Icon name="chevronLeft" /><span>{back.label}</span>
        </Line>
      )}
      <Row gap="2 6" align="start" justify="between" className={styles.row}>
        <div className={styles.words}>
          <Row gap="1 3" align="center" className={styles.name}>
            <PageHeading title={title} />
            {badge}
          </Row>
          {lead && <Box before={1} tone="muted" measure={76}>{lead}</Box>}
        </div>
        {action && <Row gap={2} className={styles.action}>{action}</Row>}
      </Row>
      <SharedReasons />
    </Stack>
  )
}
