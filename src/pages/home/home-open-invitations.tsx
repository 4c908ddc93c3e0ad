import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { RelationshipRequest } from '../../../domain/relationship-requests/schemas.ts'
import { paths } from '../../app/paths.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/marks/badge.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { joined } from '../../ui/joined.ts'
import { Box, Line, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import rowStyles from '../../ui/lists/whole-row.module.css'
import styles from './home-of-customer.module.css'
import { homeQueries } from './home-queries.ts'

/** Invitations that nobody of the organisation has answered. */
export function OpenInvitations() {
  const { t } = useWords()
  const { data, ...query } = useQuery(homeQueries.openRequests())
  if (!data) return <NotYet compact query={query}>{null}</NotYet>
  if (data.items.length === 0) return null
  const more = data.nextCursor !== null && <Link to={paths.requests()}>{t('home.waiting.all')}</Link>
  return (
    <Card title={t('home.customer.invitations')} flush action={more}>
      <Box as="ul" ruled="before">{data.items.map((each) => <Open key={each.id} request={each} />)}</Box>
      <Text pad="2 4 3" tone="muted">{t('home.customer.invitations.how')}</Text>
    </Card>
  )
}

function Open({ request: { partner, through, asks, kind, expiresAt } }: { request: RelationshipRequest }) {
  const { t, formatDateTime } = useWords()
  const asked = kind === 'restore' ? 'admin' : asks.includes('delegated_admin') ? 'relationship_and_admin' : 'relationship'
  return (
    <Line as="li" gap={4} align="center" justify="between" ruled="between" pad="2 4" className={joined(rowStyles.row, styles.open)}>
      <div className={styles.whom}>
        <Link to={paths.requests()} className={rowStyles.name}><bdi>{partner.displayName}</bdi></Link>
        <Text tone="muted" text="caption" className={styles.by}>{t(`invitations.facts.asks.${asked}`)}</Text>
        {through && (
          <Text tone="muted" text="caption" className={styles.by}>
            {t('home.waiting.through', { organization: through.displayName })}
          </Text>
        )}
      </div>
      <Badge tone="waiting">{t('home.waiting.until', { date: formatDateTime(expiresAt) })}</Badge>
    </Line>
  )
}
