import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { declineInvitation } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import { openInvitation } from '../../../domain/invitations/tracking.ts'
import { refOf, reissueInvitation, withdrawInvitation } from '../../../domain/invitations/transitions.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { followRelations, insertRows, overwriteRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import { demoCustomers } from '../demo/demo-organizations.ts'
import { scopeOf } from '../scope.ts'
import { AlreadyAnswered, StaleWrite } from '../errors.ts'
import {
  aCustomer,
  accept,
  adatum,
  contoso,
  customerActor,
  later,
  litware,
  noon,
  northwind,
  openWithCast,
  scopeFor,
  sentInvitation,
  tailspin,
  tokenHash,
  noRecords,
  writeOf,
  yesOf,
} from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const scope = scopeFor('provider.sales')
const customer = scopeOf(customerActor(northwind))
const others = Object.values(demoCustomers)

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const outcomesOf = async (attempts: readonly Promise<unknown>[]) => {
      const settled = await Promise.allSettled(attempts)
      const reasons = settled.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []))
      return { done: settled.length - reasons.length, stale: reasons.filter((reason) => reason instanceof StaleWrite).length, reasons }
    }
    const rowsOf = async (table: 'receipts' | 'relationship_requests' | 'confirmed_partners' | 'customers') =>
      (await opened.db.selectFrom(table).selectAll().execute()).length

    it('leads from a link to its invitation and the two partners, and from an unknown one to nothing', async () => {
      const { invitation, hash } = await sentInvitation(opened.store, { via: litware })
      expect(await opened.store.acceptance.findByLink(hash)).toMatchObject({
        invitation,
        inviter: contoso,
        reseller: litware,
        reissued: false,
      })
      expect(await opened.store.acceptance.findByLink(tokenHash())).toBeUndefined()
      const direct = await sentInvitation(opened.store)
      expect(await opened.store.acceptance.findByLink(direct.hash)).toMatchObject({ inviter: contoso, reseller: null })
    })

    it('keeps all of a yes: invitation, receipt, both lists, agreement, audit and news', async () => {
      const { invitation, link } = await sentInvitation(opened.store, { via: litware })
      const yes = { ...yesOf(invitation, northwind, litware), agreementAcceptedBy: 'Bora Choi' }
      expect(await opened.store.acceptance.hasAgreement(link, customer)).toBe(false)
      const parties = [contoso.id, litware.id, northwind.id]
      expect(await opened.store.acceptance.accept(link, customer, yes, writeOf(parties, { key: 'k', action: 'accepted' }))).toEqual(
        yes.receipt,
      )

      expect(await opened.store.invitations.find(scope, invitation.id)).toMatchObject({
        state: 'accepted',
        since: noon.toISOString(),
        acceptedCount: 1,
        acceptedBy: refOf(northwind),
        version: invitation.version + 1,
      })
      expect(await opened.store.receipts.find(customer, yes.receipt.id)).toEqual(yes.receipt)
      expect((await opened.store.receipts.list(customer, { limit: 5 })).items).toEqual([yes.receipt])
      expect(await opened.store.customers.find(scope, northwind.tenantId)).toEqual(yes.customers[0]?.record)
      expect(await opened.store.customers.find(scopeFor('reseller.sales'), northwind.tenantId)).toEqual(yes.customers[1]?.record)
      expect(await opened.store.acceptance.hasAgreement(link, customer)).toBe(true)
      expect(await opened.store.acceptance.answerOf(link, northwind.tenantId)).toEqual({ answer: 'accepted', receiptId: yes.receipt.id })
      expect(await opened.store.acceptance.answerOf(link, tailspin.tenantId)).toBeUndefined()
      expect((await opened.store.idempotency.find(customer, 'k'))?.body).toEqual(yes.receipt)
      for (const party of [scope, scopeFor('reseller.sales'), customer])
        expect((await opened.store.audit.ofRow(party, 'tests', 'row')).map((event) => event.action)).toContain('accepted')
    })

    it('is accepted by one of a hundred callers, and 99 are told so', async () => {
      const { invitation, link } = await sentInvitation(opened.store)
      const callers = Array.from({ length: 100 }, (_, index) => others[index % others.length] ?? northwind)
      const { done, stale, reasons } = await outcomesOf(
        callers.map((organization) => accept(opened.store, link, invitation, organization)),
      )
      expect(reasons.filter((reason) => !(reason instanceof StaleWrite))).toEqual([])
      expect({ done, stale }).toEqual({ done: 1, stale: 99 })
      expect(await Promise.all([rowsOf('receipts'), rowsOf('relationship_requests'), rowsOf('customers')])).toEqual([1, 1, 1])
      expect(await opened.store.invitations.find(scope, invitation.id)).toMatchObject({ state: 'accepted', acceptedCount: 1 })
    })

    it('lets a hundred customers accept a reusable one at once, each once', async () => {
      const customers = await addCustomers(100)
      const { invitation, link } = await sentInvitation(opened.store, { reusable: true })
      const { done, stale, reasons } = await outcomesOf(
        customers.flatMap((organization) => [1, 2].map(() => accept(opened.store, link, invitation, organization))),
      )
      expect(reasons.filter((reason) => !(reason instanceof StaleWrite))).toEqual([])
      expect({ done, stale }).toEqual({ done: 100, stale: 100 })
      expect(await Promise.all([rowsOf('receipts'), rowsOf('relationship_requests'), rowsOf('customers')])).toEqual([100, 100, 100])
      expect(await opened.store.invitations.find(scope, invitation.id)).toMatchObject({ state: 'sent', acceptedCount: 100 })
    })

    it('tells a repeated call with the same key that it is answered, also while the first is under way', async () => {
      const { invitation, link } = await sentInvitation(opened.store)
      const { done, reasons } = await outcomesOf(
        Array.from({ length: 10 }, () => accept(opened.store, link, invitation, northwind, 'same key')),
      )
      expect(done).toBe(1)
      expect(reasons.filter((reason) => reason instanceof AlreadyAnswered)).toHaveLength(9)
    })

    it('accepts although somebody else opened the page meanwhile, but not when it was withdrawn, reissued or declined', async () => {
      const found = await sentInvitation(opened.store)
      const from = found.invitation
      await opened.store.traces.step(found.link, { from, to: openInvitation(from, later(1)) }, writeOf([contoso.id]))
      expect((await accept(opened.store, found.link, found.invitation, northwind)).answer).toBe('accepted')

      const withdrawn = await sentInvitation(opened.store)
      await opened.store.invitations.update(scope, withdrawInvitation(withdrawn.invitation, noon), writeOf([]))
      await expect(accept(opened.store, withdrawn.link, withdrawn.invitation, northwind)).rejects.toThrow(StaleWrite)

      const reissued = await sentInvitation(opened.store)
      await opened.store.invitations.update(scope, reissueInvitation(reissued.invitation, undefined, noon), writeOf([]), tokenHash())
      await expect(accept(opened.store, reissued.link, reissued.invitation, northwind)).rejects.toThrow(StaleWrite)
      expect(await rowsOf('receipts')).toBe(1)
    })

    it('BR-54c: accepts not for a tenant that has become a partner meanwhile', async () => {
      const { invitation, link } = await sentInvitation(opened.store)
      await opened.db.updateTable('organizations').set({ kind: 'indirect_reseller' }).where('id', '=', northwind.id).execute()
      await expect(accept(opened.store, link, invitation, northwind)).rejects.toThrow(StaleWrite)
      expect(await rowsOf('receipts')).toBe(0)
    })

    const sayNo = (link: typeof found.link, invitation: typeof found.invitation, organization: Organization, reason: string | null) => {
      const actor = customerActor(organization)
      const no = declineInvitation(
        invitation,
        { actor, inviter: contoso, reseller: null, receiptId: crypto.randomUUID(), now: noon },
        reason,
      )
      return opened.store.acceptance.decline(link, no.invitation, writeOf([contoso.id]), { actor: scopeOf(actor), receipt: no.receipt })
    }
    let found: Awaited<ReturnType<typeof sentInvitation>>

    it('keeps a no with its reason and receipt; nobody answers after it', async () => {
      found = await sentInvitation(opened.store)
      const attempts = [
        sayNo(found.link, found.invitation, northwind, 'Not now'),
        sayNo(found.link, found.invitation, northwind, 'Not now'),
      ]
      expect(await outcomesOf(attempts)).toMatchObject({ done: 1, stale: 1 })
      expect(await opened.store.invitations.find(scope, found.invitation.id)).toMatchObject({
        state: 'declined',
        declineReason: 'Not now',
      })
      expect((await opened.store.receipts.list(customer, { limit: 5 })).items).toMatchObject([
        { answer: 'declined', reason: 'Not now' },
      ])
      await expect(accept(opened.store, found.link, found.invitation, tailspin)).rejects.toThrow(StaleWrite)
    })

    it('stays open for others when one customer declines a reusable one', async () => {
      found = await sentInvitation(opened.store, { reusable: true })
      await sayNo(found.link, found.invitation, northwind, null)
      expect((await accept(opened.store, found.link, found.invitation, tailspin)).answer).toBe('accepted')
    })

    it('adds the relationship to a line that was there, and takes nothing from it', async () => {
      const before = aCustomer('Northwind before', {
        id: northwind.tenantId,
        aliases: ['Oldest'],
        relationshipToPartner: 'advisor',
        reseller: refOf(litware),
        allowDelegatedAccess: true,
        gdap: { active: true, nextEndDateTime: later(60).toISOString() },
        version: 7,
      })
      await opened.db.transaction().execute((trx) => insertRows(trx, [customerRowOf(contoso.id, before)]))
      const { invitation, link } = await sentInvitation(opened.store)
      await accept(opened.store, link, invitation, northwind)
      expect(await opened.store.customers.find(scope, northwind.tenantId)).toMatchObject({
        companyProfile: { companyName: 'Northwind Traders' },
        aliases: ['Oldest', 'Northwind before'],
        relationshipToPartner: 'reseller',
        owner: refOf(contoso),
        reseller: refOf(litware),
        allowDelegatedAccess: true,
        gdap: before.gdap,
        version: 8,
      })
    })

    it('has a partner transact with the customer once the customer confirmed it', async () => {
      const { invitation, link } = await sentInvitation(opened.store, { via: litware })
      const transacting = async () => {
        const { partners } = await opened.store.relationships.factsOf(northwind.tenantId)
        return partners.filter(({ transacts }) => transacts).map(({ partner }) => partner.id)
      }
      expect(await transacting()).toEqual([])
      const imported = { id: northwind.tenantId, companyName: 'N', domain: 'n.example', relationshipText: null }
      await opened.store.customers.import(
        scopeFor('direct.admin'),
        [{ ...imported, relationshipToPartner: 'reseller' }],
        writeOf([adatum.id]),
        noRecords,
      )
      expect(await transacting()).toEqual([])
      const confirmed = customerRowOf(adatum.id, aCustomer('N', { id: northwind.tenantId, owner: refOf(adatum) }))
      await opened.db.transaction().execute(async (trx) => {
        await overwriteRows(trx, [confirmed])
        await followRelations(trx, adatum.id, [confirmed], noon.toISOString())
      })
      expect(await transacting()).toEqual([adatum.id])
      await opened.store.acceptance.accept(link, customer, yesOf(invitation, northwind, litware), writeOf([]))
      expect((await transacting()).toSorted()).toEqual([adatum.id, contoso.id].toSorted())
    })

    async function addCustomers(count: number): Promise<Organization[]> {
      const made = Array.from({ length: count }, (_, index): Organization => ({
        id: crypto.randomUUID(),
        tenantId: crypto.randomUUID(),
        displayName: `Customer ${index}`,
        domain: 'c.example',
        kind: 'customer',
        cloud: 'global',
        country: 'KR',
      }))
      await opened.db
        .insertInto('organizations')
        .values(
          made.map(({ tenantId, displayName, ...rest }) => ({ ...rest, tenant_id: tenantId, display_name: displayName, mpn_id: null })),
        )
        .execute()
      return made
    }
  })
