import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import type { GdapView } from '../../domain/delegated-admin/schemas.ts'
import type { Turn } from '../../domain/invitations/states.ts'
import type { PartnerKind } from '../../domain/organizations/kinds.ts'
import type { Page } from '../../domain/page.ts'
import { paths } from '../app/paths.ts'
import { searchOfView } from '../features/delegated-admin/list/gdap-view.ts'
import { useWords } from '../i18n/use-words.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { joined } from '../ui/joined.ts'
import { Columns, Line, Stack, Text } from '../ui/layout.tsx'
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
    <Columns as="ul" of="repeat(auto-fit, minmax(150px, 1fr))" gap={3} className={styles.tiles} data-many={hasGranularAdmin || undefined}>
      <TurnTile turn={mine} label={t('home.tile.mine')} icon={mine === 'reseller' ? 'forward' : 'send'} />
      {tileTurns(kind).map((turn) => <TurnTile key={turn} turn={turn} label={t(`home.tile.${turn}`)} icon={marks[turn]} />)}
      <OverdueTile />
      {hasGranularAdmin && <><EndingTile /><UnansweredTile /></>}
      <CustomersTile />
    </Columns>
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

const addressOf = (view: GdapView): string => `${paths.delegatedAdmin}?${searchOfView(view).toString()}`

function UnansweredTile() {
  const { t } = useWords()
  const { data, isError } = useQuery(homeQueries.granular(unansweredView))
  return <Tile to={addressOf(unansweredView)} label={t('home.tile.unanswered')} icon="shield" total={data?.total} failed={isError} />
}

/** Three counts in one place: each is a link to its list. */
function EndingTile() {
  const { t } = useWords()
  const id = useId()
  return (
    <Stack as="li" gap={1} justify="between" box="card" pad="3 4" className={joined(styles.place, styles.tile, styles.several)}>
      <Line as="span" id={id} gap={2} align="center" tone="muted"><Icon name="clock" /><span>{t('home.tile.expiring')}</span></Line>
      <ul aria-labelledby={id} className={styles.counts}>
        {endingViews.map(({ days, view }) => <Ending key={days} days={days} view={view} />)}
      </ul>
    </Stack>
  )
}

function Ending({ days, view }: { days: number; view: GdapView }) {
  const { t } = useWords()
  const { data, isError } = useQuery(homeQueries.granular(view))
  return (
    <li>
      <Stack as={Link} to={addressOf(view)} className={styles.counted}>
        <Text as="span" tone="muted" text="caption">{t('home.tile.expiring.days', { count: days })}</Text>
        <Count total={data?.total} failed={isError} />
      </Stack>
    </li>
  )
}

function CustomersTile() {
  const { t } = useWords()
  const { data, isError } = useQuery(homeQueries.customers())
  return <Tile to={paths.customers} label={t('home.tile.customers')} icon="customers" total={data?.total} failed={isError} />
}

type TileProps = { to: string; label: string; icon: IconName; total: Page<unknown>['total'] | undefined; failed: boolean }

function Tile({ to, label, icon, total, failed }: TileProps) {
  return (
    <li className={styles.place}>
      <Stack as={Link} to={to} gap={1} justify="between" box="card" pad="3 4" className={joined(styles.tile, styles.link)}>
        <Line as="span" gap={2} align="center" tone="muted"><Icon name={icon} /><span>{label}</span></Line>
        <Count total={total} failed={failed} />
      </Stack>
    </li>
  )
}

function Count({ total, failed }: Pick<TileProps, 'total' | 'failed'>) {
  const { t, formatNumber } = useWords()
  if (failed && !total) return <Text as="span" tone="muted" text="caption">{t('home.tile.unknown')}</Text>
  if (!total) return <Skeleton width="48px" height="36px" />
  const count = formatNumber(total.count)
  return <span className={styles.count}>{total.capped ? t('ui.total.capped', { count }) : count}</span>
}
