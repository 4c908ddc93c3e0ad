import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BulkOutcome } from '../../../domain/bulk-invitations/schemas.ts'
import type { GdapBulkAnswer } from '../../../domain/bulk-relationships/schemas.ts'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { roleNamed } from '../../../domain/gdap/roles/catalogue.ts'
import { createStore } from '../../store/store.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import { steppingAfter } from '../../store/testing/stepping.ts'
import { passGdapTime } from '../gdap/time.ts'
import { giveSubscription } from '../testing/bought.ts'
import { codeOf } from '../testing/codes.ts'
import { giveAssignment, giveGdap } from '../testing/gdap.ts'
import { organizationId, partnershipId, type Person, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const post = { method: 'POST' }
const yes = { json: { agreementAccepted: true } }
const margie = tenantId('margie')
const tailspin = tenantId('tailspin')
const throughLitware = draft({ delivery: 'via_reseller', resellerId: organizationId('litware') })
const items = (count: number) => Array.from({ length: count }, (_, index) => ({ ...throughLitware, key: `row ${index}` }))

describe('what a decision rests on goes in this very moment', () => {
  let world: World
  let provider: Call
  beforeEach(async () => {
    world = await openWorld()
    provider = await world.as('provider.admin')
  })
  afterEach(() => world.close())

  /** Calls as this person, and runs `step` right after the first read of the table. */
  const whileStepping = async (person: Person, table: keyof Database, step: () => Promise<unknown>): Promise<Call> => {
    const token = await world.signIn(person)
    return world.over(createStore(steppingAfter(world.db, table, step)), token)
  }
  const decide = async (person: Person, verb: 'grant' | 'remove', partner: 'woodgrove' | 'firstup' | 'contoso') =>
    codeOf(await (await world.as(person))(`/my-partners/${organizationId(partner)}/${verb}-delegated-admin`, post))
  const end = () => provider(`/partnerships/${partnershipId(0)}/remove`, post)
  const rowsOf = async (table: 'invitations' | 'partner_attestations' | 'gdap_relationships' | 'invitation_questions') =>
    (await world.db.selectFrom(table).selectAll().execute()).length

  it('BR-25: the partnership of many rows', async () => {
    const call = await whileStepping('provider.admin', 'partnerships', end)
    const { outcomes } = (await (await call('/invitations/bulk', { json: { dryRun: false, items: items(30) } })).json()) as {
      outcomes: BulkOutcome[]
    }
    expect(new Set(outcomes.map(({ problem }) => problem?.code))).toEqual(new Set(['invitation.reseller_not_partnered']))
    expect(await rowsOf('invitations')).toBe(0)
  })

  it('BR-25: many rows and the end of their partnership at once, 6 times: all are made and returned, or none is', async () => {
    for (let round = 0; round < 6; round += 1) {
      const many = items(20).map((item) => ({ ...item, key: `${round} ${item.key}` }))
      const [made] = await Promise.all([provider('/invitations/bulk', { json: { dryRun: false, items: many } }), end()])
      expect(made.status).toBe(200)
      const states = await world.db.selectFrom('invitations').select('state').execute()
      expect([0, 20]).toContain(states.length)
      expect(new Set(states.map(({ state }) => state))).toEqual(new Set(states.length === 0 ? [] : ['returned']))
      await world.db.deleteFrom('changes').execute()
      await world.db.updateTable('partnerships').set({ state: 'active', rank: 0 }).where('id', '=', partnershipId(0)).execute()
      for (const table of ['invitation_links', 'invitation_inbox', 'invitation_makers', 'invitations'] as const)
        await world.db.deleteFrom(table).execute()
    }
  })

  it.each([
    ['question', 'invitation_questions', { text: 'Why?' }],
    ['hand-over', 'invitation_hand_overs', { email: 'sora@northwind.example' }],
  ] as const)('BR-37: a %s of an organization that answers meanwhile', async (verb, table, json) => {
    const made = (await (await provider('/invitations', { json: draft({ reusable: true }) })).json()) as InvitationWithLink
    const path = `/acceptance/${tokenIn(made.link)}`
    const admin = await world.as('newcustomer.globaladmin')
    const call = await whileStepping('newcustomer.user', table, () => admin(`${path}/accept`, yes))
    expect(await codeOf(await call(`${path}/${verb}`, { json }))).toBe('409 acceptance.accepted_before')
    expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([])
  })

  it.each([
    ['gives the rights meanwhile', () => decide('customer-cn.globaladmin', 'grant', 'woodgrove'), '409 invitation.restore_admin_present'],
    ['leaves the list meanwhile', async () =>
      (await world.as('provider-cn.admin'))(`/customers/${margie}/remove-relationship`, post), '409 invitation.restore_not_customer'],
  ] as const)('BR-46: a customer that is asked for admin rights anew %s', async (_what, step, expected) => {
    await giveCustomer(world.db, 'woodgrove', margie, 'Margie Travel', 'reseller', { country: 'CN' })
    const call = await whileStepping('provider-cn.admin', 'customers', step)
    const restore = draft({ kind: 'restore', includeDap: true, customer: { tenantId: margie } })
    expect(await codeOf(await call('/invitations', { json: restore }))).toBe(expected)
    expect(await rowsOf('invitations')).toBe(0)
  })

  it('BR-23: another partner gets the rights for the service meanwhile', async () => {
    await giveCustomer(world.db, 'firstup', margie, 'Margie Travel', 'reseller', { country: 'CN' })
    await giveSubscription(world.db, margie, 'firstup')
    const call = await whileStepping('provider-cn.admin', 'subscriptions', () => decide('customer-cn.globaladmin', 'grant', 'firstup'))
    const json = draft({ includeDap: true, customer: { tenantId: margie }, services: ['microsoft365'] })
    expect(await codeOf(await call('/invitations', { json }))).toBe('403 admin_rights.service_has_transacting_partner')
    expect(await rowsOf('invitations')).toBe(0)
  })

  it('BR-61: a customer that buys something meanwhile stays', async () => {
    await giveCustomer(world.db, 'contoso', tailspin, 'Tailspin Toys')
    const call = await whileStepping('provider.admin', 'subscriptions', () => giveSubscription(world.db, tailspin, 'contoso'))
    expect(await codeOf(await call(`/customers/${tailspin}/remove-relationship`, post))).toBe('409 relationship.has_blockers')
    expect((await provider(`/customers/${tailspin}`)).status).toBe(200)
  })

  it('BR-66: the customer of whom an agreement is said leaves the list meanwhile', async () => {
    await giveCustomer(world.db, 'contoso', tailspin, 'Tailspin Toys')
    const call = await whileStepping('provider.admin', 'customers', () => provider(`/customers/${tailspin}/remove-relationship`, post))
    const json = { firstName: 'A', lastName: 'B', email: 'a@b.example', dateAgreed: '2026-03-01' }
    expect(await codeOf(await call(`/customers/${tailspin}/agreement`, { json }))).toBe('404 customer.not_found')
    expect(await rowsOf('partner_attestations')).toBe(0)
  })

  it('BR-99: the customer takes the privileges away that a request is to follow', async () => {
    await giveCustomer(world.db, 'contoso', tailspin, 'Tailspin Toys', 'reseller', { dap: true })
    const call = await whileStepping('provider.admin', 'dap_uses', () => decide('customer.globaladmin', 'remove', 'contoso'))
    const json = {
      dryRun: false, customerTenantIds: [tailspin], templateId: 'service_desk_agent', duration: 'P365D', autoExtendDuration: 'PT0S',
      namePrefix: 'Move',
    }
    const { outcomes } = (await (await call('/delegated-admin/dap/move', { json })).json()) as GdapBulkAnswer
    expect(outcomes.map(({ problem }) => problem?.code)).toEqual(['gdap.no_dap'])
    expect(await rowsOf('gdap_relationships')).toBe(0)
  })

  it('BR-92: no assignment becomes active in a relationship that ends meanwhile', async () => {
    const northwind = { tenantId: tenantId('northwind'), displayName: 'Northwind Traders' }
    const { id } = await giveGdap(world.db, 'contoso', { customer: northwind, endDateTime: '2027-03-02T09:00:00.000Z' })
    await giveAssignment(world.db, 'contoso', id, { status: 'pending', since: world.now().toISOString() })
    const ended = () => provider(`/delegated-admin/relationships/${id}/requests`, { json: { action: 'terminate' } })
    await passGdapTime({ ...world, store: createStore(steppingAfter(world.db, 'gdap_assignments', ended)) })
    expect(await world.db.selectFrom('gdap_assignments').select('status').execute()).toEqual([{ status: 'pending' }])
  })

  it('BR-82: two templates take one name at once, 10 times: one of them does, the other reads why not', async () => {
    const make = async (name: string) =>
      (await (await provider('/delegated-admin/templates', { json: { name, roles: [roleNamed('Directory Readers')] } })).json()) as {
        id: string; roles: string[]
      }
    const [one, other] = [await make('One'), await make('Other')]
    for (let round = 0; round < 10; round += 1) {
      const name = `Both ${round}`
      const codes = await Promise.all([one, other].map(async ({ id, roles }) =>
        codeOf(await provider(`/delegated-admin/templates/${id}`, { method: 'PUT', json: { name, roles } }))))
      expect(codes.toSorted()).toEqual(['200', expect.stringMatching(/^409 gdap\.template_name_taken/)])
    }
  })
})
