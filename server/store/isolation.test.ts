import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendInvitation } from '../../domain/invitations/transitions.ts'
import type { TokenRecord } from '../../domain/tokens/token.ts'
import type { WebhookRecord } from '../../domain/webhooks/webhook.ts'
import { insertRows } from './customers/rows.ts'
import { customerRowOf } from './customers/row.ts'
import { scopeOf } from './scope.ts'
import { StaleWrite } from './errors.ts'
import type { Store } from './store.ts'
import {
  aCustomer,
  accept,
  anInvitation,
  contoso,
  customerActor,
  litware,
  noon,
  northwind,
  openWithCast,
  scopeFor,
  sentInvitation,
  tokenHash,
  noRecords,
  writeOf,
} from './testing/cast.ts'
import { engines, type OpenedStore } from './testing/test-engines.ts'

const ever = { from: '2020-01-01T00:00:00.000Z', before: '2030-01-01T00:00:00.000Z' }

/** Compiled, never called: a call needs an actor's scope or a link's. */
export function doesNotCompile(store: Store): unknown[] {
  const page = { limit: 10 }
  const plain = { organizationId: contoso.id }
  const plainLink = { ownerId: contoso.id, invitationId: 'id' }
  const scope = scopeFor('provider.sales')
  const invitation = anInvitation()
  return [
    // @ts-expect-error an id is no scope
    () => store.tokens.list(plain, [contoso.id], page),
    // @ts-expect-error an id is no scope
    () => store.tokens.find(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.tokens.countLiving(plain, contoso.id, ''),
    // @ts-expect-error an id is no scope
    () => store.tokens.create(plain, {} as TokenRecord, '', 0, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.tokens.revoke(plain, {} as TokenRecord, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.webhooks.list(plain, page),
    // @ts-expect-error an id is no scope
    () => store.webhooks.find(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.webhooks.remove(plain, {} as WebhookRecord, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.webhooks.deliveries(plain, contoso.id, undefined, page),
    // @ts-expect-error an id is no scope
    () => store.webhooks.findDelivery(plain, contoso.id, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.partnerships.list(plain, page),
    // @ts-expect-error an id is no scope
    () => store.partnerships.findActiveWith(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.partnerships.find(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.partnerships.findWith(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.organizations.programmeFacts(plain),
    // @ts-expect-error an id is no scope
    () => store.subscriptions.list(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.subscriptions.find(plain, contoso.id, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.reminders.settings(plain),
    // @ts-expect-error an id is no scope
    () => store.reminders.saveSettings(plain, { days: [], noteToMaker: true, version: 0 }, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.reminders.byHand(plain, invitation, { intent: '', day: null }, writeOf([])),
    // @ts-expect-error ids are no link
    () => store.reminders.bySchedule(plainLink, invitation, { intent: '', day: null }, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.customerClaims.list(plain, {}, page),
    // @ts-expect-error an id is no scope
    () => store.customers.history(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.customerClaims.find(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.customerClaims.dispute(plain, { partnerId: contoso.id, by: '' }, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.customerClaims.withdrawDispute(plain, { partnerId: contoso.id, by: '' }, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.limits.add(plain, 'refused_rows', '2026-03-02', 1),
    // @ts-expect-error an id is no scope
    () => store.customers.strangers(plain, []),
    // @ts-expect-error an id is no scope
    () => store.relationships.isExtended(plain, contoso.id, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.relationships.partnersOf(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.relationships.setDap(plain, { partnerId: contoso.id, granted: true, standing: '' }, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.relationships.askForReseller(plain, { id: contoso.id, version: 1 }, '', writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.relationships.remove(plain, { id: contoso.id, version: 1 }, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.relationships.extend(plain, { id: contoso.id, version: 1 }, contoso.id, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.agreements.of(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.customers.list(plain, { sort: 'companyName' }, page),
    // @ts-expect-error without a scope
    () => store.customers.list({ sort: 'companyName' }, page),
    // @ts-expect-error an id is no scope
    () => store.customers.find(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.customers.compare(plain, []),
    // @ts-expect-error an id is no scope
    () => store.customers.import(plain, [], writeOf([]), noRecords),
    // @ts-expect-error an id is no scope
    () => store.invitations.list(plain, {}, page, ''),
    // @ts-expect-error without a scope
    () => store.invitations.find(invitation.id),
    // @ts-expect-error an id is no scope
    () => store.invitations.find(plain, invitation.id),
    // @ts-expect-error an id is no scope
    () => store.invitations.create(plain, invitation, '', writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.invitations.update(plain, invitation, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.invitations.funnel(plain, { from: '', before: '' }, ''),
    // @ts-expect-error an id is no scope
    () => store.invitations.hasLivingLink(plain, invitation.id, ''),
    // @ts-expect-error an id is no scope
    () => store.messageTemplates.list(plain),
    // @ts-expect-error an id is no scope
    () => store.messageTemplates.ofInvitation(plain, invitation.id, 'en'),
    // @ts-expect-error an id is no scope
    () => store.messageTemplates.save(plain, { language: 'en', words: null, version: 0 }, writeOf([])),
    // @ts-expect-error ids are no link
    () => store.acceptance.answerOf(plainLink, contoso.id),
    // @ts-expect-error ids are no link
    () => store.acceptance.rowsOf(plainLink, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.acceptance.hasAgreement(plain),
    // @ts-expect-error ids are no link
    () => store.acceptance.accept(plainLink, scope, {}, writeOf([])),
    // @ts-expect-error a scope is no link
    () => store.acceptance.decline(scope, invitation, writeOf([]), {}),
    // @ts-expect-error an id is no scope
    () => store.receipts.list(plain, page),
    // @ts-expect-error an id is no scope
    () => store.receipts.find(plain, contoso.id),
    // @ts-expect-error an id is no scope
    () => store.audit.list(plain, ever, {}, page),
    // @ts-expect-error an id is no scope
    () => store.audit.export(plain, ever, {}, 1),
    // @ts-expect-error an id is no scope
    () => store.audit.recent(plain, 1),
    // @ts-expect-error an id is no scope
    () => store.audit.settings(plain),
    // @ts-expect-error an id is no scope
    () => store.audit.saveSettings(plain, { retentionDays: 90, version: 0 }, writeOf([])),
    // @ts-expect-error an id is no scope
    () => store.audit.chainState(plain),
    // @ts-expect-error an id is no scope
    () => store.audit.ofRow(plain, 'invitations', invitation.id),
    // @ts-expect-error an id is no scope
    () => store.idempotency.find(plain, 'key'),
    // @ts-expect-error an id is no scope
    () => store.changes.since(plain, undefined),
  ]
}

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    /** Makes something of everything that Contoso, Litware and the customer can have. */
    async function furnish() {
      const { store, db } = opened
      const line = aCustomer('Contoso’s customer')
      await db.transaction().execute((trx) => insertRows(trx, [customerRowOf(contoso.id, line)]))
      const handedOver = await sentInvitation(store, { via: litware })
      const taken = await sentInvitation(store, { note: 'taken' })
      const receipt = await accept(store, taken.link, taken.invitation, northwind, 'answer of the customer')
      await store.customers.import(scopeFor('provider.sales'), [], writeOf([contoso.id], { key: 'answer of contoso' }), noRecords)
      return { line, handedOver, taken, receipt }
    }

    it.each(['reseller2.admin', 'direct.admin', 'provider-cn.admin', 'customer.globaladmin'] as const)(
      '%s reaches nothing of Contoso, by list, id, count, search or write',
      async (persona) => {
        const { store } = opened
        const foreign = scopeFor(persona)
        const { cursor } = await store.changes.since(foreign, undefined)
        const { line, handedOver, taken, receipt } = await furnish()
        const empty = { items: [], nextCursor: null, total: { count: 0, capped: false } }
        const page = { limit: 50 }

        expect(await store.customers.list(foreign, { sort: 'companyName' }, page)).toEqual(empty)
        expect(await store.customers.list(foreign, { sort: '-lastEventAt', search: 'contoso' }, page)).toEqual(empty)
        expect(await store.customers.find(foreign, line.id)).toBeUndefined()
        expect(await store.invitations.list(foreign, {}, page, noon.toISOString())).toEqual(empty)
        expect(await store.invitations.list(foreign, { search: 'taken' }, page, noon.toISOString())).toEqual(empty)
        for (const { invitation, hash } of [handedOver, taken]) {
          expect(await store.invitations.find(foreign, invitation.id)).toBeUndefined()
          expect(await store.invitations.hasLivingLink(foreign, invitation.id, hash)).toBe(false)
          await expect(store.invitations.update(foreign, sendInvitation(invitation, noon), writeOf([]))).rejects.toThrow(StaleWrite)
          expect(await store.audit.ofRow(foreign, 'invitations', invitation.id)).toEqual([])
        }
        await expect(store.invitations.create(foreign, anInvitation(), tokenHash(), writeOf([]))).rejects.toThrow(
          /organisation of the scope/,
        )
        expect(JSON.stringify(await store.partnerships.list(foreign, page))).not.toContain(contoso.id)
        expect(await store.partnerships.findActiveWith(foreign, contoso.id)).toBeUndefined()
        expect(await store.receipts.list(foreign, page)).toEqual(empty)
        expect(await store.receipts.find(foreign, receipt.id)).toBeUndefined()
        expect(await store.audit.list(foreign, ever, {}, page)).toEqual(empty)
        expect(await store.audit.recent(foreign, 50)).toEqual([])
        expect((await store.audit.export(foreign, ever, {}, 50).next()).done).toBe(true)
        expect(await store.idempotency.find(foreign, 'answer of contoso')).toBeUndefined()
        expect(await store.idempotency.find(foreign, 'answer of the customer')).toBeUndefined()
        expect((await store.changes.since(foreign, cursor)).changes).toEqual([])
        expect(await store.agreements.own(foreign)).toEqual({ acceptedOn: null, attestations: [] })
        expect(await store.customers.import(foreign, [], writeOf([]), noRecords)).toEqual([])
        expect(await store.invitations.find(scopeFor('provider.sales'), handedOver.invitation.id)).toEqual(handedOver.invitation)
      },
    )

    it('the reseller reaches what was handed to it and nothing else', async () => {
      const { store } = opened
      const { line, handedOver, taken } = await furnish()
      const reseller = scopeFor('reseller.sales')
      expect((await store.invitations.list(reseller, {}, { limit: 50 }, noon.toISOString())).items.map(({ id }) => id)).toEqual([
        handedOver.invitation.id,
      ])
      expect(await store.invitations.find(reseller, taken.invitation.id)).toBeUndefined()
      expect(await store.customers.find(reseller, line.id)).toBeUndefined()
    })

    it('a line that nothing confirms gives no sight of the tenant, and no say', async () => {
      const { store, db } = opened
      const { tenantId } = northwind
      await furnish()
      const facts = JSON.stringify({ offerName: 'Secret' })
      await db.insertInto('subscriptions').values({ tenant_id: tenantId, id: tenantId, facts, version: 1 }).execute()
      const stranger = scopeFor('direct.admin')
      const names = { companyName: 'N', domain: 'n.example', relationshipText: null }
      const row = { ...names, id: tenantId, relationshipToPartner: 'reseller' as const }
      await store.customers.import(stranger, [row], writeOf([]), noRecords)
      expect((await store.customers.find(stranger, tenantId))?.basis).toBe('said_by_partner')
      expect((await store.customers.history(stranger, tenantId)).map(({ action }) => action)).toEqual(['customer.imported'])
      expect((await store.customers.history(scopeFor('reseller.sales'), tenantId))).toEqual([])
      expect(await store.subscriptions.list(stranger, tenantId)).toEqual([])
      expect(await store.subscriptions.find(stranger, tenantId, tenantId)).toBeUndefined()
      expect(await store.relationships.partnersOf(stranger, tenantId)).toEqual([])
      expect((await store.agreements.of(stranger, tenantId)).status).toBe('none')
      const attestation = { firstName: 'A', lastName: 'B', email: 'a@b.example', dateAgreed: '2026-03-01' }
      await expect(store.agreements.attest(stranger, tenantId, attestation, writeOf([]))).rejects.toThrow(StaleWrite)
      expect((await store.relationships.factsOf(tenantId)).partners.map(({ partner }) => partner.id)).toEqual([contoso.id])
      for (const foreign of [stranger, scopeFor('provider.sales')])
        expect((await store.customerClaims.list(foreign, {}, { limit: 10 })).items).toEqual([])
    })

    it('the holder of a link reaches that invitation and none beside it', async () => {
      const { store } = opened
      const [one, other] = [await sentInvitation(store), await sentInvitation(store)]
      await accept(store, one.link, { ...other.invitation, linkNumber: one.invitation.linkNumber }, northwind)
      expect((await store.invitations.find(scopeFor('provider.sales'), one.invitation.id))?.state).toBe('accepted')
      expect((await store.invitations.find(scopeFor('provider.sales'), other.invitation.id))?.state).toBe('sent')
      expect(await store.acceptance.answerOf(other.link, northwind.tenantId)).toBeUndefined()
      expect(await store.receipts.find(scopeOf(customerActor(litware)), northwind.id)).toBeUndefined()
    })
  })
