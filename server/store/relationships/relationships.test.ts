import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refOf } from '../../../domain/invitations/transitions.ts'
import { standingOf } from '../../../domain/relationships/standing.ts'
import { followRelations, insertRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import { demoOtherPartners } from '../demo/demo-organizations.ts'
import { scopeOf } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import {
  aCustomer,
  accept,
  adatum,
  contoso,
  customerActor,
  litware,
  noon,
  northwind,
  openWithCast,
  proseware,
  scopeFor,
  sentInvitation,
  tailspin,
  noRecords,
  writeOf,
  yesOf,
  yesTo,
} from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const provider = scopeFor('provider.admin')
const reseller = scopeFor('reseller.admin')
const customer = scopeOf(customerActor(tailspin))
const { tenantId } = tailspin
const imported = {
  id: tenantId,
  companyName: 'Tailspin Toys',
  domain: 'tailspin.example',
  relationshipText: null,
  relationshipToPartner: 'reseller' as const,
}

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
      await works(contoso, { owner: refOf(contoso), reseller: refOf(litware), allowDelegatedAccess: true, alias: 'Toys', tags: ['VIP'] })
      await works(litware, { owner: refOf(contoso), reseller: refOf(litware) })
    })
    afterEach(() => opened.close())

    const works = (partner: { id: string }, changes: Parameters<typeof aCustomer>[1]) =>
      opened.db.transaction().execute(async (trx) => {
        const line = customerRowOf(partner.id, aCustomer('Tailspin Toys', { id: tenantId, ...changes }))
        await insertRows(trx, [line])
        await followRelations(trx, partner.id, [line], noon.toISOString())
      })
    const partners = async (scope = customer) =>
      (await opened.store.relationships.partnersOf(scope, tenantId)).map(({ partner, transacts, allowDelegatedAccess }) => [
        partner.displayName,
        transacts,
        allowDelegatedAccess,
      ])
    const standing = async () => standingOf(await opened.store.relationships.partnersOf(customer, tenantId))
    const decide = async (partnerId: string, granted: boolean, seen?: string) =>
      opened.store.relationships.setDap(
        customer,
        { partnerId, granted, standing: seen ?? (await standing()) },
        writeOf([tailspin.id]),
      )
    const line = async (scope = provider) => {
      const found = await opened.store.customers.find(scope, tenantId)
      if (!found) throw new Error('The customer is in this list')
      return found
    }
    const events = async () => (await opened.store.audit.ofRow(customer, 'tests', 'row')).length

    describe('sight', () => {
      it('BR-48: the tenant itself and its partners see every partner, nobody else sees one', async () => {
        const all = [
          ['Contoso Distribution', true, true],
          ['Litware Resell', false, false],
        ]
        expect(await partners()).toEqual(all)
        expect(await partners(provider)).toEqual(all)
        expect(await partners(reseller)).toEqual(all)
        for (const persona of ['reseller2.admin', 'direct.admin', 'provider-cn.admin', 'newcustomer.globaladmin'] as const)
          expect([persona, await partners(scopeFor(persona))]).toEqual([persona, []])
        expect(await opened.store.relationships.partnersOf(customer, 'no id')).toEqual([])
        expect((await opened.store.relationships.partnersOf(provider, tenantId))[0]).toMatchObject({
          kind: 'indirect_provider',
          partnerId: contoso.partnerId,
          since: noon.toISOString(),
          relationshipToPartner: 'reseller',
          dapRequest: null,
        })
      })

      it('is of one tenant: a partner’s other customers say nothing', async () => {
        expect(await opened.store.relationships.partnersOf(provider, northwind.tenantId)).toEqual([])
      })
    })

    describe('the customer’s decision', () => {
      it('BR-47: takes admin rights away and nothing else; taking them twice is no second decision', async () => {
        const before = await line()
        await decide(contoso.id, false)
        expect(await line()).toEqual({
          ...before,
          allowDelegatedAccess: false,
          version: before.version + 1,
          lastEventAt: noon.toISOString(),
        })
        await expect(decide(contoso.id, false)).rejects.toThrow(StaleWrite)
        expect(await partners()).toEqual([
          ['Contoso Distribution', true, false],
          ['Litware Resell', false, false],
        ])
        expect(await events()).toBe(1)
      })

      it('BR-73: with the rights their last use is forgotten, of this partner alone', async () => {
        const uses = [contoso, litware].map(({ id }) => ({ partner_id: id, tenant_id: tenantId, last_used_at: noon.toISOString() }))
        await opened.db.insertInto('dap_uses').values(uses).execute()
        await decide(contoso.id, false)
        const left = await opened.db.selectFrom('dap_uses').select('partner_id').execute()
        expect(left).toEqual([{ partner_id: litware.id }])
      })

      it('BR-28: gives a reseller admin rights, once', async () => {
        await decide(litware.id, true)
        expect((await line(reseller)).allowDelegatedAccess).toBe(true)
        expect((await line()).allowDelegatedAccess).toBe(true)
        await expect(decide(litware.id, true)).rejects.toThrow(StaleWrite)
      })

      it('reaches only a partner of its own tenant', async () => {
        await expect(decide(adatum.id, true)).rejects.toThrow(StaleWrite)
        const other = scopeOf(customerActor(northwind))
        const attempt = opened.store.relationships.setDap(
          other,
          { partnerId: contoso.id, granted: false, standing: '' },
          writeOf([]),
        )
        await expect(attempt).rejects.toThrow(StaleWrite)
        expect((await line()).allowDelegatedAccess).toBe(true)
      })

      it('is made on what was seen: of two at once one holds, and one of later news is told so', async () => {
        const seen = await standing()
        const settled = await Promise.allSettled([decide(contoso.id, false, seen), decide(litware.id, true, seen)])
        expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        expect(settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))[0]).toBeInstanceOf(StaleWrite)
        await expect(decide(litware.id, true, seen)).rejects.toThrow(StaleWrite)
      })

      it('BR-23: does not meet an acceptance that saw another standing', async () => {
        const { invitation, link } = await sentInvitation(opened.store)
        const seen = await standing()
        await decide(contoso.id, false)
        const seenThen = { ...(await yesTo(opened.store, link, invitation, tailspin)), standing: seen }
        const late = opened.store.acceptance.accept(link, customer, seenThen, writeOf([]))
        await expect(late).rejects.toThrow(StaleWrite)
        const yes = await yesTo(opened.store, link, invitation, tailspin)
        await opened.store.acceptance.accept(link, customer, { ...yes, standing: await standing() }, writeOf([]))
      })

      it('BR-46: an accepted request gives back what the customer had taken', async () => {
        await decide(contoso.id, false)
        const { invitation, link } = await sentInvitation(opened.store, { includeDap: true })
        await accept(opened.store, link, invitation, tailspin)
        expect((await line()).allowDelegatedAccess).toBe(true)
      })
    })

    describe('asking for the reseller', () => {
      const ask = async (version?: number) =>
        opened.store.relationships.askForReseller(
          provider,
          { id: tenantId, version: version ?? (await line()).version },
          'Jiwoo Han',
          writeOf([tailspin.id]),
        )
      const asked = async () => (await opened.store.relationships.partnersOf(customer, tenantId)).map((each) => each.dapRequest)

      it('BR-29: is read beside the reseller, once, until the customer decides', async () => {
        await ask()
        await ask()
        expect(await asked()).toEqual([null, { at: noon.toISOString(), by: 'Contoso Distribution' }])
        await decide(litware.id, true)
        expect(await asked()).toEqual([null, null])
      })

      it('is the owner’s alone, for a line as it is now', async () => {
        await expect(ask(9)).rejects.toThrow(StaleWrite)
        const foreign = opened.store.relationships.askForReseller(scopeFor('direct.admin'), { id: tenantId, version: 1 }, 'x', writeOf([]))
        await expect(foreign).rejects.toThrow(StaleWrite)
        expect(await asked()).toEqual([null, null])
      })
    })

    describe('removing a relationship', () => {
      const remove = async (version?: number) =>
        opened.store.relationships.remove(provider, { id: tenantId, version: version ?? (await line()).version }, writeOf([tailspin.id]))

      it('changes nothing when the line is another by now', async () => {
        await expect(remove(7)).rejects.toThrow(StaleWrite)
        expect(await partners()).toHaveLength(2)
        expect(await events()).toBe(0)
        await expect(opened.store.relationships.remove(reseller, { id: northwind.tenantId, version: 1 }, writeOf([]))).rejects.toThrow(
          StaleWrite,
        )
      })

      it('BR-62: takes the customer out of the owner’s list and its reseller’s, with the open request; another partner stays', async () => {
        await works(demoOtherPartners.trey, { owner: refOf(demoOtherPartners.trey), allowDelegatedAccess: true })
        await opened.store.relationships.askForReseller(provider, await line(), 'x', writeOf([]))
        await remove()
        expect(await opened.store.customers.find(provider, tenantId)).toBeUndefined()
        expect(await opened.store.customers.find(reseller, tenantId)).toBeUndefined()
        expect(await partners()).toEqual([['Trey Cloud Korea', true, true]])
        expect(await partners(provider)).toEqual([])
        expect(await opened.db.selectFrom('admin_requests').selectAll().execute()).toEqual([])
        await expect(opened.store.relationships.remove(provider, { id: tenantId, version: 1 }, writeOf([]))).rejects.toThrow(StaleWrite)
      })

      it('BR-17, BR-62: leaves the customer with a reseller that works for it through another provider, too', async () => {
        const others = { owner: refOf(demoOtherPartners.trey), reseller: refOf(litware) }
        await works(demoOtherPartners.trey, others)
        await opened.store.relationships.setDap(
          customer,
          { partnerId: litware.id, granted: true, standing: await standing() },
          writeOf([]),
        )
        const before = await line(reseller)
        await remove()
        expect(await line(reseller)).toEqual({ ...before, owner: others.owner, version: before.version + 1 })
        expect(await partners()).toEqual([
          ['Litware Resell', false, true],
          ['Trey Cloud Korea', true, false],
        ])
        const counts = opened.db.selectFrom('customer_counts').select('count').where('partner_id', '=', litware.id)
        expect(await counts.execute()).toEqual([{ count: 1 }])
      })

      it('BR-64: a new yes lists the customer again, without the admin rights of before', async () => {
        await remove()
        const { invitation, link } = await sentInvitation(opened.store, { via: litware })
        await opened.store.acceptance.accept(link, customer, yesOf(invitation, tailspin, litware), writeOf([]))
        expect(await line()).toMatchObject({ id: tenantId, relationshipToPartner: 'reseller', allowDelegatedAccess: false, version: 1 })
        expect(await partners()).toEqual([
          ['Contoso Distribution', true, false],
          ['Litware Resell', false, false],
        ])
      })

      it('BR-36, BR-64: an import of the list brings the row back, and nobody counts what it says', async () => {
        await remove()
        expect(await opened.store.customers.import(provider, [imported], writeOf([contoso.id]), noRecords)).toEqual(['created'])
        expect(await line()).toMatchObject({ relationshipToPartner: 'reseller', basis: 'said_by_partner', reseller: null })
        expect(await partners()).toEqual([])
        expect((await opened.store.customerClaims.list(customer, {}, { limit: 10 })).items.map(({ id }) => id)).toEqual([contoso.id])
      })

      it('while it is answered: one after the other, and the list agrees with the tenant', async () => {
        const { invitation, link } = await sentInvitation(opened.store)
        await Promise.allSettled([remove(), accept(opened.store, link, invitation, tailspin)])
        const listed = (await opened.store.customers.find(provider, tenantId)) !== undefined
        expect((await partners()).some(([name]) => name === 'Contoso Distribution')).toBe(listed)
      })
    })

    describe('extending it to a provider', () => {
      beforeEach(async () => {
        const [partner, other] = [proseware.id, contoso.id]
        await opened.db.insertInto('partnerships').values({
          partner_id: partner, id: crypto.randomUUID(), reseller_id: other, reseller_name_key: 'contoso', state: 'active', rank: 0,
          created_at: noon.toISOString(), version: 1,
        }).execute()
      })
      const extend = async (version?: number) =>
        opened.store.relationships.extend(
          provider,
          { id: tenantId, version: version ?? (await line()).version },
          proseware.id,
          writeOf([tailspin.id]),
        )

      it('BR-54e: the provider has a line of its own without admin rights; the owner’s stays as it was', async () => {
        const before = await line()
        await extend()
        expect(await line(scopeFor('reseller2.admin'))).toEqual({
          ...before,
          alias: null,
          tags: [],
          owner: refOf(proseware),
          reseller: refOf(contoso),
          allowDelegatedAccess: false,
          basis: 'said_by_partner',
          lastEventAt: noon.toISOString(),
          version: 1,
        })
        expect(await line()).toEqual({ ...before, version: before.version + 1, lastEventAt: noon.toISOString() })
        // The customer's consent is the owner's word until the customer confirms it to the provider.
        expect((await partners()).map(([name]) => name)).not.toContain('Proseware Cloud')
        expect((await opened.store.customerClaims.list(customer, {}, { limit: 10 })).items.map(({ id }) => id)).toEqual([proseware.id])
        expect(await opened.store.relationships.isExtended(provider, tenantId, proseware.id)).toBe(true)
        expect(await opened.store.relationships.isExtended(scopeFor('direct.admin'), tenantId, proseware.id)).toBe(false)
      })

      it('happens once, and not on a line that is another by now', async () => {
        await expect(extend(9)).rejects.toThrow(StaleWrite)
        await extend()
        await expect(extend()).rejects.toThrow(StaleWrite)
        expect(await events()).toBe(1)
      })
    })

    it('BR-06, BR-23: facts for rules are there without sight, and of one tenant', async () => {
      await opened.db
        .insertInto('subscriptions')
        .values({ tenant_id: tenantId, id: crypto.randomUUID(), facts: JSON.stringify({ offerName: 'One' }), version: 1 })
        .execute()
      const { partners: known, subscriptions } = await opened.store.relationships.factsOf(tenantId)
      expect([known.length, subscriptions.map(({ offerName }) => offerName)]).toEqual([2, ['One']])
      expect(await opened.store.relationships.factsOf(northwind.tenantId)).toEqual({ partners: [], subscriptions: [] })
      expect(await opened.store.relationships.factsOf('no id')).toEqual({ partners: [], subscriptions: [] })
    })
  })
