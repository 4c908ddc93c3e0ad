import { canBeCustomerOf, canGoOnImporting } from '../../../../domain/customers/rules.ts'
import { nextDay, secondsUntilNextDay } from '../../../../domain/limits/limit.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { scopeOf } from '../../../store/scope.ts'
import type { HandleBatch } from './import.ts'
import type { Ports } from '../../ports.ts'
import { ApiProblem } from '../../http/problem-response.ts'

/**
 * Refuses what cannot be the actor's customer (BR-21, BR-34, BR-39, BR-54d). Such a refusal reveals that the portal knows the tenant, so
 * refusals are counted before they are reported, dry or not, up to the day's limit.
 */
export const screened =
  ({ store, now }: Ports, actor: Actor, handle: HandleBatch): HandleBatch =>
  async (rows, soFar, isLast) => {
    const scope = scopeOf(actor)
    const known = await store.customers.strangers(scope, rows.map(({ id }) => id))
    const refused = new Set(known.filter((tenant) => !canBeCustomerOf(actor.organization, tenant)).map(({ tenantId }) => tenantId))
    const at = now()
    const today = await store.limits.add(scope, 'refused_rows', at.toISOString(), refused.size)
    enforceDaily(today, refused.size, at)
    const counted = { ...soFar, rejected: soFar.rejected + refused.size }
    const outcomes = (await handle(rows.filter(({ id }) => !refused.has(id)), counted, isLast)).values()
    return rows.map(({ id }) => {
      if (refused.has(id)) return 'refused'
      const { value } = outcomes.next()
      if (value === undefined) throw new Error('A row of the import has no outcome')
      return value
    })
  }

function enforceDaily(today: number, refused: number, at: Date): void {
  const verdict = canGoOnImporting(today, refused)
  if (verdict.allowed) return
  const { code, rule, params } = verdict
  const now = at.toISOString()
  throw new ApiProblem({ status: 429, code, rule, params: { ...params, date: nextDay(now) }, retryAfterSeconds: secondsUntilNextDay(now) })
}
