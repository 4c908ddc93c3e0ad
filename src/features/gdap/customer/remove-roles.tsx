import { useEffect, useEffectEvent, useState } from 'react'
import { offered } from '../../../../domain/answers/decision.ts'
import { factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import { canTerminate } from '../../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ConfirmedAction } from '../confirmed-action.tsx'
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
  const [isRemoved, setRemoved] = useState(false)
  const { id, etag, partner: { displayName: partner }, hasResellerRelationship } = relationship
  const tellRemoved = useEffectEvent(onRemoved)
  useEffect(() => {
    if (isRemoved) tellRemoved()
  }, [isRemoved])
  return (
    <ConfirmedAction words="approval.remove" values={{ partner }} icon="refused" isFinal
      verdict={offered(canTerminate(actor, factsOf(relationship)))}
      changes={[t('approval.remove.changes.access', { partner, roles }), t('approval.remove.changes.final', { partner })]}
      keeps={[
        t(hasResellerRelationship ? 'my-partners.remove.keeps.relationship' : 'approval.remove.keeps.subscriptions'),
        t('approval.remove.keeps.others', { partner }),
        ...(hasResellerRelationship ? [t('my-partners.remove.keeps.azure')] : []),
      ]}
      run={askGdap} input={{ id, etag, action: 'terminate' }} onDone={() => setRemoved(true)} />
  )
}
