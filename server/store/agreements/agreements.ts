import type { Kysely } from 'kysely'
import { canAttestAnew } from '../../../domain/agreements/rules.ts'
import type { Agreement, Attestation, OwnAgreement } from '../../../domain/agreements/schemas.ts'
import { calendarOf } from '../../../domain/calendar/days.ts'
import { opensTenant } from '../../../domain/relationships/basis.ts'
import { holdRows } from '../customers/rows.ts'
import type { Database } from '../sql/tables/database.ts'
import type { LinkScope, Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { tenantOf } from '../organizations/organizations.ts'
import { inSightOf } from '../relationships/tenant-sight.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'

/** A tenant's agreement without its cloud's policy. */
export type AgreementFacts = Omit<Agreement, 'applies'>

/** A tenant's own agreement without its cloud's policy. */
type OwnAgreementFacts = {
  acceptedOn: OwnAgreement['acceptedOn']
  attestations: Omit<OwnAgreement['attestations'][number], 'basis'>[]
}

const none: AgreementFacts = { status: 'none', basis: null, by: null, contact: null, dateAgreed: null }
const mostAttestations = 200

const dayIn = (zone: string, at: string): string => calendarOf(zone).dayAt(Date.parse(at))

/** Counts days in `zone`; UTC by default. */
export const agreements = (db: Kysely<Database>) => ({
  /** A tenant's agreement by its own acceptance or the scope's attestation, for its partners; `none` for others. */
  of: async (scope: Scope, tenantId: string, zone?: string): Promise<AgreementFacts> =>
    isUuid(tenantId) && (await inSightOf(db, scope, tenantId)) ? agreementFor(db, scope.organizationId, tenantId, zone) : none,

  /**
   * Keeps the scope's first attestation; repeating it is no error (section 4.1, 600061). StaleWrite out of sight and where another stands.
   */
  attest: (
    scope: Scope, tenantId: string, attestation: Attestation, write: Write<AgreementFacts>, zone?: string,
  ): Promise<AgreementFacts> =>
    writing(db, scope.organizationId, write, async (trx) => {
      await holdRows(trx, scope.organizationId, [{ id: tenantId, is: ({ basis }) => opensTenant(basis) }])
      const ids = { tenant_id: tenantId, partner_id: scope.organizationId }
      await trx
        .insertInto('partner_attestations')
        .values({ ...ids, at: write.at, attestation: JSON.stringify(attestation) })
        .onConflict((conflict) => conflict.columns(['partner_id', 'tenant_id']).doNothing())
        .execute()
      await trx
        .insertInto('attestation_inbox')
        .values(ids)
        .onConflict((conflict) => conflict.columns(['tenant_id', 'partner_id']).doNothing())
        .execute()
      const standing = await agreementFor(trx, scope.organizationId, tenantId, zone)
      if (!canAttestAnew(standing, attestation).allowed) throw new StaleWrite('Another attestation came first')
      return standing
    }),

  /** Whether the scope's tenant has accepted, and who attested it (at most 200, newest first). */
  own: async (scope: Scope, zone = 'UTC'): Promise<OwnAgreementFacts> => {
    const itself = await db
      .selectFrom('organizations')
      .leftJoin('customer_agreements as direct', 'direct.organization_id', 'organizations.id')
      .select(['organizations.tenant_id', 'direct.accepted_at'])
      .where('organizations.id', '=', scope.organizationId)
      .executeTakeFirstOrThrow()
    const rows = await db
      .selectFrom('attestation_inbox as inbox')
      .innerJoin('partner_attestations as said', (join) =>
        join.onRef('said.partner_id', '=', 'inbox.partner_id').onRef('said.tenant_id', '=', 'inbox.tenant_id'),
      )
      .innerJoin('organizations as partner', 'partner.id', 'inbox.partner_id')
      .select(['partner.id', 'partner.tenant_id', 'partner.display_name', 'said.at', 'said.attestation'])
      .where('inbox.tenant_id', '=', itself.tenant_id)
      .orderBy('said.at', 'desc')
      .orderBy('partner.id')
      .limit(mostAttestations)
      .execute()
    return {
      acceptedOn: itself.accepted_at && dayIn(zone, itself.accepted_at),
      attestations: rows.map(({ id, tenant_id: tenantId, display_name: displayName, at, attestation: { dateAgreed, ...contact } }) => ({
        partner: { id, tenantId, displayName }, at, contact, dateAgreed,
      })),
    }
  },
})

const acceptedItself = (db: Kysely<Database>, tenantId: string) =>
  db
    .selectFrom('customer_agreements')
    .innerJoin('organizations', 'organizations.id', 'customer_agreements.organization_id')
    .select('customer_agreements.accepted_at')
    .where('organizations.tenant_id', '=', tenantId)
    .executeTakeFirst()

const saidBy = (db: Kysely<Database>, partnerId: string, tenantId: string) =>
  db
    .selectFrom('partner_attestations')
    .select('attestation')
    .where((eb) => eb.and({ partner_id: partnerId, tenant_id: tenantId }))
    .executeTakeFirst()

/** A customer's acceptance counts for every partner, an attestation for its partner alone (BR-66). */
async function agreementFor(db: Kysely<Database>, partnerId: string, tenantId: string, zone = 'UTC'): Promise<AgreementFacts> {
  const direct = await acceptedItself(db, tenantId)
  if (direct) {
    const dateAgreed = dayIn(zone, direct.accepted_at)
    return { status: 'accepted', basis: 'accepted', by: 'customer', contact: null, dateAgreed }
  }
  const attested = await saidBy(db, partnerId, tenantId)
  if (!attested) return none
  const { dateAgreed, ...contact } = attested.attestation
  return { status: 'accepted', basis: 'said_by_partner', by: 'partner', contact, dateAgreed }
}

/** Whether the invitation's owner may rely on the agreement of an organisation's tenant (BR-35, BR-66). */
export async function hasAgreement(db: Kysely<Database>, { ownerId }: LinkScope, customer: Scope): Promise<boolean> {
  return (await agreementFor(db, ownerId, await tenantOf(db, customer))).status === 'accepted'
}
