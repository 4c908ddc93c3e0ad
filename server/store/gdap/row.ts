import { type Expression, type Kysely, sql } from 'kysely'
import { dueAt, remindAt } from '../../../domain/gdap/due.ts'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { globalAdministrator } from '../../../domain/gdap/roles/catalogue.ts'
import { cleanedUpAt, onBoardAt } from '../../../domain/gdap/term/expiry.ts'
import { confirmsRelation } from '../../../domain/relationships/basis.ts'
import { shownDomain } from '../../../domain/words-of-others/domain-name.ts'
import { searchColumnsOf } from '../sql/fold.ts'
import { writeMoments } from '../sql/moments.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

/** A relationship with what is known beside it. */
export type GdapRecord = GdapRelationship & {
  /** Who else is told: the organisations behind the tenants that it names, where they are known here. */
  customerOrganizationId: string | null
  providerOrganizationId: string | null
  providerName: string | null
  /** Whether the partner may sell to the customer (BR-101). */
  hasResellerRelationship: boolean
  hasDap: boolean
  /** What tells the partner apart from another of its name. */
  partnerProfile: { domain: string; country: string }
  activeAssignments: number
}

/** The key of a relationship: whose it is, and its id. */
type Key = { partner_id: string; id: string }
/** As a sub-query finds it. */
type Keys = Expression<Key>

/** BR-79, BR-95: what is not cleaned up. */
export const isKept = (now: string) => sql<boolean>`(gdap.cleaned_up_at is null or gdap.cleaned_up_at > ${now})`

const activeOf = sql<number>`(
  select count(*)::int from gdap_assignments as assigned
  where assigned.partner_id = gdap.partner_id and assigned.relationship_id = gdap.id and assigned.status = 'active'
)`

