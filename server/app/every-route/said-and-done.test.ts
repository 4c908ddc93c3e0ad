import { afterEach, describe, expect, it } from 'vitest'
import { mailedBySending, reissueChanges, withdrawalEffects } from '../../../domain/invitations/effects.ts'
import type { HandedOver } from '../../../domain/invitations/asides/schemas.ts'
import type { InvitationDetail, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { canRemind } from '../../../domain/invitations/reminders.ts'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { removalEnds } from '../../../domain/partnerships/ending.ts'
import type { Removal } from '../../../domain/partnerships/schemas.ts'
import { relationshipEnd, rightsRemoval } from '../../../domain/relationships/customer-effects.ts'
import { removalEffects } from '../../../domain/relationships/removal.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { unsubscribeTokenOf } from '../secrets.ts'
import { codeOf } from '../testing/codes.ts'
import { giveGdap } from '../testing/gdap.ts'
import { companies, organizationId, partnerIdOf, partnershipId, type Person, tenantId } from '../testing/people.ts'
import { draft, giveCustomer, openWorld, secretOfTests, tokenIn, type World } from '../testing/world.ts'

const day = 24 * 60 * 60 * 1000
const northwind = { companyName: 'Northwind', email: 'ana@northwind.example' }
const through = { delivery: 'via_reseller', resellerId: organizationId('litware') }
const tailspin = tenantId('tailspin')

/** Compares what a page announces with what happens, in every state, with mail and without. */
describe('what is said of an act is what it does', () => {
  let world: World
  const open = async (sendsMail: boolean) => {
    world = await openWorld({ sendsMail })
  }
  afterEach(() => world.close())

  const read = async <Body>(person: Person, path: string) => (await (await (await world.as(person))(path)).json()) as Body
  const post = async (person: Person, path: string, json?: unknown) =>
    (await world.as(person))(path, { method: 'POST', headers: { 'If-Match': '*' }, ...(json !== undefined && { json }) })
  const mailed = async () => (await world.db.selectFrom('outbox').select('to_address').orderBy('id').execute()).map((row) => row.to_address)
  const mailedBy = async (act: () => Promise<Response>) => {
    const before = (await mailed()).length
    const answer = await act()
    return { code: await codeOf(answer), to: (await mailed()).slice(before) }
  }
  const invite = async (changes: Record<string, unknown> = {}) =>
    (await (await post('provider.sales', '/invitations', draft({ customer: northwind, ...changes }))).json()) as InvitationWithLink
  const seen = (id: string, by: Person = 'provider.sales') => read<InvitationDetail>(by, `/invitations/${id}`)
  const opens = async (link: string, by: Person = 'newcustomer.globaladmin') => (await world.as(by))(`/acceptance/${tokenIn(link)}`)
  const answers = async (link: string) =>
    (await codeOf(await post('newcustomer.globaladmin', `/acceptance/${tokenIn(link)}/decline`, {}))).startsWith('2')

  describe.each([[true], [false]])('where mail leaves: %s', (sendsMail) => {
    it.each([
      ['with an address', northwind],
      ['without one', { companyName: 'Northwind' }],
    ])('sending an invitation %s', async (_of, customer) => {
      await open(sendsMail)
      const made = await invite({ customer })
      const said = mailedBySending(made, sendsMail)
      expect(await mailedBy(() => post('provider.sales', `/invitations/${made.id}/send`))).toEqual({
        code: '200', to: said === undefined ? [] : [said],
      })
    })

    it.each([
      ['the customer', {}, 'admin_agent'],
      ['a customer without an address', { customer: { companyName: 'Northwind' } }, 'admin_agent'],
      ['the reseller', through, 'admin_agent'],
      ['a reseller where nobody may forward', through, 'helpdesk_agent'],
    ])('reminding %s', async (_whom, changes, role) => {
      await open(sendsMail)
      const ofReseller = world.db.updateTable('users').where('organization_id', '=', organizationId('litware'))
      await ofReseller.set({ roles: JSON.stringify([role]) }).execute()
      const made = await invite(changes)
      if (made.delivery === 'direct') await post('provider.sales', `/invitations/${made.id}/send`)
      const before = await seen(made.id)
      const actor = await read<Actor>('provider.sales', '/session')
      const verdict = canRemind(actor, before, { now: world.now(), sendsMail })
      const { code, to } = await mailedBy(() => post('provider.sales', `/invitations/${made.id}/remind`))
      const { remindedAt, history } = await seen(made.id)
      // "The reminder is on its way": shown when one is; otherwise it is refused and nobody counts as reminded.
      expect(code.startsWith('200')).toBe(to.length > 0)
      expect(code.startsWith('200') && !verdict.allowed).toBe(false)
      expect([remindedAt !== null, history.some(({ action }) => action.endsWith('reminded'))]).toEqual([to.length > 0, to.length > 0])
    })

    it.each([
      ['the maker’s own', {}, 0, false, ['dies', 'shown']],
      ['one that a reseller carries', through, 0, false, ['dies', 'reseller']],
      ['one that has expired', {}, 31, false, ['shown']],
      ['one that has expired with its reseller', through, 31, false, ['reseller_lapsed']],
      ['one that came back', through, 0, true, ['shown', 'returned']],
    ] as const)('reissuing %s', async (_which, changes, days, ends, said) => {
      await open(sendsMail)
      const made = await invite(changes)
      if (ends) await post('provider.admin', `/partnerships/${partnershipId(0)}/remove`)
      world.wait(days * day)
      const before = await seen(made.id)
      expect(reissueChanges(before)).toEqual(said)
      const wasLiving = (await codeOf(await opens(made.link))).startsWith('200')
      const { to } = await mailedBy(() => post('provider.sales', `/invitations/${made.id}/reissue`, {}))
      const after = await seen(made.id)
      expect(to).toEqual([])
      expect(await codeOf(await opens(made.link))).not.toBe('200')
      expect(said.some((each) => each === 'dies') && !wasLiving).toBe(false)
      const message = await (await world.as('reseller.admin'))(`/invitations/${made.id}/message`)
      const resellerHasIt = message.ok
      expect(resellerHasIt).toBe(said.some((each) => each.startsWith('reseller')))
      expect(after.reseller !== null).toBe(resellerHasIt)
    })

    it.each([
      ['one that waits', {}, false],
      ['one that came back', through, true],
    ] as const)('withdrawing %s', async (_which, changes, ends) => {
      await open(sendsMail)
      const made = await invite(changes)
      if (ends) await post('provider.admin', `/partnerships/${partnershipId(0)}/remove`)
      const { links, keeps } = withdrawalEffects([await seen(made.id)])
      expect([links > 0, keeps.includes('relationships')]).toEqual([!ends, false])
      expect(await mailedBy(() => post('provider.sales', `/invitations/${made.id}/withdraw`))).toEqual({ code: '200', to: [] })
      expect(await answers(made.link)).toBe(false)
      expect((await seen(made.id)).history.at(-1)?.action).toBe('withdrawn')
    })

    it('withdrawing one for many, of which somebody has accepted', async () => {
      await open(sendsMail)
      const made = await invite({ reusable: true, customer: undefined })
      await post('newcustomer.globaladmin', `/acceptance/${tokenIn(made.link)}/accept`, { agreementAccepted: true })
      const { keeps } = withdrawalEffects([await seen(made.id)])
      await post('provider.sales', `/invitations/${made.id}/withdraw`)
      const { items } = await read<Page<Customer>>('provider.sales', '/customers')
      expect(keeps.includes('relationships')).toBe(items.length > 0)
    })

    it.each([['with invitations that wait', 2], ['with none', 0]])('ending a partnership %s', async (_with, count) => {
      await open(sendsMail)
      const made = []
      for (let number = 0; number < count; number += 1) made.push(await invite(through))
      for (const { id } of made) await post('reseller.admin', `/invitations/${id}/forward`, { email: northwind.email })
      const removal = await read<Removal>('provider.admin', `/partnerships/${partnershipId(0)}/removal`)
      const said = removalEnds(removal).map(({ what }) => what)
      const waiting = (await mailed()).length
      const { code, to } = await mailedBy(() => post('provider.admin', `/partnerships/${partnershipId(0)}/remove`))
      // "Nobody is told."
      expect([code, to]).toEqual(['200', []])
      const states = await Promise.all(made.map(async ({ id }) => (await seen(id)).state))
      expect(states.filter((state) => state === 'returned')).toHaveLength(removal.invitations.count)
      expect([said.includes('unanswered_invitations'), said.includes('waiting_mails')]).toEqual([count > 0, waiting > 0])
    })

    it.each([
      ['and nothing else', 'reseller', false], ['beside granular ones', 'reseller', true], ['of one that sells nothing', 'advisor', false],
    ] as const)('a customer removes delegated admin rights %s', async (_which, relation, granular) => {
      await open(sendsMail)
      await giveCustomer(world.db, 'contoso', tailspin, companies.tailspin.name, relation, { dap: true, gdap_active: granular })
      const partner = async () => (await read<{ items: PartnerOfTenant[] }>('customer.globaladmin', '/my-partners')).items[0]
      const before = await partner()
      if (!before) throw new Error('No partner')
      const { changes, keeps } = rightsRemoval(before)
      const { to } = await mailedBy(() => post('customer.globaladmin', `/my-partners/${before.partner.id}/remove-delegated-admin`))
      const after = await partner()
      expect(to).toEqual([])
      expect(after?.allowDelegatedAccess ?? false).toBe(false)
      expect(changes.includes('leaves')).toBe(after === undefined)
      // "Can no longer work in your services" is for those without other rights.
      expect(changes[0]).toBe(after?.gdap.active ? 'role' : 'access')
      expect(keeps.includes('relationship')).toBe(after !== undefined && after.relationshipToPartner === 'reseller')
      expect(keeps.includes('support')).toBe(before.services.some(({ transacts }) => transacts))
    })

    it.each([['without rights', false, false], ['with both kinds of rights', true, true]])(
      'a reseller relationship ends %s', async (_which, dap, granular) => {
        await open(sendsMail)
        const standing = { activatedDateTime: '2026-03-01T09:00:00.000Z', endDateTime: '2026-08-01T09:00:00.000Z' }
        const customer = { tenantId: tailspin, displayName: companies.tailspin.name }
        const gdap = granular ? await giveGdap(world.db, 'contoso', { displayName: 'Stays', customer, ...standing }) : undefined
        await giveCustomer(world.db, 'contoso', tailspin, companies.tailspin.name, 'reseller', { dap, gdap_active: granular })
        const [row] = (await read<{ items: PartnerOfTenant[] }>('customer.globaladmin', '/my-partners')).items
        const line = await read<Customer>('provider.admin', `/customers/${tailspin}`)
        if (!row) throw new Error('No partner')
        const { changes, keeps } = relationshipEnd(row)
        expect([changes.includes('access'), removalEffects(line).includes('delegated_admin_ends')]).toEqual([dap, dap])
        const { code, to } = await mailedBy(() => post('provider.admin', `/customers/${tailspin}/remove-relationship`))
        expect([code, to]).toEqual(['204', []])
        expect(await codeOf(await (await world.as('provider.admin'))(`/customers/${tailspin}`))).toMatch(/^404/)
        const status = gdap && (await read<{ status: string }>('provider.admin', `/delegated-admin/relationships/${gdap.id}`)).status
        expect(keeps.includes('granular')).toBe(status === 'active')
      })

    it.each([['direct', {}], ['through a reseller', through]])('a no with its reason, %s: who is said to read it', async (_, changes) => {
      await open(sendsMail)
      const made = await invite(changes)
      await post('newcustomer.globaladmin', `/acceptance/${tokenIn(made.link)}/decline`, { reason: 'We have a partner' })
      for (const by of made.delivery === 'direct' ? ['provider.sales'] as const : ['provider.sales', 'reseller.admin'] as const) {
        const detail = await seen(made.id, by)
        expect([detail.state, detail.declineReason]).toEqual(['declined', 'We have a partner'])
      }
      expect((await read<Page<Customer>>('provider.sales', '/customers')).items).toEqual([])
      // "To accept later you need a new invitation."
      expect(await codeOf(await post('newcustomer.globaladmin', `/acceptance/${tokenIn(made.link)}/accept`, { agreementAccepted: true })))
        .toMatch(/^409/)
    })

    it('asking an administrator: whether it is mailed, and that the maker sees it', async () => {
      await open(sendsMail)
      const made = await invite()
      const email = 'it@northwind.example'
      const answer = await post('newcustomer.globaladmin', `/acceptance/${tokenIn(made.link)}/hand-over`, { email })
      const { isMailed } = (await answer.json()) as HandedOver
      expect([isMailed, await mailed()]).toEqual([sendsMail, sendsMail ? [email] : []])
      expect((await seen(made.id)).history.some(({ action }) => action === 'handed_to_admin')).toBe(true)
    })

    it('the customer wants no more reminders: it gets none, by hand neither', async () => {
      await open(sendsMail)
      const made = await invite()
      await post('provider.sales', `/invitations/${made.id}/send`)
      const [partnerId, invitationId] = [organizationId('contoso'), made.id]
      const token = await unsubscribeTokenOf(secretOfTests, { partnerId, invitationId })
      await world.guest(`/mail/unsubscribe/${partnerId}/${invitationId}/${token}`, {
        method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      })
      const { code, to } = await mailedBy(() => post('provider.sales', `/invitations/${made.id}/remind`))
      expect([code, to]).toEqual([sendsMail ? '409 invitation.reminders_stopped' : '409 invitation.no_mail_here', []])
    })

    it.each([
      ['asking a customer for the reseller’s rights', 'provider.sales', `/customers/${tailspin}/ask-admin-rights`, undefined],
      ['writing an agreement down', 'provider.admin', `/customers/${tailspin}/agreement`, {
        firstName: 'Yuna', lastName: 'Kim', email: 'yuna@tailspin.example', dateAgreed: '2026-02-01',
      }],
      ['requesting a partnership', 'provider.admin', '/partnerships', { partnerId: partnerIdOf('proseware') }],
    ] as const)('no mail goes out about %s', async (_what, by, path, json) => {
      await open(sendsMail)
      await giveCustomer(world.db, 'contoso', tailspin, companies.tailspin.name, 'reseller', { reseller_id: organizationId('litware') })
      const { code, to } = await mailedBy(() => post(by, path, json))
      expect([code.slice(0, 2), to]).toEqual(['20', []])
    })
  })
})
