import { endOf } from '../../../../domain/gdap/term/end.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { standingStatuses } from '../../../../domain/gdap/states.ts'
import type { Words } from '../../../i18n/use-words.ts'
import { Badge } from '../../../ui/marks/badge.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { Icon, type IconName } from '../../../ui/marks/icon.tsx'
import { joined } from '../../../ui/joined.ts'
import { Line, Row, Text } from '../../../ui/looks/layout.tsx'
import { GdapStatusBadge } from '../gdap-status.tsx'
import styles from './gdap-list.module.css'
import { type Renewal, renewalOf, whatNext, type WhatNext } from './what-next.ts'

/** The list's columns at `now` (ms). */
export function gdapColumns(words: Words, ownId: string, now: number): GridColumn<GdapRelationshipOnWire>[] {
  const { t, formatDateTime, formatRelative } = words
  const timeOf = (at: string) => <Text as="time" tone="muted" dateTime={at} title={formatDateTime(at)}>{formatRelative(at, now)}</Text>
  const nextOf = (relationship: GdapRelationshipOnWire) => whatNext(relationship, ownId, now)
  return [
    {
      id: 'name', header: t('gdap-board.field.name'), width: 'minmax(160px, 1.4fr)', sortKey: 'displayName',
      cell: ({ displayName, isSystemCreated }) => (
        <Line as="span" gap={2} align="center" className={styles.name}>
          <bdi>{displayName}</bdi>
          {isSystemCreated && <>{' '}<Badge tone="neutral" icon="info">{t('gdap-board.row.system')}</Badge></>}
        </Line>
      ),
    },
    {
      id: 'customer', header: t('gdap-board.field.customer'), width: 'minmax(128px, 1.2fr)',
      cell: ({ customer }) => customer
        ? <bdi>{customer.displayName}</bdi>
        : <Text as="span" tone="muted">{t('gdap-board.row.no_tenant')}</Text>,
    },
    {
      id: 'status', header: t('gdap-board.field.status'), width: 'minmax(208px, 0.8fr)',
      cell: (relationship) => <GdapStatusBadge relationship={relationship} />,
    },
    { id: 'since', header: t('gdap-board.field.since'), width: 'minmax(116px, 0.6fr)', cell: ({ since }) => timeOf(since) },
    {
      id: 'ends', header: t('gdap-board.field.ends'), width: 'minmax(160px, 0.7fr)', sortKey: 'endDateTime',
      cell: (relationship) => <End relationship={relationship} next={nextOf(relationship)} words={words} now={now} />,
    },
    {
      id: 'next', header: t('gdap-board.field.next'), width: 'minmax(224px, 1.2fr)',
      cell: (relationship) => <Next next={nextOf(relationship)} words={words} now={now} />,
    },
  ]
}

const renewalMarks = { extends: 'refresh', ends: 'clock', blocked: 'key' } as const satisfies Record<Renewal, IconName>

type RowContext = { next: WhatNext; words: Words; now: number }

/** When it ends or ended; for an active one also whether for good. */
function End({ relationship, next, words, now }: RowContext & { relationship: GdapRelationshipOnWire }) {
  const { t, formatDateTime, formatRelative } = words
  const end = endOf(relationship)
  if (end === null) return <Text as="span" tone="muted">{t('gdap-board.row.no_end')}</Text>
  const renewal = standingStatuses.includes(relationship.status) ? renewalOf(relationship) : undefined
  const word = renewal && t(`gdap-board.next.${renewal}`)
  return (
    <Line as="span" align="center" className={styles.end} title={joined(formatDateTime(end), word)}>
      <time dateTime={end}>{formatRelative(end, now)}</time>
      {renewal && (
        <Line as="span" inline gap={1} align="center" tone="muted" className={styles.renewal} data-renewal={renewal}>
          <Icon name={renewalMarks[renewal]} />
          <span className={`visually-hidden ${styles.word}`} data-alone={next.kind === 'amiss' || undefined}>{word}</span>
        </Line>
      )}
    </Line>
  )
}

function Next({ next, words: { t, formatDateTime, formatDay, formatList, formatRelative }, now }: RowContext) {
  switch (next.kind) {
    case 'stuck':
      return (
        <span title={formatDateTime(next.at)}>
          <Badge tone="danger">{t('gdap-board.next.stuck', { relative: formatRelative(next.at, now) })}</Badge>
        </span>
      )
    case 'consent_yours':
      return <Badge tone="caution" icon="partnerships">{t('gdap-board.next.consent_yours')}</Badge>
    case 'amiss':
      return (
        <Row as="span" gap="0 1" title={formatList(next.what.map((each) => t(`gdap-board.next.${each}`)))}>
          {next.what.map((each) => <Badge key={each} tone="caution">{t(`gdap-board.next.${each}`)}</Badge>)}
        </Row>
      )
    case 'blocked':
      return <Badge tone="danger" icon="key">{t('gdap-board.next.blocked')}</Badge>
    case 'lapses':
      return (
        <Text as="time" tone="muted" dateTime={next.at} title={formatDateTime(next.at)}>
          {t('gdap-board.next.lapses', { date: formatDay(next.at, now) })}
        </Text>
      )
    default:
      return <Text as="span" tone="muted">{t(`gdap-board.next.${next.kind}`)}</Text>
  }
}