/** The relationships with these keys, with the organisations they name and the partner's line of the customer. */
export const gdapAt = (db: Kysely<Database>, keys: Keys) =>
  db
    .selectFrom(sql<Key>`${keys}`.as('sought'))
    .innerJoin('gdap_relationships as gdap', (join) =>
      join.onRef('gdap.partner_id', '=', 'sought.partner_id').onRef('gdap.id', '=', 'sought.id'),
    )
    .innerJoin('organizations as partner', 'partner.id', 'gdap.partner_id')
    .leftJoin('organizations as customer', 'customer.tenant_id', 'gdap.customer_tenant_id')
    .leftJoin('organizations as provider', 'provider.tenant_id', 'gdap.provider_tenant_id')
    .leftJoin('customers as line', (join) =>
      join.onRef('line.partner_id', '=', 'gdap.partner_id').onRef('line.id', '=', 'gdap.customer_tenant_id'),
    )
    .selectAll('gdap')
    .select([
      'partner.tenant_id as partner_tenant_id',
      'partner.display_name as partner_name',
      'partner.domain as partner_domain',
      'partner.country as partner_country',
      'customer.id as customer_organization_id',
      'provider.id as provider_organization_id',
      'provider.display_name as provider_name',
      'line.relation',
      'line.basis',
      'line.dap',
      activeOf.as('active_assignments'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof gdapAt>['execute']>>[number]

export const gdapOf = (row: Row): GdapRecord => ({
  id: row.id,
  partner: { id: row.partner_id, tenantId: row.partner_tenant_id, displayName: row.partner_name },
  displayName: row.display_name,
  duration: row.duration,
  customer: row.customer_tenant_id === null ? null : { tenantId: row.customer_tenant_id, displayName: row.customer_name ?? '' },
  roles: row.roles,
  status: row.status,
  since: row.since,
  autoExtendDuration: row.auto_extend,
  createdDateTime: row.created_at,
  lastModifiedDateTime: row.modified_at,
  activatedDateTime: row.activated_at,
  endDateTime: row.end_at,
  indirectProviderTenantId: row.provider_tenant_id,
  isPartnerConsentPending: row.consent_pending,
  version: row.version,
  customerOrganizationId: row.customer_organization_id,
  providerOrganizationId: row.provider_organization_id,
  providerName: row.provider_name,
  hasResellerRelationship: row.relation === 'reseller' && row.basis !== null && confirmsRelation(row.basis),
  hasDap: row.dap === true,
  partnerProfile: { domain: shownDomain(row.partner_domain), country: row.partner_country },
  activeAssignments: row.active_assignments,
})

/** All that changes after it was made. */
export const changingGdap = (relationship: GdapRelationship) => ({
  display_name: relationship.displayName,
  duration: relationship.duration,
  customer_tenant_id: relationship.customer?.tenantId ?? null,
  customer_name: relationship.customer?.displayName ?? null,
  roles: JSON.stringify(relationship.roles),
  has_global_administrator: relationship.roles.includes(globalAdministrator),
  status: relationship.status,
  since: relationship.since,
  auto_extend: relationship.autoExtendDuration,
  modified_at: relationship.lastModifiedDateTime,
  activated_at: relationship.activatedDateTime,
  end_at: relationship.endDateTime,
  consent_pending: relationship.isPartnerConsentPending,
  ...searchColumnsOf(relationship.partner.id, [
    relationship.displayName, relationship.customer?.displayName, relationship.customer?.tenantId,
  ]),
})

/** Days before its end at which somebody was reminded of it. */
export const remindersGiven = sql<number[]>`coalesce((
  select jsonb_agg(given.days) from gdap_reminders as given
  where given.partner_id = gdap.partner_id and given.relationship_id = gdap.id and given.end_at = gdap.end_at
), '[]'::jsonb)`

/** Brings what the clock has to do with these relationships in step; to be called after every write of one. Gives them as they are. */
export async function keepGdapMoments(db: Kysely<Database>, keys: Keys): Promise<GdapRecord[]> {
  const rows = await gdapAt(db, keys).select(remindersGiven.as('given')).orderBy('gdap.partner_id').orderBy('gdap.id').execute()
  const found = rows.map((row) => ({ record: gdapOf(row), given: row.given }))
  await writeMoments(db, 'gdap_relationships', found.map(({ record, given }) => ({
    partnerId: record.partner.id,
    id: record.id,
    moments: {
      due_at: dueAt(record), remind_at: remindAt(record, given), cleaned_up_at: cleanedUpAt(record), on_board_at: onBoardAt(record),
    },
  })))
  return found.map(({ record }) => record)
}

/** These keys, whoever sees them. */
export const gdapKeys = (keys: readonly Key[]) => sql<Key>`(
  select partner_id, id from jsonb_to_recordset(${JSON.stringify(keys.map(({ partner_id, id }) => ({ partner_id, id })))}::jsonb)
    as named (partner_id uuid, id text) group by partner_id, id
)`

/** The row of a new one. */
export const newGdapRow = (relationship: GdapRelationship, createdBy: string) => ({
  ...changingGdap(relationship),
  partner_id: relationship.partner.id,
  id: relationship.id,
  created_at: relationship.createdDateTime,
  provider_tenant_id: relationship.indirectProviderTenantId,
  created_by: createdBy,
  version: 1,
})

/** What the tenant of an organisation is told of others' relationships: what it was asked for, and what it made for its reseller. */
const told = (scope: Scope) => sql`
  from organizations as viewer
  join gdap_of_tenants as told on told.tenant_id = viewer.tenant_id and told.partner_id <> viewer.id
  join gdap_relationships as gdap on gdap.partner_id = told.partner_id and gdap.id = told.id
  where viewer.id = ${scope.organizationId} and (gdap.status <> 'created' or gdap.provider_tenant_id = viewer.tenant_id)`

type Seen = {
  columns: Expression<unknown>
  where: Expression<unknown>
  /** What further must be so of the organisation's own, and of those that its tenant is told of. */
  own?: Expression<unknown> | undefined
  others?: Expression<unknown> | undefined
  rest?: Expression<unknown>
}

const always = sql`true`

/** From all that an organisation sees: its own, and what its tenant is told of; `rest` orders and limits each of both. */
export const seenGdap = <Found>(scope: Scope, { columns, where, own = always, others = always, rest = sql`` }: Seen) => sql<Found>`(
  (select ${columns} from gdap_relationships as gdap where gdap.partner_id = ${scope.organizationId} and ${where} and ${own} ${rest})
  union all
  (select ${columns} ${told(scope)} and ${where} and ${others} ${rest})
)`

/** The key of this relationship when the organisation sees it; none otherwise. */
export const gdapKeyWithin = (scope: Scope, id: string, now: string) =>
  seenGdap<Key>(scope, {
    columns: sql`gdap.partner_id, gdap.id`, where: sql`gdap.id = ${id} and ${isKept(now)}`,
  })
