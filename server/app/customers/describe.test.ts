import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustomerInFull } from '../../../domain/customers/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { type Call, giveCustomer, openWorld, type World } from '../testing/world.ts'

const id = '00000000-0000-7888-8000-000000000001'
const path = `/customers/${id}`

describe('what a partner says of a customer', () => {
  let world: World
  let sales: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
    await giveCustomer(world.db, 'contoso', id, 'Coho Vineyard')
    await giveCustomer(world.db, 'adatum', id, 'Coho Vineyard')
    await giveCustomer(world.db, 'litware', id, 'Coho Vineyard')
  })
  afterAll(() => world.close())

  const read = async (call = sales) => (await (await call(path)).json()) as CustomerInFull
  const change = async (json: object, { call = sales, at = path, ifMatch }: { call?: Call; at?: string; ifMatch?: string } = {}) =>
    call(at, { method: at === path ? 'PATCH' : 'PUT', json, headers: { 'If-Match': ifMatch ?? (await read(call)).etag } })
  const events = async (call = sales) =>
    ((await (await call(`${path}/events`)).json()) as { items: { action: string }[] }).items.map(({ action }) => action)

  it('is kept in its own words, and answered with the new version', async () => {
    const answer = await change({ alias: ' The  winery ', notes: 'One\r\ntwo' })
    const saved = (await answer.json()) as CustomerInFull
    expect([answer.status, answer.headers.get('ETag')]).toEqual([200, saved.etag])
    expect(saved).toMatchObject({ alias: 'The winery', notes: 'One\ntwo', tags: [], companyProfile: { companyName: 'Coho Vineyard' } })
    const tagged = (await (await change({ tags: ['VIP', 'vip', 'north'] }, { at: `${path}/tags` })).json()) as CustomerInFull
    expect(tagged).toMatchObject({ alias: 'The winery', notes: 'One\ntwo', tags: ['VIP', 'north'] })
    expect(await read()).toEqual(tagged)
    expect(await events()).toEqual(['customer.described', 'customer.tagged'])
    expect(await (await sales('/customers/tags')).json()).toEqual({ items: ['north', 'VIP'] })
  })

  it('in one write leaves one entry of each kind, with the words of alias and tags and none of the notes', async () => {
    const before = (await events()).length
    await change({ alias: 'Coho', notes: 'Nobody else reads this', tags: [] })
    expect((await events()).slice(before).toSorted()).toEqual(['customer.described', 'customer.tagged'])
    const log = await (await (await world.as('provider.admin'))(`/audit?customer=${id}`)).text()
    expect(log).toContain('"alias":{"after":"Coho","before":"The winery"}')
    expect(log).toContain('"tags":{"after":"","before":"VIP, north"}')
    expect(log).not.toContain('Nobody else')
  })

  it('is written once, and not at all where it says what is there', async () => {
    const before = await read()
    expect(((await (await change({ alias: 'Coho', tags: [] })).json()) as CustomerInFull).etag).toBe(before.etag)
    expect(await read()).toEqual(before)
  })

  it('wants the version that it was decided on', async () => {
    for (const [at, method, json] of [[path, 'PATCH', { alias: 'x' }], [`${path}/tags`, 'PUT', { tags: ['x'] }]] as const) {
      expect((await sales(at, { method, json })).status).toBe(428)
      expect((await change(json, { at, ifMatch: '"0"' })).status).toBe(412)
    }
  })

  it('is for those who may change it, whatever version they name; a refused try is no part of the timeline', async () => {
    const before = await events()
    const helpdesk = await world.as('provider.helpdesk')
    for (const ifMatch of ['"0"', (await read()).etag]) {
      const answer = await change({ alias: 'x' }, { call: helpdesk, ifMatch })
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([403, 'description.needs_admin_or_sales_agent'])
    }
    await expect.poll(async () => (await (await world.as('provider.admin'))(`/audit?customer=${id}&outcome=refused`)).text())
      .toContain('description.needs_admin_or_sales_agent')
    expect(await events()).toEqual(before)
  })

  it('names the input that is wrong', async () => {
    const pointers = async (json: object) => ((await (await change(json)).json()) as Problem).errors?.map(({ pointer }) => pointer)
    expect(await pointers({ alias: 'x'.repeat(201), notes: 'x'.repeat(4_001) })).toEqual(['/alias', '/notes'])
    expect(await pointers({ tags: ['a', 'x'.repeat(51)] })).toEqual(['/tags/1'])
  })

  it.each(['direct.admin', 'reseller.admin'] as const)('is no part of the same customer’s row in the list of %s', async (person) => {
    await change({ alias: 'Of Contoso alone', notes: 'Of Contoso alone', tags: ['Of Contoso alone'] })
    const call = await world.as(person)
    expect(await read(call)).toMatchObject({ alias: null, notes: null, tags: [] })
    for (const at of [path, `${path}/events`, `${path}/partners`, '/customers', '/customers/tags', '/audit'])
      expect(await (await call(at)).text()).not.toContain('Contoso alone')
    for (const query of ['search=Contoso%20alone', 'tag=of%20contoso%20alone'])
      expect(((await (await call(`/customers?${query}`)).json()) as Page<unknown>).total.count).toBe(0)
    expect(((await (await sales('/customers?tag=OF%20CONTOSO%20ALONE')).json()) as Page<unknown>).total.count).toBe(1)
  })
})
