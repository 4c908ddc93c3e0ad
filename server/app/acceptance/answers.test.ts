import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HandedOver } from '../../../domain/invitations/asides/schemas.ts'
import type { Acceptance, InvitationDetail, InvitationWithLink, Receipt, ReceiptDetail } from '../../../domain/invitations/schemas.ts'
import { codeOf } from '../testing/codes.ts'
import { organizationId, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const yes = { json: { agreementAccepted: true } }
const post = { method: 'POST' }
const throughLitware = { delivery: 'via_reseller', resellerId: organizationId('litware') }

describe('an answer given again', () => {
  let world: World
  let sales: Call
  let admin: Call
  beforeEach(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
    admin = await world.as('newcustomer.globaladmin')
  })
  afterEach(() => world.close())

  const make = async (changes: Record<string, unknown> = {}, by = sales) => {
    const made = (await (await by('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
    return { ...made, path: `/acceptance/${tokenIn(made.link)}` }
  }
  const receiptOf = async (answer: Response) => (await answer.json()) as Receipt
  const reads = async (path: string, call = admin) => (await (await call(path)).json()) as Acceptance
  const seen = async (id: string) => (await (await sales(`/invitations/${id}`)).json()) as InvitationDetail
  const written = async () => {
    const { db } = world
    const tables = ['receipts', 'outbox', 'audit_events', 'customers', 'relationship_requests', 'invitation_questions'] as const
    return Promise.all(tables.map(async (table) => (await db.selectFrom(table).selectAll().execute()).length))
  }

  it.each([
    ['a single-use link', {}], ['a reusable link', { reusable: true }], ['a link through a reseller', throughLitware],
  ])('a second yes through %s, by whomever of the organization, gets the first receipt and leaves nothing', async (_what, changes) => {
    const { path } = await make(changes)
    const first = await receiptOf(await admin(`${path}/accept`, yes))
    const before = await written()
    const colleague = await world.as('newcustomer.user')
    for (const call of [admin, colleague])
      for (const again of [yes, { json: {} }, { ...yes, headers: { 'Idempotency-Key': crypto.randomUUID() } }]) {
        const answer = await call(`${path}/accept`, again)
        expect([answer.status, await answer.json()]).toEqual([200, first])
      }
    expect(await written()).toEqual(before)
  })

  it('through a link that a newer one replaced, and through the newer one, it is the first one still', async () => {
    const { path, id } = await make({ reusable: true })
    const first = await receiptOf(await admin(`${path}/accept`, yes))
    const { link } = (await (await sales(`/invitations/${id}/reissue`, { json: {} })).json()) as InvitationWithLink
    for (const each of [path, `/acceptance/${tokenIn(link)}`]) {
      expect(await receiptOf(await admin(`${each}/accept`, yes))).toEqual(first)
      expect(await codeOf(await admin(`${each}/decline`, { json: {} }))).toBe('409 acceptance.accepted_before')
      expect((await reads(each)).answered).toMatchObject({ receiptId: first.id })
      expect(await codeOf(await admin(`${each}/open`, post))).toBe('200')
    }
    expect(await codeOf(await (await world.as('customer.globaladmin'))(`${path}/accept`, yes))).toBe('404 acceptance.reissued')
  })

  it.each(['withdraw', 'lapse'])('after the invitation has come to %s, too', async (how) => {
    const { path, id } = await make({ reusable: true, expiresInDays: 1 })
    const first = await receiptOf(await admin(`${path}/accept`, yes))
    if (how === 'withdraw') await sales(`/invitations/${id}/withdraw`, { json: {} })
    else world.wait(2 * 24 * 60 * 60 * 1000)
    const later = await world.as('newcustomer.globaladmin')
    expect(await receiptOf(await later(`${path}/accept`, yes))).toEqual(first)
    expect(await codeOf(await later(`${path}/decline`, { json: {} }))).toBe('409 acceptance.accepted_before')
  })

  it('is read on the page by its own people, and by nobody else', async () => {
    const { path } = await make()
    const { id: receiptId, at, by } = await receiptOf(await admin(`${path}/accept`, yes))
    const answered = { answer: 'accepted', at, by, receiptId, hasEnded: false }
    expect((await reads(path, await world.as('newcustomer.user'))).answered).toEqual(answered)
    for (const call of [world.guest, sales, await world.as('customer.globaladmin')])
      expect(await reads(path, call)).toMatchObject({ answered: null, stands: [] })
  })

  it('BR-63 a yes whose relationship has ended says so on its page and its receipt, and a repeated one writes nothing', async () => {
    const { path } = await make()
    const first = await receiptOf(await admin(`${path}/accept`, yes))
    const ended = async () => {
      const { answered } = await reads(path, admin)
      return [answered?.hasEnded, ((await (await admin(`/receipts/${first.id}`)).json()) as ReceiptDetail).hasEnded]
    }
    expect(await ended()).toEqual([false, false])
    const remove = `/customers/${tenantId('northwind')}/remove-relationship`
    expect(await codeOf(await (await world.as('provider.admin'))(remove, { method: 'POST' }))).toBe('204')
    expect(await ended()).toEqual([true, true])
    expect(await receiptOf(await admin(`${path}/accept`, yes))).toEqual(first)
    expect(await ended()).toEqual([true, true])
    const { path: next } = await make()
    await admin(`${next}/decline`, { json: {} })
    expect((await reads(next, admin)).answered?.hasEnded).toBe(false)
  })

  it('the contrary names the way: a yes after a no through a single-use link asks for a new invitation', async () => {
    const { path } = await make()
    const first = await receiptOf(await admin(`${path}/decline`, { json: { reason: 'No' } }))
    expect(await codeOf(await admin(`${path}/accept`, yes))).toBe('409 acceptance.declined_before')
    expect(await receiptOf(await admin(`${path}/decline`, { json: { reason: 'Other' } }))).toEqual(first)
    expect(await codeOf(await (await world.as('customer.globaladmin'))(`${path}/accept`, yes))).toBe('409 acceptance.declined')
  })

  it('the same question, and the same administrator asked, within a day: once, also at once', async () => {
    const { path, id } = await make()
    const user = await world.as('newcustomer.user')
    const all = async (verb: string, json: object) => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => user(`${path}/${verb}`, { json })))
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
      return new Set(await Promise.all(answers.map((answer) => answer.text()))).size
    }
    expect(await all('question', { text: 'Why?' })).toBe(1)
    expect(await all('hand-over', { email: 'sora@northwind.example' })).toBe(1)
    expect((await seen(id)).history.map(({ action }) => action)).toEqual(['created', 'asked', 'handed_to_admin'])
    expect((await world.db.selectFrom('outbox').select('kind').orderBy('kind').execute()).map(({ kind }) => kind)).toEqual([
      'hand_over', 'note',
    ])
    const again = (await (await user(`${path}/hand-over`, { json: { email: 'Sora@northwind.example' } })).json()) as HandedOver
    expect(again.isMailed).toBe(true)
    expect(await world.db.selectFrom('invitation_hand_overs').select('position').execute()).toHaveLength(1)
    world.wait(25 * 60 * 60 * 1000)
    const next = await world.as('newcustomer.user')
    expect(await codeOf(await next(`${path}/question`, { json: { text: 'Why?' } }))).toBe('200')
    sales = await world.as('provider.sales')
    expect((await seen(id)).questions).toHaveLength(2)
  })

  describe('a relationship that stands already', () => {
    const stand = async (changes: object = {}) => {
      await giveCustomer(world.db, 'contoso', tenantId('northwind'), 'Northwind Traders', 'reseller', changes)
    }
    const lines = () => world.db.selectFrom('customers').selectAll().orderBy('partner_id').execute()
    const actions = async () => (await world.db.selectFrom('audit_events').select('action').execute()).map(({ action }) => action)
    const notes = () => world.db.selectFrom('outbox').selectAll().where('kind', '=', 'note').execute()

    it.each([false, true])('BR-15 is read before, and accepting changes nothing of it; reusable %s', async (reusable) => {
      await stand()
      const { path, id } = await make({ reusable })
      expect(await reads(path)).toMatchObject({ asks: ['reseller_relationship'], stands: ['reseller_relationship'], answered: null })
      const before = await lines()
      const receipt = await receiptOf(await admin(`${path}/accept`, yes))
      expect(receipt).toMatchObject({ answer: 'accepted', granted: [], stood: ['reseller_relationship'] })
      expect(await lines()).toEqual(before)
      expect(await notes()).toEqual([])
      expect((await actions()).filter((action) => action.startsWith('relationship') || action.startsWith('admin'))).toEqual([])
      expect(await receiptOf(await admin(`${path}/accept`, yes))).toEqual(receipt)
      expect(await seen(id)).toMatchObject({ state: reusable ? 'created' : 'accepted', acceptedCount: 1 })
    })

    it.each([
      ['the partner’s word alone', { basis: 'said_by_partner' as const }],
      ['admin rights that were given', { basis: 'granted' as const, dap: true }],
    ])('BR-36 what rests on %s is a relationship by the yes alone', async (_what, changes) => {
      await stand(changes)
      const { path } = await make()
      expect((await reads(path)).stands).toEqual([])
      expect(await receiptOf(await admin(`${path}/accept`, yes))).toMatchObject({ granted: ['reseller_relationship'], stood: [] })
      expect(await lines()).toMatchObject([{ basis: 'accepted' }])
    })

    it('BR-25 through a reseller that does not have the customer yet is more than what stands', async () => {
      await stand()
      const { path } = await make(throughLitware)
      expect((await reads(path)).stands).toEqual([])
      await admin(`${path}/accept`, yes)
      const second = await make(throughLitware)
      expect((await reads(second.path)).stands).toEqual(['reseller_relationship'])
      const before = await lines()
      expect(before).toHaveLength(2)
      expect(await receiptOf(await admin(`${second.path}/accept`, yes))).toMatchObject({ granted: [], stood: ['reseller_relationship'] })
      expect(await lines()).toEqual(before)
    })

    it('BR-41 admin rights beside a relationship that stands are all that is granted', async () => {
      const germans = await world.as('direct-de.admin')
      const coho = await world.as('customer-de.globaladmin')
      await giveCustomer(world.db, 'fabrikam', tenantId('coho'), 'Coho Werke', 'reseller', { country: 'DE' })
      const { path } = await make({ includeDap: true }, germans)
      expect((await reads(path, coho)).stands).toEqual(['reseller_relationship'])
      expect(await receiptOf(await coho(`${path}/accept`, { json: {} }))).toMatchObject({
        granted: ['delegated_admin'], stood: ['reseller_relationship'],
      })
      expect(await lines()).toMatchObject([{ dap: true }])
      expect((await actions()).filter((action) => /^(relationship|admin)/.test(action))).toEqual(['admin_rights.granted'])
    })

    it('accepted through ten invitations at once, one relationship is made, and nine say that it stood', async () => {
      const made = await Promise.all(Array.from({ length: 10 }, () => make()))
      const receipts = await Promise.all(made.map(async ({ path }) => receiptOf(await admin(`${path}/accept`, yes))))
      expect(receipts.filter(({ granted }) => granted.length === 1)).toHaveLength(1)
      expect(receipts.filter(({ stood }) => stood.length === 1)).toHaveLength(9)
      expect(await lines()).toMatchObject([{ version: 1 }])
      expect(await notes()).toHaveLength(1)
      expect((await actions()).filter((action) => action === 'relationship.created')).toHaveLength(1)
    })
  })
})
