import { useId, useState } from 'react'
import { canAssign } from '../../../../domain/gdap/assignments/rules.ts'
import { assignmentFacts, factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
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
import { assignGroup, assignmentInputs } from './assignment-queries.ts'
import { GroupChoice } from './group-choice.tsx'
import { RoleChoice } from './role-choice.tsx'

type Props = {
  isOpen: boolean
  actor: Actor
  relationship: GdapRelationshipDetail
  others: readonly AccessAssignmentOnWire[]
  onClose: () => void
  onActed: () => void
}

/** Assigns a group some of the relationship's roles, at first all. Keeps the choice until cancelled. */
export function AssignDialog({ isOpen, actor, relationship, others, onClose, onActed }: Props) {
  const { t } = useWords()
  const now = new Date(useNow())
  const offered = rolesOf(relationship)
  const id = useId()
  const [groupId, setGroupId] = useState<string>()
  const [chosen, setRoles] = useState<readonly string[]>()
  const roles = chosen?.filter((role) => offered.includes(role)) ?? offered
  const [isMissing, setMissing] = useState(false)
  const { complaints, mended, ...assign } = useAction('delegated-admin', assignGroup, assignmentInputs)
  useUnsaved(groupId ?? chosen)
  const verdictOn = (group: string, wanted: readonly string[]) =>
    canAssign(actor, factsOf(relationship), { groupId: group, roles: wanted, others: others.map(assignmentFacts) }, now)
  const close = () => {
    setGroupId(undefined)
    setRoles(undefined)
    setMissing(false)
    onClose()
  }
  const submit = async () => {
    if (groupId === undefined) return setMissing(true)
    if (!verdictOn(groupId, roles).allowed) return undefined
    onActed()
    const made = await assign.run({ relationshipId: relationship.id, groupId, roles })
    if (!made) return undefined
    showToast(t('delegated-admin.assign.done', { group: made.accessContainer.displayName }))
    close()
    return undefined
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('delegated-admin.assign.title')} actions={
      <>
        <Button onPress={close}>{t('delegated-admin.cancel')}</Button>
        <ActionButton type="submit" form={id} variant="accent" verdict={verdictOn(groupId ?? '', roles)} pending={assign.isRunning}>
          {t('delegated-admin.assign')}
        </ActionButton>
      </>
    }>
      <Stack as={Form} id={id} gap={4} onSubmit={submit}>
        <Text tone="muted">{t('delegated-admin.assign.lead')}</Text>
        <GroupChoice value={groupId} verdictOn={(group) => verdictOn(group, offered)}
          error={isMissing && groupId === undefined ? t('delegated-admin.assign.group.missing') : complaints['/accessContainer']}
          onChange={(group) => {
            setGroupId(group)
            mended('/accessContainer')
          }} />
        <RoleChoice offered={offered} chosen={roles} error={complaints['/accessDetails']} onChange={(next) => {
          setRoles(next)
          mended('/accessDetails')
        }} />
      </Stack>
    </Dialog>
  )
}
