import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { canAssign, canReadAssignments } from '../../../../domain/gdap/assignments/rules.ts'
import { factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { ReasonOnce } from '../../../ui/actions/reasons-once.tsx'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import { useKeptFocus } from '../../../ui/focus/use-kept-focus.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { assignmentQueries } from './assignment-queries.ts'
import { AssignmentRow } from './assignment-row.tsx'
import styles from './assignments.module.css'

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
        {data ? <Rows {...{ actor, relationship, rows, canWork: verdict.allowed, onActed: acted }} />
          : <NotYet compact query={query} lines={5} />}
        <Text tone="muted"><Link to={pathLink}>{t('delegated-admin.assignments.why')}</Link></Text>
      </Stack>
      {data && (
        <AssignDialog isOpen={isAssigning} actor={actor} relationship={relationship} others={rows} onActed={acted}
          onClose={() => onAssigning(false)} />
      )}
    </Card>
  )
}

type RowsProps = {
  actor: Actor; relationship: GdapRelationshipDetail; rows: readonly AccessAssignmentOnWire[]; canWork: boolean; onActed: () => void
}

function Rows({ rows, ...shared }: RowsProps) {
  const { t } = useWords()
  if (rows.length === 0) {
    return <EmptyState compact title={t('delegated-admin.assignments.none')}>{t('delegated-admin.assignments.none.text')}</EmptyState>
  }
  return (
    <Stack as="ul" gap={4} className={styles.rows}>
      {rows.map((each) => <AssignmentRow key={each.id} {...shared} assignment={each} />)}
    </Stack>
  )
}
