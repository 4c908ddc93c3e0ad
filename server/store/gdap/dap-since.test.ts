import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refOf } from '../../../domain/invitations/transitions.ts'
import { standingOf } from '../../../domain/relationships/standing.ts'
import { followRelations, insertRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import { demoOtherPartners } from '../demo/demo-organizations.ts'
import { scopeOf } from '../scope.ts'
import {
  aCustomer, contoso, customerActor, later, litware, noon, openWithCast, proseware, scopeFor, sentInvitation, tailspin, noRecords, writeOf,
  yesTo,
} from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const provider = scopeFor('provider.admin')
const customer = scopeOf(customerActor(tailspin))
const { tenantId } = tailspin
const inDays = (days: number) => later(days * 24 * 60)
const since = (at: Date) => [[tenantId, at.toISOString()]]

describe.each(engines)('BR-73: since when delegated admin privileges stand, on $name', (engine) => {
  let opened: OpenedStore
  beforeEach(async () => {
    opened = await openWithCast(engine)
  })
  afterEach(() => opened.close())

  const works = (allowDelegatedAccess: boolean, partner: { id: string } = contoso, owner = contoso) =>
    opened.db.transaction().execute(async (trx) => {
      const record = aCustomer('Tailspin Toys', { id: tenantId, owner: refOf(owner), reseller: refOf(litware), allowDelegatedAccess })
      const line = customerRowOf(partner.id, record)
      await insertRows(trx, [line])
      await followRelations(trx, partner.id, [line], noon.toISOString())
    })
  const decide = async (granted: boolean, at: Date, partner = contoso) =>
    opened.store.relationships.setDap(
      customer,
      { partnerId: partner.id, granted, standing: standingOf(await opened.store.relationships.partnersOf(customer, tenantId)) },
      writeOf([], { at }),
    )
  const accept = async (changes: Parameters<typeof sentInvitation>[1], now: Date, meanwhile = async () => {}) => {
    const { invitation, link } = await sentInvitation(opened.store, changes)
    await meanwhile()
    const yes = await yesTo(opened.store, link, invitation, tailspin, now)
    await opened.store.acceptance.accept(link, customer, yes, writeOf([], { at: now }))
  }
  const restore = { kind: 'restore', includeDap: true, customer: { tenantId } } as const
  const version = async () => (await opened.store.customers.find(provider, tenantId))?.version ?? 0
  const listed = async (scope = provider) => {
    const { items } = await opened.store.gdapBulk.dap(scope, { limit: 10 })
    expect(await opened.store.gdapBulk.dapOf(scope, [tenantId])).toEqual(items)
    return items.map((line) => [line.customer.tenantId, line.since])
  }
  const kept = () => opened.db.selectFrom('customers').select('dap_since').where('partner_id', '=', contoso.id).execute()

  it('is the day on which the customer granted them, and not the day on which the partner began', async () => {
    await works(false)
    await decide(true, inDays(400))
    expect(await listed()).toEqual(since(inDays(400)))
  })

  it('is forgotten with them, and begins anew when they are granted again', async () => {
    await works(true)
    expect(await listed()).toEqual(since(noon))
    await decide(false, inDays(10))
    expect([await listed(), await kept()]).toEqual([[], [{ dap_since: null }]])
    await decide(true, inDays(20))
    expect(await listed()).toEqual(since(inDays(20)))
  })

  it.each([
    ['a new line', undefined, { includeDap: true }, since(inDays(30))],
    ['a line without them', false, { includeDap: true }, since(inDays(30))],
    ['a line with them', true, { includeDap: true }, since(noon)],
    ['a line with them, where the invitation has none', true, {}, since(noon)],
    ['a line without them, where the invitation has none', false, {}, []],
    ['a line without them, which it restores', false, restore, since(inDays(30))],
  ])('an acceptance onto %s', async (_what, before, changes, expected) => {
    if (before !== undefined) await works(before)
    await accept(changes, inDays(30))
    expect(await listed()).toEqual(expected)
  })

  it('an acceptance that restores them when they were granted meanwhile', async () => {
    await works(false)
    await accept(restore, inDays(30), () => decide(true, inDays(20)))
    expect(await listed()).toEqual(since(inDays(20)))
  })

  it('is not known of a line from before it was kept, until they are granted again', async () => {
    await works(true)
    await opened.db.updateTable('customers').set({ dap_since: null }).where('id', '=', tenantId).execute()
    await accept({ includeDap: true }, inDays(30))
    expect(await listed()).toEqual([[tenantId, null]])
    await decide(false, inDays(40))
    await decide(true, inDays(50))
    expect(await listed()).toEqual(since(inDays(50)))
  })

  it('stays with an import of the list, and a line that an import makes has none', async () => {
    await works(true)
    const row = { domain: 'tailspin.example', relationshipText: null, relationshipToPartner: 'reseller' as const }
    const rows = [{ ...row, id: tenantId, companyName: 'Renamed' }, { ...row, id: crypto.randomUUID(), companyName: 'New' }]
    expect(await opened.store.customers.import(provider, rows, writeOf([], { at: inDays(5) }), noRecords)).toEqual(['updated', 'created'])
    expect(await listed()).toEqual(since(noon))
    expect(await kept()).toEqual(expect.arrayContaining([{ dap_since: null }, { dap_since: noon.toISOString() }]))
  })

  it('stays with the owner that extends its relationship, and does not come to the provider', async () => {
    await works(true)
    await opened.db.insertInto('partnerships').values({
      partner_id: proseware.id, id: crypto.randomUUID(), reseller_id: contoso.id, reseller_name_key: 'contoso', state: 'active', rank: 0,
      created_at: noon.toISOString(), version: 1,
    }).execute()
    const line = { id: tenantId, version: await version() }
    await opened.store.relationships.extend(provider, line, proseware.id, writeOf([], { at: inDays(5) }))
    expect([await listed(), await listed(scopeFor('reseller2.admin'))]).toEqual([since(noon), []])
    await decide(true, inDays(6), proseware)
    expect(await listed(scopeFor('reseller2.admin'))).toEqual(since(inDays(6)))
  })

  it('stays with a reseller that keeps the customer through another provider', async () => {
    await works(false)
    await works(false, demoOtherPartners.trey, demoOtherPartners.trey)
    await works(true, litware)
    await opened.store.relationships.remove(provider, { id: tenantId, version: await version() }, writeOf([], { at: inDays(5) }))
    expect([await listed(), await listed(scopeFor('reseller.admin'))]).toEqual([[], since(noon)])
  })
})
