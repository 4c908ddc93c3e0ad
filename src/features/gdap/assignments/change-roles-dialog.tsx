import { useId, useState } from 'react'
import { canReassign } from '../../../../domain/gdap/assignments/rules.ts'
import { factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { useUnsaved } from '../../../ui/forms/use-unsaved.ts'
import { changeAssignment, changeInputs } from './assignment-queries.ts'
import { RoleChoice } from './role-choice.tsx'

type Props = {
  isOpen: boolean
  actor: Actor
  relationship: GdapRelationshipDetail
  assignment: AccessAssignmentOnWire
  onClose: () => void
}

/** Gives the group other roles of the relationship. Keeps the choice until cancelled. */
export function ChangeRolesDialog({ isOpen, actor, relationship, assignment, onClose }: Props) {
  const { t } = useWords()
  const now = new Date(useNow())
  const offered = rolesOf(relationship)
  const id = useId()
  const [chosen, setRoles] = useState<readonly string[]>()
  const roles = (chosen ?? rolesOf(assignment)).filter((role) => offered.includes(role))
  const { complaints, mended, ...change } = useAction('delegated-admin', changeAssignment, changeInputs)
  useUnsaved(chosen)
  const group = assignment.accessContainer.displayName
  const close = () => {
    setRoles(undefined)
    onClose()
  }
  const verdict = canReassign(actor, factsOf(relationship), assignment, roles, now)
  const submit = async () => {
    if (!(await change.run({ relationshipId: relationship.id, assignment, roles }))) return
    showToast(t('delegated-admin.reassign.done', { group }))
    close()
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('delegated-admin.reassign.title', { group })} actions={
      <>
        <Button onPress={close}>{t('delegated-admin.cancel')}</Button>
        <ActionButton type="submit" form={id} variant="accent" verdict={verdict} pending={change.isRunning}>
          {t('delegated-admin.reassign.confirm')}
        </ActionButton>
      </>
    }>
      <Stack as={Form} id={id} gap={4} onSubmit={submit}>
        <Text tone="muted">{t('delegated-admin.reassign.lead', { group })}</Text>
        <RoleChoice offered={offered} chosen={roles} error={complaints['/accessDetails']} onChange={(next) => {
          setRoles(next)
          mended('/accessDetails')
        }} />
      </Stack>
    </Dialog>
  )
}
