import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { RelationshipRequest } from '../../domain/relationship-requests/schemas.ts'
import { paths } from '../app/paths.ts'
import { useWords } from '../i18n/use-words.ts'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { joined } from '../ui/joined.ts'
import { NotYet } from '../ui/not-yet.tsx'
import styles from './home-of-customer.module.css'
import { homeQueries } from './home-queries.ts'

/** The invitations that nobody of the organisation has answered: whose, what for, until when; nothing when there are none. */
export function OpenInvitations() {
  const { t } = useWords()
  const { data, ...query } = useQuery(homeQueries.openRequests())
  if (!data) return <NotYet compact query={query}>{null}</NotYet>
  if (data.items.length === 0) return null
  const more = data.nextCursor !== null && <Link to={paths.requests()}>{t('home.waiting.all')}</Link>
  return (
    <Card title={t('home.customer.invitations')} flush action={more}>
      <ul className={styles.answers}>{data.items.map((each) => <Open key={each.id} request={each} />)}</ul>
      <p className={styles.hint}>{t('home.customer.invitations.how')}</p>
    </Card>
  )
}

function Open({ request: { partner, through, asks, kind, expiresAt } }: { request: RelationshipRequest }) {
  const { t, formatDateTime } = useWords()
  const asked = kind === 'restore' ? 'admin' : asks.includes('delegated_admin') ? 'relationship_and_admin' : 'relationship'
  return (
    <li className={joined(styles.answer, styles.open)}>
      <div className={styles.whom}>
        <Link to={paths.requests()} className={styles.name}><bdi>{partner.displayName}</bdi></Link>
        <p className={styles.by}>{t(`invitations.facts.asks.${asked}`)}</p>
        {through && <p className={styles.by}>{t('home.waiting.through', { organization: through.displayName })}</p>}
      </div>
      <Badge tone="waiting">{t('home.waiting.until', { date: formatDateTime(expiresAt) })}</Badge>
    </li>
  )
}
