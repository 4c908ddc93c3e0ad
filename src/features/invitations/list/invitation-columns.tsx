import type { Invitation } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Words } from '../../../i18n/use-words.ts'
import { Badge } from '../../../ui/marks/badge.tsx'
import { NameWithNote } from '../../../ui/data-grid/name-with-note.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { Line, Stack, Text } from '../../../ui/looks/layout.tsx'
import { forWhom } from '../new/for-whom.ts'
import { StateBadge } from '../state-badge.tsx'
import { TurnDots } from '../turn-dots.tsx'
import { turnWord } from '../whose-turn.ts'

/** The list's columns. With the longest words they just fit a window of 1280 pixels. */
export function invitationColumns(words: Words, { organization }: Actor, now: number): GridColumn<Invitation>[] {
  const { t, formatDateTime, formatDay, formatRelative } = words
  const isReseller = organization.kind === 'indirect_reseller'
  return [
    {
      id: 'for', header: t('invitations.column.for'), width: 'minmax(176px, 2fr)',
      cell: (invitation) => <NameWithNote name={forWhom(invitation, t)} note={invitation.note} />,
    },
    {
      id: 'state', header: t('invitations.column.state'), width: 'minmax(156px, 0.7fr)',
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      id: 'turn', header: t('invitations.column.turn'), width: 'minmax(186px, 0.9fr)',
      cell: (invitation) => (
        <Line as="span" inline gap={2} align="center">
          <TurnDots turn={invitation.turn} delivery={invitation.delivery} state={invitation.state} />
          <span>{t(turnWord(invitation.turn, organization.kind))}</span>
        </Line>
      ),
    },
    {
      id: 'since', header: t('invitations.column.since'), width: 'minmax(156px, 0.8fr)',
      cell: ({ since, overdueSince }) => (
        <Text as="time" tone="muted" dateTime={since} title={formatDateTime(since)}>
          {overdueSince
            ? <Badge tone="caution">{t('invitations.overdue', { relative: formatRelative(since, now) })}</Badge>
            : formatRelative(since, now)}
        </Text>
      ),
    },
    // A reseller's own invitations need no reseller column.
    {
      id: 'madeBy', header: t(isReseller ? 'invitations.column.made_by' : 'invitations.column.through_made_by'),
      width: 'minmax(128px, 1.2fr)',
      cell: ({ reseller, createdBy, inviter }) => {
        const organizationNamed = inviter.id === organization.id ? reseller : inviter
        return (
          <Stack as="span">
            {organizationNamed ? <bdi>{organizationNamed.displayName}</bdi> : <span>{t('invitations.direct')}</span>}
            <Text as="bdi" tone="muted" text="caption">{createdBy}</Text>
          </Stack>
        )
      },
    },
    {
      id: 'next', header: t('invitations.column.next'), width: 'minmax(134px, 0.7fr)',
      cell: ({ nextEvent }) => nextEvent
        ? (
          <Text as="time" tone="muted" dateTime={nextEvent.at} title={formatDateTime(nextEvent.at)}>
            {t(`invitations.next.${nextEvent.kind}`, { date: formatDay(nextEvent.at, now) })}
          </Text>
        )
        : <Text as="span" tone="muted">{t('invitations.next.nothing')}</Text>,
    },
  ]
}
