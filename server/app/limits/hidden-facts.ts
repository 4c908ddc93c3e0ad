import { hiddenRefusalsADay } from '../../../domain/invitations/acceptance/invitee-rules.ts'
import { TooMany } from '../../../domain/limits/too-many.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import type { Ports } from '../ports.ts'
import { tooMany } from '../http/problem-facts.ts'
import { ApiProblem } from '../http/problem-response.ts'

/** Looks at facts that the actor cannot know, within its organisation's limit for the day. */
export type HiddenFacts = {
  /** Throws 429 before looking, once the limit is used up. Counts refusals by `work` for which `tells` is true. */
  look<Found>(tells: (code: string) => boolean, work: () => Promise<Found>): Promise<Found>
  hasLooked(): boolean
}

/**
 * Reserves refusals before looking and gives unused ones back after `work`, so that many processes together stay within the limit; reserves
 * `atOnce` at a time.
 */
export async function withHiddenFacts<Result>(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  actor: Actor,
  atOnce: number,
  work: (hidden: HiddenFacts) => Promise<Result>,
): Promise<Result> {
  const scope = scopeOf(actor)
  const at = now()
  const today = at.toISOString()
  let paid = 0
  let looked = false
  const pay = async () => {
    for (const amount of new Set([atOnce, 1]))
      if (await store.limits.take(scope, 'hidden_refusals', today, amount, hiddenRefusalsADay)) return amount
    throw new ApiProblem(tooMany(new TooMany({ code: 'request.too_many_hidden', most: hiddenRefusalsADay }, today)))
  }
  const look: HiddenFacts['look'] = async (tells, lookNow) => {
    if (paid === 0) paid = await pay()
    looked = true
    try {
      return await lookNow()
    } catch (error) {
      if (error instanceof ApiProblem && tells(error.facts.code)) paid -= 1
      throw error
    }
  }
  try {
    return await work({ look, hasLooked: () => looked })
  } finally {
    if (paid > 0) await store.limits.giveBack(scope, 'hidden_refusals', today, paid)
  }
}
