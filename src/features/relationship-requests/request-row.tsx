import { Link } from 'react-router'
import type { RelationshipRequest } from '../../../domain/relationship-requests/schemas.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import { Box, Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import rowStyles from '../../ui/lists/state-row.module.css'
import { joined } from '../../ui/joined.ts'
import { Moment, RelativeTime } from '../../ui/text/relative-time.tsx'
import { WordsOf } from '../../ui/text/words-of.tsx'
import styles from './requests.module.css'

export type RequestLinks = {
  invitation: (id: string) => string
  receipt: (id: string) => string
  customer: (tenantId: string) => string
  myPartners: string
}

type Props = { request: RelationshipRequest; isCustomer: boolean; links: RequestLinks }

const tones: Record<'open' | 'accepted' | 'declined' | 'closed', Tone> = {
  open: 'waiting', accepted: 'success', declined: 'danger', closed: 'neutral',
}

export function RequestRow({ request, isCustomer, links }: Props) {
  const { t } = useWords()
  const { partner, through, customer, answer, state, since, invitationId, receiptId, expiresAt, kind, asks, reason, canBeServed } = request
  const shown = answer ?? (state === 'open' ? 'open' : 'closed')
  const asked = kind === 'restore' ? 'admin' : asks.includes('delegated_admin') ? 'relationship_and_admin' : 'relationship'
  const name = isCustomer ? partner.displayName : (customer.displayName ?? t('requests.unknown_customer'))
  return (
    <Columns as="li" ruled="between" pad={4} of="minmax(0, 1fr) auto minmax(120px, auto)" gap="1 4" align="start"
      className={joined(rowStyles.row, styles.row)}>
      <Stack>
        <Text as="h2" text="strong" breaks><bdi>{name}</bdi></Text>
        {through && <Text as="span" tone="muted" text="caption" breaks>{t('requests.through', { reseller: through.displayName })}</Text>}
        {!isCustomer && <Text as="code" translate="no" tone="muted" text="caption" breaks>{customer.tenantId}</Text>}
      </Stack>
      <Badge tone={tones[shown]}>{t(canBeServed || answer ? `requests.state.${shown}` : 'requests.state.unserved')}</Badge>
      <Text as="span" tone="muted" text="caption" breaks className={rowStyles.since}><RelativeTime at={since} /></Text>
      <Text breaks>{t(`invitations.facts.asks.${asked}`)}</Text>
      {state === 'open' && (
        <>
          <Text breaks>{turnSentence(t, request, isCustomer)}</Text>
          <Text breaks><Moment at={expiresAt} within={(when) => t('requests.expires', { when })} /></Text>
        </>
      )}
      {!canBeServed && answer === null && <Text breaks>{t('requests.unserved', { partner: partner.displayName })}</Text>}
      {!isCustomer && reason !== null && <Box spans><WordsOf caption={t('ui.writes', { name })} text={reason} /></Box>}
      {!isCustomer && <Seen request={request} />}
      {(invitationId ?? receiptId) && (
        <Row as="p" gap="1 4">
          {invitationId && <Link to={links.invitation(invitationId)}>{t('requests.invitation')}</Link>}
          {receiptId && <Link to={links.receipt(receiptId)}>{t('requests.receipt')}</Link>}
          {answer === 'accepted' && !isCustomer && <Link to={links.customer(customer.tenantId)}>{t('invitations.next.customer')}</Link>}
          {answer === 'accepted' && isCustomer && <Link to={links.myPartners}>{t('app.nav.my_partners')}</Link>}
        </Row>
      )}
    </Columns>
  )
}

function turnSentence(t: Words['t'], { turn, partner, through }: RelationshipRequest, isCustomer: boolean): string {
  const names = { partner: partner.displayName, reseller: through?.displayName ?? '', sender: (through ?? partner).displayName }
  if (turn === 'customer') return t(isCustomer ? 'requests.turn.you' : 'requests.turn.customer', names)
  return t(turn === 'reseller' ? 'requests.turn.reseller' : 'requests.turn.provider', names)
}

/** Whether somebody of the customer has opened the page signed in. */
function Seen({ request: { firstSeenAt, lastSeenAt } }: { request: RelationshipRequest }) {
  const { t } = useWords()
  return (
    <Text tone="muted" text="caption" breaks>
      {firstSeenAt ? <RelativeTime at={lastSeenAt ?? firstSeenAt} within={(when) => t('requests.seen', { when })} />
        : t('requests.not_seen')}
    </Text>
  )
}
