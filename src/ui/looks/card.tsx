import { useId } from 'react'
import styles from './card.module.css'
import type { Elements } from '../elements.ts'
import { joined } from '../joined.ts'
import { Box, Row, Text } from './layout.tsx'
import { ReasonsOnce, SharedReasons } from '../actions/reasons-once.tsx'

type Props = { title?: string; action?: Elements; children: Elements; flush?: boolean; className?: string }

/** A titled region; `flush` lets a table or list reach its edges. */
export function Card({ title, action, children, flush = false, className }: Props) {
  const id = useId()
  return (
    <Box as="section" card className={joined(styles.card, className)} aria-labelledby={title ? id : undefined}>
      {title && (
        <Row gap="1 3" align="center" justify="between" pad="3 4 2" className={styles.head}>
          <Text as="h2" text="title" breaks id={id}>{title}</Text>
          {action}
        </Row>
      )}
      <ReasonsOnce>
        <div className={flush ? styles.flush : styles.body}><SharedReasons />{children}</div>
      </ReasonsOnce>
    </Box>
  )
}
