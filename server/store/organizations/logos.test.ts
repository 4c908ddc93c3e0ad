import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StaleWrite } from '../errors.ts'
import { contoso, openWithCast, scopeFor, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import type { DrawnLogo } from './logos.ts'

const provider = scopeFor('provider.admin')
const logo = { name: 'n'.repeat(43), width: 480, height: 61, picture: 'AAAA' }
const { picture: _, ...kept } = logo

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => { opened = await openWithCast(engine) })
    afterEach(() => opened.close())

    const save = (version: number, next: DrawnLogo | null = logo) =>
      opened.store.logos.save(provider, { logo: next, version }, writeOf([contoso.id]))

    it('an organisation has one logo, which whoever knows its name can read until there is another or none', async () => {
      const { logos, standing } = opened.store
      expect([await logos.own(provider), (await standing.known(contoso.id)).logo]).toEqual([{ logo: null, version: 0 }, null])
      expect(await save(0)).toEqual({ logo: kept, version: 1 })
      expect([await logos.own(provider), (await standing.known(contoso.id)).logo]).toEqual([{ logo: kept, version: 1 }, kept])
      expect(await logos.own(scopeFor('direct.admin'))).toEqual({ logo: null, version: 0 })
      expect(await logos.picture(contoso.id, logo.name)).toBe('AAAA')
      expect(await logos.picture(scopeFor('direct.admin').organizationId, logo.name)).toBeUndefined()
      await save(1, { ...logo, name: 'another' })
      expect(await logos.picture(contoso.id, logo.name)).toBeUndefined()
      expect(await save(2, null)).toEqual({ logo: null, version: 3 })
      expect([await logos.picture(contoso.id, 'another'), (await standing.known(contoso.id)).logo]).toEqual([undefined, null])
      expect(await save(3)).toEqual({ logo: kept, version: 4 })
    })

    it('is saved by one of two at once, and by nobody who saw an older one', async () => {
      const both = await Promise.allSettled([save(0), save(0)])
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const version of [0, 2]) await expect(save(version, null)).rejects.toThrow(StaleWrite)
      expect((await opened.store.logos.own(provider)).logo).toEqual(kept)
    })
  })
