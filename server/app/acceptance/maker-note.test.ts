import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import { locales } from '../../../domain/session/locales.ts'
import { organizationId } from '../testing/people.ts'
import { draft, openWorld, tokenIn, type World } from '../testing/world.ts'

describe('what the maker of an invitation is told', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  const make = async (changes: Record<string, unknown> = {}) =>
    (await (await (await world.as('provider.sales'))('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
  const open = ({ link }: InvitationWithLink) => world.guest(`/acceptance/${tokenIn(link)}/open`, { method: 'POST' })
  const answer = async ({ link }: InvitationWithLink, verb: 'accept' | 'decline', json: object, key = 'once') => {
    const customer = await world.as(verb === 'accept' ? 'newcustomer.globaladmin' : 'customer.globaladmin')
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key }
    return (await customer(`/acceptance/${tokenIn(link)}/${verb}`, { json, headers })).status
  }
  const notes = () => world.db.selectFrom('outbox').selectAll().where('kind', '=', 'note').orderBy('at').execute()

  it('the first opening, once, and the acceptance, once, with where to see it and never the link', async () => {
    const made = await make()
    for (let times = 0; times < 3; times++) expect((await open(made)).status).toBe(200)
    for (let times = 0; times < 2; times++) expect(await answer(made, 'accept', { agreementAccepted: true })).toBe(200)
    const [opened, accepted, ...others] = await notes()
    expect(others).toEqual([])
    expect([opened, accepted]).toMatchObject(
      ['opened', 'accepted'].map((what) => ({
        organization_id: organizationId('contoso'), to_address: 'provider.sales@contoso.example', language: 'en',
        intent: expect.stringMatching(`^note/${made.id}/${what}`), subject: expect.stringContaining(what), reply_to: null,
      })),
    )
    expect(accepted?.subject).toContain('Northwind Traders')
    for (const { body } of await notes()) {
      expect(body).toContain(`https://portal.example/invitations/${made.id}`)
      expect(body).not.toContain(tokenIn(made.link))
      expect(body).not.toMatch(/mails\.|undefined|[{}]/)
    }
  })

  it('a refusal with its reason as it was written, and every answer to a reusable one', async () => {
    const made = await make({ reusable: true })
    const reason = 'We {stay} with <b>another</b> partner'
    expect(await answer(made, 'decline', { reason: `${linkMark}${reason}` })).toBe(200)
    expect(await answer(made, 'accept', { agreementAccepted: true })).toBe(200)
    const [declined, accepted] = await notes()
    expect(declined?.body).not.toContain(linkMark)
    expect([declined?.body.includes(reason), accepted?.intent.startsWith(`note/${made.id}/accepted/`)]).toEqual([true, true])
  })

  it('a question as it was written, with the answer going to who asked', async () => {
    const made = await make()
    const user = await world.as('newcustomer.user')
    expect((await user(`/acceptance/${tokenIn(made.link)}/question`, { json: { text: 'Who are {you}?' } })).status).toBe(200)
    const [asked, ...others] = await notes()
    expect(others).toEqual([])
    expect(asked).toMatchObject({ intent: `note/${made.id}/asked/1`, to_address: 'provider.sales@contoso.example' })
    expect([asked?.body.includes('Who are {you}?'), asked?.reply_to?.startsWith('newcustomer.user@')]).toEqual([true, true])
  })

  it('in the maker’s own language', async () => {
    for (const locale of locales) {
      await world.db.updateTable('users').set({ locale }).where('organization_id', '=', organizationId('contoso')).execute()
      await open(await make({ customer: { companyName: `Coho ${locale}` } }))
    }
    const told = await notes()
    expect(told.map(({ language }) => language)).toEqual([...locales])
    expect(new Set(told.map(({ body }) => body.split('\n')[0])).size).toBeGreaterThan(4)
    for (const { language, subject, body } of told) {
      expect(subject).toContain(`Coho ${language}`)
      expect(body).not.toMatch(/mails\.|undefined|[{}]/)
    }
  })

  it('nothing when the organisation wants no notes', async () => {
    const sales = await world.as('provider.sales')
    await sales('/reminder-settings', { method: 'PUT', json: { days: [3], noteToMaker: false } })
    const made = await make()
    await open(made)
    await answer(made, 'decline', {})
    expect(await notes()).toEqual([])
  })
})

describe('where no mail leaves', () => {
  it('nobody is told, and the answer is kept all the same', async () => {
    const world = await openWorld({ sendsMail: false })
    const made = (await (await (await world.as('provider.sales'))('/invitations', { json: draft() })).json()) as InvitationWithLink
    const path = `/acceptance/${tokenIn(made.link)}/decline`
    expect((await (await world.as('customer.globaladmin'))(path, { json: {} })).status).toBe(200)
    expect(await world.db.selectFrom('outbox').selectAll().execute()).toEqual([])
    await world.close()
  })
})
