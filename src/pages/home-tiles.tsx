import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import type { GdapView } from '../../domain/delegated-admin/schemas.ts'
import type { Turn } from '../../domain/invitations/states.ts'
import type { PartnerKind } from '../../domain/organizations/kinds.ts'
import { paths } from '../app/paths.ts'
import { gdapView } from '../features/delegated-admin/list/gdap-view.ts'
import { useWords } from '../i18n/use-words.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { joined } from '../ui/joined.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { endingViews, homeQueries, unansweredView } from './home-queries.ts'
import { holderOf, tileTurns } from './home-turns.ts'
import styles from './home-tiles.module.css'

const marks: Record<Turn, IconName> = { provider: 'send', reseller: 'partnerships', customer: 'waiting', done: 'success' }

/** Counts that are links to the lists they count. */
export function HomeTiles({ kind, hasGranularAdmin }: { kind: PartnerKind; hasGranularAdmin: boolean }) {
  const { t } = useWords()
  const mine = holderOf(kind)
  return (
    <ul className={styles.tiles} data-many={hasGranularAdmin || undefined}>
      <Tile to={turnAt(mine)} label={t('home.tile.mine')} icon={mine === 'reseller' ? 'forward' : 'send'}
        count={homeQueries.waiting<unknown>(mine)} />
      {tileTurns(kind).map((turn) => (
        <Tile key={turn} to={turnAt(turn)} label={t(`home.tile.${turn}`)} icon={marks[turn]} count={homeQueries.waiting<unknown>(turn)} />
      ))}
      <Tile to={`${paths.invitations}?overdue=true`} label={t('home.tile.overdue')} icon="caution" count={homeQueries.overdue()} />
      {hasGranularAdmin && (
        <>
          <EndingTile />
          <Tile to={addressOf(unansweredView)} label={t('home.tile.unanswered')} icon="shield"
            count={homeQueries.granular(unansweredView)} />
        </>
      )}
      <Tile to={paths.customers} label={t('home.tile.customers')} icon="customers" count={homeQueries.customers()} />
    </ul>
  )
}

const turnAt = (turn: Turn): string => `${paths.invitations}?turn=${turn}`
const addressOf = (view: GdapView): string => `${paths.delegatedAdmin}?${gdapView.write(view)}`

/** Three counts in one place: each is a link to its list. */
function EndingTile() {
  const { t } = useWords()
  const id = useId()
  return (
    <li className={joined(styles.place, styles.tile, styles.several)}>
      <span id={id} className={styles.label}><Icon name="clock" /><span>{t('home.tile.expiring')}</span></span>
      <ul aria-labelledby={id} className={styles.counts}>
        {endingViews.map(({ days, view }) => <Ending key={days} days={days} view={view} />)}
      </ul>
    </li>
  )
}

function Ending({ days, view }: { days: number; view: GdapView }) {
  const { t } = useWords()
  return (
    <li>
      <Link to={addressOf(view)} className={styles.counted}>
        <span className={styles.within}>{t('home.tile.expiring.days', { count: days })}</span>
        <Count of={homeQueries.granular(view)} />
      </Link>
    </li>
  )
}

type Counted = ReturnType<typeof homeQueries.overdue>

function Tile({ to, label, icon, count }: { to: string; label: string; icon: IconName; count: Counted }) {
  return (
    <li className={styles.place}>
      <Link to={to} className={joined(styles.tile, styles.link)}>
        <span className={styles.label}><Icon name={icon} /><span>{label}</span></span>
        <Count of={count} />
      </Link>
    </li>
  )
}

function Count({ of }: { of: Counted }) {
  const { t, formatNumber } = useWords()
  const { data, isError } = useQuery(of)
  if (!data) return isError ? <span className={styles.unknown}>{t('home.tile.unknown')}</span> : <Skeleton width="48px" height="36px" />
  const count = formatNumber(data.total.count)
  return <span className={styles.count}>{data.total.capped ? t('ui.total.capped', { count }) : count}</span>
}
