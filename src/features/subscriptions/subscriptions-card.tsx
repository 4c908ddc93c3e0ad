import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Subscription } from '../../../domain/subscriptions/schemas.ts'
import { subscriptionsOf } from '../../api/shared-readings.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Tone } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { NotYet } from '../../ui/not-yet.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { GuidancePanel } from './guidance-panel.tsx'
import styles from './subscriptions.module.css'

const tones: Record<Subscription['status'], Tone> = {
  active: 'success', pending: 'waiting', suspended: 'caution', expired: 'danger', disabled: 'neutral', deleted: 'neutral',
}

/** What the customer has bought, wherever; each opens to what the partner may do with it. */
export function SubscriptionsCard({ tenantId }: { tenantId: string }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(subscriptionsOf(tenantId))
  return (
    <Card title={t('subscriptions.title')} flush>
      {!data ? <NotYet compact query={query}><div className={styles.loading}><SkeletonLines lines={5} height="36px" /></div></NotYet>
      : data.items.length === 0 ? (
        <EmptyState compact title={t('subscriptions.empty.title')}>{t('subscriptions.empty.text')}</EmptyState>
      ) : (
        <>
          <p className={styles.common}>{t('subscriptions.never_automatic')}</p>
          <ul className={styles.list}>
            {data.items.map((subscription) => <Row key={subscription.id} tenantId={tenantId} subscription={subscription} />)}
          </ul>
        </>
      )}
    </Card>
  )
}

function Row({ tenantId, subscription }: { tenantId: string; subscription: Subscription }) {
  const { t, formatDate, formatNumber } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { offerName, status, channel, billingType, kind, seller, quantity, partnerId, commitmentEndDate } = subscription
  return (
    <li>
      <details className={styles.row} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <Icon name="chevronRight" className={styles.chevron} />
          <span className={styles.name}>
            <bdi>{offerName}</bdi>
            <span className={styles.muted}>
              {t('subscriptions.from', {
                seller: seller?.displayName ?? t('subscriptions.no_seller'), channel: t(`subscriptions.channel.${channel}`),
              })}
            </span>
          </span>
          <span className={styles.muted}>
            {t(kind === 'subscription' ? `subscriptions.billing.${billingType}` : `subscriptions.kind.${kind}`)}
          </span>
          <Badge tone={tones[status]}>{t(`subscriptions.status.${status}`)}</Badge>
        </summary>
        <div className={styles.open}>
          <dl className={styles.facts}>
            <div><dt>{t('subscriptions.quantity')}</dt><dd>{formatNumber(quantity)}</dd></div>
            <div><dt>{t('subscriptions.partner_of_record')}</dt><dd>{partnerId ?? t('subscriptions.none')}</dd></div>
            <div>
              <dt>{t('subscriptions.term_end')}</dt>
              <dd>{commitmentEndDate ? formatDate(commitmentEndDate) : t('subscriptions.none')}</dd>
            </div>
          </dl>
          {isOpen && <GuidancePanel tenantId={tenantId} subscriptionId={subscription.id} />}
        </div>
      </details>
    </li>
  )
}
