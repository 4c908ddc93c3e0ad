import { type Expression, type Kysely, type Selectable, sql } from 'kysely'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { undescribed } from '../../../domain/customers/description.ts'
import { shownDomain } from '../../../domain/words-of-others/domain-name.ts'
import { refFrom } from '../invitations/row.ts'
import type { Database } from '../sql/tables/database.ts'

type StoredCustomerRow = Selectable<Database['customers']>

const shownColumns = [
  'line.id', 'line.company_name', 'line.domain', 'line.aliases', 'line.country', 'line.relation', 'line.relation_text', 'line.basis',
  'line.owner_id', 'line.reseller_id', 'line.dap', 'line.gdap_active', 'line.gdap_next_end', 'line.last_event_at',
  'line.name_key', 'line.version', 'line.alias', 'line.tags',
] as const

/** Without what is for the index of the search alone: sorted rows hold it, too. */
export const listedColumns = [
  'partner_id', 'id', 'company_name', 'domain', 'aliases', 'country', 'relation', 'relation_text', 'basis', 'owner_id', 'reseller_id',
  'dap', 'gdap_active', 'gdap_next_end', 'last_event_at', 'name_key', 'search_text', 'version', 'alias',
  'tags',
] as const

type ListedRow = Pick<StoredCustomerRow, (typeof listedColumns)[number]>

/** Adds the organisations that the rows name. */
export const customersAt = (db: Kysely<Database>, rows: Expression<ListedRow>) =>
  db
    .selectFrom(sql<ListedRow>`${rows}`.as('line'))
    .leftJoin('organizations as owner', 'owner.id', 'line.owner_id')
    .leftJoin('organizations as reseller', 'reseller.id', 'line.reseller_id')
    .leftJoin('customer_claims as claim', (join) =>
      join.onRef('claim.tenant_id', '=', 'line.id').onRef('claim.partner_id', '=', 'line.partner_id').on('claim.stands', '=', true),
    )
    .select(shownColumns)
    .select([
      'owner.tenant_id as owner_tenant_id',
      'owner.display_name as owner_name',
      'reseller.tenant_id as reseller_tenant_id',
      'reseller.display_name as reseller_name',
      'claim.disputed_at',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof customersAt>['execute']>>[number]

export const customerOf = (row: Row): CustomerRecord => ({
  id: row.id,
  companyProfile: { tenantId: row.id, domain: shownDomain(row.domain), companyName: row.company_name },
  alias: row.alias,
  tags: row.tags ?? [],
  aliases: row.aliases,
  country: row.country,
  relationshipToPartner: row.relation,
  relationshipText: row.relation_text,
  basis: row.basis,
  disputedAt: row.disputed_at,
  owner: refFrom(row.owner_id, row.owner_tenant_id, row.owner_name),
  reseller: refFrom(row.reseller_id, row.reseller_tenant_id, row.reseller_name),
  allowDelegatedAccess: row.dap,
  gdap: { active: row.gdap_active, nextEndDateTime: row.gdap_next_end },
  lastEventAt: row.last_event_at,
  version: row.version,
})

/** A stored row without its derived columns. */
export type CustomerRow = Omit<StoredCustomerRow, 'name_key' | 'search_text' | 'search_grams' | 'tags'> & { tags: string[] }

/** What a partner says of its own row, which none of another partner's follows. */
export const descriptionIn = ({ alias, notes, tags }: Pick<CustomerRow, 'alias' | 'notes' | 'tags'>) => ({ alias, notes, tags })

export const noDescription = () => ({ ...undescribed(), notes: null })

/** A new row's DAP is granted with it. */
export const customerRowOf = (partnerId: string, customer: CustomerRecord): CustomerRow => ({
  partner_id: partnerId,
  id: customer.id,
  company_name: customer.companyProfile.companyName,
  domain: customer.companyProfile.domain,
  alias: customer.alias,
  notes: null,
  tags: customer.tags,
  aliases: customer.aliases,
  country: customer.country,
  relation: customer.relationshipToPartner,
  relation_text: customer.relationshipText,
  basis: customer.basis,
  owner_id: customer.owner?.id ?? null,
  reseller_id: customer.reseller?.id ?? null,
  dap: customer.allowDelegatedAccess,
  dap_since: customer.allowDelegatedAccess ? customer.lastEventAt : null,
  gdap_active: customer.gdap.active,
  gdap_next_end: customer.gdap.nextEndDateTime,
  last_event_at: customer.lastEventAt,
  version: customer.version,
})

/** Lists earlier names once each, without the present one. */
export const aliasesOf = (companyName: string, earlier: readonly string[]): string[] =>
  [...new Set(earlier)].filter((name) => name !== companyName)
