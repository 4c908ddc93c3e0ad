import { newInvite } from '../../../domain/joining/invite.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import { joiningTokenOf } from '../secrets.ts'
import { type CompanyKey, companies, organizationId, tenantId } from './people.ts'
import { secretOfTests, type World } from './world.ts'

/** A provider's invitation of this tenant, whoever that is; its link as a path of the API. */
export async function giveInvite(world: World, provider: CompanyKey, invited: CompanyKey): Promise<string> {
  const providerId = organizationId(provider)
  const named = { tenantId: tenantId(invited), displayName: companies[invited].name }
  const invite = newInvite(named, { id: world.newId(), by: 'Somebody', now: world.now() })
  const row: Omit<Database['reseller_invites'], 'partner_id'> = {
    id: invite.id, tenant_id: invite.tenantId, display_name: invite.displayName, state: invite.state, created_at: invite.createdAt,
    created_by: invite.createdBy, over_at: invite.overAt, version: 1,
  }
  await world.db.insertInto('reseller_invites').values({ ...row, partner_id: providerId })
    .onConflict((conflict) => conflict.columns(['partner_id', 'tenant_id']).doUpdateSet(row)).execute()
  const ids = { providerId, inviteId: invite.id }
  return `/joining/${providerId}/${invite.id}/${await joiningTokenOf(secretOfTests, ids)}`
}
