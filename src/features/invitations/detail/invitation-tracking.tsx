import type { ReactNode } from 'react'
import type { InvitationDetail } from '../../../../domain/invitations/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Facts } from '../../../ui/looks/facts.tsx'
import { Box } from '../../../ui/looks/layout.tsx'
import { RelativeTime } from '../../../ui/text/relative-time.tsx'

/** Traces from the customer's side, without names or addresses. */
export function InvitationTracking({ tracking }: Pick<InvitationDetail, 'tracking'>) {
  const { t, formatDateTime } = useWords()
  const { fetchedCount, firstOpenedAt, lastOpenedAt, signedInAt, handedToAdminAt, confirmedAt } = tracking
  const moment = (at: string | null): ReactNode => (at ? <RelativeTime at={at} /> : t('tracking.not_yet'))
  const facts: [string, ReactNode][] = [
    [t('tracking.fetched'), t('tracking.fetched.count', { count: fetchedCount })],
    [t('tracking.first_opened'), moment(firstOpenedAt)],
    ...(lastOpenedAt === firstOpenedAt ? [] : [[t('tracking.last_opened'), moment(lastOpenedAt)] satisfies [string, ReactNode]]),
    [t('tracking.signed_in'), moment(signedInAt)],
    [t('tracking.handed'), moment(handedToAdminAt)],
    [t('tracking.confirmed'), confirmedAt ? t('tracking.confirmed.says', { date: formatDateTime(confirmedAt) }) : t('tracking.not_yet')],
  ]
  return (
    <Card title={t('tracking.title')}>
      <Facts facts={facts} />
      <Box as="p" before={3} tone="muted" text="caption">{t('tracking.fetched.hint')}</Box>
    </Card>
  )
}
