import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { engines } from '../../store/testing/test-engines.ts'
import { type Call, giveCustomer, openWorld, type World } from '../testing/world.ts'

const names = ['Zzz', 'Ärzteverbund', 'Łódź', 'Проба', '삼성', 'Adatum', 'Lima', 'Mona']
const latin = ['Adatum', 'Ärzteverbund', 'Lima', 'Łódź', 'Mona', 'Zzz']

describe.each(engines)('a list of names on $name', (engine) => {
  let world: World
  let sales: Call
  beforeAll(async () => {
    world = await openWorld({}, engine)
    sales = await world.as('provider.sales')
    for (const [number, name] of names.entries())
      await giveCustomer(world.db, 'contoso', `00000000-0000-7889-8000-${String(number).padStart(12, '0')}`, name, 'reseller')
  })
  afterAll(() => world.close())

  const shown = async (language: string | undefined) => {
    const answer = await sales('/customers?sort=companyName', language === undefined ? {} : { headers: { 'Accept-Language': language } })
    return ((await answer.json()) as Page<Customer>).items.map(({ companyProfile }) => companyProfile.companyName)
  }
  const root = [...latin, 'Проба', '삼성']

  it.each([
    ['de', root], ['en-GB', root], ['tlh', root], [undefined, root],
    ['ru,en;q=0.5', ['Проба', ...latin, '삼성']], ['ko-KR', ['삼성', ...latin, 'Проба']],
  ] as const)('stands in the order of %s', async (language, order) =>
    expect(await shown(language)).toEqual(engine.name === 'PGlite' ? root : order))
})
