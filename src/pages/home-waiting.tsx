import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Invitation } from '../../domain/invitations/schemas.ts'
import type { PartnerKind } from '../../domain/organizations/kinds.ts'
import { paths } from '../app/paths.ts'
import { forWhom } from '../features/invitations/for-whom.ts'
import { StateBadge } from '../features/invitations/state-badge.tsx'
import { TurnDots } from '../features/invitations/turn-dots.tsx'
import { useWords } from '../i18n/use-words.ts'
import { Card } from '../ui/card.tsx'
import { NotYet } from '../ui/not-yet.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { EmptyState } from '../ui/states.tsx'
import { homeQueries } from './home-queries.ts'
import { holderOf } from './home-turns.ts'
import styles from './home-waiting.module.css'

/** The invitations that nobody else can move on: for whom, since when, and the next step. */
export function HomeWaiting({ kind, mayInvite }: { kind: PartnerKind; mayInvite: boolean }) {
  const { t } = useWords()
  const turn = holderOf(kind)
  const { data, ...query } = useQuery(homeQueries.waiting(turn))
  const more = data && data.nextCursor !== null
  return (
    <Card title={t('home.waiting.title')} flush
      action={more && <Link to={`${paths.invitations}?turn=${turn}`} className={styles.all}>{t('home.waiting.all')}</Link>}>
      {data ? (
        data.items.length > 0
          ? <ul className={styles.rows}>{data.items.map((invitation) => <Row key={invitation.id} invitation={invitation} />)}</ul>
          : <NothingWaits kind={kind} mayInvite={mayInvite} />
      ) : <NotYet compact query={query}><div className={styles.loading}><SkeletonLines lines={5} height="36px" /></div></NotYet>}
    </Card>
  )
}

function Row({ invitation }: { invitation: Invitation }) {
  const { t, formatDateTime } = useWords()
  const { id, state, since, delivery, expiresAt, turn, reseller, inviter } = invitation
  const through = turn === 'reseller' ? t('home.waiting.from', { organization: inviter.displayName })
    : reseller ? t('home.waiting.through', { organization: reseller.displayName }) : t('home.waiting.direct')
  const next = turn === 'reseller' ? 'home.next.forward' : state === 'returned' ? 'home.next.reissue' : 'home.next.send'
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link to={paths.invitation(id)} className={styles.name}><bdi>{forWhom(invitation, t)}</bdi></Link>
        <p className={styles.next}>{t(next)}</p>
      </div>
      <div className={styles.facts}>
        <p className={styles.fact}>{through}</p>
        <p className={styles.fact}>{t('home.waiting.until', { date: formatDateTime(expiresAt) })}</p>
      </div>
      <div className={styles.state}>
        <StateBadge state={state} />
        <span className={styles.since}><TurnDots turn={turn} delivery={delivery} state={state} /><RelativeTime at={since} /></span>
      </div>
    </li>
  )
}

function NothingWaits({ kind, mayInvite }: { kind: PartnerKind; mayInvite: boolean }) {
  const { t } = useWords()
  if (kind === 'indirect_reseller') return <EmptyState compact title={t('home.empty.title')}>{t('home.empty.reseller')}</EmptyState>
  if (!mayInvite) return <EmptyState compact title={t('home.empty.title')}>{t('home.empty.viewer')}</EmptyState>
  return <EmptyState compact title={t('home.empty.title')}>{t('home.empty.maker')}</EmptyState>
}
