import { useState } from 'react'
import { canReassign } from '../../../../domain/gdap/assignments/rules.ts'
import { factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useUnsaved } from '../../../ui/forms/use-unsaved.ts'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { changeAssignment, changeInputs } from './assignment-queries.ts'
import { RolesDialog } from './roles-dialog.tsx'

type Props = { actor: Actor; relationship: GdapRelationshipDetail; assignment: AccessAssignmentOnWire }

/** Gives the group other roles of the relationship. Keeps the choice until cancelled. */
export function ChangeRoles({ actor, relationship, assignment }: Props) {
  const { t } = useWords()
  const now = new Date(useNow())
  const offered = rolesOf(relationship)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setRoles] = useState<readonly string[]>()
  const roles = (chosen ?? rolesOf(assignment)).filter((role) => offered.includes(role))
  const { complaints, mended, ...change } = useAction('delegated-admin', changeAssignment, changeInputs)
  useUnsaved(chosen)
  const group = assignment.accessContainer.displayName
  const close = () => {
    setRoles(undefined)
    setOpen(false)
  }
  const verdictOn = (wanted: readonly string[]) => canReassign(actor, factsOf(relationship), assignment, wanted, now)
  const submit = async () => {
    if (!(await change.run({ relationshipId: relationship.id, assignment, roles }))) return
    showToast(t('delegated-admin.reassign.done', { group }))
    close()
  }
  return (
    <>
      <ActionButton icon="key" verdict={verdictOn(offered)} onPress={() => setOpen(true)}>{t('delegated-admin.reassign')}</ActionButton>
      <RolesDialog isOpen={isOpen} onClose={() => setOpen(false)} onCancel={close} title={t('delegated-admin.reassign.title', { group })}
        lead={t('delegated-admin.reassign.lead', { group })} submit={t('delegated-admin.reassign.confirm')} verdict={verdictOn(roles)}
        pending={change.isRunning} onSubmit={submit} offered={offered} chosen={roles} error={complaints['/accessDetails']}
        onChoose={(next) => {
          setRoles(next)
          mended('/accessDetails')
        }} />
    </>
  )
}
