import type { Actor } from '../../../domain/session/actor.ts'
import type { ApiEnv } from './api-env.ts'
import { notRecorded } from './idempotency.ts'
import type { Ports } from '../ports.ts'
import { problemBody, type ProblemFacts } from './problem-response.ts'

/** Whoever asks for many at once, and in which language it is told what became of each. */
export type ItemsContext = Pick<ApiEnv['Variables'], 'locale' | 'zone' | 'requestId' | 'isRecall'> & { actor: Actor }

type Work<Item, Settled extends object, Outcome> = {
  /** What an item made before; undefined when nothing is known of it. */
  recall: (item: Item) => Settled | undefined
  /** What is said of an item of which nothing was kept. */
  refused: (item: Item, problem: ProblemFacts) => Settled
  /** Judges the items and does what may be done, in their order. */
  settle: () => Promise<readonly Settled[]>
  onWire: (settled: Settled, item: Item) => Outcome | Promise<Outcome>
}

/**
 * An outcome for each item of one call, in their order. Every item has a key of its own and is done at most once, whoever repeats the call;
 * a recall tells what was made before and judges nothing.
 */
export async function outcomesOf<Item, Settled extends object, Outcome>(
  { turn }: Pick<Ports, 'turn'>, { isRecall }: ItemsContext, items: readonly Item[],
  { recall, refused, settle, onWire }: Work<Item, Settled, Outcome>,
): Promise<Outcome[]> {
  const kept = isRecall ? items.map(recall) : []
  if (isRecall && kept.every((each) => each === undefined)) throw notRecorded()
  const settled = isRecall
    ? items.map((item, index) => kept[index] ?? refused(item, notRecorded().facts))
    : await settle()
  const outcomes: Outcome[] = []
  for (const [index, item] of items.entries()) {
    const each = settled[index]
    if (each) outcomes.push(await onWire(each, item))
    await turn()
  }
  return outcomes
}

/** A problem as an item of many tells it, `errors` where its input has pointers. */
export function itemProblem(facts: ProblemFacts, context: ItemsContext) {
  const { code, detail, rule, errors } = problemBody(facts, context)
  return { code, detail, ...(rule !== undefined && { rule }), ...(errors && { errors }) }
}
