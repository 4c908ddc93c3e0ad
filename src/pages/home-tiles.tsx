import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Turn } from '../../domain/invitations/states.ts'
import type { PartnerKind } from '../../domain/organizations/kinds.ts'
import type { Page } from '../../domain/page.ts'
import { paths } from '../app/paths.ts'
import { useWords } from '../i18n/use-words.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { granularTiles, homeQueries } from './home-queries.ts'
import { holderOf, tileTurns } from './home-turns.ts'
import styles from './home-tiles.module.css'

const marks: Record<Turn, IconName> = { provider: 'send', reseller: 'partnerships', customer: 'waiting', done: 'success' }

/** Counts that are links to the lists they count. */
export function HomeTiles({ kind, hasGranularAdmin }: { kind: PartnerKind; hasGranularAdmin: boolean }) {
  const { t } = useWords()
  const mine = holderOf(kind)
  return (
    <ul className={styles.tiles} data-many={hasGranularAdmin || undefined}>
      <TurnTile turn={mine} label={t('home.tile.mine')} icon={mine === 'reseller' ? 'forward' : 'send'} />
      {tileTurns(kind).map((turn) => <TurnTile key={turn} turn={turn} label={t(`home.tile.${turn}`)} icon={marks[turn]} />)}
      <OverdueTile />
      {hasGranularAdmin && granularTiles.map((tile) => <GranularTile key={tile.label} tile={tile} />)}
      <CustomersTile />
    </ul>
  )
}

function TurnTile({ turn, label, icon }: { turn: Turn; label: string; icon: IconName }) {
  const { data, isError } = useQuery(homeQueries.waiting(turn))
  return <Tile to={`${paths.invitations}?turn=${turn}`} label={label} icon={icon} total={data?.total} failed={isError} />
}

function OverdueTile() {
  const { t } = useWords()
  const { data, isError } = useQuery(homeQueries.overdue())
  const to = `${paths.invitations}?overdue=true`
  return <Tile to={to} label={t('home.tile.overdue')} icon="caution" total={data?.total} failed={isError} />
}

function GranularTile({ tile }: { tile: (typeof granularTiles)[number] }) {
  const { t } = useWords()
  const { data, isError } = useQuery(homeQueries.granular(tile))
  const to = `${paths.delegatedAdmin}?${new URLSearchParams({ ...tile.view, sort: 'endDateTime' }).toString()}`
  return <Tile to={to} label={t(tile.label)} icon={tile.icon} total={data?.total} failed={isError} />
}

function CustomersTile() {
  const { t } = useWords()
  const { data, isError } = useQuery(homeQueries.customers())
  return <Tile to={paths.customers} label={t('home.tile.customers')} icon="customers" total={data?.total} failed={isError} />
}

type TileProps = { to: string; label: string; icon: IconName; total: Page<unknown>['total'] | undefined; failed: boolean }

function Tile({ to, label, icon, total, failed }: TileProps) {
  const { t, formatNumber } = useWords()
  const count = total && formatNumber(total.count)
  return (
    <li className={styles.place}>
      <Link to={to} className={styles.tile}>
        <span className={styles.label}><Icon name={icon} />{label}</span>
        {total ? <span className={styles.count}>{total.capped ? t('ui.total.capped', { count: count ?? '' }) : count}</span>
          : failed ? <span className={styles.unknown}>{t('home.tile.unknown')}</span>
          : <Skeleton width="48px" height="36px" />}
      </Link>
    </li>
  )
}
