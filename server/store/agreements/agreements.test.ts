import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import { scopeOf } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import {
  aCustomer,
  adatum,
  contoso,
  customerActor,
  noon,
  northwind,
  openWithCast,
  scopeFor,
  sentInvitation,
  tailspin,
  writeOf,
  yesTo,
} from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const provider = scopeFor('provider.admin')
const customer = scopeOf(customerActor(tailspin))
const { tenantId } = tailspin
const none = { status: 'none', basis: null, by: null, contact: null, dateAgreed: null }
const attestation = { firstName: 'Sora', lastName: 'Min', email: 'sora@tailspin.example', dateAgreed: '2026-02-27' }
const { dateAgreed, ...contact } = attestation
const accepted = { status: 'accepted', basis: 'said_by_partner', by: 'partner', contact, dateAgreed }

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
      const row = customerRowOf(contoso.id, aCustomer('Tailspin Toys', { id: tenantId }))
      await opened.db.transaction().execute((trx) => insertRows(trx, [row]))
    })
    afterEach(() => opened.close())

    const attest = (changes = {}, scope = provider) =>
      opened.store.agreements.attest(scope, tenantId, { ...attestation, ...changes }, writeOf([contoso.id]))

    it('BR-66: is kept by the partner’s word, and its first word stays (600061)', async () => {
      const { link } = await sentInvitation(opened.store)
      expect(await opened.store.agreements.of(provider, tenantId)).toEqual(none)
      expect(await opened.store.acceptance.hasAgreement(link, customer)).toBe(false)
      expect(await attest()).toEqual(accepted)
      expect(await attest()).toEqual(accepted)
      await expect(attest({ dateAgreed: '2026-03-01' })).rejects.toThrow(StaleWrite)
      expect(await opened.store.agreements.of(provider, tenantId)).toEqual(accepted)
      expect(await opened.store.acceptance.hasAgreement(link, customer)).toBe(true)
      expect(await opened.store.acceptance.hasAgreement(link, scopeOf(customerActor(northwind)))).toBe(false)
    })

    it('BR-66: one partner’s word counts neither for another nor for what another invites to, whoever speaks first', async () => {
      await opened.db.transaction().execute((trx) => insertRows(trx, [customerRowOf(adatum.id, aCustomer('Tailspin', { id: tenantId }))]))
      const direct = scopeFor('direct.admin')
      const own = await sentInvitation(opened.store, { by: 'direct.admin' })
      const theirs = await sentInvitation(opened.store)
      await attest({ firstName: 'Nobody', dateAgreed: '2026-01-01' }, direct)
      expect(await opened.store.agreements.of(provider, tenantId)).toEqual(none)
      expect(await opened.store.acceptance.hasAgreement(theirs.link, customer)).toBe(false)
      expect(await opened.store.acceptance.hasAgreement(own.link, customer)).toBe(true)
      expect(await attest()).toEqual(accepted)
      expect((await opened.store.agreements.of(direct, tenantId)).contact?.firstName).toBe('Nobody')
    })

    it('the customer sees who says what of it, and nobody else does', async () => {
      expect(await opened.store.agreements.own(customer)).toEqual({ acceptedOn: null, attestations: [] })
      await attest()
      const partner = { id: contoso.id, tenantId: contoso.tenantId, displayName: contoso.displayName }
      const at = noon.toISOString()
      const attestations = [{ partner, at, contact, dateAgreed }]
      expect(await opened.store.agreements.own(customer)).toEqual({ acceptedOn: null, attestations })
      for (const other of [provider, scopeOf(customerActor(northwind))])
        expect(await opened.store.agreements.own(other)).toEqual({ acceptedOn: null, attestations: [] })
    })

    it('BR-67: keeps the phone when there is one', async () => {
      expect((await attest({ phoneNumber: '02-000-0000' })).contact).toEqual({ ...contact, phoneNumber: '02-000-0000' })
    })

    it('BR-66: of two words at once one is kept, the other is refused, and the same said twice hears it', async () => {
      const tried = await Promise.allSettled([attest({ firstName: 'One' }), attest({ firstName: 'Two' })])
      const kept = tried.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
      expect(tried.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))).toEqual([expect.any(StaleWrite)])
      expect([await opened.store.agreements.of(provider, tenantId)]).toEqual(kept)
      const firstName = kept[0]?.contact?.firstName
      expect(await Promise.all([attest({ firstName }), attest({ firstName })])).toEqual([...kept, ...kept])
    })

    it('BR-66: the customer’s own acceptance says more than a partner’s word', async () => {
      await attest()
      const { invitation, link } = await sentInvitation(opened.store)
      const yes = await yesTo(opened.store, link, invitation, tailspin)
      await opened.store.acceptance.accept(link, customer, { ...yes, agreementAcceptedBy: 'Sora Min' }, writeOf([]))
      expect(await opened.store.agreements.of(provider, tenantId)).toEqual({
        status: 'accepted',
        basis: 'accepted',
        by: 'customer',
        contact: null,
        dateAgreed: '2026-03-02',
      })
      const other = await sentInvitation(opened.store, { by: 'direct.admin' })
      expect(await opened.store.acceptance.hasAgreement(other.link, customer)).toBe(true)
      expect(await opened.store.agreements.own(customer)).toMatchObject({ acceptedOn: '2026-03-02', attestations: [{ dateAgreed }] })
    })

    it.each(['direct.admin', 'reseller2.admin', 'newcustomer.globaladmin'] as const)(
      '%s neither reads nor gives a word about another’s customer',
      async (persona) => {
        await expect(attest({}, scopeFor(persona))).rejects.toThrow(StaleWrite)
        await attest()
        expect(await opened.store.agreements.of(scopeFor(persona), tenantId)).toEqual(none)
        expect(await opened.store.agreements.of(provider, 'no id')).toEqual(none)
      },
    )
  })
