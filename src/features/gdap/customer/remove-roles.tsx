import { offered } from '../../../../domain/answers/decision.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import { canTerminate } from '../../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { ChangeList } from '../../../ui/lists/change-list.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { askGdap } from '../gdap-queries.ts'
import { useRoleNames } from './use-role-names.ts'

type Props = {
  relationship: GdapRelationshipOnWire
  actor: Actor
  /** The button vanishes, so the focus needs a place. */
  onRemoved: () => void
}

/** Ends what the customer granted, after confirming what ends and stays (BR-94). */
export function RemoveRoles({ relationship, actor, onRemoved }: Props) {
  const { t } = useWords()
  const roles = useRoleNames(rolesOf(relationship))
  const [isAsking, setAsking] = useState(false)
  const [isRemoved, setRemoved] = useState(false)
  const { run, isRunning } = useAction('delegated-admin', askGdap)
  const { id, etag, partner: { displayName: partner }, hasResellerRelationship } = relationship
  const tellRemoved = useEffectEvent(onRemoved)
  useEffect(() => {
    if (isRemoved) tellRemoved()
  }, [isRemoved])
  const close = () => setAsking(false)
  const remove = async () => {
    const answer = await run({ id, etag, action: 'terminate' })
    close()
    if (!answer) return
    setRemoved(true)
    showToast(t('approval.remove.done', { partner }))
  }
  return (
    <>
      <ActionButton icon="refused" verdict={offered(canTerminate(actor, factsOf(relationship)))} onPress={() => setAsking(true)}>
        {t('approval.remove')}
      </ActionButton>
      <Dialog isOpen={isAsking} onClose={close} title={t('approval.remove.title', { partner })} actions={
        <>
          <Button onPress={close}>{t('ui.dialog.cancel')}</Button>
          <Button variant="danger" pending={isRunning} onPress={() => void remove()}>{t('approval.remove')}</Button>
        </>
      }>
        <ChangeList
          changes={[
            t('approval.remove.changes.access', { partner, roles }),
            t('approval.remove.changes.final', { partner }),
          ]}
          keeps={[
            t(hasResellerRelationship ? 'my-partners.remove.keeps.relationship' : 'approval.remove.keeps.subscriptions'),
            t('approval.remove.keeps.others', { partner }),
            ...(hasResellerRelationship ? [t('my-partners.remove.keeps.azure')] : []),
          ]} />
      </Dialog>
    </>
  )
}
