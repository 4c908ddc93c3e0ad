import type { ReactNode } from 'react'
import styles from './facts.module.css'
import { Columns, type Looks, Row, Stack, Text } from './layout.tsx'

type Props = Looks & {
  facts: readonly (readonly [name: string, value: ReactNode])[]
  /** The columns of a name and its value; null where they follow each other. */
  of?: string | null
  id?: string
  className?: string | undefined
}

/** Names with values; omits those without. */
export function Facts({ facts, of = 'minmax(120px, 1fr) 2fr', ...list }: Props) {
  return (
    <Stack as="dl" gap={2} {...list}>
      {facts.filter(([, value]) => Boolean(value)).map(([name, value]) => {
        const pair = [<Text key="name" as="dt" tone="muted">{name}</Text>, <Text key="value" as="dd" breaks>{value}</Text>]
        return of === null
          ? <Row key={name} gap="0 2">{pair}</Row>
          : <Columns key={name} of={of} gap={3} className={styles.fact}>{pair}</Columns>
      })}
    </Stack>
  )
}
