import type { Kysely } from 'kysely'
import { counts } from '../limits/limits.ts'
import type { Database } from '../sql/tables/database.ts'
import { inTransaction } from '../sql/transaction.ts'
import { auditRow } from '../sql/writing.ts'
import type { NewAuditEvent } from '../write.ts'

class Repeated extends Error {}

export type RefusedCall = {
  event: NewAuditEvent
  /** The same for a repeated call; absent: each call counts. */
  id?: string | undefined
  userId: string
}

/**
 * Keeps a refused call in its organisation's log, once for each `id`, and at most `most` of a person in an hour: one more row then says
 * that there were more. The count is part of the write.
 */
export const keepRefusal =
  (db: Kysely<Database>) =>
  ({ event, id, userId }: RefusedCall, most: number): Promise<void> =>
    inTransaction(db, async (trx) => {
      const { organizationId: owner, at } = event
      const what = `refused_calls/${userId}/${at.slice(11, 13)}`
      const insert = (row: NewAuditEvent, known?: string) =>
        trx
          .insertInto('audit_events')
          .values({ ...auditRow(row), ...(known !== undefined && { id: known }) })
          .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
          .returning('id')
          .executeTakeFirst()
      if (await counts(trx, { owner, what, most }, at)) {
        if (!(await insert(event, id))) throw new Repeated()
      } else if (await counts(trx, { owner, what: `${what}/more`, most: 1 }, at))
        await insert({ ...event, action: 'calls.more_refused', noun: 'organizations', nounId: owner, details: { most }, customerId: null })
    }).catch((error: unknown) => {
      if (!(error instanceof Repeated)) throw error
    })
