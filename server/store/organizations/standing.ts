import { type Kysely, sql } from 'kysely'
import type { Known, Named } from '../../../domain/organizations/standing.ts'
import { looksSought } from '../sql/looks.ts'
import { keptLogoOf, logoColumns } from './logos.ts'
import type { Database } from '../sql/tables/database.ts'

/** As many of one name are looked at; those that came first, which are the ones to be imitated. */
const mostAlike = 20

const proven = sql<string[]>`array(
  select domain from organization_domains as own where own.organization_id = organizations.id and proven_at is not null order by domain
)`
const hasProof = sql<boolean>`exists (
  select from organization_domains as own where own.organization_id = organizations.id and proven_at is not null
)`
/** Somebody whom the directory vouches for, and who was let in. */
const hasSignedIn = sql<boolean>`exists (
  select from known_people as known
  join users on users.organization_id = known.organization_id and users.id = known.user_id
  where known.organization_id = organizations.id and users.roles <> '[]'
)`

export const standing = (db: Kysely<Database>) => ({
  /** What is known of an organisation to whomever it asks, and the partners of names like its own, of whom nothing leaves the server. */
  known: async (organizationId: string): Promise<Known> => {
    const row = await db
      .selectFrom('organizations')
      .select(['id', 'kind', 'cloud', 'display_name as displayName', proven.as('domains'), hasSignedIn.as('hasSignedIn')])
      .leftJoin('organization_logos as logo', 'logo.organization_id', 'organizations.id')
      .select(logoColumns)
      .where('organizations.id', '=', organizationId)
      .executeTakeFirstOrThrow()
    const { id, kind, cloud, displayName, domains, hasSignedIn: isThere } = row
    const alike = await looksLike(db, displayName)
    const own = { id, kind, cloud, hasProof: domains.length > 0 }
    return { own, displayName, domains, hasSignedIn: isThere, alike, logo: keptLogoOf(row) }
  },
})

async function looksLike(db: Kysely<Database>, name: string): Promise<Named[]> {
  const sought = looksSought(name)
  if (sought.length === 0) return []
  return db
    .selectFrom('organizations')
    .select(['id', 'kind', 'cloud', hasProof.as('hasProof')])
    .where('name_looks', 'in', sought)
    .where('kind', '<>', 'customer')
    .orderBy('id')
    .limit(mostAlike)
    .execute()
}
