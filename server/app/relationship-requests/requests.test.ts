import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { InvitationWithLink, Receipt } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { RelationshipRequest } from '../../../domain/relationship-requests/schemas.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const post = { method: 'POST' } as const
const agreed = { json: { agreementAccepted: true } }

describe('relationship requests', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  const create = async (by: Person, changes: Record<string, unknown> = {}) => (await world.as(by))('/invitations', { json: draft(changes) })
  const make = async (by: Person, changes: Record<string, unknown> = {}) => {
    const body = (await (await create(by, changes)).json()) as InvitationWithLink
    return { ...body, path: `/acceptance/${tokenIn(body.link)}` }
  }
  const page = async (person: Person, query = '') =>
    (await (await (await world.as(person))(`/relationship-requests${query}`)).json()) as Page<RelationshipRequest>
  const list = async (person: Person, query = '') => (await page(person, query)).items
  const ask = async (person: Person, path: string, init: Parameters<Awaited<ReturnType<World['as']>>>[1] = post) =>
    (await world.as(person))(path, init)
  const throughLitware = { delivery: 'via_reseller', resellerId: organizationId('litware') }

  it('one reusable link makes one request for each tenant that opens it, however often, and none for anybody else', async () => {
    const { id, path } = await make('provider.sales', { ...throughLitware, reusable: true })
    await world.guest(`${path}/open`, post)
    for (const person of ['provider.admin', 'reseller.admin'] as const) await ask(person, `${path}/open`)
    expect(await list('provider.sales')).toEqual([])
    for (const person of ['newcustomer.user', 'newcustomer.globaladmin', 'customer.globaladmin'] as const) await ask(person, `${path}/open`)
    const seen = await list('provider.sales')
    expect(seen.map(({ customer, invitationId, state, turn, kind }) => [customer.displayName, invitationId, state, turn, kind])).toEqual([
      ['Tailspin Toys', id, 'open', 'customer', 'new'],
      ['Northwind Traders', id, 'open', 'customer', 'new'],
    ])
    expect((await list('reseller.admin')).map(({ id: request }) => request)).toEqual(seen.map(({ id: request }) => request))
    expect(await list('newcustomer.user')).toEqual([{ ...seen[1], invitationId: null }])
    expect(await list('direct.admin')).toEqual([])
    expect(await list('newcustomer-br.globaladmin')).toEqual([])
  })

  it('BR-34, BR-39 of a partner that cannot serve the customer nothing waits for its answer', async () => {
    const { path } = await make('provider.sales')
    for (const person of ['newcustomer-br.globaladmin', 'customer-cn.globaladmin'] as const) {
      await ask(person, `${path}/open`)
      expect((await page(person, '?state=open')).total.count).toBe(0)
      expect(await list(person)).toMatchObject([{ state: 'closed', turn: 'done', canBeServed: false, answer: null }])
    }
    await ask('newcustomer.globaladmin', `${path}/open`)
    expect(await list('newcustomer.globaladmin', '?state=open')).toMatchObject([{ turn: 'customer', canBeServed: true }])
  })

  it('an answer stays with its request, and leads the customer alone to its receipt', async () => {
    const { path } = await make('provider.sales', { reusable: true })
    const { id } = (await (await ask('newcustomer.globaladmin', `${path}/accept`, agreed)).json()) as Receipt
    await ask('customer.globaladmin', `${path}/decline`, { json: { reason: 'no' } })
    await ask('customer.globaladmin', `${path}/open`)
    expect((await list('newcustomer.globaladmin', '?state=answered'))[0]).toMatchObject({
      state: 'answered', turn: 'done', answer: 'accepted', receiptId: id,
    })
    const answered = await list('provider.sales', '?state=answered')
    expect(answered.map(({ answer, receiptId }) => [answer, receiptId])).toEqual([['declined', null], ['accepted', null]])
    expect(await list('provider.sales', '?state=open')).toEqual([])
    expect(await list('provider.sales')).toHaveLength(2)
  })

  it('a named tenant learns of it when it is its turn, without the link', async () => {
    const named = { customer: { tenantId: tenantId('northwind') } }
    const { id, link } = await make('provider.sales', named)
    expect((await list('provider.sales', '?state=open'))[0]).toMatchObject({ turn: 'provider', firstSeenAt: null, invitationId: id })
    expect(await list('newcustomer.user')).toEqual([])
    await ask('provider.sales', `/invitations/${id}/send`)
    const [waiting] = await list('newcustomer.user', '?state=open')
    expect(waiting).toMatchObject({ turn: 'customer', firstSeenAt: null, partner: { displayName: 'Contoso Distribution' } })
    expect(JSON.stringify(waiting)).not.toContain(tokenIn(link))
    expect(await list('customer.globaladmin')).toEqual([])
    await ask('provider.sales', `/invitations/${id}/withdraw`)
    expect(await list('newcustomer.user')).toEqual([])
    expect((await list('provider.sales'))[0]).toMatchObject({ state: 'closed', turn: 'done' })
    expect(await list('provider.sales', '?state=open')).toEqual([])
  })

  it('what the customer has seen stays in its history when it is withdrawn or expires', async () => {
    const { path, id } = await make('provider.sales', { expiresInDays: 1 })
    await ask('newcustomer.user', `${path}/open`)
    expect(await list('newcustomer.user', '?state=open')).toHaveLength(1)
    world.wait(2 * 24 * 60 * 60 * 1000)
    expect(await list('newcustomer.user', '?state=open')).toEqual([])
    expect((await list('newcustomer.user'))[0]).toMatchObject({ state: 'closed', turn: 'done' })
    expect((await list('provider.sales'))[0]).toMatchObject({ invitationId: id, state: 'closed' })
  })

  it('stands in the order of the moments that its rows show, in pages too', async () => {
    const first = await make('provider.sales', { reusable: true })
    const second = await make('provider.sales', { reusable: true })
    await ask('newcustomer.globaladmin', `${first.path}/open`)
    await ask('customer.globaladmin', `${second.path}/open`)
    const customer = { tenantId: crypto.randomUUID(), companyName: 'Fourth Coffee' }
    const third = await make('provider.sales', { customer, expiresInDays: 1 })
    await ask('newcustomer.globaladmin', `${first.path}/decline`, { json: {} })
    const inOrder = async () => {
      const one = await page('provider.sales', '?limit=2')
      const two = await page('provider.sales', `?limit=2&cursor=${encodeURIComponent(one.nextCursor ?? '')}`)
      const items = [...one.items, ...two.items]
      expect(items.map(({ since }) => since)).toEqual(items.map(({ since }) => since).toSorted().toReversed())
      return items.map(({ invitationId }) => invitationId)
    }
    expect(await inOrder()).toEqual([first.id, third.id, second.id])
    world.wait(2 * 24 * 60 * 60 * 1000)
    expect(await inOrder()).toEqual([third.id, first.id, second.id])
  })

  it('comes in pages, each row once', async () => {
    const { path } = await make('provider.sales', { reusable: true })
    for (const person of ['newcustomer.user', 'customer.user'] as const) await ask(person, `${path}/open`)
    await make('provider.sales', { customer: { tenantId: crypto.randomUUID(), companyName: 'Fourth Coffee' } })
    const first = await page('provider.sales', '?limit=2')
    const second = await page('provider.sales', `?limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)
    expect(first.total).toEqual({ count: 3, capped: false })
    expect(second.nextCursor).toBeNull()
    expect([...first.items, ...second.items].map(({ customer }) => customer.displayName)).toEqual([
      'Fourth Coffee', 'Tailspin Toys', 'Northwind Traders',
    ])
    const foreign = await (await world.as('direct.admin'))(`/relationship-requests?cursor=${encodeURIComponent(first.nextCursor ?? '')}`)
    expect(foreign.status).toBe(400)
  })

  describe('BR-46 delegated admin asked for anew', () => {
    const margie = tenantId('margie')
    const restore = { kind: 'restore', includeDap: true, customer: { tenantId: margie } }
    const lineOf = async (person: Person) =>
      ((await (await (await world.as(person))('/customers')).json()) as Page<Customer>).items.find(({ id }) => id === margie)

    it('BR-28, BR-64 is given back into the relationship that is there, which stays as it was', async () => {
      await giveCustomer(world.db, 'woodgrove', margie, 'Margie Travel', 'reseller', { reseller_id: organizationId('alpine') })
      const before = await lineOf('provider-cn.admin')
      const { path } = await make('provider-cn.admin', restore)
      expect(await (await world.guest(path)).json()).toMatchObject({ asks: ['delegated_admin'] })
      await ask('customer-cn.globaladmin', `${path}/open`)
      expect((await list('customer-cn.globaladmin'))[0]).toMatchObject({ kind: 'restore', asks: ['delegated_admin'] })
      const receipt = (await (await ask('customer-cn.globaladmin', `${path}/accept`, agreed)).json()) as Receipt
      expect(receipt.granted).toEqual(['delegated_admin'])
      expect(await lineOf('provider-cn.admin')).toEqual({
        ...before, allowDelegatedAccess: true, lastEventAt: receipt.at, etag: expect.any(String) as string,
      })
      const { total } = (await (await (await world.as('provider-cn.admin'))('/customers')).json()) as Page<Customer>
      expect(total.count).toBe(1)
      expect(await lineOf('reseller-cn.admin')).toBeUndefined()
    })

    it('BR-64 is refused when the relationship has ended by then, and makes none', async () => {
      await giveCustomer(world.db, 'woodgrove', margie, 'Margie Travel')
      const { path } = await make('provider-cn.admin', restore)
      const customer = (await lineOf('provider-cn.admin'))?.id
      await world.db.deleteFrom('customers').where('id', '=', margie).execute()
      const answer = await ask('customer-cn.globaladmin', `${path}/accept`, agreed)
      expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'acceptance.nothing_to_restore', rule: 'BR-46' }])
      expect([customer, await lineOf('provider-cn.admin')]).toEqual([margie, undefined])
    })

    it.each<[string, Person, Record<string, unknown>, number, string, string]>([
      ['BR-42 where DAP left the invitations', 'provider.sales', {}, 422, 'BR-42', 'invitation.restore_unavailable'],
      ['no delegated admin', 'provider-cn.admin', { includeDap: false }, 422, 'BR-46', 'invitation.restore_needs_admin'],
      ['nobody named', 'provider-cn.admin', { customer: undefined }, 422, 'BR-46', 'invitation.restore_needs_tenant'],
      ['somebody else’s customer', 'provider-cn.admin', {}, 409, 'BR-46', 'invitation.restore_not_customer'],
    ])('is refused: %s', async (_what, person, changes, status, rule, code) => {
      const answer = await create(person, { ...restore, ...changes })
      const problem = (await answer.json()) as Problem
      expect([answer.status, problem.rule, problem.code]).toEqual([status, rule, code])
      const bulk = await (await world.as(person))('/invitations/bulk', {
        json: { dryRun: true, items: [{ key: 'one', ...draft({ ...restore, ...changes }) }] },
      })
      expect(await bulk.json()).toMatchObject({ outcomes: [{ outcome: 'refused', problem: { code, rule } }] })
    })

    it('is refused: a customer that gives it already', async () => {
      await giveCustomer(world.db, 'woodgrove', margie, 'Margie Travel', 'reseller', { dap: true })
      expect((await create('provider-cn.admin', restore)).status).toBe(409)
    })
  })
})
