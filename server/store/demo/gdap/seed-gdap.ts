import type { Transaction } from 'kysely'
import type { CustomerRecord } from '../../../../domain/customers/customer.ts'
import type { GdapRelationship } from '../../../../domain/gdap/relationship.ts'
import { standingStatuses } from '../../../../domain/gdap/states.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import { newAssignmentRow } from '../../gdap/assignments.ts'
import { gdapKeys, keepGdapMoments, newGdapRow } from '../../gdap/row.ts'
import type { Database } from '../../sql/tables/database.ts'
import { demoGdap } from './demo-gdap.ts'
import { dice, tenantIdFrom } from '../demo-ids.ts'
import { demoOrganizations as at } from '../demo-organizations.ts'
import { scene } from '../scene.ts'
import { seedGdapHistory } from './seed-gdap-history.ts'

const day = 24 * 60 * 60 * 1000
const groupNames = ['AdminAgents', 'HelpdeskAgents', 'Tier 2 support', 'Escalation engineers'] as const

type Group = { organization_id: string; id: string; display_name: string }

/** Seeds relationships, groups and assignments after the customer lists, which agree with them. */
export async function seedGdap(
  trx: Transaction<Database>, lists: readonly (readonly [Organization, readonly CustomerRecord[]])[], now: Date,
): Promise<void> {
  const roll = dice(20260101)
  const groups = [at.contoso, at.litware, at.proseware, at.adatum].flatMap(({ id }) =>
    groupNames.map((name): Group => ({ organization_id: id, id: tenantIdFrom(roll), display_name: name })),
  )
  await trx.insertInto('partner_groups').values(groups).execute()
  const relationships = demoGdap(lists, now)
  await trx.insertInto('gdap_relationships').values(relationships.map((each) => newGdapRow(each, 'Jiwoo Han'))).execute()
  await keepGdapMoments(trx, gdapKeys(relationships.map(({ id, partner }) => ({ id, partner_id: partner.id }))))
  await trx.insertInto('gdap_directory').values(relationships.map(({ id, partner }) => ({ id, partner_id: partner.id }))).execute()
  await trx.insertInto('gdap_of_tenants').values(relationships.flatMap(seenByTenants)).execute()
  const assigned = relationships.flatMap((each, position) => assignments(each, position, groups, now))
  await trx.insertInto('gdap_assignments').values(assigned).execute()
  await seedGdapHistory(trx, relationships)
}

/** The tenants that see it. */
export const seenByTenants = ({ id, partner, customer, status, createdDateTime, indirectProviderTenantId: provider }: GdapRelationship) =>
  [...(customer && status !== 'created' ? [customer.tenantId] : []), ...(provider === null ? [] : [provider])].map((tenantId) => ({
    tenant_id: tenantId, id, partner_id: partner.id, created_at: createdDateTime,
  }))

/** One or two groups each; every sixth relationship has none, one waits since last week, one failed (section 5.4). */
function assignments({ id, partner, status, roles, ...dates }: GdapRelationship, position: number, groups: readonly Group[], now: Date) {
  const own = groups.filter((group) => group.organization_id === partner.id)
  const isTailspins = id === scene.standingOfTailspin.id
  if (!standingStatuses.includes(status) || (position % 6 === 2 && !isTailspins)) return []
  const roll = dice(position + 1)
  const chosen = own.slice(1, position % 4 === 0 ? 3 : 2)
  return chosen.map((group, index) => {
    const isStuck = position === 12 && index === 1
    const isFailed = position === 16 && index === 1
    const moment = isStuck ? new Date(now.getTime() - 6 * day).toISOString() : (dates.activatedDateTime ?? dates.createdDateTime)
    return newAssignmentRow(partner.id, {
      id: tenantIdFrom(roll),
      relationshipId: id,
      group: { id: group.id, displayName: group.display_name },
      roles: index === 0 ? roles : roles.slice(0, 2),
      status: isStuck ? 'pending' : isFailed ? 'error' : 'active',
      since: moment,
      createdDateTime: moment,
      lastModifiedDateTime: moment,
      version: 1,
    })
  })
}
