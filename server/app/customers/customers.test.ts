import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import { tenantId } from '../testing/people.ts'
import { type Call, giveCustomer, openWorld, type World } from '../testing/world.ts'

const idOf = (number: number) => `00000000-0000-7888-8000-${String(number).padStart(12, '0')}`

describe('customers', () => {
  let world: World
  let sales: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
    for (let number = 1; number <= 7; number += 1) await giveCustomer(
      world.db, 'contoso', idOf(number), `Customer ${number}`, number % 2 ? 'reseller' : 'advisor',
    )
  })
  afterAll(() => world.close())
  const page = async (query: string) => (await (await sales(`/customers${query}`)).json()) as Page<Customer>

  it('come in pages, each once, in order, with an honest total', async () => {
    const names: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const next: Page<Customer> = await page(`?limit=3&sort=-companyName${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      expect(next.total).toEqual({ count: 7, capped: false })
      names.push(...next.items.map(({ companyProfile }) => companyProfile.companyName))
      cursor = next.nextCursor
    }
    expect(names).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `Customer ${number}`))
  })

  it.each([
    ['?search=CUSTOMER%205', 1], ['?search=004.EXAMPLE', 1], [`?search=${idOf(3)}`, 1], ['?search=%25', 0],
    ['?relation=advisor', 3], ['?admin=none', 7], ['?admin=dap', 0],
  ])('%s finds %i', async (query, count) => {
    expect((await page(query)).total.count).toBe(count)
  })

  it('one is read by its tenant id, in any case, with its ETag', async () => {
    const answer = await sales(`/customers/${idOf(2).toUpperCase()}`)
    const customer = (await answer.json()) as Customer
    expect([answer.status, customer.id, answer.headers.get('ETag')]).toEqual([200, idOf(2), customer.etag])
  })

  it.each(['x', idOf(99), tenantId('northwind'), '%27', '1'])('there is no %s', async (id) => {
    const answer = await sales(`/customers/${id}`)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'customer.not_found'])
  })

  it('partnerships are seen from both sides, active first', async () => {
    const read = async (call: Call) => {
      const { items } = (await (await call('/partnerships')).json()) as Page<Partnership>
      return items.map(({ provider, reseller, state }) => [provider.displayName, reseller.displayName, state])
    }
    expect(await read(sales)).toEqual([
      ['Contoso Distribution', 'Litware Resell', 'active'], ['Contoso Distribution', 'Proseware Cloud', 'removed'],
    ])
    expect(await read(await world.as('reseller.admin'))).toEqual([['Contoso Distribution', 'Litware Resell', 'active']])
  })
})
