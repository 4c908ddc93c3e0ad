import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { scopeOf } from '../scope.ts'
import { accept, contoso, later, noon, openWithCast, sentInvitation, tailspin } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const now = noon.toISOString()
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

    it('makes one visitor of a tenant, which counts for nobody until its yes, and introduces itself until then', async () => {
      const { visitors } = opened.store
      const made = await Promise.all(Array.from({ length: 4 }, () => visitors.visit(visitor(), now)))
      const [organization = contoso] = made
      expect(new Set(made.map(({ id }) => id)).size).toBe(1)
      expect(organization).toMatchObject({ kind: 'customer', isVisiting: true, country: 'ZZ' })
      expect(await opened.store.organizations.findByTenant(visitor().tenantId)).toBeUndefined()
      const introduce = (displayName: string) => visitors.introduce(scopeIn(organization), { displayName, country: 'KR' })
      expect(await introduce('Fourth Coffee')).toBe(true)
      const known = await visitors.organizationOfTenant(visitor().tenantId)
      expect(known).toMatchObject({ displayName: 'Fourth Coffee', country: 'KR', isVisiting: true })
      const { invitation, link } = await sentInvitation(opened.store)
      await accept(opened.store, link, invitation, { ...organization, displayName: 'Fourth Coffee' })
      expect(await introduce('Another name')).toBe(false)
      expect(await opened.store.organizations.findByTenant(visitor().tenantId)).toMatchObject({ displayName: 'Fourth Coffee' })
      expect(await visitors.visit({ ...visitor(), displayName: 'Else' }, now)).toMatchObject({ displayName: 'Fourth Coffee' })
    })

    it('is not introduced where it has its place', async () => {
      expect(await opened.store.visitors.introduce(scopeIn(tailspin), { displayName: 'Else', country: 'US' })).toBe(false)
    })

    it('is forgotten with those who never got a role ninety days after the last sign-in, and nobody else is', async () => {
      const { people, visitors, prune } = opened.store
      const visiting = await visitors.visit(visitor(), now)
      const enter = async (organization: Organization, subject: string, claims: string[]) =>
        (await people.enter({
          organization, subject, newId: crypto.randomUUID(), displayName: subject, email: '', directory: [], claims, locale: undefined,
          usualLocale: 'en',
        }, now, () => ({ audit: [], changes: [] }))).userId
      await enter(visiting, 'visitor', [])
      await enter(contoso, 'without role', [])
      const stays = [await enter(contoso, 'agent', ['AdminAgent']), await enter(contoso, 'removed', [])]
      await opened.db.updateTable('users').set({ removed_at: now }).where('display_name', '=', 'removed').execute()
      const days = (count: number) => later(count * 24 * 60).toISOString()
      expect((await prune(days(89.9))).strangers).toBe(0)
      expect((await prune(days(91))).strangers).toBe(2)
      const left = await opened.db.selectFrom('known_people').select('user_id').execute()
      expect(left.map((row) => row.user_id).toSorted()).toEqual(stays.toSorted())
    })

    it('takes a callback once, and forgets it after its time', async () => {
      const finish = () => opened.store.signIns.finish('attempt', later(15).toISOString())
      expect((await Promise.all([finish(), finish(), finish()])).filter(Boolean)).toHaveLength(1)
      expect((await opened.store.prune(later(14).toISOString())).signIns).toBe(0)
      expect((await opened.store.prune(later(15).toISOString())).signIns).toBe(1)
    })
  })
