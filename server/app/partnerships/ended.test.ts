import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationDetail, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Partnership, Removal } from '../../../domain/partnerships/schemas.ts'
import { writeDueReminders } from '../reminders/due-reminders.ts'
import { giveGdap } from '../testing/gdap.ts'
import { codeOf } from '../testing/codes.ts'
import { organizationId, partnerIdOf, partnershipId, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const yes = { json: { agreementAccepted: true } }
const forward = { json: { email: 'somebody@northwind.example' } }
const day = 24 * 60 * 60 * 1000

describe('what the end of a partnership does to what is under way', () => {
  let world: World
  let provider: Call
  let reseller: Call
  let customer: Call
  beforeEach(async () => {
    world = await openWorld()
    provider = await world.as('provider.admin')
    reseller = await world.as('reseller.admin')
    customer = await world.as('newcustomer.globaladmin')
  })
  afterEach(() => world.close())

  const make = async (changes: Record<string, unknown> = {}) => {
    const through = draft({ delivery: 'via_reseller', resellerId: organizationId('litware'), ...changes })
    const made = (await (await provider('/invitations', { json: through })).json()) as InvitationWithLink
    return { ...made, path: `/acceptance/${tokenIn(made.link)}` }
  }
  const end = (id = partnershipId(0)) => provider(`/partnerships/${id}/remove`, { method: 'POST' })
  const seen = async (id: string, call = provider) => (await (await call(`/invitations/${id}`)).json()) as InvitationDetail
  const customersOf = async (call: Call) => ((await (await call('/customers')).json()) as Page<unknown>).total.count
  const mails = () => world.db.selectFrom('outbox').selectAll().execute()

  it('BR-25: an unanswered invitation goes back to its maker, and both sides read so', async () => {
    const fresh = await make()
    const forwarded = await make()
    await reseller(`/invitations/${forwarded.id}/forward`, forward)
    expect(await codeOf(await end())).toBe('200')
    for (const { id } of [fresh, forwarded])
      for (const call of [provider, reseller]) {
        const { state, turn, history, nextEvent } = await seen(id, call)
        expect({ state, turn }).toEqual({ state: 'returned', turn: 'provider' })
        expect(nextEvent?.kind).toBe('lapse')
        expect(history.at(-1)).toMatchObject({ action: 'returned', organization: 'Contoso Distribution' })
      }
    const { items } = (await (await provider('/invitations?turn=provider&state=returned')).json()) as Page<unknown>
    expect(items).toHaveLength(2)
  })

  it.each([
    ['accept', { agreementAccepted: true }], ['decline', {}], ['hand-over', { email: 'a@b.example' }], ['question', { text: 'Why?' }],
    ['open', {}],
  ])('BR-25: its link is read, and is no longer for: %s', async (verb, json) => {
    const { id, path } = await make({ reusable: true })
    await end()
    expect(await (await customer(path)).json()).toMatchObject({ state: 'returned', inviter: { displayName: 'Contoso Distribution' } })
    expect(await codeOf(await customer(`${path}/${verb}`, { json }))).toBe('409 acceptance.returned')
    expect([await customersOf(reseller), await customersOf(provider), (await seen(id)).acceptedCount]).toEqual([0, 0, 0])
  })

  it('BR-25: whoever holds its link asks its maker, not the reseller that sent it on', async () => {
    const { id, path } = await make()
    await reseller(`/invitations/${id}/forward`, forward)
    expect(await (await world.guest(path)).json()).toMatchObject({ contact: { organization: 'Litware Resell' } })
    await end()
    expect(await (await world.guest(path)).json()).toMatchObject({ contact: { organization: 'Contoso Distribution' } })
  })

  it('BR-25: the reseller neither forwards it, reads its message nor reminds of it; what waits to be sent is kept back', async () => {
    const { id } = await make()
    await reseller(`/invitations/${id}/forward`, forward)
    await end()
    expect(await codeOf(await reseller(`/invitations/${id}/forward`, forward))).toBe('409 invitation.returned')
    expect(await codeOf(await reseller(`/invitations/${id}/message`))).toBe('409 invitation.returned')
    expect(await codeOf(await reseller(`/invitations/${id}/remind`, { method: 'POST' }))).toBe('409 invitation.returned')
    world.wait(8 * day)
    expect(await writeDueReminders(world)).toBe(0)
    const at = new Date(world.now().getTime() + day).toISOString()
    expect(await world.store.outbox.claim(at, at)).toMatchObject({ kind: 'forward', invited: { state: 'returned' } })
  })

  it('BR-17, BR-54: whoever has answered through it stays', async () => {
    const { id, path } = await make({ reusable: true })
    expect(await codeOf(await customer(`${path}/accept`, yes))).toBe('200')
    const lines = () => world.db.selectFrom('customers').selectAll().orderBy('partner_id').execute()
    const before = await lines()
    await end()
    expect(await lines()).toEqual(before)
    expect((await seen(id)).acceptedCount).toBe(1)
    expect(await codeOf(await (await world.as('customer.globaladmin'))(`${path}/accept`, yes))).toBe('409 acceptance.returned')
  })

  it('one that was answered, withdrawn or made for the customer itself is not touched', async () => {
    const answered = await make()
    await customer(`${answered.path}/accept`, yes)
    const withdrawn = await make()
    await provider(`/invitations/${withdrawn.id}/withdraw`, { method: 'POST' })
    const direct = await make({ delivery: 'direct', resellerId: undefined })
    const before = await Promise.all([answered, withdrawn, direct].map(({ id }) => seen(id)))
    await end()
    expect(await Promise.all([answered, withdrawn, direct].map(({ id }) => seen(id)))).toEqual(before)
  })

  it('its maker reissues it for the customer itself: the reseller has it no more and gets no line', async () => {
    const { id, path } = await make()
    await reseller(`/invitations/${id}/forward`, forward)
    await end()
    const reissued = (await (await provider(`/invitations/${id}/reissue`, { json: {} })).json()) as InvitationWithLink
    expect(reissued).toMatchObject({ state: 'created', turn: 'provider', delivery: 'direct', reseller: null })
    expect(await codeOf(await reseller(`/invitations/${id}`))).toBe('404 invitation.not_found')
    expect(((await (await reseller('/invitations')).json()) as Page<unknown>).items).toEqual([])
    expect(await codeOf(await customer(`${path}/accept`, yes))).toBe('404 acceptance.reissued')
    expect(await codeOf(await customer(`/acceptance/${tokenIn(reissued.link)}/accept`, yes))).toBe('200')
    expect([await customersOf(reseller), await customersOf(provider)]).toEqual([0, 1])
  })

  it('its maker withdraws it; its time passes as any other’s', async () => {
    const { id, path } = await make()
    const late = await make({ expiresInDays: 1 })
    await end()
    expect(await codeOf(await provider(`/invitations/${id}/withdraw`, { method: 'POST' }))).toBe('200')
    expect(await codeOf(await customer(`${path}/accept`, yes))).toBe('409 acceptance.withdrawn')
    world.wait(2 * day)
    provider = await world.as('provider.admin')
    expect(await seen(late.id)).toMatchObject({ state: 'lapsed', turn: 'done' })
    expect(await (await provider(`/invitations/${late.id}/reissue`, { json: {} })).json()).toMatchObject({ delivery: 'direct' })
  })

  it('nothing comes back by itself when the partnership does', async () => {
    const { id } = await make()
    await end()
    const asked = (await (await provider('/partnerships', { json: { partnerId: partnerIdOf('litware') } })).json()) as { id: string }
    await world.db.updateTable('partnerships').set({ state: 'active', rank: 0 }).where('id', '=', asked.id).execute()
    expect((await seen(id)).state).toBe('returned')
    expect(await codeOf(await reseller(`/invitations/${id}/forward`, forward))).toBe('409 invitation.returned')
    expect((await make()).state).toBe('sent')
  })

  it('BR-79: a draft of granular rights that waits for consent is thrown away; what is the reseller’s own stays', async () => {
    const byProvider = { indirectProviderTenantId: tenantId('contoso') }
    const waiting = await giveGdap(world.db, 'litware', { ...byProvider, status: 'created', isPartnerConsentPending: true })
    const kept = [
      await giveGdap(world.db, 'litware', { ...byProvider, status: 'created', displayName: 'consented' }),
      await giveGdap(world.db, 'litware', { ...byProvider, status: 'approvalPending', displayName: 'pending' }),
      await giveGdap(world.db, 'litware', { ...byProvider, status: 'active', displayName: 'active' }),
      await giveGdap(world.db, 'proseware', { ...byProvider, status: 'created', isPartnerConsentPending: true }),
    ]
    await end()
    const rest = await world.db.selectFrom('gdap_relationships').select('id').execute()
    expect(rest.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted())
    for (const call of [provider, reseller])
      expect(await codeOf(await call(`/delegated-admin/relationships/${waiting.id}`))).toBe('404 gdap.not_found')
    const events = await world.db.selectFrom('audit_events').selectAll().where('noun_id', '=', waiting.id).execute()
    expect(events.map(({ organization_id: id, action }) => `${id} ${action}`).toSorted()).toEqual(
      ['contoso', 'litware'].map((key) => `${organizationId(key as 'contoso')} gdap.partnership_ended`),
    )
  })

  it('BR-29: what was asked of a customer for the reseller is asked no more, and what the customer gave stays', async () => {
    const line = { owner_id: organizationId('contoso'), reseller_id: organizationId('litware') }
    for (const partner of ['contoso', 'litware'] as const)
      await giveCustomer(world.db, partner, tenantId('tailspin'), 'Tailspin Toys', 'reseller', { ...line, dap: partner === 'contoso' })
    const ask = async () => codeOf(await provider(`/customers/${tenantId('tailspin')}/ask-admin-rights`, { method: 'POST' }))
    const asked = async () => {
      const { items } = (await (await (await world.as('customer.globaladmin'))('/my-partners')).json()) as Page<{ dapRequest: unknown }>
      return items.filter((each) => each.dapRequest !== null).length
    }
    expect([await ask(), await asked()]).toEqual(['204', 1])
    await end()
    expect([await asked(), await ask()]).toEqual([0, '409 admin_rights.reseller_not_partnered'])
    const told = await world.db.selectFrom('changes').select(['organization_id', 'noun', 'noun_id'])
      .where('change', '=', 'ask_ended').execute()
    expect(told.map(({ organization_id: to, noun, noun_id: id }) => `${to} ${noun} ${id}`).toSorted()).toEqual(
      (['contoso', 'litware', 'tailspin'] as const).map((key) => `${organizationId(key)} customers ${tenantId('tailspin')}`).toSorted(),
    )
    expect(await world.db.selectFrom('customers').select('dap').orderBy('partner_id').execute()).toEqual([{ dap: true }, { dap: false }])
  })

  it('BR-54: what it touches is counted before, by what it then does', async () => {
    const tailspin = tenantId('tailspin')
    const line = { owner_id: organizationId('contoso'), reseller_id: organizationId('litware') }
    for (const partner of ['contoso', 'litware'] as const)
      await giveCustomer(world.db, partner, tailspin, 'Tailspin Toys', 'reseller', { ...line, dap: partner === 'contoso' })
    await giveGdap(world.db, 'litware', {
      indirectProviderTenantId: tenantId('contoso'), status: 'created', isPartnerConsentPending: true,
    })
    await provider(`/customers/${tailspin}/ask-admin-rights`, { method: 'POST' })
    const open = [await make(), await make({ reusable: true })]
    await customer(`${(await make()).path}/decline`, { json: {} })
    const removal = async (call = provider) => call(`/partnerships/${partnershipId(0)}/removal`)
    const { keepsMails, ...counted } = (await (await removal()).json()) as Removal
    expect(keepsMails).toBe(true)
    expect(Object.fromEntries(Object.entries(counted).map(([what, { count }]) => [what, count]))).toEqual({
      invitations: open.length, drafts: 1, asks: 1, customers: 1,
    })
    expect(await codeOf(await removal(reseller))).toBe('403 partnership.only_provider_removes')
    await end()
    expect((await Promise.all(open.map(({ id }) => seen(id)))).map(({ state }) => state)).toEqual(['returned', 'returned'])
    expect(await codeOf(await removal())).toBe('409 partnership.removed')
  })

  it('BR-54: both sides read when it ended and by whom, until it is asked for anew', async () => {
    const ended = async (call: Call) =>
      ((await (await call('/partnerships')).json()) as Page<Partnership>).items.find(({ id }) => id === partnershipId(0))?.ended
    expect([await ended(provider), await ended(reseller)]).toEqual([undefined, undefined])
    await end()
    const [event] = await world.db.selectFrom('audit_events').selectAll().where('action', '=', 'partnership.removed').execute()
    const told = { at: event?.at, by: event?.performed_by }
    expect([await ended(provider), await ended(reseller)]).toEqual([told, told])
    await provider('/partnerships', { json: { partnerId: partnerIdOf('litware') } })
    expect(await ended(provider)).toBeUndefined()
  })

  it('tells the open screens of both sides once, however many invitations there are', async () => {
    for (let count = 0; count < 5; count += 1) await make()
    await world.db.deleteFrom('changes').execute()
    await end()
    const told = await world.db.selectFrom('changes').selectAll().where('noun', '=', 'invitations').execute()
    expect(told.map((each) => each.organization_id).toSorted()).toEqual([organizationId('contoso'), organizationId('litware')].toSorted())
    expect((await mails()).length).toBe(0)
  })
})
