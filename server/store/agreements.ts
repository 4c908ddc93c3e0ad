import { type Kysely, sql } from 'kysely'
import type { Agreement } from '../../domain/agreements/schemas.ts'
import type { Database } from './schema/database.ts'
import type { Scope } from './scope.ts'
import { StaleWrite, type Store } from './store.ts'
import { inSightOf } from './tenant-sight.ts'
import { isUuid } from './uuid-v7.ts'
import { writing } from './write.ts'

/** The agreement of a tenant, without what its cloud says of it. */
export type AgreementFacts = Omit<Agreement, 'applies'>

const none: AgreementFacts = { status: 'none', by: null, contact: null, dateAgreed: null }

export const agreements = (db: Kysely<Database>): Store['agreements'] => ({
  of: async (scope, tenantId) => (isUuid(tenantId) && (await inSightOf(db, scope, tenantId)) ? agreementOf(db, tenantId) : none),

  attest: (scope, tenantId, attestation, write) =>
    writing(db, scope.organizationId, write, async (trx) => {
      if (!isUuid(tenantId) || !(await inSightOf(trx, scope, tenantId))) throw new StaleWrite('The customer is no longer in the list')
      await trx
        .insertInto('attestations')
        .values({ tenant_id: tenantId, partner_id: scope.organizationId, at: write.at, attestation: JSON.stringify(attestation) })
        .onConflict((conflict) => conflict.column('tenant_id').doNothing())
        .execute()
      return agreementOf(trx, tenantId)
    }),
})

async function agreementOf(db: Kysely<Database>, tenantId: string): Promise<AgreementFacts> {
  const direct = await db
    .selectFrom('customer_agreements')
    .innerJoin('organizations', 'organizations.id', 'customer_agreements.organization_id')
    .select('customer_agreements.accepted_at')
    .where('organizations.tenant_id', '=', tenantId)
    .executeTakeFirst()
  if (direct) return { status: 'accepted', by: 'customer', contact: null, dateAgreed: direct.accepted_at.slice(0, 10) }
  const attested = await db.selectFrom('attestations').select('attestation').where('tenant_id', '=', tenantId).executeTakeFirst()
  if (!attested) return none
  const { dateAgreed, ...contact } = attested.attestation
  return { status: 'accepted', by: 'partner', contact, dateAgreed }
}

/** The agreement of the tenant behind an organisation (BR-35, BR-66). */
export async function hasAgreement(db: Kysely<Database>, scope: Scope): Promise<boolean> {
  const row = await db
    .selectFrom('organizations')
    .select('tenant_id')
    .where('id', '=', scope.organizationId)
    .where(
      sql<boolean>`(exists (select 1 from customer_agreements as direct where direct.organization_id = organizations.id)
        or exists (select 1 from attestations where attestations.tenant_id = organizations.tenant_id))`,
    )
    .executeTakeFirst()
  return row !== undefined
}
