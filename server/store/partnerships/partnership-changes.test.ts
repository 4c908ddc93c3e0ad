import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refOf } from '../../../domain/invitations/transitions.ts'
import { seedPartnerFacts } from '../demo/seed-people.ts'
import { StaleWrite } from '../errors.ts'
import { adatum, contoso, later, litware, noon, openWithCast, proseware, scopeFor, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'

const provider = scopeFor('provider.admin')
const reseller = scopeFor('reseller2.globaladmin')

const asked = (at = noon) => ({
  id: uuidV7(at),
  provider: refOf(contoso),
  reseller: refOf(proseware),
  state: 'requested' as const,
  agreementSigned: false,
  createdAt: at.toISOString(),
  version: 1,
})

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const write = () => writeOf([contoso.id, proseware.id]) as never
    const request = (at?: Date) => opened.store.partnerships.request(provider, asked(at), write())
    const update = (scope: typeof provider, next: Awaited<ReturnType<typeof request>>) =>
      opened.store.partnerships.update(scope, next, write())

    it('BR-49: a request is found by both sides and by nobody else', async () => {
      const made = await request()
      expect(await opened.store.partnerships.find(provider, made.id)).toEqual(made)
      expect(await opened.store.partnerships.find(reseller, made.id)).toEqual(made)
      expect(await opened.store.partnerships.findWith(provider, proseware.id)).toEqual(made)
      expect(await opened.store.partnerships.findWith(reseller, contoso.id)).toEqual(made)
      for (const persona of ['reseller.admin', 'direct.admin', 'customer.globaladmin'] as const) {
        expect(await opened.store.partnerships.find(scopeFor(persona), made.id)).toBeUndefined()
        expect(await opened.store.partnerships.findWith(scopeFor(persona), proseware.id)).toBeUndefined()
        await expect(update(scopeFor(persona), { ...made, state: 'removed' })).rejects.toThrow(StaleWrite)
      }
      expect(await opened.store.partnerships.find(provider, 'no id')).toBeUndefined()
      expect(await opened.store.partnerships.findActiveWith(provider, proseware.id)).toBeUndefined()
    })

    it('a second request while one is open or active is none, also at once', async () => {
      const settled = await Promise.allSettled([request(), request(), request()])
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const made = await opened.store.partnerships.findWith(provider, proseware.id)
      if (!made) throw new Error('One was made')
      await update(reseller, { ...made, state: 'active' })
      await expect(request()).rejects.toThrow(StaleWrite)
    })

    it('BR-50, BR-54: authorized, removed and asked again it is the same partnership, and both lists follow', async () => {
      const made = await request()
      const active = await update(reseller, { ...made, state: 'active' })
      expect(active).toEqual({ ...made, state: 'active', version: 2 })
      expect((await opened.store.partnerships.findActiveWith(provider, proseware.id))?.id).toBe(made.id)
      const states = async () =>
        (await opened.store.partnerships.list(provider, { limit: 10 })).items.map(({ reseller: other, state }) => [
          other.displayName,
          state,
        ])
      expect(await states()).toEqual([
        ['Litware Resell', 'active'],
        ['Proseware Cloud', 'active'],
      ])
      await update(provider, { ...active, state: 'removed' })
      expect(await states()).toEqual([
        ['Litware Resell', 'active'],
        ['Proseware Cloud', 'removed'],
      ])
      const again = await request(later(10))
      expect(again).toMatchObject({ id: made.id, state: 'requested', version: 4, createdAt: later(10).toISOString() })
      expect(await opened.store.partnerships.find(reseller, made.id)).toEqual(again)
    })

    it('of two changes at once one holds, and a stale one changes nothing', async () => {
      const made = await request()
      const settled = await Promise.allSettled([
        update(reseller, { ...made, state: 'active' }),
        update(provider, { ...made, state: 'removed' }),
      ])
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const now = await opened.store.partnerships.find(provider, made.id)
      expect(now?.version).toBe(2)
      await expect(update(provider, { ...made, state: 'requested' })).rejects.toThrow(StaleWrite)
      expect(await opened.store.partnerships.find(provider, made.id)).toEqual(now)
    })

    it('BR-51, BR-54a, BR-54e: a partner is known by either account, with what the programme knows of it', async () => {
      const { organizations } = opened.store
      expect(await organizations.findReseller(litware.partnerId ?? '')).toMatchObject({
        id: litware.id,
        agreementSigned: false,
        isTransitioning: false,
      })
      expect(await organizations.programmeFacts(scopeFor('direct.admin'))).toEqual({ agreementSigned: false, isTransitioning: false })
      await opened.db.transaction().execute(seedPartnerFacts)
      for (const number of [litware.partnerId ?? '', '6010200'])
        expect(await organizations.findReseller(number)).toMatchObject({
          id: litware.id,
          agreementSigned: true,
          globalAccountId: '6010200',
        })
      expect(await organizations.findReseller('1')).toBeUndefined()
      expect(await organizations.programmeFacts(scopeFor('direct.admin'))).toEqual({
        agreementSigned: true, agreementBasis: 'confirmed', isTransitioning: true,
      })
      expect([await organizations.hasPartnerId(adatum.partnerId ?? ''), await organizations.hasPartnerId('1')]).toEqual([true, false])
      expect(await organizations.programmeFacts(scopeFor('customer.globaladmin'))).toEqual({
        agreementSigned: false,
        isTransitioning: false,
      })
    })
  })
