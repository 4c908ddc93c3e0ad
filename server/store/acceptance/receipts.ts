import { type Kysely, sql, type Transaction } from 'kysely'
import type { RowsOfParties } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import { untracked } from '../../../domain/invitations/tracking.ts'
import type { Page } from '../../../domain/page.ts'
import { rowsOfParties } from './customer-rows.ts'
import type { CursorHome } from '../sql/cursor.ts'
import { keepTrace } from '../invitations/trace-rows.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import type { LinkScope, Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

const countCap = 1_000

export const receipts = (db: Kysely<Database>) => ({
  list: async (scope: Scope, page: PageRequest): Promise<Page<Receipt>> => {
    const home: CursorHome = { list: 'receipts', organizationId: scope.organizationId, view: {} }
    const after = positionOf(home, page)
    const own = db.selectFrom('receipts').where('organization_id', '=', scope.organizationId)
    let query = own
      .select(['id', 'at', 'body', confirmedAt.as('confirmed_at')])
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(page.limit + 1)
    if (after) query = query.where(sql<boolean>`(at, id) < (${after.keys[0]}::timestamptz, ${after.keys[1]}::uuid)`)
    const rows = await query.execute()
    const total = after?.total ?? (await countedUpTo(db, countCap, own.select('id')))
    return pageFrom(home, page.limit, rows, total, { item: receiptOf, keys: (row) => [row.at, row.id] })
  },

  find: async (scope: Scope, id: string): Promise<Receipt | undefined> => {
    if (!isUuid(id)) return undefined
    return findOwn(db, scope, id)
  },

  /** The invitation of a receipt of this organisation. */
  invitationOf: async (scope: Scope, id: string): Promise<string | undefined> => {
    if (!isUuid(id)) return undefined
    const row = await db
      .selectFrom('receipts')
      .select('invitation_id')
      .where((eb) => eb.and({ organization_id: scope.organizationId, id }))
      .executeTakeFirst()
    return row?.invitation_id
  },

  /** The organisation's present rows in the lists of that invitation's partners; undefined without one. */
  rowsOf: async (scope: Scope, id: string): Promise<(RowsOfParties & Pick<InvitationRecord, 'kind'>) | undefined> => {
    if (!isUuid(id)) return undefined
    const row = await db
      .selectFrom('receipts')
      .innerJoin('organizations as itself', 'itself.id', 'receipts.organization_id')
      .leftJoin('invitation_kinds as asked', (join) =>
        join.onRef('asked.partner_id', '=', 'receipts.owner_id').onRef('asked.invitation_id', '=', 'receipts.invitation_id'),
      )
      .select(['receipts.owner_id', 'receipts.invitation_id', 'itself.tenant_id', 'asked.kind'])
      .where((eb) => eb.and({ 'receipts.organization_id': scope.organizationId, 'receipts.id': id }))
      .executeTakeFirst()
    if (!row) return undefined
    const parties = await rowsOfParties(db, { ownerId: row.owner_id, invitationId: row.invitation_id }, row.tenant_id)
    return { ...parties, ...(row.kind && { kind: row.kind }) }
  },

  /** Confirms once; throws StaleWrite when it is confirmed already. The partner of a single-use invitation sees it. */
  confirm: (scope: Scope, { receiptId, at, by }: { receiptId: string; at: string; by: string }, write: Write<Receipt>): Promise<Receipt> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const confirmed = await trx
        .insertInto('receipt_confirmations')
        .values({ organization_id: scope.organizationId, receipt_id: receiptId, at, confirmed_by: by })
        .onConflict((conflict) => conflict.columns(['organization_id', 'receipt_id']).doNothing())
        .returning('at')
        .executeTakeFirst()
      if (!confirmed) throw new StaleWrite(`Receipt ${receiptId} is confirmed already`)
      await tellInviter(trx, scope, receiptId, at)
      const receipt = await findOwn(trx, scope, receiptId)
      if (!receipt) throw new Error(`Receipt ${receiptId} was lost while it was confirmed`)
      return receipt
    }),
})

const confirmedAt = sql<string | null>`(
  select confirmation.at from receipt_confirmations as confirmation
  where confirmation.organization_id = receipts.organization_id and confirmation.receipt_id = receipts.id
)`

/** Older receipts lack `stood`. */
const receiptOf = (row: { body: Omit<Receipt, 'stood'> & Partial<Receipt>; confirmed_at: string | null }): Receipt => ({
  ...row.body, stood: row.body.stood ?? [], confirmedAt: row.confirmed_at,
})

async function findOwn(db: Kysely<Database>, scope: Scope, id: string): Promise<Receipt | undefined> {
  const row = await db
    .selectFrom('receipts')
    .select(['body', confirmedAt.as('confirmed_at')])
    .where((eb) => eb.and({ organization_id: scope.organizationId, id }))
    .executeTakeFirst()
  return row && receiptOf(row)
}

/** The customers of a reusable invitation do not speak for each other. */
async function tellInviter(trx: Transaction<Database>, scope: Scope, receiptId: string, at: string): Promise<void> {
  const invitation = await trx
    .selectFrom('receipts')
    .innerJoin('invitations', (join) =>
      join.onRef('invitations.partner_id', '=', 'receipts.owner_id').onRef('invitations.id', '=', 'receipts.invitation_id'),
    )
    .select(['invitations.partner_id', 'invitations.id as invitation_id'])
    .where((eb) => eb.and({ 'receipts.organization_id': scope.organizationId, 'receipts.id': receiptId, 'invitations.reusable': false }))
    .executeTakeFirst()
  if (invitation) await keepTrace(trx, invitation, { ...untracked, confirmedAt: at })
}

type Of = Pick<LinkScope, 'ownerId' | 'invitationId'>

/** The customer's copy keeps the names of that time. */
export const receiptRow = ({ ownerId, invitationId }: Of, organizationId: string, receipt: Receipt) => ({
  organization_id: organizationId, id: receipt.id, at: receipt.at, owner_id: ownerId, invitation_id: invitationId,
  body: JSON.stringify(receipt),
})

export async function insertReceipt(trx: Transaction<Database>, link: LinkScope, customer: Scope, receipt: Receipt): Promise<void> {
  await trx.insertInto('receipts').values(receiptRow(link, customer.organizationId, receipt)).execute()
}
