import { type Kysely, type Selectable, sql } from 'kysely'
import type { Page } from '../../../domain/page.ts'
import { type HeldRoles, rolesOf } from '../../../domain/people/held-roles.ts'
import type { Person } from '../../../domain/people/schemas.ts'
import { StaleWrite } from '../errors.ts'
import { oneAfterAnother } from '../organizations/organizations.ts'
import type { Scope } from '../scope.ts'
import type { CursorHome } from '../sql/cursor.ts'
import { holds } from '../sql/fold.ts'
import { byName, nameOrderOf } from '../sql/name-order.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { endAccess, endSessions, heldIn, keepRoles } from './held.ts'
import { holdMapping } from './role-mapping.ts'

export type PersonRecord = Omit<Person, 'roles' | 'etag'> & { held: HeldRoles; version: number }

type Sought = { search?: string | undefined }

const countCap = 1_000

const globalAdmins = sql<boolean>`users.roles @> '["global_admin"]'::jsonb`

const own = (db: Kysely<Database>, { organizationId }: Scope) => db.selectFrom('users').where('users.organization_id', '=', organizationId)

/** The person with how they come in; `now` ISO. */
const shown = (db: Kysely<Database>, scope: Scope, now: string) =>
  own(db, scope)
    .leftJoin('known_people as known', (join) =>
      join.onRef('known.organization_id', '=', 'users.organization_id').onRef('known.user_id', '=', 'users.id'))
    .selectAll('users')
    .select(['known.since', 'known.last_sign_in_at'])
    .select((eb) => [
      eb.selectFrom('sessions').select(sql<number>`count(*)::int`.as('count')).where('sessions.organization_id', '=', scope.organizationId)
        .whereRef('sessions.user_id', '=', 'users.id').where('expires_at', '>', now).where('idle_expires_at', '>', now)
        .$asScalar().$notNull().as('sessions'),
      eb.selectFrom('access_tokens').select(sql<number>`count(*)::int`.as('count'))
        .where('access_tokens.organization_id', '=', scope.organizationId).whereRef('owner_id', '=', 'users.id').where('ends_at', '>', now)
        .$asScalar().$notNull().as('tokens'),
    ])

type Row = Selectable<Database['users']> & { since: string | null; last_sign_in_at: string | null; sessions: number; tokens: number }

const personOfRow = (row: Row): PersonRecord => ({
  id: row.id,
  displayName: row.display_name,
  email: row.email,
  held: heldIn(row),
  since: row.since,
  lastSignInAt: row.last_sign_in_at ?? row.persona_signed_in_at,
  sessions: row.sessions,
  tokens: row.tokens,
  removedAt: row.removed_at,
  removedBy: row.removed_by,
  version: row.version ?? 0,
})

