import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import { canAssign, canReadAssignments, canUnassign } from '../../../../domain/gdap/assignments/rules.ts'
import { factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { isAssignmentStuck, manyRoles } from '../../../../domain/gdap/stuck.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { ReasonOnce } from '../../../ui/actions/reasons-once.tsx'
import { useKeptFocus } from '../../../ui/focus/use-kept-focus.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Box, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RelativeTime } from '../../../ui/text/relative-time.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import { ConfirmedAction } from '../confirmed-action.tsx'
import { useRoles } from '../role-queries.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { assignAgain, assignmentQueries, removeAssignment } from './assignment-queries.ts'
import { AssignmentStatus } from './assignment-status.tsx'
import styles from './assignments.module.css'
import { ChangeRoles } from './change-roles.tsx'

type Props = {
  actor: Actor
  relationship: GdapRelationshipDetail
  /** Opened from the card or from advice on the page. */
  isAssigning: boolean
  onAssigning: (isOpen: boolean) => void
  /** The page that explains a group's access. */
  pathLink: string
}

/** Groups, roles and statuses: an approval alone gives nobody access (BR-92). */
export function AssignmentsCard(props: Props) {
  const { t } = useWords()
  const verdict = canReadAssignments(props.actor, props.relationship)
  if (verdict.allowed) return <Assignments {...props} />
  return (
    <Card title={t('delegated-admin.assignments')}>
      <ReasonOnce refusal={verdict} />
    </Card>
  )
}

/** Decides whether the actor may assign at all. */
export const mayAssign = (actor: Actor, relationship: GdapRelationshipDetail, now: Date) =>
  canAssign(actor, factsOf(relationship), { groupId: '', roles: rolesOf(relationship), others: [] }, now)

function Assignments({ actor, relationship, isAssigning, onAssigning, pathLink }: Props) {
  const { t } = useWords()
  const { data, ...query } = useQuery(assignmentQueries.of(relationship.id))
  const verdict = mayAssign(actor, relationship, new Date(useNow()))
  const rows = data?.items ?? []
  const { ref, acted } = useKeptFocus<HTMLDivElement>(
    [relationship.etag, relationship.activeAssignments, ...rows.map(({ id, status }) => `${id} ${status}`)].join(),
  )
  const assign = (
    <ActionButton icon="plus" verdict={verdict} onPress={() => onAssigning(true)}>{t('delegated-admin.assign')}</ActionButton>
  )
  return (
    <Card title={t('delegated-admin.assignments')} action={rows.length > 0 && verdict.allowed && assign}>
      <Stack ref={ref} tabIndex={-1} role="group" aria-label={t('delegated-admin.assignments')} gap={3} quiet>
        {rows.length > 0 && !verdict.allowed && assign}
        {!data ? <NotYet compact query={query} lines={5} />
          : rows.length === 0 ? (
            <EmptyState compact title={t('delegated-admin.assignments.none')}>{t('delegated-admin.assignments.none.text')}</EmptyState>
          ) : (
            <Stack as="ul" gap={4} className={styles.rows}>
              {rows.map((each) => (
                <AssignmentRow key={each.id} {...{ actor, relationship, assignment: each, canWork: verdict.allowed, onActed: acted }} />
              ))}
            </Stack>
          )}
        <Text tone="muted"><Link to={pathLink}>{t('delegated-admin.assignments.why')}</Link></Text>
      </Stack>
      {data && (
        <AssignDialog isOpen={isAssigning} actor={actor} relationship={relationship} others={rows} onActed={acted}
          onClose={() => onAssigning(false)} />
      )}
    </Card>
  )
}

type RowProps = {
  actor: Actor
  relationship: GdapRelationshipDetail
  assignment: AccessAssignmentOnWire
  /** False for readers; the reason is above the rows. */
  canWork: boolean
  onActed: () => void
}

function AssignmentRow({ actor, relationship, assignment, canWork, onActed }: RowProps) {
  const { t, formatList } = useWords()
  const { nameOf, ordered } = useRoles()
  const id = useId()
  const now = new Date(useNow())
  const { accessContainer: { displayName: group }, since, status } = assignment
  const roles = rolesOf(assignment)
  const isStuck = isAssignmentStuck(assignment, now)
  const isFaulty = isStuck || status === 'error'
  const shared = {
    verdict: canUnassign(actor, factsOf(relationship), assignment, now), values: { group },
    input: { relationshipId: relationship.id, assignment }, onActed,
  }
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
          {isFaulty ? (
            <ConfirmedAction words="delegated-admin.retry" {...shared} run={assignAgain} icon="refresh"
              changes={[t('delegated-admin.retry.changes.deleted'), t('delegated-admin.retry.changes.anew', { count: roles.length })]}
              keeps={[t('delegated-admin.retry.keeps')]} />
          ) : <ChangeRoles {...{ actor, relationship, assignment }} />}
          <ConfirmedAction words="delegated-admin.unassign" {...shared} run={removeAssignment} icon="trash" isFinal
            changes={[t('delegated-admin.unassign.changes', { group, customer: relationship.customer?.displayName ?? '' })]}
            keeps={[t('delegated-admin.unassign.keeps.relationship'), t('delegated-admin.unassign.keeps.others')]} />
        </Row>
      )}
    </Stack>
  )
}
