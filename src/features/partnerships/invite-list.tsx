import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InviteState, ResellerInvite, ResellerInviteWithLink } from '../../../domain/joining/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import rowStyles from '../../ui/lists/state-row.module.css'
import { Card } from '../../ui/looks/card.tsx'
import { Box, Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import { InviteMessage } from './invite-message.tsx'
import { inviteQueries, showInviteLink, withdrawInvite } from './invite-queries.ts'
import styles from './partnerships.module.css'

const tones: Record<InviteState, Tone> = {
  waiting: 'waiting', joined: 'success', declined: 'neutral', withdrawn: 'neutral', lapsed: 'neutral',
}

/** A provider's invitations that are no partnerships yet; nothing while there are none. */
export function InviteList({ provider }: { provider: string }) {
  const { t } = useWords()
  const list = useInfiniteQuery(inviteQueries.list())
  const invites = list.data?.pages.flatMap((page) => page.items) ?? []
  if (invites.length === 0) return null
  return (
    <Card title={t('partnerships.invites.title')}>
      <Stack as="ul">{invites.map((invite) => <Invite key={invite.id} invite={invite} provider={provider} />)}</Stack>
      {list.hasNextPage && (
        <Button pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('ui.page.more')}</Button>
      )}
    </Card>
  )
}

function Invite({ invite, provider }: { invite: ResellerInvite; provider: string }) {
  const { t, formatDateTime, formatDeadline } = useWords()
  const { displayName: reseller, tenantId, state, createdAt, overAt } = invite
  const isWaiting = state === 'waiting'
  return (
    <Columns as="li" of="minmax(0, 1fr) auto minmax(120px, auto)" gap="1 4" align="center" ruled="between" pad="3 0"
      className={rowStyles.row}>
      <Stack>
        <Text as="bdi" text="strong" breaks>{reseller}</Text>
        <Text as="code" translate="no" tone="muted" breaks className={styles.tenant}>{tenantId}</Text>
      </Stack>
      <Badge tone={tones[state]}>{t(`partnerships.invites.state.${state}`)}</Badge>
      <Text as="span" tone="muted" text="caption" className={rowStyles.since}>
        <RelativeTime at={createdAt} within={(when) => t('partnerships.invites.since', { when })} />
      </Text>
      <Box as="p" spans>
        {isWaiting ? t('partnerships.invites.turn', { date: formatDeadline(overAt) })
          : t('partnerships.invites.over', { date: formatDateTime(overAt) })}
      </Box>
      {isWaiting && <Box spans pad="1 0 0"><WhileWaiting invite={invite} provider={provider} /></Box>}
    </Columns>
  )
}

function WhileWaiting({ invite, provider }: { invite: ResellerInvite; provider: string }) {
  const { t } = useWords()
  const { id, etag, displayName: reseller } = invite
  const [shown, setShown] = useState<ResellerInviteWithLink>()
  const [isAsking, setAsking] = useState(false)
  const show = useAction('partnerships', showInviteLink)
  const withdraw = useAction('partnerships', withdrawInvite)
  const submit = async () => {
    const withdrawn = await withdraw.run({ id, etag })
    setAsking(false)
    if (withdrawn) showToast(t('partnerships.invites.withdrawn', { reseller }))
  }
  return (
    <Stack>
      <Row gap={2}>
        <Button icon="link" aria-label={t('partnerships.invites.link.of', { reseller })} pending={show.isRunning}
          onPress={() => void show.run({ id, etag }).then(setShown)}>
          {t('partnerships.invites.link')}
        </Button>
        <Button icon="trash" aria-label={t('partnerships.invites.withdraw.of', { reseller })} onPress={() => setAsking(true)}>
          {t('partnerships.invites.withdraw')}
        </Button>
      </Row>
      <div role="status">{shown && <Box pad="3 0 0"><InviteMessage invite={shown} provider={provider} /></Box>}</div>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('partnerships.invites.withdraw.title', { reseller })}
        act={{
          variant: 'danger', pending: withdraw.isRunning, onPress: () => void submit(), children: t('partnerships.invites.withdraw'),
        }}>
        <p>{t('partnerships.invites.withdraw.text')}</p>
      </ConfirmDialog>
    </Stack>
  )
}
