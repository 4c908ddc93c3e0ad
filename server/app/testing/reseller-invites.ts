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

/** Deeds of providers and resellers that invite and join each other; `unknown` is invited anew. */
export async function resellerDeeds(world: World, unknown: { tenantId: string; displayName: string }) {
  // What is on record stays; unsaid, it can be said again.
  await world.db.updateTable('partner_facts').set({ agreement_signed: false, agreement_said: null })
    .where('organization_id', '=', organizationId('alpine')).execute()
  const agreement = { signedBy: 'Li Wei', signedOn: '2026-01-15' }
  const invite = async (tenant: CompanyKey) => `/reseller-invites/${(await giveInvite(world, 'contoso', tenant)).split('/')[3]}`
  const admin = { by: 'provider.admin', headers: { 'If-Match': '*' } } as const
  return {
    'POST /reseller-invites': { ...admin, body: unknown },
    'POST /reseller-invites/{id}/link': { ...admin, path: `${await invite('coho')}/link` },
    'POST /reseller-invites/{id}/withdraw': { ...admin, path: `${await invite('margie')}/withdraw` },
    'POST /organization/agreement': { by: 'reseller-cn.globaladmin', body: agreement },
    'GET /joining/{providerId}/{inviteId}/{token}': { by: 'newcustomer.globaladmin', path: await giveInvite(world, 'contoso', 'lamna') },
    'POST /joining/{providerId}/{inviteId}/{token}/authorize': {
      by: 'reseller2.globaladmin', path: `${await giveInvite(world, 'contoso', 'proseware')}/authorize`, body: { consent: true },
    },
    'POST /joining/{providerId}/{inviteId}/{token}/decline': {
      by: 'reseller-cn.globaladmin', path: `${await giveInvite(world, 'woodgrove', 'alpine')}/decline`,
    },
  } as const
}
