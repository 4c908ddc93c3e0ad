import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Elements } from '../elements.ts'
import { Icon } from '../marks/icon.tsx'
import { asLeft } from '../lists/list-left.ts'
import { Box, Line, Row, Stack } from './layout.tsx'
import styles from './page-header.module.css'
import { PageHeading } from './page-heading.tsx'
import { SharedReasons } from '../actions/reasons-once.tsx'

type Props = {
  title: string
  lead?: ReactNode
  /** At most one accent action a view. */
  action?: ReactNode
  badge?: Elements
  /** The way up; to a list as it was left. */
  back?: { to: string; label: string }
}

export function PageHeader({ title, lead, action, badge, back }: Props) {
  return (
    <Stack as="header" gap={1} after={5} className={styles.header}>
      {back && (
        <Line as={Link} {...asLeft(back.to)} inline gap="half" align="center" tone="muted" className={styles.back}>
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
