import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Funnel } from '../../../domain/funnel/schemas.ts'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, type Person } from '../testing/people.ts'
import { draft, openWorld, tokenIn, type World } from '../testing/world.ts'

describe('the funnel', () => {
  let world: World
  beforeAll(async () => { world = await openWorld() })
  afterAll(() => world.close())

  const ask = async (person: Person, query: string) => (await world.as(person))(`/invitations/funnel${query}`)
  const rowsFor = async (person: Person, query = '?from=2026-03-02&to=2026-03-02') =>
    ((await (await ask(person, query)).json()) as Funnel).rows

  it('counts what was done through the API, by reseller, for the maker alone', async () => {
    const sales = await world.as('provider.sales')
    const make = async (changes: Record<string, unknown> = {}) =>
      (await (await sales('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
    const through = { delivery: 'via_reseller', resellerId: organizationId('litware') }
    const [direct, forwarded] = [await make(), await make(through), await make(through)]
    await sales(`/invitations/${direct.id}/send`, { method: 'POST' })
    await (await world.as('reseller.admin'))(`/invitations/${forwarded.id}/forward`, { json: { email: 'a@northwind.example' } })
    world.wait(6 * 60 * 60 * 1000)
    for (const { link } of [direct, forwarded]) await world.guest(`/acceptance/${tokenIn(link)}/open`, { method: 'POST' })
    await (await world.as('customer.globaladmin'))(`/acceptance/${tokenIn(direct.link)}/decline`, { json: {} })
    const none = { forwarded: 0, accepted: 0, declined: 0, lapsed: 0, withdrawn: 0 }
    const rows = await rowsFor('provider.helpdesk')
    expect(rows).toEqual([
      { ...none, reseller: null, made: 1, handedOver: 1, opened: 1, declined: 1, medianHours: expect.closeTo(6, 2) },
      {
        ...none, reseller: expect.objectContaining({ id: organizationId('litware') }), made: 2, handedOver: 2, forwarded: 1, opened: 1,
        medianHours: null,
      },
    ])
    for (const person of ['reseller.admin', 'direct.admin', 'customer.globaladmin'] as const) expect(await rowsFor(person)).toEqual([])
    expect(await rowsFor('provider.sales', '?from=2026-03-03&to=2026-03-09')).toEqual([])
  })

  it.each([
    ['UTC, on the evening of a day', 'UTC', 6, '2026-03-02'],
    ['Auckland, where it is the next', 'Pacific/Auckland', 6, '2026-03-03'],
    ['UTC, in the night', 'UTC', 18, '2026-03-03'],
    ['Los Angeles, where it is the day before', 'America/Los_Angeles', 18, '2026-03-02'],
  ])('counts the days of the calendar in %s', async (_where, zone, hours, day) => {
    const other = await openWorld()
    try {
      other.wait(hours * 60 * 60 * 1000)
      const sales = await other.as('direct.admin')
      const madeOn = async (date: string) => {
        const answer = await sales(`/invitations/funnel?from=${date}&to=${date}`, { headers: { 'Time-Zone': zone } })
        return ((await answer.json()) as Funnel).rows.reduce((sum, { made }) => sum + made, 0)
      }
      await sales('/invitations', { json: draft() })
      const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04']
      expect(await Promise.all(days.map(madeOn))).toEqual(days.map((each) => (each === day ? 1 : 0)))
    } finally {
      await other.close()
    }
  })

  const noDays = [
    '', '?from=2026-03-02', '?from=2026-02-30&to=2026-03-02', '?from=x&to=y', '?from=2026-03-02&to=2026-03-02&more=1',
    '?from=0000-01-01&to=2026-03-02', '?from=2026-03-02&to=9999-12-31',
  ]
  it.each(noDays)(
    'takes no days like "%s"',
    async (query) => {
      const answer = await ask('provider.sales', query)
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([422, 'request.invalid'])
    },
  )

  it('is nobody’s who is not signed in', async () => {
    expect((await world.guest('/invitations/funnel?from=2026-03-02&to=2026-03-02')).status).toBe(401)
  })
})
