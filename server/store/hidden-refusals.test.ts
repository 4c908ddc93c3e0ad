import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWithCast, scopeFor } from './testing/cast.ts'
import { engines, type OpenedStore } from './testing/test-engines.ts'

const provider = scopeFor('provider.admin')
const [today, tomorrow] = ['2026-03-02', '2026-03-03']

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => { opened = await openWithCast(engine) })
    afterEach(() => opened.close())
    const take = (amount = 1, day = today, scope = provider) => opened.store.hiddenRefusals.take(scope, day, amount, 5)
    const giveBack = (amount: number, day = today) => opened.store.hiddenRefusals.giveBack(provider, day, amount)

    it('of many at once as many are let through as there is room for', async () => {
      const told = await Promise.all(Array.from({ length: 20 }, () => take()))
      expect(told.filter(Boolean)).toHaveLength(5)
    })

    it('takes all or nothing, and what is given back can be taken again', async () => {
      expect([await take(4), await take(2), await take(1), await take(1)]).toEqual([true, false, true, false])
      await giveBack(2)
      expect([await take(2), await take(1)]).toEqual([true, false])
    })

    it('begins anew with the day, and never goes back to one', async () => {
      expect(await take(5)).toBe(true)
      expect([await take(4, tomorrow), await take(2, today)]).toEqual([true, false])
      expect([await take(1, today), await take(1, tomorrow)]).toEqual([true, false])
      await giveBack(5, today)
      expect(await take(1, tomorrow)).toBe(false)
    })

    it('counts each organisation for itself', async () => {
      await take(5)
      expect([await take(1), await take(1, today, scopeFor('direct.admin'))]).toEqual([false, true])
    })
  })
