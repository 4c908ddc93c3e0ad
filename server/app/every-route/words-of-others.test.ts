import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InvitationMessage, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { organizationId, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const unseen = /\p{Cf}|\p{Zl}|\p{Zp}|\u00a0|\u3164|\ufe0f/u
const nasty = (words: string) => `\u202e\ufeff${words[0]}\u200b${words.slice(1)}\u200f\u00ad\u{e0041}\u2066\u00a0\ufe0f`

describe('what somebody wrote', () => {
  let world: World
  let sales: Call
  let customer: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
    customer = await world.as('newcustomer.globaladmin')
  })
  afterAll(() => world.close())

  const bodyOf = async (answer: Response) => {
    const body = await answer.text()
    expect([answer.status < 300, body]).toEqual([true, expect.not.stringMatching(unseen)])
    return JSON.parse(body) as Record<string, unknown>
  }
  const make = async (changes: Record<string, unknown> = {}) =>
    (await bodyOf(await sales('/invitations', { json: draft(changes) }))) as unknown as InvitationWithLink
  const outbox = () => world.db.selectFrom('outbox').select(['subject', 'body', 'from_name']).execute()

  it('is kept and shown without what cannot be seen: a company, a domain, a note', async () => {
    const made = await make({ customer: { companyName: nasty('Northwind'), domain: 'north\u200bwind.example' }, note: nasty('Note') })
    expect(made).toMatchObject({ customer: { companyName: 'Northwind', domain: 'northwind.example' }, note: 'Note ' })
    const page = await bodyOf(await world.guest(`/acceptance/${tokenIn(made.link)}`))
    expect(page).toMatchObject({ invited: { companyName: 'Northwind' } })
  })

  it('is cleaned in a mail, a question, a hand-over and a reason', async () => {
    const { id, link } = await make()
    const text = `${nasty('Mine')}\n${link}`
    await bodyOf(await sales(`/invitations/${id}/send`, { json: { email: 'a@northwind.example', subject: nasty('Hello'), text } }))
    const path = `/acceptance/${tokenIn(link)}`
    expect(await bodyOf(await customer(`${path}/question`, { json: { text: nasty('Why') } }))).toMatchObject({ text: 'Why' })
    await bodyOf(await customer(`${path}/hand-over`, { json: { email: 'b@northwind.example' } }))
    expect(await bodyOf(await customer(`${path}/decline`, { json: { reason: nasty('No') } }))).toMatchObject({ reason: 'No' })
    const mails = await outbox()
    expect(mails).toContainEqual(expect.objectContaining({ subject: 'Hello' }))
    for (const mail of mails) expect(JSON.stringify(mail)).not.toMatch(unseen)
  })

  it('is cleaned in templates', async () => {
    const put = (path: string, json: unknown) => sales(path, { json, method: 'PUT', headers: { 'If-Match': '"0"' } })
    expect(await bodyOf(await put('/message-templates/de', { subject: nasty('Hallo'), text: `${nasty('Text')}\n{link}` })))
      .toMatchObject({ subject: 'Hallo', text: 'Text \n{link}' })
    const admin = await world.as('provider.admin')
    const json = { name: nasty('Desk'), roles: ['f2ef992c-3afb-46b9-b7cf-a126ee74c451'] }
    expect(await bodyOf(await admin('/delegated-admin/templates', { json }))).toMatchObject({ name: 'Desk' })
  })

  it('is cleaned in an agreement', async () => {
    await giveCustomer(world.db, 'contoso', tenantId('tailspin'), 'Tailspin')
    const admin = await world.as('provider.admin')
    const json = {
      firstName: nasty('Sora'), lastName: nasty('Min'), phoneNumber: nasty('+82 2'),
      email: 'a@tailspin.example', dateAgreed: '2026-03-01',
    }
    const body = await bodyOf(await admin(`/customers/${tenantId('tailspin')}/agreement`, { json }))
    expect(body).toMatchObject({ contact: { firstName: 'Sora', lastName: 'Min', phoneNumber: '+82 2' } })
  })

  it('of years ago is shown as it would be kept today', async () => {
    const { id, link } = await make({ delivery: 'via_reseller', resellerId: organizationId('litware') })
    await world.db.updateTable('invitations').where('id', '=', id)
      .set({ note: nasty('Old'), customer: JSON.stringify({ companyName: nasty('Older') }) }).execute()
    expect(await bodyOf(await sales(`/invitations/${id}`))).toMatchObject({ note: 'Old ', customer: { companyName: 'Older ' } })
    await bodyOf(await world.guest(`/acceptance/${tokenIn(link)}`))
    const message = (await bodyOf(await (await world.as('reseller.admin'))(`/invitations/${id}/message`))) as unknown as InvitationMessage
    expect(message.text).toContain('Older')
  })
})
