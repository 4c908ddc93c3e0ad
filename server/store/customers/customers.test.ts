import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import type { CustomerView } from '../../../domain/customers/schemas.ts'
import { refOf } from '../../../domain/invitations/transitions.ts'
import { insertRows } from './rows.ts'
import { customerRowOf } from './row.ts'
import { InvalidCursor } from '../errors.ts'
import { aCustomer, adatum, contoso, later, litware, openWithCast, scopeFor } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const scope = scopeFor('provider.sales')

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const give = (customers: readonly CustomerRecord[], owner = contoso.id) =>
      opened.db.transaction().execute((trx) =>
        insertRows(
          trx,
          customers.map((customer) => customerRowOf(owner, customer)),
        ),
      )
    const page = (view: Partial<CustomerView> = {}, limit = 200, cursor?: string) =>
      opened.store.customers.list(scope, { sort: 'companyName', ...view }, { limit, cursor })
    const names = async (view: Partial<CustomerView> = {}) => (await page(view)).items.map((item) => item.companyProfile.companyName)

    it('keeps a line as it was given', async () => {
      const line = aCustomer('Tailspin Toys', {
        aliases: ['Old "name", {comma}', '옛 이름'],
        relationshipToPartner: 'unknown',
        relationshipText: 'Indirect',
        owner: refOf(contoso),
        reseller: refOf(litware),
        allowDelegatedAccess: true,
        gdap: { active: true, nextEndDateTime: '2026-05-01T00:00:00.001Z' },
      })
      await give([line])
      expect(await opened.store.customers.find(scope, line.id)).toEqual(line)
      expect(await opened.store.customers.find(scope, line.id.toUpperCase())).toEqual(line)
      expect(await opened.store.customers.find(scope, 'nothing')).toBeUndefined()
    })

    it('sorts names by the alphabet, blind to case and width, and events by time', async () => {
      const inOrder = ['ａlpha', 'Bravo', 'charlie', 'Élan', 'жук', '가나', '中文']
      await give(inOrder.toReversed().map((name, index) => aCustomer(name, { lastEventAt: later(index).toISOString() })))
      expect(await names({ sort: 'companyName' })).toEqual(inOrder)
      expect(await names({ sort: '-companyName' })).toEqual(inOrder.toReversed())
      expect(await names({ sort: 'lastEventAt' })).toEqual(inOrder.toReversed())
      expect(await names({ sort: '-lastEventAt' })).toEqual(inOrder)
    })

    const sorts = ['companyName', '-companyName', 'lastEventAt', '-lastEventAt'] as const
    it.each(sorts)('pages through %s without a gap or a repetition, also where names and times are equal', async (sort) => {
      await give(
        Array.from({ length: 25 }, (_, index) => aCustomer(`Same ${index % 3}`, { lastEventAt: later(index % 2).toISOString() })),
      )
      const whole = (await page({ sort })).items.map((item) => item.id)
      const walked: string[] = []
      for (let cursor: string | undefined; ;) {
        const next = await page({ sort }, 4, cursor)
        expect(next.total).toEqual({ count: 25, capped: false })
        walked.push(...next.items.map((item) => item.id))
        if (next.nextCursor === null) break
        cursor = next.nextCursor
      }
      expect(walked).toEqual(whole)
      expect(new Set(walked).size).toBe(25)
    })

    it('filters by relation, admin right and reseller, alone and together, and counts what it shows', async () => {
      await give([
        aCustomer('plain'),
        aCustomer('advised', { relationshipToPartner: 'advisor' }),
        aCustomer('dap', { allowDelegatedAccess: true }),
        aCustomer('gdap', { gdap: { active: true, nextEndDateTime: later(9).toISOString() } }),
        aCustomer('both via Litware', {
          allowDelegatedAccess: true,
          gdap: { active: true, nextEndDateTime: null },
          reseller: refOf(litware),
        }),
      ])
      expect(await names({ relation: 'advisor' })).toEqual(['advised'])
      expect(await names({ admin: 'dap' })).toEqual(['both via Litware', 'dap'])
      expect(await names({ admin: 'gdap' })).toEqual(['both via Litware', 'gdap'])
      expect(await names({ admin: 'none' })).toEqual(['advised', 'plain'])
      expect(await names({ reseller: litware.id, admin: 'dap', relation: 'reseller' })).toEqual(['both via Litware'])
      expect((await page({ admin: 'none' }, 1)).total).toEqual({ count: 2, capped: false })
      expect((await page({ relation: 'none' })).total).toEqual({ count: 0, capped: false })
    })

    it('finds text anywhere in name, earlier name, domain and tenant id', async () => {
      const found = aCustomer('Ｃoho João 물류(주)', { aliases: ['Vineyard & Sons'], id: '5beeb45e-549d-446e-a09a-c8079ebc69d2' })
      await give([found, aCustomer('Other'), aCustomer('100% sure'), aCustomer('under_score'), aCustomer('back\\slash')])
      for (const search of ['coho', 'JOAO', 'joão', '물류', 'yard &', 'coho  joao', '5BEEB45E-549D', 'ebc69d2'])
        expect([search, ...(await names({ search }))]).toEqual([search, 'Ｃoho João 물류(주)'])
      expect(await names({ search: 'company.exam' })).toHaveLength(5)
      expect(await names({ search: '%' })).toEqual(['100% sure'])
      expect(await names({ search: '_' })).toEqual(['under_score'])
      expect(await names({ search: '\\' })).toEqual(['back\\slash'])
      expect(await names({ search: "' or 1=1 --" })).toEqual([])
      expect(await names({ search: 'sons\ncompany' })).toEqual([])
      expect((await page({ search: 'o' }, 1)).total.count).toBe(5)
    })

    it('finds all of a common text in order, though it counts only a thousand', async () => {
      await give(Array.from({ length: 1_205 }, (_, index) => aCustomer(`Common ${String(index).padStart(4, '0')}`)))
      await give([aCustomer('A rare one')])
      const first = await page({ search: 'common' })
      expect(first.total).toEqual({ count: 1_000, capped: true })
      const walked = [...first.items]
      for (let cursor = first.nextCursor; cursor !== null;) {
        const next = await page({ search: 'common' }, 200, cursor)
        walked.push(...next.items)
        cursor = next.nextCursor
      }
      expect(walked.map((item) => Number(item.companyProfile.companyName.slice(7)))).toEqual(
        Array.from({ length: 1_205 }, (_, index) => index),
      )
      expect((await page({ search: 'rare' })).total).toEqual({ count: 1, capped: false })
      expect((await page()).total).toEqual({ count: 1_206, capped: false })
    })

    it('counts the whole list exactly, and a filtered one up to ten thousand', async () => {
      for (let batch = 0; batch < 11; batch += 1)
        await give(Array.from({ length: batch === 10 ? 1 : 1_000 }, (_, index) => aCustomer(`C${batch}-${index}`)))
      expect((await page({}, 1)).total).toEqual({ count: 10_001, capped: false })
      expect((await page({ admin: 'none' }, 1)).total).toEqual({ count: 10_000, capped: true })
    })

    it('finds a common text that stands together at one end of a long list', async () => {
      for (let batch = 0; batch < 6; batch += 1)
        await give(Array.from({ length: 1_000 }, (_, index) => aCustomer(`A ${batch} ${index}`)))
      await give(Array.from({ length: 1_100 }, (_, index) => aCustomer(`Zebra ${String(index).padStart(4, '0')}`)))
      expect((await page({ search: 'zebra' }, 2)).items.map((item) => item.companyProfile.companyName)).toEqual([
        'Zebra 0000',
        'Zebra 0001',
      ])
      expect((await page({ search: 'zebra', sort: '-companyName' }, 1)).items[0]?.companyProfile.companyName).toBe('Zebra 1099')
    })

    it('takes a cursor only where it was made', async () => {
      await give([aCustomer('a'), aCustomer('b'), aCustomer('c')])
      await give([aCustomer('a'), aCustomer('b')], adatum.id)
      const { nextCursor } = await page({}, 1)
      const cursor = nextCursor ?? ''
      expect((await page({}, 1, cursor)).items[0]?.companyProfile.companyName).toBe('b')
      const wrong = [
        () => page({ sort: '-companyName' }, 1, cursor),
        () => page({ search: 'a' }, 1, cursor),
        ...[`${cursor.slice(0, -3)}AAA`, 'nonsense', '', '%%%', btoa('{"keys":["a"]}'), '물류'].map(
          (altered) => () => page({}, 1, altered),
        ),
        () => opened.store.customers.list(scopeFor('direct.admin'), { sort: 'companyName' }, { limit: 1, cursor }),
      ]
      for (const list of wrong) await expect(list()).rejects.toThrow(InvalidCursor)
    })
  })
