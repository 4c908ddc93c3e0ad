import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import type { GdapView } from '../../../domain/gdap/schemas.ts'
import type { Turn } from '../../../domain/invitations/states.ts'
import type { PartnerKind } from '../../../domain/organizations/kinds.ts'
import { paths } from '../../app/paths.ts'
import { gdapView } from '../../features/gdap/list/gdap-view.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon, type IconName } from '../../ui/marks/icon.tsx'
import { joined } from '../../ui/joined.ts'
import { Columns, Line, Stack, Text } from '../../ui/looks/layout.tsx'
import { Skeleton } from '../../ui/waiting/skeleton.tsx'
import { endingViews, homeQueries, unansweredView } from './home-queries.ts'
import { holderOf, tileTurns } from './home-turns.ts'
import styles from './home-tiles.module.css'

const marks: Record<Turn, IconName> = { provider: 'send', reseller: 'partnerships', customer: 'waiting', done: 'success' }

/** Counts that link to their lists. */
export function HomeTiles({ kind, hasGranularAdmin }: { kind: PartnerKind; hasGranularAdmin: boolean }) {
  const { t } = useWords()
  const mine = holderOf(kind)
  return (
    <Columns as="ul" fit={150} gap={3} className={styles.tiles} data-many={hasGranularAdmin || undefined}>
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
    </Columns>
  )
}

const turnAt = (turn: Turn): string => `${paths.invitations}?turn=${turn}`
const addressOf = (view: GdapView): string => `${paths.gdapList}?${gdapView.write(view)}`

/** Three counts, each a link to its list. */
function EndingTile() {
  const { t } = useWords()
  const id = useId()
  return (
    <Stack as="li" gap={1} justify="between" card pad="3 4" className={joined(styles.place, styles.tile, styles.several)}>
      <Line as="span" id={id} gap={2} align="center" tone="muted"><Icon name="clock" /><span>{t('home.tile.expiring')}</span></Line>
      <ul aria-labelledby={id} className={styles.counts}>
        {endingViews.map(({ days, view }) => <Ending key={days} days={days} view={view} />)}
      </ul>
    </Stack>
  )
}

function Ending({ days, view }: { days: number; view: GdapView }) {
  const { t } = useWords()
  return (
    <li>
      <Stack as={Link} to={addressOf(view)} className={styles.counted}>
        <Text as="span" tone="muted" text="caption">{t('home.tile.expiring.days', { count: days })}</Text>
        <Count of={homeQueries.granular(view)} />
      </Stack>
    </li>
  )
}

type Counted = ReturnType<typeof homeQueries.overdue>

function Tile({ to, label, icon, count }: { to: string; label: string; icon: IconName; count: Counted }) {
  return (
    <li className={styles.place}>
      <Stack as={Link} to={to} gap={1} justify="between" card pad="3 4" className={joined(styles.tile, styles.link)}>
        <Line as="span" gap={2} align="center" tone="muted"><Icon name={icon} /><span>{label}</span></Line>
        <Count of={count} />
      </Stack>
    </li>
  )
}

function Count({ of }: { of: Counted }) {
  const { t, formatNumber } = useWords()
  const { data, isError } = useQuery(of)
  if (!data) return isError ? (
    <Text as="span" tone="muted" text="caption">
      {t('home.tile.unknown')}
    </Text>
  ) : <Skeleton width="48px" height="36px" />
  const count = formatNumber(data.total.count)
  return <span className={styles.count}>{data.total.capped ? t('ui.total.capped', { count }) : count}</span>
}
