import { type Kysely, sql, type Transaction } from 'kysely'
import { type Cloud, unknownCountry } from '../../../domain/organizations/kinds.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { Role } from '../../../domain/session/roles.ts'
import { organizationOf } from '../organizations/organizations.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

/** Somebody whom an identity provider vouches for. `newId` is the id of one who is new here; `locale` undefined leaves it as it is. */
export type Entering = {
  organizationId: string
  subject: string
  newId: string
  displayName: string
  email: string
  roles: readonly Role[]
  locale: Locale | undefined
  usualLocale: Locale
}

/** A tenant that has no place here yet; `country` ZZ when it is not known. */
type Visiting = { id: string; tenantId: string; displayName: string; domain: string; cloud: Cloud; country: string }

export const people = (db: Kysely<Database>) => ({
  /** The tenant's organisation, also one that only opened an invitation. */
  organizationOfTenant: async (tenantId: string): Promise<Organization | undefined> => {
    const row = await db.selectFrom('organizations').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
    return row && organizationOf(row)
  },

  /** Makes the tenant a visitor unless it is known; of many at once, one makes it. */
  visit: async ({ tenantId, displayName, ...same }: Visiting, now: string): Promise<Organization> => {
    await db
      .insertInto('organizations')
      .values({ ...same, tenant_id: tenantId, display_name: displayName, kind: 'customer', mpn_id: null, visiting_since: now })
      .onConflict((conflict) => conflict.column('tenant_id').doNothing())
      .execute()
    const row = await db.selectFrom('organizations').selectAll().where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()
    return organizationOf(row)
  },

  /** What a visitor says of its organisation, once; false where its directory has said the country, and once it has a place here. */
  introduce: async (scope: Scope, { displayName, country }: Pick<Organization, 'displayName' | 'country'>): Promise<boolean> => {
    const done = await db
      .updateTable('organizations')
      .set({ display_name: displayName, country })
      .where('id', '=', scope.organizationId)
      .where('visiting_since', 'is not', null)
      .where('country', '=', unknownCountry)
      .executeTakeFirst()
    return done.numUpdatedRows > 0n
  },

  /** Lets the person in as they are now known: the same subject is the same person. Returns the user's id. */
  enter: (person: Entering, now: string): Promise<string> =>
    db.transaction().execute(async (trx) => {
      const known = await trx
        .insertInto('known_people')
        .values({
          organization_id: person.organizationId, subject: person.subject, user_id: person.newId, since: now, last_sign_in_at: now,
        })
        .onConflict((conflict) => conflict.columns(['organization_id', 'subject']).doUpdateSet({ last_sign_in_at: now }))
        .returning('user_id')
        .executeTakeFirstOrThrow()
      await keepUser(trx, known.user_id, person)
      return known.user_id
    }),

  /** Takes the roles and sessions of somebody whom the identity provider gives no role any more. */
  leave: (organizationId: string, subject: string): Promise<void> =>
    db.transaction().execute(async (trx) => {
      const known = await trx
        .selectFrom('known_people').select('user_id').where((eb) => eb.and({ organization_id: organizationId, subject })).executeTakeFirst()
      if (!known) return
      const own = { organization_id: organizationId, user_id: known.user_id }
      const user = { organization_id: organizationId, id: known.user_id }
      await trx.updateTable('users').set({ roles: '[]' }).where((eb) => eb.and(user)).execute()
      await trx.deleteFrom('sessions').where((eb) => eb.and(own)).execute()
    }),

  /** Keeps roles that were read again; true when they changed. */
  keepRoles: async (organizationId: string, userId: string, roles: readonly Role[]): Promise<boolean> => {
    const done = await db
      .updateTable('users')
      .set({ roles: JSON.stringify(roles) })
      .where((eb) => eb.and({ organization_id: organizationId, id: userId }))
      .where(sql<boolean>`roles is distinct from ${JSON.stringify(roles)}::jsonb`)
      .executeTakeFirst()
    return done.numUpdatedRows > 0n
  },
})

async function keepUser(trx: Transaction<Database>, id: string, person: Entering): Promise<void> {
  const { organizationId, displayName, email, locale, usualLocale } = person
  const known = { display_name: displayName, email, roles: JSON.stringify(person.roles) }
  await trx
    .insertInto('users')
    .values({ organization_id: organizationId, id, ...known, locale: locale ?? usualLocale })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet({ ...known, ...(locale && { locale }) }))
    .execute()
  await trx
    .insertInto('user_directory')
    .values({ user_id: id, organization_id: organizationId, persona: null, persona_position: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
