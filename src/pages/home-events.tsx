import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { AuditEvent } from '../../domain/audit/schemas.ts'
import { paths } from '../app/paths.ts'
import { useWords, type Values } from '../i18n/use-words.ts'
import { Card } from '../ui/card.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/states.tsx'
import styles from './home-events.module.css'
import { homeQueries } from './home-queries.ts'

/** What happened last in the organisation's sight, by whom. */
export function HomeEvents() {
  const { t } = useWords()
  const { data, error, refetch, isFetching } = useQuery(homeQueries.events())
  return (
    <Card title={t('home.events.title')} flush>
      {data ? (
        data.items.length > 0
          ? <ol className={styles.events}>{data.items.map((event) => <Event key={event.id} event={event} />)}</ol>
          : <EmptyState compact title={t('home.events.empty')} />
      ) : error ? <ErrorState compact error={error} retrying={isFetching} onRetry={() => void refetch()} />
        : <div className={styles.loading}><SkeletonLines lines={6} height="28px" /></div>}
    </Card>
  )
}

const addressOf = ({ noun, nounId }: AuditEvent): string | undefined =>
  noun === 'invitations' ? paths.invitation(nounId) : noun === 'customers' ? paths.customer(nounId) : noun === 'receipts' ? paths.receipt(nounId) : undefined

function Event({ event }: { event: AuditEvent }) {
  const { t, tOr } = useWords()
  const details: Values = Object.fromEntries(Object.entries(event.details).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]))
  const what = tOr(`home.event.${event.action}`, event.action, details)
  const address = addressOf(event)
  return (
    <li className={styles.event}>
      <div className={styles.what}>{address ? <Link to={address} className={styles.link}>{what}</Link> : what}</div>
      <div className={styles.who}>
        <span>{event.by ? t('home.event.by', { person: event.by, organization: event.organizationName }) : t('home.event.by_link_holder')}</span>
        <RelativeTime at={event.at} />
      </div>
    </li>
  )
}
