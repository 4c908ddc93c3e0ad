import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DomainTaken, StaleWrite } from '../errors.ts'
import { adatum, contoso, later, noon, openWithCast, scopeFor, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const provider = scopeFor('provider.admin')
const direct = scopeFor('direct.admin')
const added = { domain: 'contoso.example', addedAt: noon.toISOString(), provenAt: null }
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

    it('is neither proven nor removed once it is gone', async () => {
      await expect(prove()).rejects.toThrow(StaleWrite)
      await expect(remove()).rejects.toThrow(StaleWrite)
      expect(await opened.db.selectFrom('proven_domains').selectAll().execute()).toEqual([])
    })
  })
