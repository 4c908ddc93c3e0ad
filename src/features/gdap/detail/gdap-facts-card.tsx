import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { daysOf } from '../../../../domain/gdap/term/durations.ts'
import { endOf } from '../../../../domain/gdap/term/end.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { standingStatuses } from '../../../../domain/gdap/states.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { CopyButton } from '../../../ui/actions/copy-button.tsx'
import { Facts } from '../../../ui/looks/facts.tsx'
import { Line, Text } from '../../../ui/looks/layout.tsx'
import { Moment } from '../../../ui/text/relative-time.tsx'
import styles from './gdap-detail.module.css'

type Props = { relationship: GdapRelationshipDetail; provider: string | undefined; customerLink: string | undefined }

/** The relationship's facts. `customerLink` when the list has the customer. */
export function GdapFactsCard({ relationship, provider, customerLink }: Props) {
  const { t } = useWords()
  const { customer, partner, duration, createdDateTime, activatedDateTime, indirectProviderTenantId, id, status } = relationship
  const isOver = status === 'expired' || status === 'terminated'
  const moment = (at: string | null) => at && <Moment key={at} at={at} />
  const facts: [string, ReactNode][] = [
    [t('delegated-admin.facts.customer'), customer
      ? customerLink ? <Link key="customer" to={customerLink}>{customer.displayName}</Link> : customer.displayName
      : t('delegated-admin.facts.customer.any')],
    [t('delegated-admin.facts.tenant'), customer && <code translate="no" key="tenant">{customer.tenantId}</code>],
    [t('delegated-admin.facts.partner'), partner.displayName],
    [
      t('delegated-admin.facts.provider'),
      indirectProviderTenantId && <Provider key="provider" relationship={relationship} name={provider} />,
    ],
    [t('delegated-admin.facts.duration'), <Duration key="duration" duration={duration} />],
    [t('delegated-admin.facts.created'), moment(createdDateTime)],
    [t('delegated-admin.facts.activated'), moment(activatedDateTime)],
    [t(isOver ? 'delegated-admin.facts.ended' : 'delegated-admin.facts.ends'), moment(endOf(relationship))],
    [t('delegated-admin.facts.extends'), <AutoExtend key="extends" relationship={relationship} />],
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

function Provider({ relationship, name }: { relationship: GdapRelationshipDetail; name: string | undefined }) {
  const { t } = useWords()
  const { indirectProviderTenantId, isPartnerConsentPending, partner } = relationship
  return (
    <>
      {name === undefined ? <code translate="no">{indirectProviderTenantId}</code> : <span>{name}</span>}
      <Text as="span" tone="muted" text="caption" className={styles.because}>
        {t(isPartnerConsentPending ? 'delegated-admin.facts.consent.pending' : 'delegated-admin.facts.consent.given', {
          partner: partner.displayName,
        })}
      </Text>
    </>
  )
}

/** In days, and as sent if in another unit. */
function Duration({ duration }: { duration: string }) {
  const { t } = useWords()
  const days = daysOf(duration)
  return <span>{days === undefined ? duration : t('delegated-admin.facts.duration.days', { days, sent: duration })}</span>
}

function AutoExtend({ relationship }: { relationship: GdapRelationshipDetail }) {
  const { t } = useWords()
  const { status, autoExtendDuration, endsBecause } = relationship
  const isStanding = standingStatuses.includes(status)
  return (
    <>
      <span>{t(autoExtendDuration === 'P180D' ? 'delegated-admin.facts.extends.on' : 'delegated-admin.facts.extends.off')}</span>
      {isStanding && endsBecause && (
        <Text as="span" tone="muted" text="caption" className={styles.because}>
          {t(`delegated-admin.facts.ends_because.${endsBecause}`)}
        </Text>
      )}
    </>
  )
}
