import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoPeople } from '../demo/demo-people.ts'
import { aSession, contoso, later, noon, openWithCast, scopeFor } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const persona = demoPeople['provider.sales']
const session = aSession()
const other = crypto.randomUUID()
const at = (minutes: number) => later(minutes).toISOString()

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
      await opened.store.sessions.create(session)
    })
    afterEach(() => opened.close())
    const actorAt = async (moment: string, hash = 'a hash') => (await opened.store.sessions.find(hash, moment))?.actor

    it('finds the person behind a session, and nobody behind an unknown one', async () => {
      expect(await opened.store.sessions.find('a hash', at(1))).toEqual({
        id: session.id, actor: persona, issuer: null, signedInAt: null, isPresent: true, isRotationDue: false, rolesDueAt: null,
        expiresAt: session.expiresAt,
      })
      expect(await opened.store.sessions.find('another hash', at(1))).toBeUndefined()
    })

    it('lasts while it is used, but no longer than its end', async () => {
      for (let minute = 25; minute < 8 * 60; minute += 25)
        expect(await actorAt(at(minute))).toEqual(persona)
      expect(await opened.store.sessions.find('a hash', at(8 * 60))).toBeUndefined()
    })

    it('ends when it was not used for its idle time', async () => {
      expect(await actorAt(at(29))).toEqual(persona)
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
        {
        const found = await opened.store.sessions.find('a hash', at(minute), (actor) => actor.user.id !== persona.user.id)
        expect(found?.actor).toEqual(persona)
      }
      expect(await opened.store.sessions.find('a hash', at(30))).toBeUndefined()
    })

    it('is told from those that have ended, many in one go, and does not last by that', async () => {
      await opened.store.sessions.create(aSession({ tokenHash: 'ended' }))
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

    describe('of an identity provider', () => {
      const issued = {
        issuer: 'entra', issuerSession: 'sid', subject: 'sub', signedInAt: noon.toISOString(), refreshToken: 'sealed', rolesDueAt: at(5),
      }
      beforeEach(() => opened.store.sessions.create(aSession({ id: other, tokenHash: 'issued', issued })))

      const makeRotationDue = () =>
        opened.db.updateTable('sessions').set({ rotation_due_at: at(0) }).where('id', '=', other).execute()

      it('changes its token once of many calls, and takes the one before for a while', async () => {
        expect(await opened.store.sessions.rotate('issued', 'next', at(1))).toBe(false)
        await makeRotationDue()
        expect(await opened.store.sessions.find('issued', at(0))).toMatchObject({ isRotationDue: true, isPresent: true })
        const done = await Promise.all(['one', 'two', 'three'].map((to) => opened.store.sessions.rotate('issued', to, at(1))))
        expect(done.filter(Boolean)).toHaveLength(1)
        expect(await opened.store.sessions.find('issued', at(0.5))).toMatchObject({
          isPresent: false, isRotationDue: false, actor: persona,
        })
        expect(await opened.store.sessions.find('issued', at(1))).toBeUndefined()
        const to = ['one', 'two', 'three'][done.indexOf(true)] ?? ''
        expect(await actorAt(at(1), to)).toEqual(persona)
      })

      it('ends by the token before, too', async () => {
        await makeRotationDue()
        await opened.store.sessions.rotate('issued', 'next', at(1))
        await opened.store.sessions.end('issued')
        expect(await actorAt(at(0), 'next')).toBeUndefined()
      })

      it('lets one call of many read the roles, and keeps what it read', async () => {
        const take = () => opened.store.sessions.takeRolesReading(other, at(5), at(6))
        const taken = (await Promise.all([take(), take(), take()])).filter((each) => each !== undefined)
        expect(taken).toEqual([{ refreshToken: 'sealed', subject: 'sub' }])
        await opened.store.sessions.keepReading(other, { refreshToken: 'next', rolesDueAt: at(11) })
        expect(await opened.store.sessions.takeRolesReading(other, at(11), at(12))).toEqual({ refreshToken: 'next', subject: 'sub' })
      })

      it('ends as the provider says: by its session or its person, and none that was opened later or by another', async () => {
        const end = (ended: object, issuer = 'entra') => opened.store.ownSessions.endByIssuer(issuer, { at: at(1), ...ended })
        expect(await end({ session: 'sid' }, 'another')).toBe(0)
        expect(await end({ session: 'another' })).toBe(0)
        expect(await end({})).toBe(0)
        expect(await end({ subject: 'sub', at: at(-1) })).toBe(0)
        expect(await end({ session: 'sid', subject: 'sub' })).toBe(1)
        await opened.store.sessions.create(aSession({ tokenHash: 'later', issued }))
        expect(await end({ subject: 'sub' })).toBe(1)
        expect(await actorAt(at(1))).toEqual(persona)
      })
    })

    it('is shown to its person, and ended by nobody else', async () => {
      const { organization, user } = demoPeople['provider.admin']
      const [own, foreign] = [scopeFor('provider.sales'), scopeFor('reseller.sales')]
      await opened.store.sessions.create(aSession({
        id: other, tokenHash: 'colleague', person: { organizationId: organization.id, userId: user.id },
      }))
      expect(await opened.store.ownSessions.list(own, persona.user.id, at(1))).toEqual([{
        id: session.id, createdAt: noon.toISOString(), lastUsedAt: noon.toISOString(), expiresAt: session.expiresAt, device: 'Mozilla/5.0',
        address: '203.0.113.7',
      }])
      expect(await opened.store.ownSessions.list(own, persona.user.id, at(31))).toEqual([])
      expect(await opened.store.ownSessions.list(foreign, persona.user.id, at(1))).toEqual([])
      expect(await opened.store.ownSessions.end(own, persona.user.id, other)).toBe(false)
      expect(await opened.store.ownSessions.end(foreign, persona.user.id, session.id)).toBe(false)
      await opened.store.sessions.create(aSession({ tokenHash: 'third' }))
      await opened.store.ownSessions.endOthers(own, persona.user.id, session.id)
      expect([await actorAt(at(1)), await actorAt(at(1), 'third')]).toEqual([persona, undefined])
      expect(await opened.store.ownSessions.end(own, persona.user.id, session.id)).toBe(true)
      expect(await actorAt(at(1))).toBeUndefined()
      expect((await actorAt(at(1), 'colleague'))?.user.id).toBe(user.id)
    })

    it('knows personas by name, and organisations by tenant', async () => {
      expect(await opened.store.users.findPersona('provider.sales')).toEqual({ ...persona, isRemoved: false })
      expect(await opened.store.users.findPersona('nobody')).toBeUndefined()
      expect((await opened.store.users.personas()).map((each) => each.persona)).toEqual(Object.keys(demoPeople))
      expect(await opened.store.organizations.findByTenant(contoso.tenantId)).toEqual(contoso)
      expect(await opened.store.organizations.findByTenant(contoso.id)).toBeUndefined()
      expect(await opened.store.organizations.findByTenant('no tenant at all')).toBeUndefined()
    })
  })
