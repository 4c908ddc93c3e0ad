import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoPeople } from '../demo/demo-people.ts'
import { contoso, later, noon, openWithCast } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const persona = demoPeople['provider.sales']
const session = {
  tokenHash: 'a hash',
  userId: persona.user.id,
  createdAt: noon.toISOString(),
  expiresAt: later(8 * 60).toISOString(),
  idleExpiresAt: later(30).toISOString(),
}
const at = (minutes: number) => later(minutes).toISOString()

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
      await opened.store.sessions.create(session)
    })
    afterEach(() => opened.close())

    it('finds the person behind a session, and nobody behind an unknown one', async () => {
      expect(await opened.store.sessions.find('a hash', at(1))).toEqual(persona)
      expect(await opened.store.sessions.find('another hash', at(1))).toBeUndefined()
    })

    it('lasts while it is used, but no longer than its end', async () => {
      for (let minute = 25; minute < 8 * 60; minute += 25)
        expect(await opened.store.sessions.find('a hash', at(minute))).toEqual(persona)
      expect(await opened.store.sessions.find('a hash', at(8 * 60))).toBeUndefined()
    })

    it('ends when it was not used for its idle time', async () => {
      expect(await opened.store.sessions.find('a hash', at(29))).toEqual(persona)
      expect(await opened.store.sessions.find('a hash', at(29 + 30))).toBeUndefined()
    })

    it('writes at most once a minute when it is used', async () => {
      const idleExpiry = async () =>
        (await opened.db.selectFrom('sessions').select('idle_expires_at').executeTakeFirstOrThrow()).idle_expires_at
      await opened.store.sessions.find('a hash', later(0.9).toISOString())
      expect(await idleExpiry()).toBe(session.idleExpiresAt)
      await opened.store.sessions.find('a hash', at(1))
      expect(await idleExpiry()).toBe(at(31))
    })

    it('does not last by what its person has not done', async () => {
      for (const minute of [10, 20, 29])
        expect(await opened.store.sessions.find('a hash', at(minute), (actor) => actor.user.id !== persona.user.id)).toEqual(persona)
      expect(await opened.store.sessions.find('a hash', at(30))).toBeUndefined()
    })

    it('is told from those that have ended, many in one go, and does not last by that', async () => {
      await opened.store.sessions.create({ ...session, tokenHash: 'ended' })
      await opened.store.sessions.end('ended')
      const living = async (minutes: number) => [...(await opened.store.sessions.living(['a hash', 'ended', 'unknown'], at(minutes)))]
      for (const minute of [10, 20, 29]) expect(await living(minute)).toEqual(['a hash'])
      expect(await living(30)).toEqual([])
      expect(await opened.store.sessions.find('a hash', at(30))).toBeUndefined()
      expect(await opened.store.sessions.living([], at(1))).toEqual(new Set())
    })

    it('is gone at once when it is ended', async () => {
      await opened.store.sessions.end('a hash')
      expect(await opened.store.sessions.find('a hash', at(1))).toBeUndefined()
    })

    it('is not made for a user who does not exist', async () => {
      await expect(opened.store.sessions.create({ ...session, tokenHash: 'b', userId: contoso.id })).rejects.toThrow(/No user/)
    })

    it('knows personas by name, and organisations by tenant', async () => {
      expect(await opened.store.users.findPersona('provider.sales')).toEqual(persona)
      expect(await opened.store.users.findPersona('nobody')).toBeUndefined()
      expect((await opened.store.users.personas()).map((each) => each.persona)).toEqual(Object.keys(demoPeople))
      expect(await opened.store.organizations.findByTenant(contoso.tenantId)).toEqual(contoso)
      expect(await opened.store.organizations.findByTenant(contoso.id)).toBeUndefined()
      expect(await opened.store.organizations.findByTenant('no tenant at all')).toBeUndefined()
    })
  })
