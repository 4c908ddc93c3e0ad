import type { Transaction } from 'kysely'
import { sortKeyOf } from '../fold.ts'
import type { Database } from '../schema/database.ts'
import { demoId } from './demo-ids.ts'
import { demoCustomers, demoOrganizations } from './demo-organizations.ts'
import { demoPeople } from './demo-people.ts'

const organizations = [...Object.values(demoOrganizations), ...Object.values(demoCustomers)]

/** Makes the organisations, and tells whether they are new; someone else's that are being made at the same time are waited for. */
export async function seedOrganizations(trx: Transaction<Database>): Promise<boolean> {
  const made = await trx
    .insertInto('organizations')
    .values(
      organizations.map((organization) => ({
        id: organization.id,
        tenant_id: organization.tenantId,
        display_name: organization.displayName,
        domain: organization.domain,
        kind: organization.kind,
        cloud: organization.cloud,
        country: organization.country,
        mpn_id: organization.partnerId ?? null,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return made.length > 0
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
        user_id: user.id, organization_id: organization.id, persona, persona_position: position,
      })),
    )
    .execute()
}

const partners = [['contoso', 'litware'], ['fabrikam', 'wingtip'], ['woodgrove', 'alpine']] as const

export async function seedPartnerships(trx: Transaction<Database>, createdAt: string): Promise<void> {
  const pairs = partners.map(([provider, reseller], position) => ({
    id: demoId('partnership', position + 1), provider: demoOrganizations[provider], reseller: demoOrganizations[reseller],
  }))
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
        partner_id: reseller.id, partnership_id: id, provider_id: provider.id, provider_name_key: sortKeyOf(provider.displayName),
      })),
    )
    .execute()
}
