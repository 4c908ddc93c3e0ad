import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWithCast, scopeFor } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const provider = scopeFor('provider.admin')
const [today, tomorrow] = ['2026-03-02', '2026-03-03']

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => { opened = await openWithCast(engine) })
    afterEach(() => opened.close())
    const take = (amount = 1, day = today, scope = provider) => opened.store.limits.take(scope, 'hidden_refusals', day, amount, 5)
    const giveBack = (amount: number, day = today) => opened.store.limits.giveBack(provider, 'hidden_refusals', day, amount)

    it('of many at once as many are let through as there is room for', async () => {
      const told = await Promise.all(Array.from({ length: 20 }, () => take()))
      expect(told.filter(Boolean)).toHaveLength(5)
    })

    it('takes all or nothing, and what is given back can be taken again', async () => {
      expect([await take(4), await take(2), await take(1), await take(1)]).toEqual([true, false, true, false])
      await giveBack(2)
      expect([await take(2), await take(1)]).toEqual([true, false])
    })

    it('begins anew with the day', async () => {
      expect([await take(6), await take(5)]).toEqual([false, true])
      expect([await take(4, tomorrow), await take(1), await take(2, tomorrow), await take(1, tomorrow)]).toEqual([true, false, false, true])
      await giveBack(5, today)
      expect([await take(1, tomorrow), await take(1, today)]).toEqual([false, true])
    })

    it('adds without a limit and tells how much it is', async () => {
      const add = (amount: number, day = today) => opened.store.limits.add(provider, 'refused_rows', day, amount)
      expect([await add(3), await add(300), await add(1, tomorrow)]).toEqual([3, 303, 1])
    })

    it('counts each organisation for itself', async () => {
      await take(5)
      expect([await take(1), await take(1, today, scopeFor('direct.admin'))]).toEqual([false, true])
    })
  })
