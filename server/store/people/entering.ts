import type { Kysely, Transaction } from 'kysely'
import { claimsIn, rolesOf } from '../../../domain/people/held-roles.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Role } from '../../../domain/session/roles.ts'
import { vouchedUntil } from '../../../domain/tokens/token.ts'
import { searchTextOf } from '../sql/fold.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { heldIn, keepRoles } from './held.ts'
import { holdMapping } from './role-mapping.ts'

/** The organisation speaks by its directory. */
type At = Pick<Organization, 'id' | 'kind' | 'displayName'>

/** What an identity provider says of a person's roles. */
export type HeldThere = { directory: readonly Role[]; claims: readonly string[] }

/**
 * Somebody whom an identity provider vouches for. `newId` is the id of one who is new here; `locale` undefined leaves it as it is, and a
 * new person then has the organisation's default language or, without one, `usualLocale`.
 */
export type Entering = HeldThere & {
  organization: At
  subject: string
  newId: string
  displayName: string
  email: string
  locale: Locale | undefined
  usualLocale: Locale
}

/** Who came, and as what; without a role, or removed, the person may not enter. */
export type Entered = { userId: string; roles: readonly Role[]; rolesBefore: readonly Role[]; isRemoved: boolean }

/** What a write of a person's roles also writes. */
type Told = (entered: Entered) => Pick<Write<unknown>, 'audit' | 'changes'>

export const entering = (db: Kysely<Database>) => ({
  /** Keeps the person as they are now known, also one without a role: the same subject is the same person. */
  enter: (person: Entering, at: string, told: Told): Promise<Entered> =>
    writing(db, person.organization.id, { at, audit: [], changes: [] }, async (trx, tell) => {
      const mapping = await holdMapping(trx, person.organization.id)
      const known = await trx
        .insertInto('known_people')
        .values({ organization_id: person.organization.id, subject: person.subject, user_id: person.newId, since: at, last_sign_in_at: at })
        .onConflict((conflict) => conflict.columns(['organization_id', 'subject']).doUpdateSet({ last_sign_in_at: at }))
        .returning('user_id')
        .executeTakeFirstOrThrow()
      await keepUser(trx, known.user_id, person)
      const entered = await keepHeld(trx, person.organization, known.user_id, person, mapping, at)
      if (!entered) throw new Error('A user that was just made is there')
      tell(told(entered))
      return entered
    }),

  /** Keeps the roles of somebody who was read again; undefined for one who is gone. */
  readAgain: (
    organization: At, userId: string, held: HeldThere, at: string, told: Told,
  ): Promise<Entered | undefined> =>
    writing(db, organization.id, { at, audit: [], changes: [] }, async (trx, tell) => {
      const mapping = await holdMapping(trx, organization.id)
      const entered = await keepHeld(trx, organization, userId, held, mapping, at)
      if (entered) tell(told(entered))
      return entered
    }),

  /** The provider vouches for the person no more: personal tokens rest until the next sign-in. */
  restTokens: async ({ organization, user }: Pick<Actor, 'organization' | 'user'>, at: string): Promise<void> => {
    await db.updateTable('users').set({ vouched_until: at })
      .where((eb) => eb.and({ organization_id: organization.id, id: user.id })).execute()
  },
})

async function keepHeld(
  trx: Transaction<Database>, { id, kind, displayName }: At, userId: string, there: HeldThere,
  mapping: Awaited<ReturnType<typeof holdMapping>>, at: string,
): Promise<Entered | undefined> {
  const before = await trx
    .selectFrom('users')
    .select(['roles', 'roles_of_directory', 'claims', 'roles_by_hand', 'removed_at'])
    .where((eb) => eb.and({ organization_id: id, id: userId }))
    .forUpdate()
    .executeTakeFirst()
  if (!before) return undefined
  const held = { directory: there.directory, claims: claimsIn(mapping, there.claims, kind), byHand: heldIn(before).byHand }
  await trx
    .updateTable('users')
    .set({
      roles_of_directory: JSON.stringify(held.directory), claims: JSON.stringify(held.claims), vouched_until: vouchedUntil(at),
    })
    .where((eb) => eb.and({ organization_id: id, id: userId }))
    .execute()
  const roles = rolesOf(held, mapping)
  await keepRoles(trx, { organizationId: id, userId }, before.roles, roles, { at, by: displayName })
  return { userId, roles, rolesBefore: before.roles, isRemoved: before.removed_at !== null }
}

async function keepUser(trx: Transaction<Database>, id: string, person: Entering): Promise<void> {
  const { organization, displayName, email, locale, usualLocale } = person
  const chosen = await trx.selectFrom('organization_profiles').select('language').where('organization_id', '=', organization.id)
    .executeTakeFirst()
  const known = { display_name: displayName, email, search_text: searchTextOf([displayName, email]) }
  await trx
    .insertInto('users')
    .values({ organization_id: organization.id, id, ...known, roles: '[]', locale: locale ?? chosen?.language ?? usualLocale, version: 1 })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet({ ...known, ...(locale && { locale }) }))
    .execute()
  await trx
    .insertInto('user_directory')
    .values({ user_id: id, organization_id: organization.id, persona: null, persona_position: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
