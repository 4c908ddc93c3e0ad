import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Invitation } from '../../../domain/invitations/schemas.ts'
import type { PartnerKind } from '../../../domain/organizations/kinds.ts'
import { paths } from '../../app/paths.ts'
import { forWhom } from '../../features/invitations/new/for-whom.ts'
import { StateBadge } from '../../features/invitations/state-badge.tsx'
import { TurnDots } from '../../features/invitations/turn-dots.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { joined } from '../../ui/joined.ts'
import { Box, Columns, Line, Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import rowStyles from '../../ui/lists/whole-row.module.css'
import { homeQueries } from './home-queries.ts'
import { holderOf } from './home-turns.ts'
import styles from './home-waiting.module.css'

/** Invitations that only the actor's organisation can move on. */
export function HomeWaiting({ kind, mayInvite }: { kind: PartnerKind; mayInvite: boolean }) {
  const { t } = useWords()
  const turn = holderOf(kind)
  const { data, ...query } = useQuery(homeQueries.waiting(turn))
  const more = data && data.nextCursor !== null
  const who = kind === 'indirect_reseller' ? 'reseller' : mayInvite ? 'maker' : 'viewer'
  return (
    <Card title={t('home.waiting.title')} flush
      action={more && <Link to={`${paths.invitations}?turn=${turn}`} className={styles.all}>{t('home.waiting.all')}</Link>}>
      {data ? (
        data.items.length > 0
          ? (
            <Columns as="ul" of="minmax(0, 1.3fr) minmax(0, 1fr) auto" ruled="before" className={styles.rows}>
              {data.items.map((invitation) => <WaitingRow key={invitation.id} invitation={invitation} />)}
            </Columns>
          )
          : <EmptyState compact title={t('home.empty.title')}>{t(`home.empty.${who}`)}</EmptyState>
      ) : <NotYet compact query={query} pad="3 4 4" lines={5} height="36px" />}
    </Card>
  )
}

function WaitingRow({ invitation }: { invitation: Invitation }) {
  const { t, formatDateTime } = useWords()
  const { id, state, since, delivery, expiresAt, turn, reseller, inviter } = invitation
  const through = turn === 'reseller' ? t('home.waiting.from', { organization: inviter.displayName })
    : reseller ? t('home.waiting.through', { organization: reseller.displayName }) : t('home.waiting.direct')
  const next = turn === 'reseller' ? 'home.next.forward' : state === 'returned' ? 'home.next.reissue' : 'home.next.send'
  return (
    <Box as="li" ruled="between" pad="2 4" className={joined(rowStyles.row, styles.row)}>
      <div>
        <Text as={Link} to={paths.invitation(id)} text="strong" breaks className={rowStyles.name}><bdi>{forWhom(invitation, t)}</bdi></Text>
        <Text tone="muted">{t(next)}</Text>
      </div>
      <div className={styles.facts}>
        <Text tone="muted" text="caption">{through}</Text>
        <Text tone="muted" text="caption">{t('home.waiting.until', { date: formatDateTime(expiresAt) })}</Text>
      </div>
      <Stack gap={1} align="end" className={styles.state}>
        <StateBadge state={state} />
        <Line as="span" tone="muted" text="caption" inline gap={2} align="center" className={styles.since}>
          <TurnDots turn={turn} delivery={delivery} state={state} /><RelativeTime at={since} />
        </Line>
      </Stack>
    </Box>
  )
}
