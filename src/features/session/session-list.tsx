import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { OwnSession } from '../../../domain/session/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import rowStyles from '../../ui/lists/state-row.module.css'
import { Card } from '../../ui/looks/card.tsx'
import { Box, Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Badge } from '../../ui/marks/badge.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { endOtherSessions, endSession, sessionQueries } from './session-queries.ts'

/** Where one is signed in; this browser first. */
export function SessionList() {
  const { t } = useWords()
  const list = useQuery(sessionQueries.own())
  const [isAsking, setAsking] = useState(false)
  const one = useAction('sessions', endSession)
  const others = useAction('sessions', endOtherSessions)
  const rows = useRef<HTMLUListElement>(null)
  if (!list.data) return <Card title={t('organization.sessions.list')}><NotYet compact query={list} lines={4} /></Card>
  const sessions = list.data.items.toSorted((a, b) => Number(b.isPresent) - Number(a.isPresent))

  /** The row goes with its button. */
  const told = (text: string) => {
    showToast(text)
    requestAnimationFrame(() => rows.current?.focus())
  }
  const end = async ({ id }: OwnSession) => {
    if (await one.run(id)) told(t('organization.sessions.ended'))
  }
  const endOthers = async () => {
    const areOver = await others.run(undefined)
    setAsking(false)
    if (areOver) told(t('organization.sessions.others_ended'))
  }
  return (
    <Card title={t('organization.sessions.list')}>
      <Stack as="ul" ref={rows} tabIndex={-1} quiet aria-label={t('organization.sessions.list')}>
        {sessions.map((session) => <SessionRow key={session.id} session={session} isEnding={one.isRunning} onEnd={() => void end(session)} />)}
      </Stack>
      {sessions.length > 1 && (
        <Box pad="3 0 0">
          <Button icon="signOut" onPress={() => setAsking(true)}>{t('organization.sessions.end_others')}</Button>
        </Box>
      )}
      {isAsking && (
        <ConfirmDialog isOpen onClose={() => setAsking(false)} title={t('organization.sessions.end_others.title')}
          act={{
            variant: 'danger', icon: 'signOut', pending: others.isRunning, onPress: () => void endOthers(),
            children: t('organization.sessions.end_others'),
          }}
          changes={[t('organization.sessions.end_others.ends')]} keeps={[t('organization.sessions.end_others.keeps')]} />
      )}
    </Card>
  )
}

type RowProps = { session: OwnSession; isEnding: boolean; onEnd: () => void }

function SessionRow({ session: { isPresent, browser, system, address, createdAt, lastUsedAt, expiresAt }, isEnding, onEnd }: RowProps) {
  const { t, formatDateTime } = useWords()
  const device = browser && system ? t('organization.sessions.device', { browser, system })
    : browser || system || t('organization.sessions.device.unknown')
  return (
    <Columns as="li" of="minmax(0, 1fr) auto minmax(120px, auto)" gap="1 4" align="center" ruled="between" pad="3 0"
      className={rowStyles.row}>
      <Stack>
        <Text as="span" text="strong" breaks>{device}</Text>
        {address && <Text as="span" tone="muted" text="caption" translate="no">{address}</Text>}
      </Stack>
      {isPresent ? <Badge tone="success">{t('organization.sessions.this')}</Badge> : <span />}
      <Text as="span" tone="muted" text="caption" className={rowStyles.since}>
        <RelativeTime at={lastUsedAt} within={(when) => t('organization.sessions.last_used', { when })} />
      </Text>
      <Row gap="0 3" tone="muted" text="caption" spans>
        <span>{t('organization.sessions.since', { date: formatDateTime(createdAt) })}</span>
        <span>{t('organization.sessions.until', { date: formatDateTime(expiresAt) })}</span>
      </Row>
      {!isPresent && (
        <Box spans pad="1 0 0">
          <Button icon="signOut" pending={isEnding} aria-label={t('organization.sessions.end.of', { device })} onPress={onEnd}>
            {t('organization.sessions.end')}
          </Button>
        </Box>
      )}
    </Columns>
  )
}
