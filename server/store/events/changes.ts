import type { Kysely, Transaction } from 'kysely'
import type { ChangeEvent } from '../../../domain/audit/schemas.ts'
import { staysInPlace } from '../../../domain/audit/staying-changes.ts'
import { batchesOf } from '../sql/batches.ts'
import { type CursorHome, cursorFor, readCursor } from '../sql/cursor.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import type { NewChange } from '../write.ts'

const pageSize = 500

/**
 * Numbers an organisation's changes without gaps in commit order: the head's row stays locked until then, so that a reader of a number has
 * all before it. Locks heads in order of id, against deadlocks.
 */
export async function appendChanges(trx: Transaction<Database>, changes: readonly NewChange[], at: string): Promise<void> {
  if (changes.length === 0) return
  const perOrganization = [...Map.groupBy(changes, (change) => change.organizationId)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const heads = await trx
    .insertInto('change_heads')
    .values(perOrganization.map(([organization_id, own]) => ({ organization_id, last: own.length })))
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet((eb) => ({ last: eb('change_heads.last', '+', eb.ref('excluded.last')) })),
    )
    .returning(['organization_id', 'last'])
    .execute()
  const last = new Map(heads.map((head) => [head.organization_id, head.last]))
  const rows = perOrganization.flatMap(([organization_id, own]) => own.map(({ noun, id: noun_id = '', change }, index) => (
    { organization_id, sequence: (last.get(organization_id) ?? 0) - own.length + index + 1, at, noun, noun_id, change }
  )))
  for (const batch of batchesOf(rows)) await trx.insertInto('changes').values(batch).execute()
}

export const changes = (db: Kysely<Database>) => ({
  /** Each organisation's newest change number, in one statement; absent without changes. */
  newest: async (scopes: readonly Scope[]): Promise<ReadonlyMap<string, number>> => {
    const ids = [...new Set(scopes.map((scope) => scope.organizationId))]
    if (ids.length === 0) return new Map()
    const heads = await db.selectFrom('change_heads').selectAll().where('organization_id', 'in', ids).execute()
    return new Map(heads.map(({ organization_id, last }) => [organization_id, last]))
  },

  /** The cursor of a reader that knows everything before this time (ISO) and maybe some after. */
  cursorAt: async (scope: Scope, moment: string): Promise<string> => {
    const home: CursorHome = { list: 'changes', organizationId: scope.organizationId, view: {} }
    // Reads the head first, so that later changes are reported.
    const head = await db.selectFrom('change_heads').select('last').where('organization_id', '=', scope.organizationId).executeTakeFirst()
    const found = await db
      .selectFrom('changes')
      .select(({ fn }) => fn.min('sequence').as('first'))
      .where('organization_id', '=', scope.organizationId)
      .where('at', '>=', moment)
      .executeTakeFirst()
    const first = found?.first ?? undefined
    return cursorFor(home, first === undefined ? (head?.last ?? 0) : first - 1)
  },

  /**
   * At most 500 changes after `cursor` in order, with the next cursor; without a cursor, none and the newest one. `missed` when changes
   * after `cursor` are deleted: the reader must read everything again.
   */
  since: async (scope: Scope, cursor: string | undefined): Promise<{ changes: ChangeEvent[]; cursor: string; missed: boolean }> => {
    const home: CursorHome = { list: 'changes', organizationId: scope.organizationId, view: {} }
    const after = cursor === undefined ? undefined : readCursor<number>(home, cursor)
    // One statement, so that head and rows are of one instant.
    const rows = await db
      .selectFrom('change_heads')
      .leftJoin('changes', (join) =>
        join
          .onRef('changes.organization_id', '=', 'change_heads.organization_id')
          .on('changes.sequence', '>', after ?? Number.MAX_SAFE_INTEGER),
      )
      .select(['change_heads.last', 'changes.sequence', 'changes.noun', 'changes.noun_id', 'changes.change'])
      .where('change_heads.organization_id', '=', scope.organizationId)
      .orderBy('changes.sequence')
      .limit(pageSize)
      .execute()
    const head = rows[0]?.last ?? 0
    if (after === undefined) return { changes: [], cursor: cursorFor(home, head), missed: false }
    const found = rows.flatMap(({ sequence, noun, noun_id, change }) =>
      sequence === null || noun === null || noun_id === null || change === null ? [] : [{ sequence, noun, id: noun_id, change }],
    )
    return {
      changes: found.map(({ noun, id, change }) => (
        { noun, ...(id && { id }), change, ...(staysInPlace(noun, change) && { stays: true as const }) }
      )),
      cursor: cursorFor(home, found.at(-1)?.sequence ?? head),
      missed: (found[0]?.sequence ?? head + 1) !== after + 1,
    }
  },
})
