import type { Kysely, Transaction } from 'kysely'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import { usualMapping } from '../../../domain/people/held-roles.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { partnerRoles, type Role } from '../../../domain/session/roles.ts'
import { searchTextOf, sortKeyOf } from '../sql/fold.ts'
import { looksKeyOf } from '../sql/looks.ts'
import type { Database } from '../sql/tables/database.ts'
import { demoId } from './demo-ids.ts'
import { demoCustomers, demoOrganizations, demoOtherPartners } from './demo-organizations.ts'
import { demoPeople } from './demo-people.ts'

const organizations: readonly Organization[] = [
  ...Object.values(demoOrganizations),
  ...Object.values(demoCustomers),
  ...Object.values(demoOtherPartners),
]

const rowOf = ({ tenantId, displayName, partnerId, ...same }: Organization) =>
  ({ ...same, tenant_id: tenantId, display_name: displayName, name_looks: looksKeyOf(displayName), mpn_id: partnerId ?? null })

export async function insertOrganizations(db: Kysely<Database>, all: readonly Organization[]): Promise<void> {
  await db.insertInto('organizations').values(all.map(rowOf)).execute()
}

/**
 * Makes the organisations and returns whether the scene is new; waits for another process that makes them. Leaves an existing scene as it
 * is.
 */
export async function seedOrganizations(trx: Transaction<Database>): Promise<boolean> {
  const [first, ...others] = organizations
  if (!first) return false
  const made = await trx
    .insertInto('organizations')
    .values(rowOf(first))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await insertOrganizations(trx, others)
  return made !== undefined
}

/** A partner's roles come from the app roles that the usual mapping names, all others from the directory. */
const heldFor = (roles: readonly Role[]) => ({
  roles_of_directory: JSON.stringify(roles.filter((role) => !isPartnerRole(role))),
  claims: JSON.stringify(roles.flatMap((role) => usualMapping.find((row) => row.role === role)?.claim ?? [])),
})
const isPartnerRole = (role: Role): boolean => partnerRoles.some((each) => each === role)

/** Makes people who can be signed in as, in the order in which they are offered. */
export async function insertPeople(db: Kysely<Database>, people: Readonly<Record<string, Actor>>): Promise<void> {
  const users = Object.values(people).map(({ user: { id, displayName, email, roles, locale }, organization }) => (
    {
      organization_id: organization.id, id, display_name: displayName, email, search_text: searchTextOf([displayName, email]),
      roles: JSON.stringify(roles), locale, ...heldFor(roles),
    }
  ))
  const directory = Object.entries(people).map(([persona, { user, organization }], position) => (
    { user_id: user.id, organization_id: organization.id, persona, persona_position: position }
  ))
  await db.insertInto('users').values(users).execute()
  await db.insertInto('user_directory').values(directory).execute()
}

export const seedPeople = (trx: Transaction<Database>): Promise<void> => insertPeople(trx, demoPeople)

type Pair = { id: string; provider: Organization; reseller: Organization; state?: Partnership['state'] }

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

/** Makes partnerships, active unless they say otherwise, in both sides' lists. */
export async function insertPartnerships(db: Kysely<Database>, pairs: readonly Pair[], createdAt: string): Promise<void> {
  const partnerships = pairs.map(({ id, provider, reseller, state = 'active' }) => ({
    partner_id: provider.id, id, reseller_id: reseller.id, reseller_name_key: sortKeyOf(reseller.displayName), state,
    rank: state === 'active' ? 0 : 1, created_at: createdAt, version: 1,
  }))
  const inbox = pairs.map(({ id, provider, reseller }) => (
    { partner_id: reseller.id, partnership_id: id, provider_id: provider.id, provider_name_key: sortKeyOf(provider.displayName) }
  ))
  await db.insertInto('partnerships').values(partnerships).execute()
  await db.insertInto('partnership_inbox').values(inbox).execute()
}

type Programme = { globalAccount: { of: string; id: string }; transitioning: string }

/** Programme facts: all partners have signed; one has a global account, one becomes indirect (BR-51, BR-54a, BR-54e). */
export async function insertPartnerFacts(
  db: Kysely<Database>, all: readonly Organization[], { globalAccount, transitioning }: Partial<Programme> = {},
): Promise<void> {
  const facts = all.filter(({ kind }) => kind !== 'customer').map(({ id }) => ({
    organization_id: id, agreement_signed: true, global_account_id: id === globalAccount?.of ? globalAccount.id : null,
    transitioning: id === transitioning,
  }))
  await db.insertInto('partner_facts').values(facts).execute()
}

export const seedPartnerFacts = (trx: Transaction<Database>): Promise<void> =>
  insertPartnerFacts(trx, organizations, { globalAccount: { of: litware.id, id: '6010200' }, transitioning: adatum.id })
