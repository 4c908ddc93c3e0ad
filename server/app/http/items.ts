import type { Actor } from '../../../domain/session/actor.ts'
import type { ApiEnv } from './api-env.ts'
import { notRecorded } from './idempotency.ts'
import type { Ports } from '../ports.ts'
import { problemBody, type ProblemFacts } from './problem-response.ts'

/** The caller of a bulk call, and the language of its outcomes. */
export type ItemsContext = Pick<ApiEnv['Variables'], 'locale' | 'zone' | 'requestId' | 'isRecall' | 'keepRefused'> & { actor: Actor }

type Work<Item, Settled extends object, Outcome> = {
  isDryRun: boolean
  /** Returns what an item made before, if anything. */
  recall: (item: Item) => Settled | undefined
  /** The outcome of an item without a record. */
  refused: (item: Item, problem: ProblemFacts) => Settled
  /** Judges the items and does what may be done, in order. */
  settle: () => Promise<readonly Settled[]>
  problemOf: (settled: Settled) => ProblemFacts | undefined
  onWire: (settled: Settled, item: Item) => Outcome | Promise<Outcome>
}

/**
 * Returns an outcome for each item, in order. Every item has a key and is done at most once; a recall returns earlier outcomes and judges
 * nothing. What was refused, other than in a dry run, is in the organisation's log.
 */
export async function outcomesOf<Item extends { key: string }, Settled extends object, Outcome>(
  { turn }: Pick<Ports, 'turn'>, { isRecall, keepRefused }: ItemsContext, items: readonly Item[],
  { isDryRun, recall, refused, settle, problemOf, onWire }: Work<Item, Settled, Outcome>,
): Promise<Outcome[]> {
  const kept = isRecall ? items.map(recall) : []
  if (isRecall && kept.every((each) => each === undefined)) throw notRecorded()
  const settled = isRecall
    ? items.map((item, index) => kept[index] ?? refused(item, notRecorded().facts))
    : await settle()
  if (!isDryRun)
    keepRefused(items.flatMap(({ key }, index) => {
      const facts = settled[index] && problemOf(settled[index])
      return facts ? [{ facts, item: key }] : []
    }))
  const outcomes: Outcome[] = []
  for (const [index, item] of items.entries()) {
    const each = settled[index]
    if (each) outcomes.push(await onWire(each, item))
    await turn()
  }
  return outcomes
}

/** The problem of one item, with `errors` where its input has pointers. */
export function itemProblem(facts: ProblemFacts, context: ItemsContext) {
  const { code, detail, rule, errors } = problemBody(facts, context)
  return { code, detail, ...(rule !== undefined && { rule }), ...(errors && { errors }) }
}
