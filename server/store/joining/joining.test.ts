import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endInvite, inviteLifetime, type InviteRecord, newInvite, overInvitesKept } from '../../../domain/joining/invite.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { StaleWrite } from '../errors.ts'
import { scopeOf } from '../scope.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'
import { contoso, later, litware, noon, openWithCast, scopeFor, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const provider = scopeFor('provider.admin')
const tenantId = '0e9a0e9a-1111-4222-8333-444455556666'
const said = { signedBy: 'Hana Seo', signedOn: '2026-01-15', by: 'Hana Seo', at: noon.toISOString() }
const write = (at = noon) => writeOf([contoso.id], { at }) as never
const fulfilled = (settled: readonly PromiseSettledResult<unknown>[]) => settled.filter(({ status }) => status === 'fulfilled').length

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => { opened = await openWithCast(engine) })
    afterEach(() => opened.close())

    const invite = (tenant = tenantId, at = noon): InviteRecord =>
      newInvite({ tenantId: tenant, displayName: 'Fourth Coffee' }, { id: uuidV7(at), by: 'Somebody', now: at })
    const make = (scope = provider, of = invite(), at = noon, most = 10) => opened.store.joining.make(scope, of, most, write(at))
    const visitor = () => opened.store.visitors.visit({
      id: crypto.randomUUID(), tenantId, displayName: 'coffee.example', domain: 'coffee.example', cloud: 'global', country: 'KR',
    }, noon.toISOString())
    const person = (organization: Organization, subject: string, directory: readonly ('global_admin' | 'user')[]) =>
      opened.store.people.enter({
        organization, subject, newId: crypto.randomUUID(), displayName: subject, email: '', directory, claims: [], locale: undefined,
        usualLocale: 'en',
      }, noon.toISOString(), () => ({ audit: [], changes: [] }))
    const scopeIn = (organization: Organization) => scopeOf({ user: {} as never, organization })
    const behind = async (made: InviteRecord, providerId = contoso.id) => {
      const found = await opened.store.joining.behind({ providerId, inviteId: made.id })
      if (!found) throw new Error('It is there')
      return found
    }
    const join = async (
      made: InviteRecord, reseller: Organization, place: string | undefined, providerId = contoso.id,
      agreement = place === undefined ? null : said,
    ) => {
      const { scope, provider: by } = await behind(made, providerId)
      const joined = { partnershipId: uuidV7(noon), provider: by, reseller, place, agreement }
      return (await opened.store.joining.join(scope, scopeIn(reseller), joined, write(), () => ({ audit: [], changes: [] }))).id
    }

    it('is one a tenant, is found by its provider alone, and gives its place to the next once it is over', async () => {
      const settled = await Promise.allSettled([make(), make(), make()])
      expect(fulfilled(settled)).toBe(1)
      const { items: [made], total } = await opened.store.joining.list(provider, { limit: 10 })
      if (!made) throw new Error('One was made')
      expect(total.count).toBe(1)
      const foreign = scopeFor('provider-cn.admin')
      expect(await opened.store.joining.find(foreign, made.id)).toBeUndefined()
      expect(await opened.store.joining.standing(foreign, tenantId, noon.toISOString())).toEqual({
        isInvited: false, partnership: undefined, count: 0,
      })
      await expect(opened.store.joining.save(foreign, endInvite(made, 'withdrawn', noon), write())).rejects.toThrow(StaleWrite)
      expect(await opened.store.joining.standing(provider, litware.tenantId, noon.toISOString())).toEqual({
        isInvited: false, partnership: 'active', count: 1,
      })
      const withdrawn = await opened.store.joining.save(provider, endInvite(made, 'withdrawn', later(1)), write())
      expect(withdrawn).toMatchObject({ state: 'withdrawn', version: 2 })
      await expect(opened.store.joining.save(provider, made, write())).rejects.toThrow(StaleWrite)
      const next = await make(provider, invite(tenantId, later(2)), later(2))
      expect(await opened.store.joining.find(provider, made.id)).toBeUndefined()
      const after = new Date(noon.getTime() + inviteLifetime + 3 * 60_000)
      expect((await make(provider, invite(tenantId, after), after)).id).not.toBe(next.id)
    })

    it('takes no more than there may be, also at once, and forgets those that are over', async () => {
      const tenants = Array.from({ length: 4 }, () => crypto.randomUUID())
      expect(fulfilled(await Promise.allSettled(tenants.map((tenant) => make(provider, invite(tenant), noon, 2))))).toBe(2)
      const end = noon.getTime() + inviteLifetime + overInvitesKept
      expect((await opened.store.prune(new Date(end - 1).toISOString())).invites).toBe(0)
      expect((await opened.store.prune(new Date(end).toISOString())).invites).toBe(2)
    })

    it('a yes makes a visitor a reseller in one write: name, agreement, partnership, and who is somebody there', async () => {
      const made = await make()
      const organization = await visitor()
      const admin = await person(organization, 'admin', ['global_admin'])
      const user = await person(organization, 'user', ['user'])
      const id = await join(made, organization, 'Fourth Coffee')
      expect(await opened.store.visitors.organizationOfTenant(tenantId)).toEqual({
        ...organization, kind: 'indirect_reseller', displayName: 'Fourth Coffee', isVisiting: undefined,
      })
      const reseller = scopeIn(organization)
      expect(await opened.store.programmeAgreement.own(reseller)).toEqual({ basis: 'said_by_partner', said })
      for (const side of [provider, reseller])
        expect(await opened.store.partnerships.find(side, id)).toMatchObject({
          state: 'active', agreementSigned: true, agreementBasis: 'said_by_partner', reseller: { displayName: 'Fourth Coffee' },
        })
      expect((await opened.store.joining.list(provider, { limit: 10 })).total.count).toBe(0)
      const roles = await opened.db.selectFrom('users').select(['id', 'roles']).where('organization_id', '=', organization.id).execute()
      expect(new Map(roles.map((row) => [row.id, row.roles]))).toEqual(new Map([[admin.userId, ['global_admin']], [user.userId, []]]))
    })

    it('of several answers at once one holds, and a withdrawal at the same time is one of them', async () => {
      const made = await make()
      const organization = await visitor()
      const { scope } = await behind(made)
      const withdraw = () => opened.store.joining.save(provider, endInvite(made, 'withdrawn', noon), write())
      const decline = () => opened.store.joining.decline(scope, scopeIn(organization), write())
      const settled = await Promise.allSettled([
        join(made, organization, 'Fourth Coffee'), join(made, organization, 'Fourth Coffee'), withdraw(), decline(),
      ])
      expect(fulfilled(settled)).toBe(1)
      const reasons = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
      expect(reasons.filter((reason) => reason instanceof StaleWrite)).toHaveLength(3)
      const found = await opened.store.partnerships.findWith(provider, organization.id)
      const known = await opened.store.visitors.organizationOfTenant(tenantId)
      expect([found?.state === 'active', known?.kind === 'indirect_reseller']).toEqual(
        settled.slice(0, 2).some(({ status }) => status === 'fulfilled') ? [true, true] : [false, false],
      )
    })

    it('two providers invite one tenant, and both get their partner; what stood before stays one partnership', async () => {
      const other = scopeFor('provider-cn.admin')
      const woodgrove = (await opened.db.selectFrom('organizations').select('id').where('kind', '=', 'indirect_provider')
        .where('id', '<>', contoso.id).executeTakeFirstOrThrow()).id
      const [one, two] = [await make(), await make(other)]
      const organization = await visitor()
      const both = await Promise.allSettled([
        join(one, organization, 'Fourth Coffee'), join(two, organization, 'Fourth Coffee', woodgrove),
      ])
      // The second finds that the tenant has its place, and decides again.
      const isFirst = both[0]?.status === 'fulfilled'
      const again = () => (isFirst ? join(two, organization, undefined, woodgrove) : join(one, organization, undefined))
      if (fulfilled(both) === 1) await again()
      const partners = await opened.store.partnerships.list(scopeIn(organization), { limit: 10 })
      expect(partners.items.map(({ state }) => state)).toEqual(['active', 'active'])

      const existing = await opened.store.partnerships.findWith(provider, litware.id)
      const known = await make(provider, invite(litware.tenantId))
      expect(await join(known, litware, undefined)).toBe(existing?.id)
      expect(await opened.store.partnerships.findWith(provider, litware.id)).toEqual(existing)
    })

    it('takes no answer once it has expired', async () => {
      const made = await make()
      const { scope } = await behind(made)
      const at = new Date(noon.getTime() + inviteLifetime)
      await expect(opened.store.joining.decline(scope, scopeIn(litware), write(at))).rejects.toThrow(StaleWrite)
      expect(await opened.store.joining.behind({ providerId: litware.id, inviteId: made.id })).toBeUndefined()
    })

    it('BR-51: a word that is on record stays', async () => {
      const reseller = scopeIn(litware)
      const { programmeAgreement } = opened.store
      expect(await programmeAgreement.own(reseller)).toEqual({ basis: null, said: null })
      const say = () => programmeAgreement.say(reseller, said, write())
      const settled = await Promise.allSettled([say(), say()])
      expect(fulfilled(settled)).toBe(1)
      expect(await programmeAgreement.own(reseller)).toEqual({ basis: 'said_by_partner', said })
      // Neither is it said again by a yes that was decided before.
      const made = await make(provider, invite(litware.tenantId))
      await expect(join(made, litware, undefined, contoso.id, said)).rejects.toThrow(StaleWrite)
    })
  })