export const people = (db: Kysely<Database>) => {
  const find = async (scope: Scope, id: string, now: string): Promise<PersonRecord | undefined> => {
    const row = isUuid(id) ? await shown(db, scope, now).where('users.id', '=', id).executeTakeFirst() : undefined
    return row && personOfRow(row)
  }
  /** Sets the row if it is as it was read; throws StaleWrite. */
  const change = async (trx: Kysely<Database>, scope: Scope, { id, version }: PersonRecord, set: Partial<{
    roles_by_hand: string; roles_of_directory: string; removed_at: string | null; removed_by: string | null
  }>) => {
    const done = await trx
      .updateTable('users')
      .set({ ...set, version: version + 1 })
      .where((eb) => eb.and({ organization_id: scope.organizationId, id }))
      .where(sql<boolean>`coalesce(version, 0) = ${version}`)
      .returning('roles')
      .executeTakeFirst()
    if (!done) throw new StaleWrite(`Person ${id} is no longer at version ${version}`)
    return done.roles
  }

  return {
    /** Everybody who has come, by name; `search` looks in names and addresses. */
    list: async (scope: Scope, { search }: Sought, page: PageRequest, now: string): Promise<Page<PersonRecord>> => {
      const home: CursorHome = { list: 'people', organizationId: scope.organizationId, view: { search } }
      const after = positionOf(home, page)
      const order = await nameOrderOf(db, page, after)
      const name = byName('users.display_name', order)
      const isSought = holds('users.search_text', search ?? '')
      let query = shown(db, scope, now).where(isSought).orderBy(name).orderBy('users.id').limit(page.limit + 1)
      const [lastName = '', lastId = ''] = after?.keys ?? []
      if (after) query = query.where(sql<boolean>`(${name}, users.id) > (${lastName}, ${lastId}::uuid)`)
      const total = after?.total ?? (await countedUpTo(db, countCap, own(db, scope).where(isSought).select('users.id')))
      return pageFrom(home, page.limit, await query.execute(), total, {
        item: personOfRow, keys: (row) => [row.display_name, row.id], order,
      })
    },

    find,

    /** How many others may enter as Global admin. */
    countOtherGlobalAdmins: (scope: Scope, id: string): Promise<number> => countOthers(db, scope, id),

    /** Gives the roles by hand of `next`; whoever has none at all any more may not enter. Compares and sets `version`. */
    giveRoles: (scope: Scope, next: PersonRecord, by: string, write: Write<PersonRecord>): Promise<PersonRecord> =>
      writing(db, scope.organizationId, write, async (trx) => {
        const mapping = await holdMapping(trx, scope.organizationId)
        const row = await own(trx, scope).selectAll().where('id', '=', next.id).forUpdate().executeTakeFirst()
        if (!row) throw new StaleWrite(`Person ${next.id} is gone`)
        // What the directory says may have been read again since this person was.
        const held = { ...heldIn(row), byHand: next.held.byHand }
        const before = await change(trx, scope, next, {
          roles_by_hand: JSON.stringify(held.byHand), roles_of_directory: JSON.stringify(held.directory),
        })
        const who = { organizationId: scope.organizationId, userId: next.id }
        await keepRoles(trx, who, before, rolesOf(held, mapping), { at: write.at, by })
        return { ...next, held, version: next.version + 1 }
      }),

    /** Ends the person's access until it is restored, unless nobody else may enter as Global admin: then it throws StaleWrite. */
    remove: (scope: Scope, next: PersonRecord, by: string, write: Write<PersonRecord>): Promise<PersonRecord> =>
      writing(db, scope.organizationId, write, async (trx) => {
        await oneAfterAnother(trx, scope)
        const roles = await change(trx, scope, next, { removed_at: write.at, removed_by: by })
        if (roles.includes('global_admin') && (await countOthers(trx, scope, next.id)) === 0)
          throw new StaleWrite('No other Global admin may enter any more')
        await endAccess(trx, { organizationId: scope.organizationId, userId: next.id }, { at: write.at, by })
        return { ...next, version: next.version + 1 }
      }),

    restore: (scope: Scope, next: PersonRecord, write: Write<PersonRecord>): Promise<PersonRecord> =>
      writing(db, scope.organizationId, write, async (trx) => {
        await change(trx, scope, next, { removed_at: null, removed_by: null })
        return { ...next, version: next.version + 1 }
      }),

    /** Signs the person out everywhere. */
    signOut: (scope: Scope, { id }: PersonRecord, write: Write<void>): Promise<void> =>
      writing(db, scope.organizationId, write, async (trx) => {
        await endSessions(trx, { organizationId: scope.organizationId, userId: id })
      }),
  }
}

async function countOthers(db: Kysely<Database>, scope: Scope, id: string): Promise<number> {
  const { count } = await own(db, scope)
    .select(sql<number>`count(*)::int`.as('count'))
    .where('users.id', '<>', id)
    .where('users.removed_at', 'is', null)
    .where(globalAdmins)
    .executeTakeFirstOrThrow()
  return count
}
