import { useId, useState } from 'react'
import { canReassign, canUnassign } from '../../../../domain/gdap/assignments/rules.ts'
import { factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { isAssignmentStuck, manyRoles } from '../../../../domain/gdap/stuck.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Box, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RelativeTime } from '../../../ui/text/relative-time.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { ConfirmedAction } from '../confirmed-action.tsx'
import { useRoles } from '../role-queries.ts'
import { assignAgain, removeAssignment } from './assignment-queries.ts'
import { AssignmentStatus } from './assignment-status.tsx'
import styles from './assignments.module.css'
import { ChangeRolesDialog } from './change-roles-dialog.tsx'

type Props = {
  actor: Actor
  relationship: GdapRelationshipDetail
  assignment: AccessAssignmentOnWire
  /** False for readers; the reason is above the rows. */
  canWork: boolean
  onActed: () => void
}

export function AssignmentRow({ actor, relationship, assignment, canWork, onActed }: Props) {
  const { t, formatList } = useWords()
  const { nameOf, ordered } = useRoles()
  const id = useId()
  const now = new Date(useNow())
  const { accessContainer: { displayName: group }, since, status } = assignment
  const roles = rolesOf(assignment)
  const isStuck = isAssignmentStuck(assignment, now)
  const isFaulty = isStuck || status === 'error'
  const isAll = roles.length === relationship.accessDetails.unifiedRoles.length
  return (
    <Stack as="li" gap={2} aria-labelledby={id}>
      <Row gap="1 2" align="center" className={styles.head}>
        <h3 id={id}>{group}</h3>
        <AssignmentStatus assignment={assignment} />
        <Text as="span" tone="muted" text="caption"><RelativeTime at={since} /></Text>
      </Row>
      <Text measure={80} tone="muted" className={styles.names}>
        {isAll && <strong>{`${t('delegated-admin.assignment.all', { count: roles.length })}: `}</strong>}
        <span>{formatList(ordered(roles).map(nameOf))}</span>
      </Text>
      {isFaulty && (
        <Box as="p" pad="2 3" measure={80} callout="caution" box="caution-soft">
          <span>{t(isStuck ? 'delegated-admin.assignment.stuck.text' : 'delegated-admin.assignment.error.text')}</span>
          {isStuck && roles.length >= manyRoles && <span>{` ${t('delegated-admin.assign.many', { count: manyRoles })}`}</span>}
        </Box>
      )}
      {canWork && status !== 'deleting' && (
        <Row gap={2} align="start">
          {isFaulty
            ? <Retry {...{ actor, relationship, assignment, onActed }} />
            : <ChangeRoles {...{ actor, relationship, assignment }} />}
          <Remove {...{ actor, relationship, assignment, onActed }} />
        </Row>
      )}
    </Stack>
  )
}

type ActionProps = Omit<Props, 'canWork'>

function ChangeRoles({ actor, relationship, assignment }: Omit<ActionProps, 'onActed'>) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const verdict = canReassign(actor, factsOf(relationship), assignment, rolesOf(relationship), new Date(useNow()))
  return (
    <>
      <ActionButton icon="key" verdict={verdict} onPress={() => setOpen(true)}>{t('delegated-admin.reassign')}</ActionButton>
      <ChangeRolesDialog isOpen={isOpen} actor={actor} relationship={relationship} assignment={assignment} onClose={() => setOpen(false)} />
    </>
  )
}

function Retry({ actor, relationship, assignment, onActed }: ActionProps) {
  const { t } = useWords()
  const now = new Date(useNow())
  return (
    <ConfirmedAction words="delegated-admin.retry" values={{ group: assignment.accessContainer.displayName }} icon="refresh"
      verdict={canUnassign(actor, factsOf(relationship), assignment, now)}
      changes={[
        t('delegated-admin.retry.changes.deleted'),
        t('delegated-admin.retry.changes.anew', { count: assignment.accessDetails.unifiedRoles.length }),
      ]}
      keeps={[t('delegated-admin.retry.keeps')]}
      run={assignAgain} input={{ relationshipId: relationship.id, assignment }} onActed={onActed} />
  )
}

function Remove({ actor, relationship, assignment, onActed }: ActionProps) {
  const { t } = useWords()
  const now = new Date(useNow())
  const { displayName: group } = assignment.accessContainer
  const customer = relationship.customer?.displayName ?? ''
  return (
    <ConfirmedAction words="delegated-admin.unassign" values={{ group }} icon="trash" isFinal
      verdict={canUnassign(actor, factsOf(relationship), assignment, now)}
      changes={[t('delegated-admin.unassign.changes', { group, customer })]}
      keeps={[t('delegated-admin.unassign.keeps.relationship'), t('delegated-admin.unassign.keeps.others')]}
      run={removeAssignment} input={{ relationshipId: relationship.id, assignment }} onActed={onActed} />
  )
}
