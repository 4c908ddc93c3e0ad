import { type Kysely, sql, type Transaction } from 'kysely'
import type { Receipt } from '../../domain/invitations/schemas.ts'
import type { CursorHome } from './cursor.ts'
import { pageFrom, positionOf, totalOf } from './page.ts'
import type { Database } from './schema/database.ts'
import type { LinkScope, Scope } from './scope.ts'
import type { Store } from './store.ts'
import { isUuid } from './uuid-v7.ts'

const countCap = 1_000

export const receipts = (db: Kysely<Database>): Store['receipts'] => ({
  list: async (scope, page) => {
    const home: CursorHome = { list: 'receipts', organizationId: scope.organizationId, view: {} }
    const after = await positionOf(home, page)
    const own = db.selectFrom('receipts').where('organization_id', '=', scope.organizationId)
    let query = own.select(['id', 'at', 'body']).orderBy('at', 'desc').orderBy('id', 'desc').limit(page.limit + 1)
    if (after) query = query.where(sql<boolean>`(at, id) < (${after.keys[0]}::timestamptz, ${after.keys[1]}::uuid)`)
    const rows = await query.execute()
    const count = async () => {
      const counted = db.selectFrom(own.select('id').limit(countCap + 1).as('counted')).select(sql<number>`count(*)::int`.as('count'))
      return totalOf((await counted.executeTakeFirstOrThrow()).count, countCap)
    }
    return pageFrom(home, page.limit, rows, after?.total ?? (await count()), { item: (row) => row.body, keys: (row) => [row.at, row.id] })
  },

  find: async (scope, id) => {
    if (!isUuid(id)) return undefined
    const row = await db
      .selectFrom('receipts')
      .select('body')
      .where('organization_id', '=', scope.organizationId)
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.body
  },
})

/** The customer's own copy; it says what was true then, whatever the organisations are called later. */
export async function insertReceipt(trx: Transaction<Database>, link: LinkScope, customer: Scope, receipt: Receipt): Promise<void> {
  await trx
    .insertInto('receipts')
    .values({
      organization_id: customer.organizationId,
      id: receipt.id,
      at: receipt.at,
      owner_id: link.ownerId,
      invitation_id: link.invitationId,
      body: JSON.stringify(receipt),
    })
    .execute()
}
