import type { ReactNode } from 'react'
import styles from './facts.module.css'
import { Columns, Stack, Text } from './layout.tsx'

/** Names with values; omits those without. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <Stack as="dl" gap={2}>
      {facts.filter(([, value]) => Boolean(value)).map(([name, value]) => (
        <Columns key={name} of="minmax(120px, 1fr) 2fr" gap={3} className={styles.fact}>
          <Text as="dt" tone="muted">{name}</Text>
          <Text as="dd" breaks>{value}</Text>
        </Columns>
      ))}
    </Stack>
  )
}
