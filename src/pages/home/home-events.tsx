import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import { paths } from '../../app/paths.ts'
import { useWords, type Values } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Box, Row, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import styles from './home-events.module.css'
import { homeQueries } from './home-queries.ts'

/** The organisation's latest audit entries. */
export function HomeEvents() {
  const { t } = useWords()
  const { data, ...query } = useQuery(homeQueries.events())
  return (
    <Card title={t('home.events.title')} flush>
      {data ? (
        data.items.length > 0
          ? <Box as="ol" pad="0 0 2">{data.items.map((event) => <Event key={event.id} event={event} />)}</Box>
          : <EmptyState compact title={t('home.events.empty')} />
      ) : <NotYet compact query={query} pad="3 4 4" lines={6} height="28px" />}
    </Card>
  )
}

const addresses = new Map([
  ['invitations', paths.invitation], ['customers', paths.customer], ['receipts', paths.receipt], ['delegated-admin', paths.gdap],
])

/** These leave nothing to link to. */
const gone = ['gdap.deleted', 'gdap.rejected']

const valuesOf = ({ details }: AuditEvent): Values =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]))

/** Authors of entries without a signed-in person: the schedule, time, or the link's holder. */
function nobodyOf(action: string) {
  if (action === 'invitation.reminded' || action === 'invitation.reseller_reminded') return 'home.event.by_schedule'
  return action.startsWith('gdap.') ? 'home.event.by_itself' : 'home.event.by_link_holder'
}

function Event({ event }: { event: AuditEvent }) {
  const { t, tOr } = useWords()
  const { action, by: person, organizationName: organization, at, about } = event
  const what = tOr(`home.event.${action}`, action, valuesOf(event))
  const address = gone.includes(action) ? undefined : addresses.get(event.noun)?.(event.nounId)
  const { relationship } = event.details
  return (
    <li className={styles.event}>
      <Text as="div" breaks>{address ? <Link to={address} className={styles.link}>{what}</Link> : what}</Text>
      <Row gap="0 3" tone="muted" text="caption" breaks>
        {about !== null && <bdi>{about}</bdi>}
        {typeof relationship === 'string' && <span>{relationship}</span>}
        <span>
          {person ? t('home.event.by', { person, organization })
            : t(nobodyOf(action))}
        </span>
        <RelativeTime at={at} />
      </Row>
    </li>
  )
}
