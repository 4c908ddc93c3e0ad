import type { Kysely, Selectable } from 'kysely'
import type { ProgrammeAgreement } from '../../../domain/programme-agreement/schemas.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { shownDomain } from '../../../domain/words-of-others/domain-name.ts'
import type { Database } from '../sql/tables/database.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import type { Scope } from '../scope.ts'

type Row = Omit<Selectable<Database['organizations']>, 'name_looks'>

type Facts = Omit<Selectable<Database['partner_facts']>, 'organization_id'>

/** BR-51, BR-54a, BR-54e. */
export type ProgrammeFacts = {
  agreementSigned: boolean
  agreementBasis?: NonNullable<ProgrammeAgreement['basis']>
  isTransitioning: boolean
  globalAccountId?: string
}

export const organizationOf = (row: Row): Organization => ({
  id: row.id,
  tenantId: row.tenant_id,
  displayName: row.display_name,
  domain: shownDomain(row.domain),
  kind: row.kind,
  cloud: row.cloud,
  country: row.country,
  ...(row.mpn_id === null ? {} : { partnerId: row.mpn_id }),
  ...(row.visiting_since === null ? {} : { isVisiting: true as const }),
})

/** Serialises decisions about what an organisation has, so that two cannot both take the last place, until the transaction ends. */
export const oneAfterAnother = (trx: Kysely<Database>, { organizationId }: Pick<Scope, 'organizationId'>): Promise<unknown> =>
  trx.selectFrom('organizations').select('id').where('id', '=', organizationId).forNoKeyUpdate().execute()

export async function tenantOf(db: Kysely<Database>, { organizationId }: Scope): Promise<string> {
  const row = await db.selectFrom('organizations').select('tenant_id').where('id', '=', organizationId).executeTakeFirstOrThrow()
  return row.tenant_id
}

export const organizations = (db: Kysely<Database>) => ({
  /** For rules on the server alone (BR-21, BR-54c). */
  findByTenant: async (tenantId: string): Promise<Organization | undefined> => {
    if (!isUuid(tenantId)) return undefined
    const row = await db
      .selectFrom('organizations').selectAll().where('tenant_id', '=', tenantId).where('visiting_since', 'is', null).executeTakeFirst()
    return row && organizationOf(row)
  },
  /** Whether a partner has this PartnerID, and so can be partner of record. */
  hasPartnerId: async (partnerId: string): Promise<boolean> => {
    const row = await db.selectFrom('organizations').select('id').where('mpn_id', '=', partnerId).executeTakeFirst()
    return row !== undefined
  },
  /** A partner by the PartnerID of its location or global account (BR-54a). */
  findReseller: async (partnerId: string): Promise<(Organization & ProgrammeFacts) | undefined> => {
    const row =
      (await partners(db).where('organizations.mpn_id', '=', partnerId).executeTakeFirst()) ??
      (await partners(db).where('partner_facts.global_account_id', '=', partnerId).executeTakeFirst())
    return row && { ...organizationOf(row), ...programmeFactsOf(row) }
  },

  programmeFacts: async (scope: Scope): Promise<ProgrammeFacts> => {
    const row = await partners(db).where('organizations.id', '=', scope.organizationId).executeTakeFirst()
    return row ? programmeFactsOf(row) : { agreementSigned: false, isTransitioning: false }
  },
})

const partners = (db: Kysely<Database>) =>
  db
    .selectFrom('organizations')
    .leftJoin('partner_facts', 'partner_facts.organization_id', 'organizations.id')
    .selectAll('organizations')
    .select([
      'partner_facts.agreement_signed', 'partner_facts.agreement_said', 'partner_facts.global_account_id', 'partner_facts.transitioning',
    ])
    .where('organizations.kind', '<>', 'customer')

/** Whether the Microsoft Partner Agreement is on record, and on whose word. */
export const agreementOf = (row: { agreement_signed: boolean | null; agreement_said: ProgrammeAgreement['said'] }) =>
  row.agreement_signed === true
    ? { agreementSigned: true, agreementBasis: row.agreement_said ? 'said_by_partner' as const : 'confirmed' as const }
    : { agreementSigned: false }

/** Defaults of a partner without facts. */
const programmeFactsOf = (row: { [Fact in keyof Facts]: Facts[Fact] | null }): ProgrammeFacts => ({
  ...agreementOf(row),
  isTransitioning: row.transitioning === true,
  ...(row.global_account_id === null ? {} : { globalAccountId: row.global_account_id }),
})
