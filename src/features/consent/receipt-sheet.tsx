import type { ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { joined } from '../../ui/joined.ts'
import { Facts } from '../../ui/looks/facts.tsx'
import { Box, Stack, Text } from '../../ui/looks/layout.tsx'
import styles from './receipt.module.css'

type Props = {
  /** The title of a receipt within another page. */
  title?: string
  head: Elements
  at: string
  by: readonly [name: string, person: string]
  tenant: { displayName: string; tenantId: string } | null
  partner: string
  /** Further facts. */
  facts: readonly (readonly [name: string, value: ReactNode])[]
  number: string
  note?: Elements
  granted: Elements
  unchanged: Elements
  children?: Elements
}

const Name = ({ children }: { children: string }) => <bdi translate="no">{children}</bdi>

/** The customer's receipt, made for printing: who answered what and when, what was granted until when, what stayed unchanged. */
export function ReceiptSheet({ title, head, at, by, tenant, partner, facts, number, note, granted, unchanged, children }: Props) {
  const { t } = useWords()
  const Heading = title ? 'h3' : 'h2'
  const size = title ? {} : { text: 'lead' as const }
  return (
    <Stack as="article" gap={5} card pad={5} className={joined(styles.receipt, !title && styles.sheet)}
      aria-labelledby={title ? 'receipt-title' : 'receipt-facts'}>
      {title ? <div><Text as="h2" text="title" id="receipt-title">{title}</Text>{head}</div> : head}
      <Facts id="receipt-facts" facts={[
        [t('acceptance.receipt.at'), at],
        by,
        [t('acceptance.receipt.tenant'), tenant && <Name key="tenant">{tenant.displayName}</Name>],
        [t('acceptance.account.tenant_id'), tenant?.tenantId],
        [t('acceptance.receipt.inviter'), <Name key="partner">{partner}</Name>],
        ...facts,
        [t('acceptance.receipt.number'), number],
      ]} />
      {note}
      {/* A surrounding page shows the grants itself. */}
      <Text as="section" {...size} className={title && styles.onPaper}><Heading>{t('acceptance.receipt.granted')}</Heading>{granted}</Text>
      <Text as="section" {...size}><Heading>{t('acceptance.receipt.unchanged')}</Heading>{unchanged}</Text>
      {children}
      <Box onScreen>
        <Button icon="print" {...(!title && { variant: 'accent', size: 'large' })} onPress={() => window.print()}>
          {t('acceptance.receipt.print')}
        </Button>
      </Box>
    </Stack>
  )
}
