import { type Kysely, sql, type Transaction } from 'kysely'
import type { TryOutcome, AfterTry } from '../../../domain/webhooks/webhook.ts'
import { StaleWrite } from '../errors.ts'
import { appendChanges } from '../events/changes.ts'
import type { Database } from '../sql/tables/database.ts'
import { inTransaction } from '../sql/transaction.ts'
import { appendAudit } from '../sql/writing.ts'
import type { NewAuditEvent } from '../write.ts'

declare const proof: unique symbol

/** A delivery that one worker holds until its lease ends; settled by compare-and-set on its version. */
export type HeldDelivery = {
  readonly organizationId: string
  readonly webhookId: string
  readonly id: string
  readonly request: string
  /** Includes the coming try. */
  readonly attempts: number
  readonly url: string
  readonly lastFour: string
  readonly failingSince: string | null
  readonly disabledAt: string | null
  readonly version: number
  readonly [proof]: 'held'
}

/** Deliveries under way to one organisation's webhooks at once, from all processes together: it delays nobody but itself. */
const mostOfOne = 3
/** Deliveries that one claim tries to get. */
const mostLooks = 8

/** Webhooks that get nothing now, and organisations that come after the others. */
type Turn = { busy: readonly string[]; served: readonly string[] }

type Moment = { now: string; leasedUntil: string }

type Key = { organization_id: string; webhook_id: string; id: string; version: number }

const at = (db: Kysely<Database>, { organization_id, webhook_id, id, version }: Key) =>
  db.updateTable('webhook_deliveries').where((eb) => eb.and({ organization_id, webhook_id, id, version }))

/** Deliveries that a worker holds: a claim takes away what the last try came to, and only settling gives it back. */
const underWay = (db: Kysely<Database>, { now, leasedUntil }: Moment) =>
  db.selectFrom('webhook_deliveries as held').where('held.state', '=', 'waiting').where('held.due_at', '>', now)
    .where('held.due_at', '<=', leasedUntil).where('held.attempts', '>', 0).where('held.fault', 'is', null)

/** The delivery due longest of the organisations that have places left. */
function firstDue(db: Kysely<Database>, moment: Moment, busy: readonly string[], without: readonly string[]): Promise<Key | undefined> {
  const full = underWay(db, moment).select('held.organization_id').groupBy('held.organization_id')
    .having(sql<number>`count(*)`, '>=', mostOfOne)
  let due = db.selectFrom('webhook_deliveries').select(['organization_id', 'webhook_id', 'id', 'version'])
    .where('state', '=', 'waiting').where('due_at', '<=', moment.now).where('organization_id', 'not in', full).orderBy('due_at').limit(1)
  if (busy.length > 0) due = due.where('webhook_id', 'not in', busy)
  if (without.length > 0) due = due.where('organization_id', 'not in', without)
  return due.executeTakeFirst()
}

/** Undefined when another process has it or claims for its organisation at this moment, or the organisation has no place left. */
async function take(trx: Transaction<Database>, key: Key, { now, leasedUntil }: Moment) {
  const turn = await trx.selectFrom('organizations').select('id').where('id', '=', key.organization_id)
    .forNoKeyUpdate().skipLocked().executeTakeFirst()
  if (!turn) return undefined
  const places = underWay(trx, { now, leasedUntil }).select(sql<number>`count(*)`.as('count'))
    .where('held.organization_id', '=', key.organization_id)
  return at(trx, key)
    .set((eb) => ({
      due_at: leasedUntil, tried_at: now, attempts: eb('attempts', '+', 1), version: key.version + 1,
      fault: null, status: null, response: null,
    }))
    .where(places, '<', mostOfOne).returning(['request', 'attempts']).executeTakeFirst()
}

/** The worker's view of every organisation's deliveries. */
export const heldDeliveries = (db: Kysely<Database>) => ({
  /**
   * Claims the delivery due longest, to none of the `busy` webhooks, of an organisation that is not yet `served` if there is one, and
   * counts the try. Whoever does not settle it until `leasedUntil` loses it, so that it is tried again.
   */
  claim: async (now: string, leasedUntil: string, { busy, served }: Turn): Promise<HeldDelivery | undefined> => {
    const moment = { now, leasedUntil }
    const passedOver: string[] = []
    for (let look = 0; look < mostLooks; look += 1) {
      const key = (served.length > 0 && (await firstDue(db, moment, busy, [...served, ...passedOver])))
        || (await firstDue(db, moment, busy, passedOver))
      if (!key) return undefined
      const claimed = await inTransaction(db, (trx) => take(trx, key, moment))
      if (!claimed) {
        passedOver.push(key.organization_id)
        continue
      }
      const hook = await db.selectFrom('webhooks')
        .select(['url', 'last_four as lastFour', 'failing_since as failingSince', 'disabled_at as disabledAt'])
        .where((eb) => eb.and({ organization_id: key.organization_id, id: key.webhook_id })).executeTakeFirst()
      if (hook) return {
        organizationId: key.organization_id, webhookId: key.webhook_id, id: key.id, version: key.version + 1, ...claimed, ...hook,
      } as HeldDelivery
      // Its webhook was removed while the write that made it was under way.
      await db.deleteFrom('webhook_deliveries')
        .where((eb) => eb.and({ organization_id: key.organization_id, webhook_id: key.webhook_id, id: key.id })).execute()
    }
    return undefined
  },

  /**
   * Writes what a try came to, for the delivery and its webhook; `disabling` is the entry of the log should it end the webhook. Throws
   * StaleWrite, with nothing changed, when another worker has the delivery.
   */
  settle: (
    { organizationId, webhookId, id, version }: HeldDelivery, { fault, status, response }: TryOutcome,
    { state, dueAt, failingSince, disabledBecause }: AfterTry, disabling: NewAuditEvent | undefined, now: string,
  ): Promise<void> =>
    inTransaction(db, async (trx) => {
      const key = { organization_id: organizationId, webhook_id: webhookId, id, version }
      const settled = await at(trx, key).set({ state, due_at: dueAt, fault, status, response, version: version + 1 })
        .returning('id').executeTakeFirst()
      if (!settled) throw new StaleWrite(`Delivery ${id} is no longer at version ${version}`)
      const hook = trx.updateTable('webhooks').where((eb) => eb.and({ organization_id: organizationId, id: webhookId }))
      if (fault === null)
        await hook.set({ failing_since: null, disabled_at: null, disabled_because: null, version: sql<number>`version + 1` })
          .where((eb) => eb.or([eb('failing_since', 'is not', null), eb('disabled_at', 'is not', null)])).execute()
      else
        await hook.set({ failing_since: failingSince, version: sql<number>`version + 1` }).where('failing_since', 'is', null).execute()
      const isDisabled = disabledBecause !== null && (await hook
        .set({ disabled_at: now, disabled_because: disabledBecause, version: sql<number>`version + 1` })
        .where('disabled_at', 'is', null).returning('id').executeTakeFirst())
      if (isDisabled && disabling) await appendAudit(trx, [disabling])
      await appendChanges(trx, [{ organizationId, noun: 'webhooks', id: webhookId, change: 'tried' }], now)
    }),
})
