import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { TenantClaim } from '../../../domain/relationships/schemas.ts'
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

/** Partners' claims on the organisation, neither confirmed nor disputed. */
export function OpenClaims({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(homeQueries.openClaims())
  if (!data) return <NotYet compact query={query}>{null}</NotYet>
  if (data.items.length === 0) return null
  const more = data.nextCursor !== null && <Link to={paths.myPartners}>{t('home.waiting.all')}</Link>
  return (
    <Card title={t('home.customer.claims')} flush action={more}>
      <Box as="ul" ruled="before">{data.items.map((claim) => <Claim key={claim.id} claim={claim} />)}</Box>
      <Text pad="2 4 3" tone="muted">{t(isAdmin ? 'home.customer.claims.how' : 'home.customer.claims.how.user')}</Text>
    </Card>
  )
}

function Claim({ claim: { partner, since, hasAdminRights } }: { claim: TenantClaim }) {
  const { t, formatDate } = useWords()
  const said = hasAdminRights ? 'home.customer.claims.said_with_rights' : 'home.customer.claims.said'
  return (
    <Line as="li" gap={4} align="center" justify="between" ruled="between" pad="2 4" className={joined(rowStyles.row, styles.open)}>
      <div className={styles.whom}>
        <Link to={paths.myPartners} className={rowStyles.name}><bdi>{partner.displayName}</bdi></Link>
        <Text tone="muted" text="caption" className={styles.by}>{t(said, { date: formatDate(since) })}</Text>
      </div>
      <Badge tone="caution" icon="caution">{t('home.customer.claims.open')}</Badge>
    </Line>
  )
}
