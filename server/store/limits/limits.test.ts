import { afterEach, beforeEach, expect, it, describe } from 'vitest'
import type { Limit } from '../../../domain/limits/limit.ts'
import { TooMany } from '../../../domain/limits/too-many.ts'
import { countOrRefuse } from './limits.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { inTransaction } from '../sql/transaction.ts'

const noon = '2026-03-02T12:00:00.000Z'
const tomorrow = '2026-03-03T00:00:00.000Z'
const code = 'mail.too_many_to_address'
const limit = (changes: Partial<Limit> = {}): Limit => ({ owner: 'contoso', what: 'probe', most: 3, code, ...changes })

describe.each(engines)('limits of a day on $name', (engine) => {
  let opened: OpenedStore
  beforeEach(async () => {
    opened = await engine.open()
  })
  afterEach(() => opened.close())

  const count = (limits: readonly Limit[], at = noon) => inTransaction(opened.db, (trx) => countOrRefuse(trx, limits, at))
  const outcome = (work: Promise<void>) => work.then(() => 'counted', (error: unknown) => (error instanceof TooMany ? 'too many' : error))
  const kept = () => opened.db.selectFrom('limits').select(['owner', 'what', 'day', 'count']).orderBy('what').execute()

  it('leave room for so many, until the day is over', async () => {
    for (const expected of ['counted', 'counted', 'counted', 'too many']) expect(await outcome(count([limit()]))).toBe(expected)
    expect(await outcome(count([limit()], tomorrow))).toBe('counted')
    expect(await outcome(count([limit({ owner: 'litware' })]))).toBe('counted')
    await expect(count([limit()])).rejects.toMatchObject({ code, most: 3, goesOnAt: tomorrow, retryAfterSeconds: 43_200 })
  })

  it('count under all or under none', async () => {
    await count([limit({ what: 'z', most: 1 })])
    expect(await outcome(count([limit({ what: 'a' }), limit({ what: 'z', most: 1 })]))).toBe('too many')
    expect(await kept()).toEqual([{ owner: 'contoso', what: 'z', day: '2026-03-02', count: 1 }])
  })

  it('let exactly so many of many callers pass, in whatever order each names its limits', async () => {
    const both = [limit({ what: 'a', most: 20 }), limit({ what: 'b', most: 12 })]
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => outcome(count(index % 2 ? both : both.toReversed()))))
    expect(outcomes.filter((each) => each === 'counted')).toHaveLength(12)
    expect(outcomes.filter((each) => each === 'too many')).toHaveLength(28)
    expect((await kept()).map((row) => row.count)).toEqual([12, 12])
  })

  it('are forgotten once their day is over', async () => {
    await count([limit()])
    expect((await opened.store.prune('2026-03-03T23:00:00.000Z')).limits).toBe(0)
    expect((await opened.store.prune('2026-03-04T00:00:00.000Z')).limits).toBe(1)
    expect(await kept()).toEqual([])
  })
})
