import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { scopeOf } from '../scope.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'
import { adatum, customerActor, litware, noon, openWithCast, tailspin, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const newcomer = (changes: Partial<Organization> = {}): Organization => ({
  id: uuidV7(noon), tenantId: '3f0c3b0e-6f0e-4a60-9d62-0d9d7b6b6f10', displayName: 'Fabrikam', domain: 'fabrikam.example',
  kind: 'indirect_provider', cloud: 'global', country: 'KR', ...changes,
})

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const register = (organization: Organization) =>
      opened.store.registrations.register(organization, writeOf([organization.id], { action: 'organization.registered' }))
    const recordsOf = async ({ id }: Organization) =>
      (await opened.db.selectFrom('audit_events').select('action').where('organization_id', '=', id).execute()).map(({ action }) => action)

    it('registers a tenant once, with its record, also when many do it at once', async () => {
      const all = Array.from({ length: 8 }, () => newcomer())
      const outcomes = await Promise.all(all.map(register))
      expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['registered', ...Array<string>(7).fill('there_before')])
      const [one] = outcomes
      for (const { organization } of outcomes) expect(organization).toEqual(one?.organization)
      expect(await opened.store.organizations.findByTenant(newcomer().tenantId)).toEqual(one?.organization)
      expect((await Promise.all(all.map(recordsOf))).flat()).toEqual(['organization.registered'])
    })

    it('changes nothing of one that is there, whatever is said of it', async () => {
      const again = newcomer({ tenantId: tailspin.tenantId, displayName: 'Other', partnerId: '654321' })
      expect(await register(again)).toEqual({ outcome: 'there_before', organization: tailspin })
      expect(await opened.store.organizations.findByTenant(tailspin.tenantId)).toEqual(tailspin)
      expect([...(await recordsOf(again)), ...(await recordsOf(tailspin))]).toEqual([])
    })

    it('gives a tenant that only visited its place, once, with the id and the people that it has', async () => {
      const { tenantId } = newcomer()
      const visitor = { id: uuidV7(noon), tenantId, displayName: 'fabrikam.example', domain: '', cloud: 'global' as const, country: 'ZZ' }
      await opened.store.visitors.visit(visitor, noon.toISOString())
      expect((await opened.store.registrations.page(200)).map(({ id }) => id)).not.toContain(visitor.id)
      const outcomes = await Promise.all([register(newcomer()), register(newcomer())])
      expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['registered', 'there_before'])
      expect(await opened.store.organizations.findByTenant(tenantId)).toEqual(newcomer({ id: visitor.id }))
      expect(await recordsOf(newcomer({ id: visitor.id }))).toEqual(['organization.registered'])
    })

    it('gives no PartnerID to a second partner, and says whose it is', async () => {
      expect(await register(newcomer({ partnerId: litware.partnerId }))).toEqual({ outcome: 'partner_id_taken', organization: litware })
      expect(await opened.store.organizations.findByTenant(newcomer().tenantId)).toBeUndefined()
      expect(await register({ ...litware, id: uuidV7(noon) })).toEqual({ outcome: 'there_before', organization: litware })
    })

    it('lets what it registered begin to work', async () => {
      const { organization } = await register(newcomer({ partnerId: '654321' }))
      const scope = scopeOf(customerActor(organization))
      expect(await opened.store.organizations.programmeFacts(scope)).toEqual({ agreementSigned: false, isTransitioning: false })
      expect(await opened.store.organizations.findReseller('654321')).toMatchObject(organization)
    })

    it('reads all by pages, each once', async () => {
      const { page } = opened.store.registrations
      const all = await page(200)
      expect(all).toContainEqual(adatum)
      const [first, rest] = [await page(5), await page(200, all[4]?.id)]
      expect([...first, ...rest]).toEqual(all)
      expect(await page(5, all.at(-1)?.id)).toEqual([])
    })
  })
