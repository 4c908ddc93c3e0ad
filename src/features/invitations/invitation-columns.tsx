import type { Invitation } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Words } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import { forWhom } from './for-whom.ts'
import styles from './invitations.module.css'
import { StateBadge } from './state-badge.tsx'
import { TurnDots } from './turn-dots.tsx'
import { turnWord } from './whose-turn.ts'

/** For whom, state, whose turn and since when, through whom, by whom, and what happens by itself next: the same on every row. */
export function invitationColumns(words: Words, { organization }: Actor): GridColumn<Invitation>[] {
  const { t, formatDateTime, formatDay, formatRelative } = words
  const isReseller = organization.kind === 'indirect_reseller'
  return [
    {
      id: 'for', header: t('invitations.column.for'), width: 'minmax(160px, 2fr)',
      cell: (invitation) => (
        <span className={styles.whom}>
          <bdi className={styles.customer}>{forWhom(invitation, t)}</bdi>{' '}
          {invitation.note && <bdi className={styles.note}>{invitation.note}</bdi>}
        </span>
      ),
    },
    {
      id: 'state', header: t('invitations.column.state'), width: 'minmax(136px, 0.7fr)',
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      id: 'turn', header: t('invitations.column.turn'), width: 'minmax(176px, 0.9fr)',
      cell: (invitation) => (
        <span className={styles.turn}>
          <TurnDots turn={invitation.turn} delivery={invitation.delivery} state={invitation.state} />
          <span>{t(turnWord(invitation.turn, organization.kind))}</span>
        </span>
      ),
    },
    {
      id: 'since', header: t('invitations.column.since'), width: 'minmax(180px, 0.8fr)',
      cell: ({ since, overdueSince }) => (
        <time className={styles.muted} dateTime={since} title={formatDateTime(since)}>
          {overdueSince
            ? <Badge tone="caution">{t('invitations.overdue', { relative: formatRelative(since) })}</Badge>
            : formatRelative(since)}
        </time>
      ),
    },
    {
      id: 'through', header: t('invitations.column.through'), width: isReseller ? 'minmax(108px, 0.6fr)' : 'minmax(104px, 1fr)',
      cell: ({ reseller }) => reseller
        ? <bdi>{reseller.displayName}</bdi>
        : <span className={styles.muted}>{t('invitations.direct')}</span>,
    },
    {
      id: 'madeBy', header: t('invitations.column.made_by'), width: isReseller ? 'minmax(152px, 1.6fr)' : 'minmax(108px, 1fr)',
      cell: ({ createdBy, inviter }) => (
        <bdi>
          {inviter.id === organization.id ? createdBy : t('invitations.made_by', { person: createdBy, organization: inviter.displayName })}
        </bdi>
      ),
    },
    {
      id: 'next', header: t('invitations.column.next'), width: 'minmax(144px, 0.7fr)',
      cell: ({ nextEvent }) => nextEvent
        ? (
          <time className={styles.muted} dateTime={nextEvent.at} title={formatDateTime(nextEvent.at)}>
            {t(`invitations.next.${nextEvent.kind}`, { date: formatDay(nextEvent.at) })}
          </time>
        )
        : <span className={styles.muted}>{t('invitations.next.nothing')}</span>,
    },
  ]
}
