import { type ComponentProps, useId, useState } from 'react'
import { factsOf } from '../../../../domain/gdap/granted-facts.ts'
import { canChangeRoles, canSetAutoExtend } from '../../../../domain/gdap/relationship-rules.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { allowed } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { FieldError } from '../../../ui/forms/field.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { ChangeList } from '../../../ui/lists/change-list.tsx'
import { Box, Row, Text } from '../../../ui/looks/layout.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import styles from './auto-extend.module.css'
import { choiceAmong, type Chosen, RelationshipTable } from './relationship-table.tsx'

type Rows = readonly GdapRelationshipOnWire[]

type Props = {
  actor: Actor
  rows: Rows
  chosen: Chosen
  linkTo: (id: string) => string
  isRunning: boolean
  /** What is confirmed begins. */
  onStart: (rows: Rows) => void
}

/** Relationships that Global administrator keeps from extending (BR-87); removes the role from one or all chosen (BR-88). */
export function BlockedGroup({ actor, rows, chosen, linkTo, isRunning, onStart }: Props) {
  const { t, formatList } = useWords()
  const now = new Date(useNow())
  const [confirming, setConfirming] = useState<Rows>([])
  const verdictOn = (row: GdapRelationshipOnWire) => {
    const facts = factsOf(row)
    return canChangeRoles(actor, facts, facts.roles.filter((role) => role !== globalAdministrator), now)
  }
  const possible = rows.filter((row) => verdictOn(row).allowed)
  const isMany = possible.length > 1
  const close = () => setConfirming([])
  const submit = () => {
    close()
    onStart(confirming)
    chosen.clear()
  }
  const title = t('gdap-board.renewal.blocked')
  return (
    <Card title={title} flush>
      {isMany && (
        <ChosenAction chosen={chosen} icon="key" verdict={allowed} pending={isRunning} onPress={() => setConfirming(chosen.rows)}>
          {t('gdap-board.remove.many', { count: chosen.rows.length })}
        </ChosenAction>
      )}
      <RelationshipTable label={title} rows={rows} linkTo={linkTo} choice={isMany ? choiceAmong(possible, chosen) : undefined}
        action={(row) => (
          <ActionButton icon="key" verdict={verdictOn(row)} pending={isRunning}
            aria-label={t('gdap-board.remove.of', { name: row.displayName })} onPress={() => setConfirming([row])}>
            {t('gdap-board.remove')}
          </ActionButton>
        )} />
      <Box as="p" ruled="before" pad="3 4" tone="muted"><span>{t('gdap-board.extend.blocked.text')}</span> <RuleLink rule="BR-87" /></Box>
      <ConfirmDialog isOpen={confirming.length > 0} onClose={close} title={t('gdap-board.remove')}
        act={{ variant: 'danger', onPress: submit, children: t('gdap-board.remove.submit') }}
        changes={[
          t('gdap-board.remove.changes.role', { names: formatList(confirming.map(({ displayName }) => displayName)) }),
          t('gdap-board.remove.changes.groups'),
        ]}
        keeps={[
          t('gdap-board.remove.keeps.roles'), t('gdap-board.remove.keeps.end'),
          ...(confirming.every((each) => each.hasResellerRelationship) ? [t('gdap-board.remove.keeps.reseller')] : []),
          t('gdap-board.remove.keeps.subscriptions'),
        ]} />
    </Card>
  )
}

