import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { TenantClaim } from '../../domain/relationships/schemas.ts'
import { paths } from '../app/paths.ts'
import { useWords } from '../i18n/use-words.ts'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { joined } from '../ui/joined.ts'
import { NotYet } from '../ui/not-yet.tsx'
import styles from './home-of-customer.module.css'
import { homeQueries } from './home-queries.ts'

/** Partners that say the organisation is their customer, while it has neither confirmed nor disputed it; nothing when there are none. */
export function OpenClaims({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(homeQueries.openClaims())
  if (!data) return <NotYet compact query={query}>{null}</NotYet>
  if (data.items.length === 0) return null
  const more = data.nextCursor !== null && <Link to={paths.myPartners}>{t('home.waiting.all')}</Link>
  return (
    <Card title={t('home.customer.claims')} flush action={more}>
      <ul className={styles.answers}>{data.items.map((claim) => <Claim key={claim.id} claim={claim} />)}</ul>
      <p className={styles.hint}>{t(isAdmin ? 'home.customer.claims.how' : 'home.customer.claims.how.user')}</p>
    </Card>
  )
}

function Claim({ claim: { partner, since, hasAdminRights } }: { claim: TenantClaim }) {
  const { t, formatDate } = useWords()
  const said = hasAdminRights ? 'home.customer.claims.said_with_rights' : 'home.customer.claims.said'
  return (
    <li className={joined(styles.answer, styles.open)}>
      <div className={styles.whom}>
        <Link to={paths.myPartners} className={styles.name}><bdi>{partner.displayName}</bdi></Link>
        <p className={styles.by}>{t(said, { date: formatDate(since) })}</p>
      </div>
      <Badge tone="caution" icon="caution">{t('home.customer.claims.open')}</Badge>
    </li>
  )
}
