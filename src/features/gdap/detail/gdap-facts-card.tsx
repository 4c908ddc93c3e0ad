import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { isOver } from '../../../../domain/gdap/granted-facts.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { standingStatuses } from '../../../../domain/gdap/states.ts'
import { daysOf } from '../../../../domain/gdap/term/durations.ts'
import { endOf } from '../../../../domain/gdap/term/end.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { CopyButton } from '../../../ui/actions/copy-button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Facts } from '../../../ui/looks/facts.tsx'
import { Line, Text } from '../../../ui/looks/layout.tsx'
import { Moment } from '../../../ui/text/relative-time.tsx'
import styles from './gdap-detail.module.css'

type Props = { relationship: GdapRelationshipDetail; provider: string | undefined; customerLink: string | undefined }

/** The relationship's facts. `customerLink` when the list has the customer. */
export function GdapFactsCard({ relationship, provider, customerLink }: Props) {
  const { t } = useWords()
  const { id, status, customer, partner, duration, createdDateTime, activatedDateTime } = relationship
  const { indirectProviderTenantId, isPartnerConsentPending, autoExtendDuration, endsBecause } = relationship
  const days = daysOf(duration)
  const moment = (at: string | null) => at && <Moment key={at} at={at} />
  const facts: [string, ReactNode][] = [
    [t('delegated-admin.facts.customer'), customer
      ? customerLink ? <Link key="customer" to={customerLink}>{customer.displayName}</Link> : customer.displayName
      : t('delegated-admin.facts.customer.any')],
    [t('delegated-admin.facts.tenant'), customer && <code translate="no" key="tenant">{customer.tenantId}</code>],
    [t('delegated-admin.facts.partner'), partner.displayName],
    [t('delegated-admin.facts.provider'), indirectProviderTenantId && (
      <Because key="provider" why={
        t(`delegated-admin.facts.consent.${isPartnerConsentPending ? 'pending' : 'given'}`, { partner: partner.displayName })
      }>
        {provider === undefined ? <code translate="no">{indirectProviderTenantId}</code> : <span>{provider}</span>}
      </Because>
    )],
    // In days, and as sent if in another unit.
    [t('delegated-admin.facts.duration'), (
      <span key="duration">{days === undefined ? duration : t('delegated-admin.facts.duration.days', { days, sent: duration })}</span>
    )],
    [t('delegated-admin.facts.created'), moment(createdDateTime)],
    [t('delegated-admin.facts.activated'), moment(activatedDateTime)],
    [t(isOver(relationship) ? 'delegated-admin.facts.ended' : 'delegated-admin.facts.ends'), moment(endOf(relationship))],
    [t('delegated-admin.facts.extends'), (
      <Because key="extends" why={
        standingStatuses.includes(status) && endsBecause && t(`delegated-admin.facts.ends_because.${endsBecause}`)
      }>
        <span>{t(autoExtendDuration === 'P180D' ? 'delegated-admin.facts.extends.on' : 'delegated-admin.facts.extends.off')}</span>
      </Because>
    )],
    [t('delegated-admin.facts.id'), (
      <Line as="span" key="id" gap={1} align="start" className={styles.id}>
        <code translate="no">{id}</code><CopyButton text={id} label={t('delegated-admin.facts.id.copy')} iconOnly />
      </Line>
    )],
  ]
  return (
    <Card title={t('delegated-admin.facts')}>
      <Facts facts={facts} />
    </Card>
  )
}

/** A fact, and under it why it is so. */
function Because({ why, children }: { why: string | false | null; children: Elements }) {
  return (
    <>
      {children}
      {why && <Text as="span" tone="muted" text="caption" className={styles.because}>{why}</Text>}
    </>
  )
}
