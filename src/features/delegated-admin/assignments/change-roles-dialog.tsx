import { useState } from 'react'
import { canReassign } from '../../../../domain/delegated-admin/assignment-rules.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { showToast } from '../../../ui/toast.ts'
import { useAction } from '../../../ui/use-action.ts'
import { useNow } from '../../../ui/use-now.ts'
import { gdapFacts, rolesOf } from '../gdap-facts.ts'
import { changeAssignment } from './assignment-queries.ts'
import styles from './assignments.module.css'
import { RoleChoice } from './role-choice.tsx'

type Props = { actor: Actor; relationship: GdapRelationshipDetail; assignment: AccessAssignmentOnWire; onClose: () => void }

/** Other roles of the relationship for the same group. */
export function ChangeRolesDialog({ actor, relationship, assignment, onClose }: Props) {
  const { t } = useWords()
  const now = new Date(useNow())
  const offered = rolesOf(relationship)
  const [roles, setRoles] = useState<readonly string[]>(() => rolesOf(assignment).filter((role) => offered.includes(role)))
  const change = useAction('delegated-admin', changeAssignment)
  const group = assignment.accessContainer.displayName
  const submit = async () => {
    if (!(await change.run({ relationshipId: relationship.id, assignment, roles }))) return
    showToast(t('delegated-admin.reassign.done', { group }))
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('delegated-admin.reassign.title', { group })} actions={
      <>
        <Button onPress={onClose}>{t('delegated-admin.cancel')}</Button>
        <ActionButton variant="accent" verdict={canReassign(actor, gdapFacts(relationship), assignment, roles, now)}
          pending={change.isRunning} onPress={() => void submit()}>
          {t('delegated-admin.reassign.confirm')}
        </ActionButton>
      </>
    }>
      <div className={styles.form}>
        <p className={styles.muted}>{t('delegated-admin.reassign.lead', { group })}</p>
        <RoleChoice offered={offered} chosen={roles} onChange={setRoles} />
      </div>
    </Dialog>
  )
}
