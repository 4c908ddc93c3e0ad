import type { GdapBulkAnswer, GdapBulkOutcome } from '../../../domain/bulk-relationships/schemas.ts'
import { personNow } from '../../api/kept-work.ts'
import { createPersonJob, whileWorking } from '../../ui/person-job.ts'
import { moveToGdap } from './dap-queries.ts'
import { emptyOrder, keepOrder, keptOrder, type MoveOrder } from './move-order.ts'

/** By tenant id. */
export type MoveOutcomes = ReadonlyMap<string, GdapBulkOutcome>

/** A move from choosing to what came of it. It belongs to one person and outlives the page it is shown on. */
export type MoveJob = { order: MoveOrder } & (
  | { step: 'choose'; error?: unknown }
  | { step: 'checking' }
  | { step: 'checked'; outcomes: MoveOutcomes }
  | { step: 'moving'; outcomes: MoveOutcomes; done: number }
  /** `error` is absent when the page itself was left or loaded again. */
  | { step: 'stopped'; outcomes: MoveOutcomes; error?: unknown }
  | { step: 'done'; outcomes: MoveOutcomes }
)

const chunk = 25

const jobs = createPersonJob<MoveJob>()

const begun = (person: string): MoveJob => {
  const kept = keptOrder(person)
  return kept?.started ? { step: 'stopped', order: kept, outcomes: new Map() } : { step: 'choose', order: kept ?? emptyOrder }
}

/** The person's move, whatever page it was begun on. */
export const useMoveJob = (person: string): MoveJob => jobs.useJob(person, () => begun(person))

/** Keeps the order as it is written; what is written anew is checked anew. */
export function writeOrder(written: MoveOrder): void {
  const order = { ...written, started: false }
  keepOrder(personNow(), order)
  jobs.write({ step: 'choose', order })
}

/** Gives up the order for a new one. */
export function resetMove(): void {
  keepOrder(personNow(), undefined)
  jobs.reset()
}

function ask(order: MoveOrder, tenantIds: readonly string[], dryRun: boolean, signal: AbortSignal): Promise<GdapBulkAnswer> {
  const { templateId, templateEtag, days, autoExtend, namePrefix } = order
  return moveToGdap({
    dryRun, customerTenantIds: [...tenantIds], templateId, templateEtag, duration: `P${days}D`,
    autoExtendDuration: autoExtend ? 'P180D' : 'PT0S', namePrefix,
  }, signal)
}

const withOutcomes = (known: MoveOutcomes, { outcomes }: GdapBulkAnswer): MoveOutcomes =>
  new Map([...known, ...outcomes.map((outcome): [string, GdapBulkOutcome] => [outcome.key, outcome])])

/** Customers whose request is still to be made: neither made nor refused. */
const openCustomers = ({ customers }: MoveOrder, outcomes: MoveOutcomes): string[] =>
  customers.map(({ tenantId }) => tenantId)
    .filter((tenantId) => (outcomes.get(tenantId)?.outcome ?? 'would_create') === 'would_create')

export const countToMove = (order: MoveOrder, outcomes: MoveOutcomes): number => openCustomers(order, outcomes).length

/** Asks the server what would become of each customer; nothing is made yet. */
export async function checkMove(order: MoveOrder): Promise<void> {
  const { put, signal } = jobs.begin()
  put({ step: 'checking', order })
  try {
    const answer = await ask(order, order.customers.map(({ tenantId }) => tenantId), true, signal)
    put({ step: 'checked', order, outcomes: withOutcomes(new Map(), answer) })
  } catch (error) {
    put({ step: 'choose', order, error })
  }
}

/**
 * Makes what the check found possible, a few customers a call. A call without an answer leaves unknown what it did, so everything stops
 * there: going on sends the same names, and what was made is found by its name, not made again.
 */
export async function runMove(from: Extract<MoveJob, { outcomes: MoveOutcomes }>, onMade: () => void): Promise<void> {
  const { put, signal } = jobs.begin()
  const order = { ...from.order, started: true }
  keepOrder(personNow(), order)
  let { outcomes } = from
  const work = async () => {
    for (;;) {
      const open = openCustomers(order, outcomes)
      put({ step: 'moving', order, outcomes, done: order.customers.length - open.length })
      if (open.length === 0) break
      outcomes = withOutcomes(outcomes, await ask(order, open.slice(0, chunk), false, signal))
    }
  }
  try {
    await whileWorking(work)
    put({ step: 'done', order, outcomes })
  } catch (error) {
    put({ step: 'stopped', order, outcomes, error })
  } finally {
    if ([...outcomes.values()].some(({ outcome }) => outcome === 'created')) onMade()
  }
}
