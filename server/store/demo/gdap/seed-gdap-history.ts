import type { Transaction } from 'kysely'
import { approvalDetails } from '../../../../domain/gdap/approval-record.ts'
import type { GdapRelationship } from '../../../../domain/gdap/relationship.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Role } from '../../../../domain/session/roles.ts'
import type { Database } from '../../sql/tables/database.ts'
import { demoId } from '../demo-ids.ts'
import { demoPeople } from '../demo-people.ts'

/** Follows the events of the scene's invitations. */
const firstEvent = 10_000
const people: readonly Actor[] = Object.values(demoPeople)

const personOf = (tenantId: string | undefined, role: Role): Actor | undefined =>
  people.find(({ user, organization }) => organization.tenantId === tenantId && user.roles.includes(role))

/** Writes the history of relationships whose customer uses the portal, for both sides. */
export async function seedGdapHistory(trx: Transaction<Database>, relationships: readonly GdapRelationship[]): Promise<void> {
  const events = relationships.flatMap(eventsOf)
  const rows = events.map((event, position) => ({ ...event, id: demoId('event', firstEvent + position) }))
  await trx.insertInto('audit_events').values(rows).execute()
}

function eventsOf(relationship: GdapRelationship) {
  const { id, partner, customer } = relationship
  const maker = personOf(partner.tenantId, 'admin_agent')
  const approver = personOf(customer?.tenantId, 'global_admin')
  if (!maker || !approver || relationship.status === 'created') return []
  return historyOf(relationship, maker, approver).flatMap(({ action, at, by }) =>
    (action === 'created' ? [maker] : [maker, approver]).map(({ organization }) => ({
      organization_id: organization.id,
      at,
      action: `gdap.${action}`,
      noun: 'delegated-admin',
      noun_id: id,
      performed_by: by?.user.displayName ?? '',
      organization_name: by?.organization.displayName ?? '',
      details: JSON.stringify(action === 'approved' ? approvalDetails(approver.organization.displayName, relationship) : {}),
    })),
  )
}

type DemoEvent = { action: string; at: string; by?: Actor }

/** Time-driven events have no author. */
function historyOf({ status, since, createdDateTime, activatedDateTime }: GdapRelationship, maker: Actor, approver: Actor): DemoEvent[] {
  const history: DemoEvent[] = [
    { action: 'created', at: createdDateTime, by: maker },
    { action: 'finalised', at: status === 'approvalPending' ? since : createdDateTime, by: maker },
  ]
  if (activatedDateTime !== null)
    history.push({ action: 'approved', at: activatedDateTime, by: approver }, { action: 'activated', at: activatedDateTime })
  if (status === 'terminated') history.push({ action: 'termination_requested', at: since, by: approver })
  if (['expiring', 'expired', 'terminated'].includes(status)) history.push({ action: status, at: since })
  return history
}
