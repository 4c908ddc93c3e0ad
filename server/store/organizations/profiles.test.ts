import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoPeople } from '../demo/demo-people.ts'
import { StaleWrite } from '../errors.ts'
import { adatum, contoso, litware, noon, openWithCast, scopeFor, sentInvitation, writeOf } from '../testing/cast.ts'
import { sortKeyOf } from '../sql/fold.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import type { ProfileRecord } from './profiles.ts'

const provider = scopeFor('provider.admin')
const reseller = scopeFor('reseller.admin')
const contact = { name: 'Sora Min', email: 'sora@contoso.example' }

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const change = async (changes: Partial<ProfileRecord>, scope = provider) => {
      const before = await opened.store.profiles.own(scope)
      return opened.store.profiles.save(scope, { ...before, ...changes }, writeOf([contoso.id]))
    }
    const partnersOf = async (scope: typeof provider) =>
      (await opened.store.partnerships.list(scope, { limit: 50 })).items.map((each) => [each.provider, each.reseller])

    it('has said nothing at first, then what was saved, each organisation for itself', async () => {
      expect(await opened.store.profiles.own(provider)).toEqual({ ...contoso, contact: null, timeZone: null, language: null, version: 0 })
      const saved = await change({ contact, timeZone: 'Asia/Seoul', language: 'ko' })
      expect(saved).toEqual({ ...contoso, contact, timeZone: 'Asia/Seoul', language: 'ko', version: 1 })
      await change({ contact: { ...contact, phone: '+82 2 000' } })
      expect(await opened.store.profiles.own(provider)).toMatchObject({ contact: { phone: '+82 2 000' }, language: 'ko', version: 2 })
      expect(await opened.store.profiles.own(scopeFor('direct.admin'))).toMatchObject({ ...adatum, contact: null, version: 0 })
    })

    it('is saved by one of two at once, and by nobody who saw an older one', async () => {
      const before = await opened.store.profiles.own(provider)
      const save = (next: ProfileRecord) => opened.store.profiles.save(provider, next, writeOf([contoso.id]))
      const both = await Promise.allSettled([save({ ...before, language: 'ko' }), save({ ...before, language: 'de' })])
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const version of [0, 2]) await expect(save({ ...before, displayName: 'Stale', version })).rejects.toThrow(StaleWrite)
      expect((await opened.store.profiles.own(provider)).displayName).toBe(contoso.displayName)
    })

    it('partners whose names look alike are found by whichever of their names was saved last, customers never', async () => {
      const { profiles, standing } = opened.store
      const alike = async (id = contoso.id) => (await standing.known(id)).alike.map((each) => each.id)
      expect(await alike()).toEqual([contoso.id])
      await change({ displayName: 'Соntoso Distributiоn' }, scopeFor('direct.admin'))
      await change({ displayName: contoso.displayName }, scopeFor('customer.globaladmin'))
      expect((await alike()).toSorted()).toEqual([contoso.id, adatum.id].toSorted())
      expect((await alike(adatum.id)).toSorted()).toEqual([contoso.id, adatum.id].toSorted())
      await change({ displayName: '—' })
      expect([await alike(), await alike(adatum.id)]).toEqual([[], [adatum.id]])
      expect((await profiles.own(provider)).displayName).toBe('—')
      expect((await standing.known(contoso.id)).hasSignedIn).toBe(false)
      const at = noon.toISOString()
      const somebody = { organization_id: contoso.id, subject: 's', user_id: demoPeople['provider.admin'].user.id, since: at }
      await opened.db.insertInto('known_people').values({ ...somebody, last_sign_in_at: at }).execute()
      expect((await standing.known(contoso.id)).hasSignedIn).toBe(true)
      // Whoever was turned away for want of a role has not come in.
      await opened.db.updateTable('users').set({ roles: '[]' }).where('id', '=', somebody.user_id).execute()
      expect((await standing.known(contoso.id)).hasSignedIn).toBe(false)
    })

    it('a new name is everywhere at once: to partners, behind links, and in the order of both sides’ lists', async () => {
      const { hash } = await sentInvitation(opened.store, { via: litware })
      await change({ displayName: 'Zava Handel' })
      await change({ displayName: 'Áccess Resell' }, reseller)
      for (const scope of [provider, reseller])
        expect(await partnersOf(scope)).toMatchObject([[{ displayName: 'Zava Handel' }, { displayName: 'Áccess Resell' }]])
      expect(await opened.store.acceptance.findByLink(hash)).toMatchObject({
        inviter: { displayName: 'Zava Handel' }, reseller: { displayName: 'Áccess Resell' },
      })
      const keys = await opened.db.selectFrom('partnerships').select('reseller_name_key').where('reseller_id', '=', litware.id).execute()
      expect(keys).toEqual([{ reseller_name_key: sortKeyOf('Áccess Resell') }])
      const inbox = await opened.db
        .selectFrom('partnership_inbox').select('provider_name_key').where('provider_id', '=', contoso.id).execute()
      expect(inbox).toEqual([{ provider_name_key: sortKeyOf('Zava Handel') }])
    })
  })
