import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { scopeOf } from '../scope.ts'
import { accept, aSession, contoso, later, litware, noon, openWithCast, sentInvitation, tailspin } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const now = noon.toISOString()
const person = (changes: object = {}) => ({
  organizationId: contoso.id, subject: 'oid', newId: crypto.randomUUID(), displayName: 'Nara Kim', email: 'nara@contoso.example',
  roles: ['admin_agent'] as const, locale: undefined, usualLocale: 'ko' as const, ...changes,
})
const visitor = () => ({
  id: crypto.randomUUID(), tenantId: '0e9a0e9a-1111-4222-8333-444455556666', displayName: 'coffee.example', domain: 'coffee.example',
  cloud: 'global' as const, country: 'ZZ',
})
const scopeIn = (organization: Organization) => scopeOf({ user: {} as never, organization })

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => { opened = await openWithCast(engine) })
    afterEach(() => opened.close())
    const usersNamed = (name: string) => opened.db.selectFrom('users').selectAll().where('display_name', '=', name).execute()

    it('is one person however often they enter at once, as they are known last', async () => {
      const ids = await Promise.all(Array.from({ length: 8 }, () => opened.store.people.enter(person(), now)))
      expect(new Set(ids).size).toBe(1)
      expect(await usersNamed('Nara Kim')).toMatchObject([{ id: ids[0], roles: ['admin_agent'], locale: 'ko' }])
      await opened.store.people.enter(person({ displayName: 'Nara Lee', roles: ['sales_agent'], locale: 'de' }), now)
      expect(await usersNamed('Nara Lee')).toMatchObject([{ id: ids[0], roles: ['sales_agent'], locale: 'de' }])
      expect(await usersNamed('Nara Kim')).toEqual([])
    })

    it('tells the same subject of two organisations apart', async () => {
      const one = await opened.store.people.enter(person(), now)
      expect(await opened.store.people.enter(person({ organizationId: litware.id }), now)).not.toBe(one)
    })

    it('leaves with roles and sessions, in its own organisation alone', async () => {
      const userId = await opened.store.people.enter(person(), now)
      await opened.store.sessions.create(aSession({ person: { organizationId: contoso.id, userId } }))
      await opened.store.people.leave(litware.id, 'oid')
      expect(await opened.store.sessions.find('a hash', now)).toBeDefined()
      await opened.store.people.leave(contoso.id, 'oid')
      expect(await opened.store.sessions.find('a hash', now)).toBeUndefined()
      expect(await usersNamed('Nara Kim')).toMatchObject([{ roles: [] }])
    })

    it('says whether roles that were read again have changed', async () => {
      const userId = await opened.store.people.enter(person(), now)
      expect(await opened.store.people.keepRoles(contoso.id, userId, ['admin_agent'])).toBe(false)
      expect(await opened.store.people.keepRoles(contoso.id, userId, ['helpdesk_agent'])).toBe(true)
      expect(await opened.store.people.keepRoles(litware.id, userId, ['user'])).toBe(false)
      expect(await usersNamed('Nara Kim')).toMatchObject([{ roles: ['helpdesk_agent'] }])
    })

    it('makes one visitor of a tenant, which counts for nobody until its yes, and introduces itself until then', async () => {
      const made = await Promise.all(Array.from({ length: 4 }, () => opened.store.people.visit(visitor(), now)))
      const [organization = contoso] = made
      expect(new Set(made.map(({ id }) => id)).size).toBe(1)
      expect(organization).toMatchObject({ kind: 'customer', isVisiting: true, country: 'ZZ' })
      expect(await opened.store.organizations.findByTenant(visitor().tenantId)).toBeUndefined()
      const introduce = (displayName: string) => opened.store.people.introduce(scopeIn(organization), { displayName, country: 'KR' })
      expect(await introduce('Fourth Coffee')).toBe(true)
      const known = await opened.store.people.organizationOfTenant(visitor().tenantId)
      expect(known).toMatchObject({ displayName: 'Fourth Coffee', country: 'KR', isVisiting: true })
      const { invitation, link } = await sentInvitation(opened.store)
      await accept(opened.store, link, invitation, { ...organization, displayName: 'Fourth Coffee' })
      expect(await introduce('Another name')).toBe(false)
      expect(await opened.store.organizations.findByTenant(visitor().tenantId)).toMatchObject({ displayName: 'Fourth Coffee' })
      expect(await opened.store.people.visit({ ...visitor(), displayName: 'Else' }, now)).toMatchObject({ displayName: 'Fourth Coffee' })
    })

    it('is not introduced where it has its place', async () => {
      expect(await opened.store.people.introduce(scopeIn(tailspin), { displayName: 'Else', country: 'US' })).toBe(false)
    })

    it('takes a callback once, and forgets it after its time', async () => {
      const finish = () => opened.store.signIns.finish('attempt', later(15).toISOString())
      expect((await Promise.all([finish(), finish(), finish()])).filter(Boolean)).toHaveLength(1)
      expect((await opened.store.prune(later(14).toISOString())).signIns).toBe(0)
      expect((await opened.store.prune(later(15).toISOString())).signIns).toBe(1)
    })
  })
