import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { canAssign } from '../../../../domain/gdap/assignments/rules.ts'
import { assignmentFacts, factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { finder } from '../../../../domain/search/sought.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { RadioGroup } from '../../../ui/forms/radio-group.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useUnsaved } from '../../../ui/forms/use-unsaved.ts'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { SkeletonLines } from '../../../ui/waiting/skeleton.tsx'
import { EmptyState, ErrorState } from '../../../ui/waiting/states.tsx'
import { assignGroup, assignmentInputs, assignmentQueries } from './assignment-queries.ts'
import styles from './assignments.module.css'
import { RolesDialog } from './roles-dialog.tsx'

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
    <RolesDialog isOpen={isOpen} onClose={onClose} onCancel={close} title={t('delegated-admin.assign.title')}
      lead={t('delegated-admin.assign.lead')} submit={t('delegated-admin.assign')} verdict={verdictOn(groupId ?? '', roles)}
      pending={assign.isRunning} onSubmit={submit} offered={offered} chosen={roles} error={complaints['/accessDetails']}
      onChoose={(next) => {
        setRoles(next)
        mended('/accessDetails')
      }}>
      <GroupChoice value={groupId} verdictOn={(group) => verdictOn(group, offered)}
        error={isMissing && groupId === undefined ? t('delegated-admin.assign.group.missing') : complaints['/accessContainer']}
        onChange={(group) => {
          setGroupId(group)
          mended('/accessContainer')
        }} />
    </RolesDialog>
  )
}

/** Beyond this many, groups are found by typing. */
const fewGroups = 8

type GroupProps = {
  value: string | undefined
  onChange: (groupId: string) => void
  /** Shows a refused group's reason. */
  verdictOn: (groupId: string) => Verdict
  error: string | undefined
}

function GroupChoice({ value, onChange, verdictOn, error }: GroupProps) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const { data, error: failure, refetch, isFetching } = useQuery(assignmentQueries.groups())
  if (!data) {
    if (!failure) return <SkeletonLines lines={4} />
    return <ErrorState compact error={failure} retrying={isFetching} onRetry={() => void refetch()} />
  }
  if (data.items.length === 0)
    return <EmptyState compact title={t('delegated-admin.groups.none')}>{t('delegated-admin.groups.none.text')}</EmptyState>
  const isFound = finder(search)
  const found = data.items.filter(({ id, displayName }) => id === value || isFound(displayName))
  return (
    <Stack gap={4}>
      {data.items.length > fewGroups && (
        <TextField label={t('delegated-admin.groups.search')} icon="search" type="search" value={search}
          onChange={({ target }) => setSearch(target.value)} onKeyDown={(event) => {
            // Enter finds a group and does not submit the form.
            if (event.key === 'Enter') event.preventDefault()
          }} />
      )}
      <div className={styles.groupList}>
        <RadioGroup legend={t('delegated-admin.assign.group')} value={value ?? ''} onChoose={onChange} error={error}
          options={found.map(({ id, displayName }) => {
            const verdict = verdictOn(id)
            return { value: id, label: displayName, ...(!verdict.allowed && { refusal: verdict }) }
          })} />
        {found.length === 0 && <Text tone="muted">{t('ui.combo.nothing')}</Text>}
      </div>
    </Stack>
  )
}
