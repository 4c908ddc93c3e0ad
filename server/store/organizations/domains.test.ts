import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DomainTaken, StaleWrite } from '../errors.ts'
import { adatum, contoso, later, noon, openWithCast, scopeFor, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const provider = scopeFor('provider.admin')
const direct = scopeFor('direct.admin')
const added = { domain: 'contoso.example', addedAt: noon.toISOString(), provenAt: null, missingSince: null }
const proven = { ...added, provenAt: later(5).toISOString() }

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const add = (scope = provider, among = 0) => opened.store.domains.add(scope, added, among, writeOf([contoso.id]))
    const prove = (scope = provider) => opened.store.domains.prove(scope, proven, writeOf([adatum.id]))
    const remove = (scope = provider) => opened.store.domains.remove(scope, added.domain, writeOf([contoso.id]))

    it('names a domain once, as one of those that were there', async () => {
      const both = await Promise.allSettled([add(), add()])
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await expect(add(provider, 1)).rejects.toThrow(StaleWrite)
      expect(await opened.store.domains.list(provider)).toEqual([added])
      expect(await opened.store.domains.find(direct, added.domain)).toBeUndefined()
    })

    it('is proven for one of two that try at once, and for the other once the first has removed it', async () => {
      const both = [provider, direct]
      for (const scope of both) await add(scope)
      const tried = await Promise.allSettled(both.map(prove))
      expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const [winner, other] = tried[0]?.status === 'fulfilled' ? [provider, direct] : [direct, provider]
      await expect(prove(other)).rejects.toThrow(DomainTaken)
      expect(await opened.store.domains.list(other)).toEqual([added])
      expect(await prove(winner)).toEqual(proven)
      await remove(other)
      await add(other)
      await expect(prove(other)).rejects.toThrow(DomainTaken)
      await remove(winner)
      expect(await prove(other)).toEqual(proven)
    })

    it('is due for another look a while after the proof and the last look, and loses the proof as it was read alone', async () => {
      await add()
      await prove()
      const looks = opened.store.domainLooks
      const due = (minutes: number) => looks.due(later(minutes).toISOString(), 10, undefined)
      expect(await due(5)).toEqual([])
      const [first] = await due(6)
      if (!first) throw new Error('No domain is due')
      expect(first).toEqual({ organizationId: contoso.id, domain: added.domain, provenAt: proven.provenAt, missingSince: null })
      expect(await looks.due(later(6).toISOString(), 10, first)).toEqual([])
      await looks.keep(first, later(8).toISOString(), later(8).toISOString())
      expect([await due(8), (await due(9)).map(({ missingSince }) => missingSince)]).toEqual([[], [later(8).toISOString()]])
      expect(await opened.store.domains.list(provider)).toEqual([{ ...proven, missingSince: later(8).toISOString() }])

      await opened.store.domains.prove(provider, { ...proven, provenAt: later(10).toISOString() }, writeOf([contoso.id]))
      await looks.keep(first, later(20).toISOString(), later(20).toISOString())
      await expect(looks.end(first, writeOf([contoso.id]))).rejects.toThrow(StaleWrite)
      const [again] = await due(11)
      if (!again) throw new Error('The domain is not due again')
      expect(again.missingSince).toBeNull()
      await looks.end(again, writeOf([contoso.id]))
      expect(await opened.store.domains.list(provider)).toEqual([added])
      await add(direct)
      expect(await prove(direct)).toEqual(proven)
    })

    it('is neither proven nor removed once it is gone', async () => {
      await expect(prove()).rejects.toThrow(StaleWrite)
      await expect(remove()).rejects.toThrow(StaleWrite)
      expect(await opened.db.selectFrom('proven_domains').selectAll().execute()).toEqual([])
    })
  })
