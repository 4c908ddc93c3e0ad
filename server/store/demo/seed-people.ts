import type { Transaction } from 'kysely'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { sortKeyOf } from '../sql/fold.ts'
import type { Database } from '../sql/tables/database.ts'
import { demoId } from './demo-ids.ts'
import { demoCustomers, demoOrganizations, demoOtherPartners } from './demo-organizations.ts'
import { demoPeople } from './demo-people.ts'

const organizations: readonly Organization[] = [
  ...Object.values(demoOrganizations),
  ...Object.values(demoCustomers),
  ...Object.values(demoOtherPartners),
]

/**
 * Makes the organisations and returns whether the scene is new; waits for another process that makes them. Leaves an existing scene as it
 * is.
 */
export async function seedOrganizations(trx: Transaction<Database>): Promise<boolean> {
  const [first, ...others] = organizations.map((organization) => ({
    id: organization.id,
    tenant_id: organization.tenantId,
    display_name: organization.displayName,
    domain: organization.domain,
    kind: organization.kind,
    cloud: organization.cloud,
    country: organization.country,
    mpn_id: organization.partnerId ?? null,
  }))
  if (!first) return false
  const made = await trx
    .insertInto('organizations')
    .values(first)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await trx.insertInto('organizations').values(others).execute()
  return made !== undefined
}

export async function seedPeople(trx: Transaction<Database>): Promise<void> {
  const people = Object.entries(demoPeople)
  await trx
    .insertInto('users')
    .values(
      people.map(([, { user, organization }]) => ({
        organization_id: organization.id,
        id: user.id,
        display_name: user.displayName,
        email: user.email,
        roles: JSON.stringify(user.roles),
        locale: user.locale,
      })),
    )
    .execute()
  await trx
    .insertInto('user_directory')
    .values(
      people.map(([persona, { user, organization }], position) => ({
        user_id: user.id,
        organization_id: organization.id,
        persona,
        persona_position: position,
      })),
    )
    .execute()
}

type Pair = { id: string; provider: Organization; reseller: Organization }

const pairsOf = (pairs: readonly (readonly [Organization, Organization])[], from: number): Pair[] =>
  pairs.map(([provider, reseller], position) => ({ id: demoId('partnership', from + position), provider, reseller }))

const { contoso, litware, adatum, fabrikam, wingtip, woodgrove, alpine } = demoOrganizations

/** The partnerships between the personas' organisations. */
export const seedPartnerships = (trx: Transaction<Database>, createdAt: string): Promise<void> =>
  insertPartnerships(trx, pairsOf([[contoso, litware], [fabrikam, wingtip], [woodgrove, alpine]], 1), createdAt)

/** Partnerships with the other partners; Adatum Direct is becoming an indirect reseller (BR-54e). */
export const seedOtherPartnerships = (trx: Transaction<Database>, createdAt: string): Promise<void> =>
  insertPartnerships(
    trx,
    pairsOf([[demoOtherPartners.wideWorldBrazil, adatum], [demoOtherPartners.trey, demoOtherPartners.bellows]], 11),
    createdAt,
  )

async function insertPartnerships(trx: Transaction<Database>, pairs: readonly Pair[], createdAt: string): Promise<void> {
  await trx
    .insertInto('partnerships')
    .values(
      pairs.map(({ id, provider, reseller }) => ({
        partner_id: provider.id,
        id,
        reseller_id: reseller.id,
        reseller_name_key: sortKeyOf(reseller.displayName),
        state: 'active' as const,
        rank: 0,
        created_at: createdAt,
        version: 1,
      })),
    )
    .execute()
  await trx
    .insertInto('partnership_inbox')
    .values(
      pairs.map(({ id, provider, reseller }) => ({
        partner_id: reseller.id,
        partnership_id: id,
        provider_id: provider.id,
        provider_name_key: sortKeyOf(provider.displayName),
      })),
    )
    .execute()
}

/** Programme facts: all partners have signed; Litware has a global account (BR-51, BR-54a, BR-54e). */
export async function seedPartnerFacts(trx: Transaction<Database>): Promise<void> {
  await trx
    .insertInto('partner_facts')
    .values(
      organizations
        .filter(({ kind }) => kind !== 'customer')
        .map(({ id }) => ({
          organization_id: id,
          agreement_signed: true,
          global_account_id: id === litware.id ? '6010200' : null,
          transitioning: id === adatum.id,
        })),
    )
    .execute()
}
