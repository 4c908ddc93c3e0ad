import type { Kysely, Transaction } from 'kysely'
import type { PartnerRow } from '../../../domain/relationships/partner-row.ts'
import { type Standing, standingOf } from '../../../domain/relationships/standing.ts'
import { rowsOfTenant } from '../customers/rows.ts'
import { refFrom } from '../invitations/row.ts'
import { byName, rootOrder } from '../sql/name-order.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'

const changed = 'The customer’s partners have changed meanwhile'

/**
 * Serialises decisions about one tenant's partners until the transaction ends, so that two exclusive ones cannot both hold (BR-06, BR-23).
 * Returns the tenant's id; throws StaleWrite when the partners have changed.
 */
export async function holdStanding(trx: Transaction<Database>, customer: Scope, seen: Standing): Promise<string> {
  const { tenant_id: tenantId } = await trx
    .selectFrom('organizations')
    .select('tenant_id')
    .where('id', '=', customer.organizationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  if (standingOf(await partnerRows(trx, tenantId)) !== seen) throw new StaleWrite(changed)
  return tenantId
}

/** Serialises the same decisions for invitations of tenants as they were seen. Throws StaleWrite when the partners have changed. */
export async function holdSeenStandings(
  trx: Transaction<Database>, seen: readonly (readonly [string, Standing])[],
): Promise<void> {
  if (seen.length === 0) return
  const tenants = seen.map(([tenantId]) => tenantId)
  await trx.selectFrom('organizations').select('id').where('tenant_id', 'in', tenants).orderBy('id').forShare().execute()
  for (const [tenantId, standing] of seen)
    if (standingOf(await partnerRows(trx, tenantId)) !== standing) throw new StaleWrite(changed)
}

export async function partnerRows(db: Kysely<Database>, tenantId: string): Promise<PartnerRow[]> {
  const rows = await rowsOfTenant(db, tenantId)
    .innerJoin('organizations as partner', 'partner.id', 'works.partner_id')
    .leftJoin('admin_requests as request', (join) =>
      join.onRef('request.tenant_id', '=', 'works.tenant_id').onRef('request.reseller_id', '=', 'works.partner_id'),
    )
    .leftJoin('organizations as owner', (join) => join.onRef('owner.id', '=', 'line.owner_id').onRef('owner.id', '<>', 'works.partner_id'))
    .leftJoin('organizations as asking', 'asking.id', 'request.owner_id')
    .select(['works.since', 'works.transacts', 'line.relation', 'line.basis', 'line.dap', 'line.gdap_active', 'line.gdap_next_end'])
    .select(['partner.id', 'partner.tenant_id', 'partner.display_name', 'partner.kind', 'partner.mpn_id'])
    .select(['owner.id as owner_id', 'owner.tenant_id as owner_tenant_id', 'owner.display_name as owner_name'])
    .select(['request.asked_at', 'asking.display_name as asking_name'])
    .orderBy(byName('partner.display_name', rootOrder))
    .orderBy('partner.id')
    .execute()
  return rows.map((row) => ({
    partner: { id: row.id, tenantId: row.tenant_id, displayName: row.display_name },
    kind: row.kind,
    partnerId: row.mpn_id,
    since: row.since,
    transacts: row.transacts,
    worksFor: row.transacts ? null : refFrom(row.owner_id, row.owner_tenant_id, row.owner_name),
    relationshipToPartner: row.relation,
    basis: row.basis,
    allowDelegatedAccess: row.dap,
    gdap: { active: row.gdap_active, nextEndDateTime: row.gdap_next_end },
    dapRequest: row.asked_at === null || row.asking_name === null ? null : { at: row.asked_at, by: row.asking_name },
  }))
}
