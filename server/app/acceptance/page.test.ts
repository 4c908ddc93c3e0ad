import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Acceptance, InvitationWithLink, Receipt } from '../../../domain/invitations/schemas.ts'
import type { Session } from '../../../domain/session/schemas.ts'
import { organizationId, type Person } from '../testing/people.ts'
import { draft, openWorld, tokenIn, type World } from '../testing/world.ts'

const agreed = { json: { agreementAccepted: true } }
const post = { method: 'POST' } as const
const throughLitware = { delivery: 'via_reseller', resellerId: organizationId('litware') }

describe('what the acceptance page knows', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  const make = async (by: Person, changes: Record<string, unknown> = {}) => {
    const body = (await (await (await world.as(by))('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
    return { ...body, path: `/acceptance/${tokenIn(body.link)}` }
  }
  const read = async (path: string, person?: Person) =>
    (await (await (person ? await world.as(person) : world.guest)(path)).json()) as Acceptance
  const answer = async (path: string, person: Person, verb: 'accept' | 'decline' = 'accept') =>
    (await (await (await world.as(person))(`${path}/${verb}`, verb === 'accept' ? agreed : { json: {} })).json()) as Receipt

  it.each<[string, Person, Record<string, unknown>, Acceptance['seller']]>([
    ['BR-25 the reseller of a provider', 'provider.sales', throughLitware, 'through'],
    ['the provider, where none is between', 'provider.sales', {}, 'inviter'],
    [
      'BR-27 the direct partner, whoever carries it', 'direct-de.admin',
      { includeDap: true, delivery: 'via_reseller', resellerId: organizationId('wingtip') }, 'inviter',
    ],
  ])('names from whom one will buy: %s', async (_what, maker, changes, seller) => {
    expect(await read((await make(maker, changes)).path)).toMatchObject({ seller })
  })

  it.each([
    ['Pacific/Auckland', '2026-03-03'],
    ['America/Los_Angeles', '2026-03-02'],
  ])('BR-66 tells customer and partner on which day of %s the agreement was accepted', async (zone, day) => {
    const { path } = await make('provider.sales')
    world.wait(6 * 60 * 60 * 1000)
    await answer(path, 'customer.globaladmin')
    const [customer, partner] = [await world.as('customer.globaladmin'), await world.as('provider.sales')]
    const headers = { 'Time-Zone': zone }
    const { organization } = (await (await customer('/session')).json()) as Session
    expect(await (await customer('/my-partners/agreement', { headers })).json()).toMatchObject({ acceptedOn: day })
    const ofCustomer = `/customers/${organization.tenantId}/agreement`
    expect(await (await partner(ofCustomer, { headers })).json()).toMatchObject({ dateAgreed: day })
  })

  it('names a person to ask: who made it, and once a reseller has sent it on, who did', async () => {
    const { path, id } = await make('provider.sales', throughLitware)
    expect((await read(path)).contact).toEqual({
      person: 'Person provider.sales', organization: 'Contoso Distribution', email: 'provider.sales@contoso.example',
    })
    await (await world.as('reseller.admin'))(`/invitations/${id}/forward`, { json: { email: 'it@northwind.example' } })
    expect((await read(path)).contact).toEqual({
      person: 'Person reseller.admin', organization: 'Litware Resell', email: 'reseller.admin@litware.example',
    })
  })

  it('names the person without an address when the name is no longer one person’s', async () => {
    const { path } = await make('provider.sales')
    await world.db.updateTable('users').set({ display_name: 'Somebody' }).where('display_name', '=', 'Person provider.sales').execute()
    expect((await read(path)).contact).toEqual({ person: 'Person provider.sales', organization: 'Contoso Distribution', email: null })
    await world.db.updateTable('users').set({ display_name: 'Person provider.sales' })
      .where('email', 'in', ['provider.sales@contoso.example', 'provider.admin@contoso.example']).execute()
    expect((await read(path)).contact.email).toBeNull()
  })

  it.each([['once', {}], ['many times', { reusable: true }]])(
    'a link that counts %s shows the organisation that accepted its answer, and nobody else anything', async (_often, changes) => {
      const { path, id } = await make('provider.sales', { ...throughLitware, ...changes })
      const receipt = await answer(path, 'newcustomer.globaladmin')
      const given = { answer: 'accepted', at: receipt.at, by: 'Person newcustomer.globaladmin', receiptId: receipt.id, hasEnded: false }
      for (const person of ['newcustomer.globaladmin', 'newcustomer.user'] as const)
        expect((await read(path, person)).answered).toEqual(given)
      const others = ['customer.globaladmin', 'provider.sales', 'reseller.admin', 'direct.admin', undefined] as const
      for (const person of others) {
        const shown = await read(path, person)
        expect(shown.answered).toBeNull()
        expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${receipt.id}|newcustomer|Northwind`, 'i'))
      }
      await (await world.as('provider.sales'))(`/invitations/${id}/withdraw`, post)
      expect((await read(path, 'newcustomer.user')).answered).toEqual(given)
    },
  )

  it('a no is shown to its organisation in the same way', async () => {
    const { path } = await make('provider.sales')
    const { id } = await answer(path, 'newcustomer.globaladmin', 'decline')
    expect((await read(path, 'newcustomer.user')).answered).toMatchObject({ answer: 'declined', receiptId: id })
    expect((await read(path)).answered).toBeNull()
  })
})
