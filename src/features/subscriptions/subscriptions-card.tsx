import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Subscription } from '../../../domain/subscriptions/schemas.ts'
import { subscriptionsOf } from '../../api/shared-readings.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { GuidancePanel } from './guidance-panel.tsx'
import styles from './subscriptions.module.css'

const tones: Record<Subscription['status'], Tone> = {
  active: 'success', pending: 'waiting', suspended: 'caution', expired: 'danger', disabled: 'neutral', deleted: 'neutral',
}

/** The customer's purchases, each opening to its guidance. */
export function SubscriptionsCard({ tenantId }: { tenantId: string }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(subscriptionsOf(tenantId))
  return (
    <Card title={t('subscriptions.title')} flush>
      {!data ? <NotYet compact query={query} pad={4} lines={5} height="36px" />
      : data.items.length === 0 ? (
        <EmptyState compact title={t('subscriptions.empty.title')}>{t('subscriptions.empty.text')}</EmptyState>
      ) : (
        <>
          <Text pad="0 4 3" tone="muted">{t('subscriptions.never_automatic')}</Text>
          <ul className={styles.list}>
            {data.items.map((subscription) => <SubscriptionRow key={subscription.id} tenantId={tenantId} subscription={subscription} />)}
          </ul>
        </>
      )}
    </Card>
  )
}

function SubscriptionRow({ tenantId, subscription }: { tenantId: string; subscription: Subscription }) {
  const { t, formatDate, formatNumber } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { offerName, status, channel, billingType, kind, seller, quantity, partnerId, commitmentEndDate } = subscription
  return (
    <li>
      <details className={styles.row} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <Columns as="summary" of="auto minmax(0, 1fr) minmax(90px, auto) auto" gap="1 3" align="center" pad="2 4"
          className={styles.summary}>
          <Icon name="chevronRight" tone="muted" className={styles.chevron} />
          <span className={styles.name}>
            <bdi>{offerName}</bdi>
            <Text as="span" tone="muted" text="caption">
              {t('subscriptions.from', {
                seller: seller?.displayName ?? t('subscriptions.no_seller'), channel: t(`subscriptions.channel.${channel}`),
              })}
            </Text>
          </span>
          <Text as="span" tone="muted" text="caption">
            {t(kind === 'subscription' ? `subscriptions.billing.${billingType}` : `subscriptions.kind.${kind}`)}
          </Text>
          <Badge tone={tones[status]}>{t(`subscriptions.status.${status}`)}</Badge>
        </Columns>
        <Stack gap={4} className={styles.open}>
          <Row as="dl" gap="2 6">
            <div><Text as="dt" tone="muted" text="caption">{t('subscriptions.quantity')}</Text><dd>{formatNumber(quantity)}</dd></div>
            <div>
              <Text as="dt" tone="muted" text="caption">{t('subscriptions.partner_of_record')}</Text>
              <dd>{partnerId ?? t('subscriptions.none')}</dd>
            </div>
            <div>
              <Text as="dt" tone="muted" text="caption">{t('subscriptions.term_end')}</Text>
              <dd>{commitmentEndDate ? formatDate(commitmentEndDate) : t('subscriptions.none')}</dd>
            </div>
          </Row>
          {isOpen && <GuidancePanel tenantId={tenantId} subscriptionId={subscription.id} />}
        </Stack>
      </details>
    </li>
  )
}