/** Relationships that could extend; the choice is confirmed first. Others than Admin agents read why not. */
export function ReadyGroup({ actor, rows, chosen, isSearched, linkTo, isRunning, onStart }: Props & { isSearched: boolean }) {
  const { t } = useWords()
  const now = new Date(useNow())
  const verdictOn = (row: GdapRelationshipOnWire) => canSetAutoExtend(actor, factsOf(row), 'P180D', now)
  const possible = rows.filter((row) => verdictOn(row).allowed)
  const choice = choiceAmong(possible, chosen)
  const hidden = chosen.rows.length - choice.count
  const [isAsking, setAsking] = useState(false)
  const [first] = rows
  const verdict = first === undefined || possible.length > 0 ? allowed : verdictOn(first)
  const extend = () => {
    setAsking(false)
    onStart(chosen.rows)
    chosen.clear()
  }
  const title = t('gdap-board.extend.ready')
  if (rows.length === 0 && chosen.rows.length === 0)
    return (
      <Card title={title}>
        <Text measure={76} tone="muted">{t(isSearched ? 'gdap-board.empty.filtered.body' : 'gdap-board.extend.ready.empty')}</Text>
      </Card>
    )
  return (
    <Card title={title} flush>
      <ChosenAction chosen={chosen} variant="accent" icon="refresh" verdict={verdict} pending={isRunning}
        onPress={() => setAsking(chosen.rows.length > 0)} beside={verdict.allowed && (
          <Text role="status" measure={76} tone="muted">
            <span>{t('gdap-board.extend.chosen', { chosen: choice.count, count: possible.length })}</span>
            {hidden > 0 && <span>{` ${t('gdap-board.extend.chosen_hidden', { count: hidden })}`}</span>}
          </Text>
        )}>
        {t('gdap-board.extend.submit', { count: verdict.allowed ? chosen.rows.length : rows.length })}
      </ChosenAction>
      <RelationshipTable label={title} rows={verdict.allowed ? possible : rows} linkTo={linkTo}
        choice={verdict.allowed ? choice : undefined} />
      <ExtendDialog isOpen={isAsking} onClose={() => setAsking(false)} rows={chosen.rows} onExtend={extend} />
    </Card>
  )
}

/** Acts on the chosen rows, and complains when there are none. */
function ChosenAction({ chosen, beside, onPress, ...button }: Omit<ComponentProps<typeof ActionButton>, 'onPress'> & {
  chosen: Chosen
  beside?: Elements
  onPress: () => void
}) {
  const { t } = useWords()
  const errorId = useId()
  const [isMissing, setMissing] = useState(false)
  return (
    <Row gap="2 4" align="center" pad="0 4 3">
      <ActionButton {...button} aria-describedby={isMissing ? errorId : undefined} onPress={() => {
        setMissing(chosen.rows.length === 0)
        onPress()
      }} />
      {beside}
      {isMissing && chosen.rows.length === 0 && (
        <div role="alert"><FieldError id={errorId}>{t('gdap-board.extend.none_chosen')}</FieldError></div>
      )}
    </Row>
  )
}

/** The most names that the dialog lists. */
const fewNames = 8

type DialogProps = { isOpen: boolean; onClose: () => void; rows: Rows; onExtend: () => void }

/** Confirms how many extend, where, for how long, and who is notified (BR-86, BR-89, BR-91). */
function ExtendDialog({ isOpen, onClose, rows, onExtend }: DialogProps) {
  const { t, formatDateTime } = useWords()
  const count = rows.length
  const customers = new Set(rows.map(({ customer }) => customer?.tenantId)).size
  const first = rows.flatMap(({ endDateTime }) => endDateTime ?? []).toSorted().at(0)
  return (
    <ConfirmDialog isOpen={isOpen} onClose={onClose} title={t('gdap-board.extend.ask.title', { count })}
      act={{ variant: 'accent', onPress: onExtend, children: t('gdap-board.extend.submit', { count }) }}>
      <Box as="details" open={count <= fewNames} after={4} className={styles.names}>
        <summary>{t('gdap-board.extend.periods')}</summary>
        <ul>
          {rows.map(({ id, displayName, customer }) => (
            <Row as="li" gap="0 3" breaks key={id}>
              <bdi>{displayName}</bdi>{customer && <Text as="bdi" measure={76} tone="muted">{customer.displayName}</Text>}
            </Row>
          ))}
        </ul>
      </Box>
      <ChangeList
        changes={[
          t('gdap-board.extend.ask.length', { count, customers }),
          ...(first === undefined ? [] : [t('gdap-board.extend.ask.first', { date: formatDateTime(first) })]),
          t('gdap-board.extend.ask.told'),
        ]}
        keeps={[t('gdap-board.extend.ask.keeps.roles'), t('gdap-board.extend.ask.keeps.off')]} />
    </ConfirmDialog>
  )
}
