import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationDetail, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { createStore } from '../../store/store.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import { steppingAfter } from '../../store/testing/stepping.ts'
import { codeOf } from '../testing/codes.ts'
import { organizationId, partnershipId, type Person, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const yes = { agreementAccepted: true }
const forward = { email: 'somebody@northwind.example' }
const throughLitware = draft({ delivery: 'via_reseller', resellerId: organizationId('litware') })

describe('a partnership that ends in this very moment', () => {
  let world: World
  let provider: Call
  beforeEach(async () => {
    world = await openWorld()
    provider = await world.as('provider.admin')
  })
  afterEach(() => world.close())

  const make = async () => (await (await provider('/invitations', { json: throughLitware })).json()) as InvitationWithLink
  const seen = async (id: string) => (await (await provider(`/invitations/${id}`)).json()) as InvitationDetail
  const end = (position = 0, call = provider) => call(`/partnerships/${partnershipId(position)}/remove`, { method: 'POST' })
  const begin = () => world.db.updateTable('partnerships').set({ state: 'active', rank: 0 }).where('id', '=', partnershipId(0)).execute()
  const linesOf = (partner: 'litware' | 'contoso') =>
    world.db.selectFrom('customers').selectAll().where('partner_id', '=', organizationId(partner)).execute()

  const steps: [string, keyof Database, Person, (made: InvitationWithLink) => [string, unknown], string][] = [
    ['accept', 'invitation_links', 'newcustomer.globaladmin', ({ link }) => [`/acceptance/${tokenIn(link)}/accept`, yes],
      '409 acceptance.returned'],
    ['decline', 'invitation_links', 'newcustomer.globaladmin', ({ link }) => [`/acceptance/${tokenIn(link)}/decline`, {}],
      '409 acceptance.returned'],
    ['forward', 'invitation_inbox', 'reseller.admin', ({ id }) => [`/invitations/${id}/forward`, forward], '409 invitation.returned'],
    ['invite through it', 'partnerships', 'provider.admin', () => ['/invitations', throughLitware],
      '422 invitation.reseller_not_partnered'],
    ['ask for its reseller’s admin rights', 'partnerships', 'provider.admin',
      () => [`/customers/${tenantId('tailspin')}/ask-admin-rights`, {}], '409 admin_rights.reseller_not_partnered'],
  ]

  it.each(steps)('who was about to %s reads that it is over', async (_verb, table, person, call, expected) => {
    await giveCustomer(world.db, 'contoso', tenantId('tailspin'), 'Tailspin Toys', 'reseller', {
      owner_id: organizationId('contoso'), reseller_id: organizationId('litware'),
    })
    const made = await make()
    const stepping = createStore(steppingAfter(world.db, table, () => end()))
    const [path, json] = call(made)
    expect(await codeOf(await world.over(stepping, await world.signIn(person))(path, { json }))).toBe(expected)
    expect(await linesOf('litware')).toEqual([])
    const open = await world.db.selectFrom('invitations').select('state').where('state', '<>', 'returned').execute()
    expect([open, await world.db.selectFrom('admin_requests').selectAll().execute()]).toEqual([[], []])
  })

  it('BR-54e: who was about to extend to its provider, too', async () => {
    const lucerne = tenantId('lucerne')
    await giveCustomer(world.db, 'adatum', lucerne, 'Lucerne Livros', 'reseller', { country: 'BR', owner_id: organizationId('adatum') })
    const ending = await world.as('provider-br.admin')
    const stepping = createStore(steppingAfter(world.db, 'partnerships', () => end(4, ending)))
    const json = { providerId: organizationId('wideworld'), customerConsents: true }
    const direct = world.over(stepping, await world.signIn('direct.admin'))
    expect(await codeOf(await direct(`/customers/${lucerne}/extend-relationship`, { json }))).toBe('409 extension.no_partnership')
    expect(await world.db.selectFrom('customers').selectAll().where('partner_id', '=', organizationId('wideworld')).execute()).toEqual([])
  })

  it('accepted, forwarded, made and ended at once, 12 times: each is one or the other, and nothing stays open through it', async () => {
    const [reseller, northwind, tailspin] = await Promise.all([
      world.as('reseller.admin'), world.as('newcustomer.globaladmin'), world.as('customer.globaladmin'),
    ])
    for (let round = 0; round < 12; round += 1) {
      const [one, other, third] = [await make(), await make(), await make()]
      const [accepted, declined, forwarded, made, ended] = await Promise.all([
        northwind(`/acceptance/${tokenIn(one.link)}/accept`, { json: yes }).then(codeOf),
        tailspin(`/acceptance/${tokenIn(other.link)}/decline`, { json: {} }).then(codeOf),
        reseller(`/invitations/${third.id}/forward`, { json: forward }).then(codeOf),
        provider('/invitations', { json: throughLitware }).then(codeOf),
        end().then(codeOf),
      ])
      expect(ended).toBe('200')
      expect(['200', '409 acceptance.returned']).toContain(accepted)
      expect(['200', '409 acceptance.returned']).toContain(declined)
      expect(['200', '409 invitation.returned']).toContain(forwarded)
      expect(['201', '422 invitation.reseller_not_partnered']).toContain(made)
      expect((await seen(one.id)).state).toBe(accepted === '200' ? 'accepted' : 'returned')
      expect((await seen(other.id)).state).toBe(declined === '200' ? 'declined' : 'returned')
      expect(await seen(third.id)).toMatchObject({ state: 'returned', forwards: { length: forwarded === '200' ? 1 : 0 } })
      const open = await world.db.selectFrom('invitations').select('id').where('state', 'in', ['sent', 'forwarded', 'opened']).execute()
      expect(open).toEqual([])
      await begin()
    }
  }, 60_000)
})
