import { useId, useState } from 'react'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { allowed } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { FieldError } from '../../../ui/forms/field.tsx'
import { Row, Text } from '../../../ui/looks/layout.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import { RelationshipTable } from './relationship-table.tsx'
import { mayExtend } from './row-verdicts.ts'
import { choiceAmong, type Chosen } from './choice-among.ts'

type Props = {
  actor: Actor
  rows: readonly GdapRelationshipOnWire[]
  chosen: Chosen
  isSearched: boolean
  linkTo: (id: string) => string
  isRunning: boolean
  onExtend: (rows: readonly GdapRelationshipOnWire[]) => void
}

/** Relationships that could extend; the choice is confirmed first. Others than Admin agents read why not. */
export function ReadyGroup({ actor, rows, chosen, isSearched, linkTo, isRunning, onExtend }: Props) {
  const { t } = useWords()
  const errorId = useId()
  const now = new Date(useNow())
  const [isMissing, setMissing] = useState(false)
  const possible = rows.filter((row) => mayExtend(actor, row, now).allowed)
  const choice = choiceAmong(possible, chosen)
  const hidden = chosen.rows.length - choice.count
  const [isAsking, setAsking] = useState(false)
  const [first] = rows
  const verdict = first === undefined || possible.length > 0 ? allowed : mayExtend(actor, first, now)
  const submit = () => {
    setMissing(chosen.rows.length === 0)
    setAsking(chosen.rows.length > 0)
  }
  const extend = () => {
    setAsking(false)
    onExtend(chosen.rows)
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
      <Row gap="2 4" align="center" pad="0 4 3">
        <ActionButton variant="accent" icon="refresh" verdict={verdict} pending={isRunning}
          aria-describedby={isMissing ? errorId : undefined} onPress={submit}>
          {t('gdap-board.extend.submit', { count: verdict.allowed ? chosen.rows.length : rows.length })}
        </ActionButton>
        {verdict.allowed && (
          <Text role="status" measure={76} tone="muted">
            <span>{t('gdap-board.extend.chosen', { chosen: choice.count, count: possible.length })}</span>
            {hidden > 0 && <span>{` ${t('gdap-board.extend.chosen_hidden', { count: hidden })}`}</span>}
          </Text>
        )}
        {isMissing && chosen.rows.length === 0 && (
          <div role="alert"><FieldError id={errorId}>{t('gdap-board.extend.none_chosen')}</FieldError></div>
        )}
      </Row>
      <RelationshipTable label={title} rows={verdict.allowed ? possible : rows} linkTo={linkTo}
        choice={verdict.allowed ? choice : undefined} />
      <ExtendDialog isOpen={isAsking} onClose={() => setAsking(false)} rows={chosen.rows} onExtend={extend} />
    </Card>
  )
}
