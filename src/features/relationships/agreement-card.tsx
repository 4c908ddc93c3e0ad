import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, useState } from 'react'
import type { Agreement } from '../../../domain/agreements/schemas.ts'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Address } from '../../ui/text/address.tsx'
import { Badge } from '../../ui/marks/badge.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { LatePart } from '../../ui/waiting/late-part.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { ReasonOnce } from '../../ui/actions/reasons-once.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { relationshipQueries } from './relationship-requests.ts'

const AttestationDialog = lazy(() => import('./attestation-dialog.tsx').then((module) => ({ default: module.AttestationDialog })))

/** Whether the customer has accepted the Microsoft Customer Agreement, how that is known, and how to attest it (BR-66 to BR-69). */
export function AgreementCard({ customer }: { customer: Customer }) {
  const { t } = useWords()
  const agreement = useQuery(relationshipQueries.agreement(customer.id))
  const capabilities = useQuery(relationshipQueries.capabilities(customer.id))
  const may = capabilities.data?.items.find(({ action }) => action === 'attest_agreement')?.verdict as Verdict | undefined
  const missing = [agreement, capabilities].filter(({ data }) => !data)
  const asked = missing.find(({ error }) => error) ?? missing[0] ?? agreement
  return (
    <Card title={t('agreements.title')}>
      {!agreement.data || !may ? <NotYet compact query={asked} lines={3} />
        : agreement.data.status === 'accepted' ? <Accepted agreement={agreement.data} />
        : agreement.data.applies ? <Missing customer={customer} may={may} />
        : !may.allowed && <ReasonOnce refusal={may} />}
    </Card>
  )
}

function Accepted({ agreement: { by, contact, dateAgreed } }: { agreement: Agreement }) {
  const { t, formatDate } = useWords()
  const name = contact && t('agreements.name', { firstName: contact.firstName, lastName: contact.lastName })
  const facts: [fact: string, value: ReactNode][] = [
    [t('agreements.date'), dateAgreed && formatDate(`${dateAgreed}T00:00`)],
    [t('agreements.contact'), contact && <bdi key="contact">{name}</bdi>],
    [t('agreements.field.email'), contact && <Address key="email" email={contact.email} />],
    [t('agreements.field.phoneNumber'), contact?.phoneNumber && <bdi key="phone">{contact.phoneNumber}</bdi>],
  ]
  return (
    <Stack gap={3} align="start">
      <Badge tone="success">{t(by === 'customer' ? 'agreements.by.customer' : 'agreements.by.partner')}</Badge>
      <Stack as="dl" gap={2}>
        {facts.filter(([, value]) => Boolean(value)).map(([fact, value]) => (
          <div key={fact}>
            <Text as="dt" tone="muted" text="caption">{fact}</Text>
            <Text as="dd" breaks>{value}</Text>
          </div>
        ))}
      </Stack>
    </Stack>
  )
}

function Missing({ customer, may }: { customer: Customer; may: Verdict }) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState<boolean>()
  return (
    <Stack gap={3} align="start">
      <Badge tone="caution">{t('agreements.none')}</Badge>
      <p><span>{t('agreements.none.text')}</span> <RuleLink rule="BR-68" /></p>
      <ActionButton icon="document" verdict={may} onPress={() => setAsking(true)}>{t('agreements.attest')}</ActionButton>
      {isAsking !== undefined && (
        <LatePart onClose={() => setAsking(undefined)}>
          <AttestationDialog isOpen={isAsking} tenantId={customer.id} customer={customer.companyProfile.companyName}
            onClose={() => setAsking(false)} />
        </LatePart>
      )}
    </Stack>
  )
}
