import { useId, useState } from 'react'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { allowed } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { ChangeList } from '../../../ui/lists/change-list.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { FieldError } from '../../../ui/forms/field.tsx'
import { Box, Row } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { RelationshipTable } from './relationship-table.tsx'
import { mayRemoveGlobalAdministrator } from './row-verdicts.ts'
import { choiceAmong, type Chosen } from './choice-among.ts'

type Props = {
  actor: Actor
  rows: readonly GdapRelationshipOnWire[]
  chosen: Chosen
  linkTo: (id: string) => string
  isRunning: boolean
  onRemove: (rows: readonly GdapRelationshipOnWire[]) => void
}

/** Relationships that Global administrator keeps from extending (BR-87); removes the role from one or all chosen (BR-88). */
export function BlockedGroup({ actor, rows, chosen, linkTo, isRunning, onRemove }: Props) {
  const { t, formatList } = useWords()
  const now = new Date(useNow())
  const [confirming, setConfirming] = useState<readonly GdapRelationshipOnWire[]>([])
  const possible = rows.filter((row) => mayRemoveGlobalAdministrator(actor, row, now).allowed)
  const choice = choiceAmong(possible, chosen)
  const [isMissing, setMissing] = useState(false)
  const errorId = useId()
  const isMany = possible.length > 1
  const close = () => setConfirming([])
  const submit = () => {
    close()
    onRemove(confirming)
    chosen.clear()
  }
  const title = t('gdap-board.renewal.blocked')
  return (
    <Card title={title} flush>
      {isMany && (
        <Row gap="2 4" align="center" pad="0 4 3">
          <ActionButton icon="key" verdict={allowed} pending={isRunning} aria-describedby={isMissing ? errorId : undefined} onPress={() => {
            setMissing(chosen.rows.length === 0)
            setConfirming(chosen.rows)
          }}>
            {t('gdap-board.remove.many', { count: chosen.rows.length })}
          </ActionButton>
          {isMissing && chosen.rows.length === 0 && (
            <div role="alert"><FieldError id={errorId}>{t('gdap-board.extend.none_chosen')}</FieldError></div>
          )}
        </Row>
      )}
      <RelationshipTable label={title} rows={rows} linkTo={linkTo} choice={isMany ? choice : undefined} action={(row) => (
        <ActionButton icon="key" verdict={mayRemoveGlobalAdministrator(actor, row, now)} pending={isRunning}
          aria-label={t('gdap-board.remove.of', { name: row.displayName })} onPress={() => setConfirming([row])}>
          {t('gdap-board.remove')}
        </ActionButton>
      )} />
      <Box as="p" ruled="before" pad="3 4" tone="muted"><span>{t('gdap-board.extend.blocked.text')}</span> <RuleLink rule="BR-87" /></Box>
      <Dialog isOpen={confirming.length > 0} onClose={close} title={t('gdap-board.remove')} actions={
        <>
          <Button onPress={close}>{t('gdap-board.remove.cancel')}</Button>
          <Button variant="danger" onPress={submit}>{t('gdap-board.remove.submit')}</Button>
        </>
      }>
        <ChangeList
          changes={[
            t('gdap-board.remove.changes.role', { names: formatList(confirming.map(({ displayName }) => displayName)) }),
            t('gdap-board.remove.changes.groups'),
          ]}
          keeps={[t('gdap-board.remove.keeps.roles'), t('gdap-board.remove.keeps.end'), t('gdap-board.remove.keeps.reseller')]} />
      </Dialog>
    </Card>
  )
}
