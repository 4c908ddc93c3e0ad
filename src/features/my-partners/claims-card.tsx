import { useInfiniteQuery } from '@tanstack/react-query'
import type { TenantClaim } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { NotYet } from '../../ui/not-yet.tsx'
import styles from './claims-card.module.css'
import { DisputeClaim } from './dispute-claim.tsx'
import { myPartnerQueries } from './my-partner-requests.ts'

/** Partners that say the customer is theirs without its having said so here; they are none of its partners (BR-48). */
export function ClaimsCard({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const { data, hasNextPage, fetchNextPage, ...query } = useInfiniteQuery(myPartnerQueries.claims())
  if (!data) return <NotYet compact query={query}>{null}</NotYet>
  const claims = data.pages.flatMap(({ items }) => items)
  if (claims.length === 0) return null
  return (
    <Card title={t('my-partners.claims.title')}>
      <p className={styles.lead}>{t('my-partners.claims.text')}</p>
      <ul className={styles.claims}>{claims.map((claim) => <Claim key={claim.id} actor={actor} claim={claim} />)}</ul>
      {hasNextPage && <Button pending={query.isFetching} onPress={() => void fetchNextPage()}>{t('my-partners.claims.more')}</Button>}
    </Card>
  )
}

function Claim({ actor, claim }: { actor: Actor; claim: TenantClaim }) {
  const { t, formatDate } = useWords()
  const { partner, kind, since, hasAdminRights, disputed, withdrawn } = claim
  return (
    <li className={styles.claim}>
      <div className={styles.who}>
        <h3><bdi translate="no">{partner.displayName}</bdi></h3>
        <p className={styles.muted}>{`${t(`ui.kind.${kind}`)}\u00a0· ${t('my-partners.claims.since', { date: formatDate(since) })}`}</p>
        <p>{t(hasAdminRights ? 'my-partners.claims.said_with_rights' : 'my-partners.claims.said')}</p>
        {disputed && (
          <p className={styles.disputed}>
            <Icon name="caution" /><span>{t('my-partners.claims.disputed', { person: disputed.by, date: formatDate(disputed.at) })}</span>
          </p>
        )}
        {withdrawn && (
          <p className={styles.muted}>
            {t('my-partners.claims.withdrawn', { person: withdrawn.by, date: formatDate(withdrawn.at) })}
          </p>
        )}
      </div>
      <DisputeClaim actor={actor} claim={claim} />
    </li>
  )
}
