import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport } from '../../../domain/customers/schemas.ts'
import { giveSubscription } from '../testing/bought.ts'
import { type Call, giveCustomer, openWorld, type World } from '../testing/world.ts'

const idOf = (number: number) => `00000000-0000-7888-8000-${String(number).padStart(12, '0')}`

describe('an exported customer list', () => {
  let world: World
  let sales: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
    await giveCustomer(world.db, 'contoso', idOf(1), 'Coho "Vineyard", Ltd.', 'reseller', {
      alias: '=1+1', tags: ['@North', 'VIP, first'], notes: 'Never exported', aliases: ['Coho'],
    })
    await giveCustomer(world.db, 'contoso', idOf(2), '+Plus', 'advisor', {
      relation: 'unknown', relation_text: 'Indirect', tags: ['vip, first'],
    })
    await giveCustomer(world.db, 'contoso', idOf(3), 'Trey', 'advisor', { relation: 'none', tags: ['South'] })
    await giveCustomer(world.db, 'adatum', idOf(4), 'Of another partner')
  })
  afterAll(() => world.close())

  const exported = async (query = '', call = sales) => {
    const answer = await call(`/customers/export${query}`)
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8'])
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
  }

  it('BR-104: has Partner Center’s columns first, then tags and the portal’s; no cell begins a formula', async () => {
    const [header, ...rows] = (await exported()).split('\r\n')
    expect(header).toBe(
      '\uFEFFMicrosoft ID,Company name,Primary domain name,Relationship,Tags,Alias,Earlier names,Country or region,Basis,'
      + 'Relationship owner,Reseller,DAP,GDAP,GDAP ends,Last event',
    )
    const at = '2026-03-02T09:00:00.000Z'
    expect(rows).toEqual([
      `${idOf(2)},"'+Plus",002.example,Indirect,"vip, first",,,KR,accepted,,,no,no,,${at}`,
      `${idOf(1)},"Coho ""Vineyard"", Ltd.",001.example,Cloud Reseller,"'@North; VIP, first","'=1+1",Coho,KR,accepted,`
      + `Contoso Distribution,,no,no,,${at}`,
      `${idOf(3)},Trey,003.example,None,South,,,KR,accepted,,,no,no,,${at}`,
      '',
    ])
  })

  it('BR-105: a list of subscriptions has Partner Center’s columns first, then whose they are; of confirmed customers alone', async () => {
    const { id } = await giveSubscription(world.db, idOf(1), 'contoso', { offerName: '=Office', quantity: 7, status: 'suspended' })
    await giveSubscription(world.db, idOf(4), 'adatum', {})
    await giveCustomer(world.db, 'contoso', idOf(5), 'Only imported', 'reseller', { basis: 'said_by_partner' })
    await giveSubscription(world.db, idOf(5), 'adatum', {})
    const answer = await sales('/subscriptions/export?search=coho')
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8'])
    const text = await answer.text()
    expect(text.split('\r\n')[0]).toBe(
      'Subscription ID,Subscription,Quantity,Status,Reseller,Microsoft ID,Company name,Channel,Sold by,Term ends',
    )
    expect(text.split('\r\n').slice(1)).toEqual([
      expect.stringContaining(`${id},"'=Office",7,suspended,,${idOf(1)},"Coho ""Vineyard"", Ltd.",csp,Contoso Distribution,`), '',
    ])
    for (const [query, lines] of [['', 1], ['?search=trey', 0], ['?search=only', 0]] as const) {
      expect((await (await sales(`/subscriptions/export${query}`)).text()).split('\r\n').slice(1, -1)).toHaveLength(lines)
    }
    await world.db.deleteFrom('customers').where('id', '=', idOf(5)).execute()
  })

  it.each<[string, number[]]>([
    ['?tag=vip,%20FIRST&sort=-companyName', [1, 2]], ['?search=trey', [3]], ['?relation=advisor', []],
  ])('%s has what the list has', async (query, numbers) => {
    const ids = (await exported(query)).split('\r\n').slice(1, -1).map((line) => line.slice(0, 36))
    expect(ids).toEqual(numbers.map(idOf))
  })

  it('has every page of a long list, and nothing of other partners', async () => {
    for (let number = 100; number < 305; number += 1) await giveCustomer(world.db, 'litware', idOf(number), `Customer ${number}`)
    const lines = (await exported('', await world.as('reseller.admin'))).split('\r\n').slice(1, -1)
    expect([lines.length, new Set(lines).size]).toEqual([205, 205])
  })

  it('imported again changes nothing but the name that would have begun a formula', async () => {
    const answer = await sales('/customers/import?dryRun=true', {
      method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: await exported('?tag=south'),
    })
    expect((await answer.json()) as ImportReport).toMatchObject({ total: 1, created: 0, updated: 0, unchanged: 1, rejected: [] })
  })
})
