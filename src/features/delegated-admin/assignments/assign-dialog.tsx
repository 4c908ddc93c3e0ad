import { useState } from 'react'
import { canAssign } from '../../../../domain/delegated-admin/assignment-rules.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { showToast } from '../../../ui/toast.ts'
import { useAction } from '../../../ui/use-action.ts'
import { useNow } from '../../../ui/use-now.ts'
import { assignmentFacts, gdapFacts, rolesOf } from '../gdap-facts.ts'
import { assignGroup } from './assignment-queries.ts'
import styles from './assignments.module.css'
import { GroupChoice } from './group-choice.tsx'
import { RoleChoice } from './role-choice.tsx'

type Props = {
  actor: Actor
  relationship: GdapRelationshipDetail
  others: readonly AccessAssignmentOnWire[]
  onClose: () => void
  onActed: () => void
}

/** Gives one group some of the relationship's roles; all of them at first. */
export function AssignDialog({ actor, relationship, others, onClose, onActed }: Props) {
  const { t } = useWords()
  const now = new Date(useNow())
  const offered = rolesOf(relationship)
  const [groupId, setGroupId] = useState<string>()
  const [roles, setRoles] = useState<readonly string[]>(offered)
  const [isMissing, setMissing] = useState(false)
  const assign = useAction('delegated-admin', assignGroup)
  const verdictOn = (group: string, wanted: readonly string[]) =>
    canAssign(actor, gdapFacts(relationship), { groupId: group, roles: wanted, others: others.map(assignmentFacts) }, now)
  const submit = async () => {
    if (groupId === undefined) return setMissing(true)
    onActed()
    const made = await assign.run({ relationshipId: relationship.id, groupId, roles })
    if (!made) return
    showToast(t('delegated-admin.assign.done', { group: made.accessContainer.displayName }))
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('delegated-admin.assign.title')} actions={
      <>
        <Button onPress={onClose}>{t('delegated-admin.cancel')}</Button>
        <ActionButton variant="accent" verdict={verdictOn(groupId ?? '', roles)} pending={assign.isRunning} onPress={() => void submit()}>
          {t('delegated-admin.assign')}
        </ActionButton>
      </>
    }>
      <div className={styles.form}>
        <p className={styles.muted}>{t('delegated-admin.assign.lead')}</p>
        <GroupChoice value={groupId} verdictOn={(group) => verdictOn(group, offered)}
          error={isMissing && groupId === undefined ? t('delegated-admin.assign.group.missing') : undefined} onChange={setGroupId} />
        <RoleChoice offered={offered} chosen={roles} onChange={setRoles} />
      </div>
    </Dialog>
  )
}
