import { useQuery } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import type { Agreement } from '../../../domain/agreements/schemas.ts'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Address } from '../../ui/address.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { LatePart } from '../../ui/late-part.tsx'
import { NotYet } from '../../ui/not-yet.tsx'
import { ReasonOnce } from '../../ui/reasons-once.tsx'
import { RuleLink } from '../../ui/rule-link.tsx'
import styles from './agreement.module.css'
import { relationshipQueries } from './relationship-requests.ts'

const AttestationDialog = lazy(() => import('./attestation-dialog.tsx').then((module) => ({ default: module.AttestationDialog })))

/** Whether the customer has accepted the Microsoft Customer Agreement, by whom that is known, and how it becomes known (BR-66 to BR-69). */
export function AgreementCard({ customer }: { customer: Customer }) {
  const { t } = useWords()
  const agreement = useQuery(relationshipQueries.agreement(customer.id))
  const capabilities = useQuery(relationshipQueries.capabilities(customer.id))
  const may = capabilities.data?.items.find(({ action }) => action === 'attest_agreement')?.verdict as Verdict | undefined
  const asked = [agreement, capabilities].find(({ error, data }) => error && !data) ?? agreement
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
  return (
    <div className={styles.agreement}>
      <Badge tone="success">{t(by === 'customer' ? 'agreements.by.customer' : 'agreements.by.partner')}</Badge>
      <dl className={styles.facts}>
        {dateAgreed && <div><dt>{t('agreements.date')}</dt><dd>{formatDate(`${dateAgreed}T00:00`)}</dd></div>}
        {contact && (
          <>
            <div>
              <dt>{t('agreements.contact')}</dt>
              <dd><bdi>{t('agreements.name', { firstName: contact.firstName, lastName: contact.lastName })}</bdi></dd>
            </div>
            <div><dt>{t('agreements.field.email')}</dt><dd><Address email={contact.email} /></dd></div>
            {contact.phoneNumber && <div><dt>{t('agreements.field.phoneNumber')}</dt><dd><bdi>{contact.phoneNumber}</bdi></dd></div>}
          </>
        )}
      </dl>
    </div>
  )
}

function Missing({ customer, may }: { customer: Customer; may: Verdict }) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState<boolean>()
  return (
    <div className={styles.agreement}>
      <Badge tone="caution">{t('agreements.none')}</Badge>
      <p><span>{t('agreements.none.text')}</span> <RuleLink rule="BR-68" /></p>
      <ActionButton icon="document" verdict={may} onPress={() => setAsking(true)}>{t('agreements.attest')}</ActionButton>
      {isAsking !== undefined && (
        <LatePart onClose={() => setAsking(undefined)}>
          <AttestationDialog isOpen={isAsking} tenantId={customer.id} customer={customer.companyProfile.companyName}
            onClose={() => setAsking(false)} />
        </LatePart>
      )}
    </div>
  )
}
