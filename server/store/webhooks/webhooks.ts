import { type Kysely, sql } from 'kysely'
import type { Page } from '../../../domain/page.ts'
import { testEvent } from '../../../domain/webhooks/event-names.ts'
import type { DeliveryState } from '../../../domain/webhooks/schemas.ts'
import type { WebhookRecord } from '../../../domain/webhooks/webhook.ts'
import { StaleWrite } from '../errors.ts'
import { oneAfterAnother } from '../organizations/organizations.ts'
import type { Scope } from '../scope.ts'
import type { CursorHome } from '../sql/cursor.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { type DeliveryRecord, deliveryOfRow, rowOfWebhook, webhookOfRow } from './row.ts'

const countCap = 1_000

const own = (db: Kysely<Database>, { organizationId }: Scope) => db.selectFrom('webhooks').where('organization_id', '=', organizationId)

const deliveriesOf = (db: Kysely<Database>, { organizationId }: Scope, webhookId: string) =>
  db.selectFrom('webhook_deliveries').where((eb) => eb.and({ organization_id: organizationId, webhook_id: webhookId }))

const numberOf = async (db: Kysely<Database>, scope: Scope): Promise<number> =>
  (await own(db, scope).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count

const testsSince = async (db: Kysely<Database>, scope: Scope, webhookId: string, since: string): Promise<number> => {
  const { count } = await deliveriesOf(db, scope, webhookId).select(sql<number>`count(*)::int`.as('count'))
    .where('event', '=', testEvent).where('at', '>', since).executeTakeFirstOrThrow()
  return count
}

/** An organisation's own webhooks and what is and was on its way to them. */
export const webhooks = (db: Kysely<Database>) => ({
  /** The newest first. */
  list: async (scope: Scope, page: PageRequest): Promise<Page<WebhookRecord>> => {
    const home: CursorHome = { list: 'webhooks', organizationId: scope.organizationId, view: {} }
    const after = positionOf(home, page)
    let query = own(db, scope).selectAll().orderBy('id', 'desc').limit(page.limit + 1)
    if (after) query = query.where('id', '<', after.keys[0] ?? '')
    const total = after?.total ?? (await countedUpTo(db, countCap, own(db, scope).select('id')))
    return pageFrom(home, page.limit, await query.execute(), total, { item: webhookOfRow, keys: (row) => [row.id] })
  },

  find: async (scope: Scope, id: string): Promise<WebhookRecord | undefined> => {
    const row = isUuid(id) ? await own(db, scope).selectAll().where('id', '=', id).executeTakeFirst() : undefined
    return row && webhookOfRow(row)
  },

  count: (scope: Scope): Promise<number> => numberOf(db, scope),

  /** Throws StaleWrite when there are no longer `among` webhooks. */
  create: (scope: Scope, webhook: WebhookRecord, among: number, write: Write<WebhookRecord>): Promise<WebhookRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      await oneAfterAnother(trx, scope)
      if ((await numberOf(trx, scope)) !== among) throw new StaleWrite('Webhooks came or went meanwhile')
      await trx.insertInto('webhooks').values(rowOfWebhook(scope.organizationId, webhook)).execute()
      return webhook
    }),

  /** Its deliveries leave no more, and go with their age. Compares `version`. */
  remove: (scope: Scope, { id, version }: WebhookRecord, write: Write<void>): Promise<void> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const removed = await trx.deleteFrom('webhooks').where((eb) => eb.and({ organization_id: scope.organizationId, id, version }))
        .returning('id').executeTakeFirst()
      if (!removed) throw new StaleWrite(`Webhook ${id} is no longer at version ${version}`)
    }),

  /** A webhook's deliveries, the newest first. */
  deliveries: async (
    scope: Scope, webhookId: string, state: DeliveryState | undefined, page: PageRequest,
  ): Promise<Page<DeliveryRecord>> => {
    const home: CursorHome = { list: 'deliveries', organizationId: scope.organizationId, view: { webhookId, state } }
    const after = positionOf(home, page)
    let all = deliveriesOf(db, scope, webhookId)
    if (state) all = all.where('state', '=', state)
    let query = all.selectAll().orderBy('id', 'desc').limit(page.limit + 1)
    if (after) query = query.where('id', '<', after.keys[0] ?? '')
    const total = after?.total ?? (await countedUpTo(db, countCap, all.select('id')))
    return pageFrom(home, page.limit, await query.execute(), total, { item: deliveryOfRow, keys: (row) => [row.id] })
  },

  findDelivery: async (scope: Scope, webhookId: string, id: string): Promise<DeliveryRecord | undefined> => {
    if (!isUuid(webhookId) || !isUuid(id)) return undefined
    const row = await deliveriesOf(db, scope, webhookId).selectAll().where('id', '=', id).executeTakeFirst()
    return row && deliveryOfRow(row)
  },

  /** How many tests of a webhook were made after this moment. */
  testsSince: (scope: Scope, webhookId: string, since: string): Promise<number> => testsSince(db, scope, webhookId, since),

  /** Puts a test on its way. Throws StaleWrite when the webhook is gone, or another test came since then. */
  addTest: (
    scope: Scope, test: DeliveryRecord, among: { tests: number; since: string }, write: Write<DeliveryRecord>,
  ): Promise<DeliveryRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const { webhookId, id, event, at, state, dueAt, attempts, request, version } = test
      const hook = await own(trx, scope).select('id').where('id', '=', webhookId).forNoKeyUpdate().executeTakeFirst()
      if (!hook || (await testsSince(trx, scope, webhookId, among.since)) !== among.tests)
        throw new StaleWrite(`Webhook ${webhookId} is gone or was tested meanwhile`)
      await trx.insertInto('webhook_deliveries').values({
        organization_id: scope.organizationId, webhook_id: webhookId, id, at, event, request, state, due_at: dueAt, attempts, version,
      }).execute()
      return test
    }),

  /** Compares and sets `version`. */
  redeliver: (scope: Scope, next: DeliveryRecord, write: Write<DeliveryRecord>): Promise<DeliveryRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const saved = await trx.updateTable('webhook_deliveries')
        .set({ state: next.state, due_at: next.dueAt, attempts: next.attempts, version: next.version + 1 })
        .where((eb) => eb.and({
          organization_id: scope.organizationId, webhook_id: next.webhookId, id: next.id, version: next.version,
        }))
        .returningAll().executeTakeFirst()
      if (!saved) throw new StaleWrite(`Delivery ${next.id} is no longer at version ${next.version}`)
      return deliveryOfRow(saved)
    }),
})
