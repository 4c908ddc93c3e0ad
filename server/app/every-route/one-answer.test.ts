import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationDetail, InvitationWithLink, Receipt } from '../../../domain/invitations/schemas.ts'
import { countMark } from '../../../domain/mail/mail.ts'
import type { Problem } from '../../../domain/problem.ts'
import { leavingMail } from '../mail/leaving-mail.ts'
import { organizationId, tenantId } from '../testing/people.ts'
import { type Call, draft, openWorld, secretOfTests, tokenIn, type World } from '../testing/world.ts'

const yes = { json: { agreementAccepted: true } }
const no = { json: { reason: 'No' } }
const minute = 60_000

describe('one answer an organisation and invitation', () => {
  let world: World
  let admin: Call
  let other: Call
  let made: InvitationWithLink
  let path: string
  beforeEach(async () => {
    world = await openWorld()
    admin = await world.as('newcustomer.globaladmin')
    other = await world.as('customer.globaladmin')
    const sales = await world.as('provider.sales')
    made = (await (await sales('/invitations', { json: draft({ reusable: true }) })).json()) as InvitationWithLink
    path = `/acceptance/${tokenIn(made.link)}`
  })
  afterEach(() => world.close())

  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
  const notes = () => world.db.selectFrom('outbox').selectAll().where('kind', '=', 'note').orderBy('at').execute()
  const receipts = () => world.db.selectFrom('receipts').selectAll().execute()
  const detail = async () => (await (await (await world.as('provider.sales'))(`/invitations/${made.id}`)).json()) as InvitationDetail

  it('declined 112 times through a reusable link, also at once, it is declined once: one receipt, one event, one note', async () => {
    const answers: Response[] = []
    for (let batch = 0; batch < 7; batch += 1)
      answers.push(...(await Promise.all(Array.from({ length: 16 }, () => admin(`${path}/decline`, no)))))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const told = (await Promise.all(answers.map((answer) => answer.json()))) as Receipt[]
    expect(new Set(told.map(({ id }) => id)).size).toBe(1)
    expect([(await receipts()).length, (await notes()).length]).toEqual([1, 1])
    expect((await detail()).history.filter(({ action }) => action === 'declined')).toHaveLength(1)
  }, 60_000)

  it('the first receipt comes again, with the first reason', async () => {
    const first = (await (await admin(`${path}/decline`, no)).json()) as Receipt
    expect(await (await admin(`${path}/decline`, { json: { reason: 'Other' } })).json()).toEqual(first)
    const keyed = { ...no, headers: { 'Idempotency-Key': 'again' } }
    expect(await (await admin(`${path}/decline`, keyed)).json()).toEqual(first)
  })

  it.each([
    ['a no after a yes', 'accept', yes, 'decline', no, '409 acceptance.accepted_before'],
    ['a hand-over after a yes', 'accept', yes, 'hand-over', { json: { email: 'a@b.example' } }, '409 acceptance.accepted_before'],
    ['a question after a yes', 'accept', yes, 'question', { json: { text: 'Why?' } }, '409 acceptance.accepted_before'],
    ['a yes after a no', 'decline', no, 'accept', yes, '409 acceptance.declined_before'],
    ['a hand-over after a no', 'decline', no, 'hand-over', { json: { email: 'a@b.example' } }, '409 acceptance.declined_before'],
    ['a question after a no', 'decline', no, 'question', { json: { text: 'Why?' } }, '409 acceptance.declined_before'],
  ])('%s is refused, and another organisation answers all the same', async (_what, first, body, second, contrary, expected) => {
    expect(await codeOf(await admin(`${path}/${first}`, body))).toBe('200')
    expect(await codeOf(await admin(`${path}/${second}`, contrary))).toBe(expected)
    expect(await codeOf(await other(`${path}/accept`, yes))).toBe('200')
    expect(await receipts()).toHaveLength(2)
  })

  it('yes and no of one organisation at once, 20 times: one of them holds, and nobody is told both', async () => {
    const verbs = Array.from({ length: 20 }, (_, index) => (index % 2 ? 'accept' : 'decline'))
    const codes = await Promise.all(verbs.map(async (verb) => codeOf(await admin(`${path}/${verb}`, verb === 'accept' ? yes : no))))
    const { acceptedCount } = await detail()
    const said = (verb: string) => new Set(codes.filter((_, index) => verbs[index] === verb))
    const isYes = acceptedCount === 1
    expect(said('decline')).toEqual(new Set([isYes ? '409 acceptance.accepted_before' : '200']))
    expect(said('accept')).toEqual(new Set(isYes ? ['200'] : ['409 acceptance.declined_before']))
    expect([(await receipts()).length, (await notes()).length]).toEqual([1, 1])
  })

  describe('notes to the maker', () => {
    const manyDecline = async (count: number) => {
      const tenants = Array.from({ length: count }, (_, index) => ({ id: crypto.randomUUID(), index }))
      await world.db.insertInto('organizations').values(tenants.map(({ id, index }) => ({
        id, tenant_id: crypto.randomUUID(), display_name: `Customer ${index}`, domain: 'c.example', kind: 'customer', cloud: 'global',
        country: 'KR', mpn_id: null,
      }))).execute()
      const people = tenants.map(({ id, index }) => ({ organization_id: id, id: crypto.randomUUID(), display_name: `Admin ${index}` }))
      await world.db.insertInto('users').values(people.map((person) => ({
        ...person, email: 'a@c.example', roles: JSON.stringify(['global_admin']), locale: 'en',
      }))).execute()
      await world.db.insertInto('user_directory').values(people.map(({ id, organization_id }, index) => ({
        user_id: id, organization_id, persona: `many.${id}`, persona_position: 1000 + index,
      }))).execute()
      const calls = await Promise.all(people.map(({ id }) => world.as(`many.${id}` as never)))
      return Promise.all(calls.map((call) => call(`${path}/decline`, no)))
    }
    const leaving = async () => {
      const at = new Date(world.now().getTime() + 60 * minute).toISOString()
      const mail = await world.store.outbox.claim(at, at)
      return mail && leavingMail({ secret: secretOfTests, publicUrl: world.publicUrl }, mail)
    }

    it('40 organisations decline one reusable invitation: one mail, which says how many and leaves after ten minutes', async () => {
      expect(new Set((await manyDecline(40)).map(({ status }) => status))).toEqual(new Set([200]))
      const [note, ...others] = await notes()
      expect(others).toEqual([])
      expect(Date.parse(note?.at ?? '') - world.now().getTime()).toBeGreaterThan(9 * minute)
      const mail = await leaving()
      for (const shown of [mail?.text, mail?.html]) {
        expect(shown).toContain('40')
        expect(shown).not.toContain(countMark)
      }
    }, 60_000)

    it('what is answered later, or otherwise, has a mail of its own', async () => {
      await admin(`${path}/decline`, no)
      await other(`${path}/accept`, yes)
      expect((await notes()).map(({ intent }) => intent.split('/')[2])).toEqual(['declined', 'accepted'])
      world.wait(11 * minute)
      await manyDecline(2)
      expect(await notes()).toHaveLength(3)
    })

    it('one that has left is not counted on', async () => {
      await admin(`${path}/decline`, no)
      await leaving()
      await manyDecline(1)
      expect((await notes()).map(({ gathered }) => gathered)).toEqual([null])
    })

    it('a single-use one is told of at once, by name', async () => {
      const sales = await world.as('provider.sales')
      made = (await (await sales('/invitations', { json: draft() })).json()) as InvitationWithLink
      await admin(`/acceptance/${tokenIn(made.link)}/decline`, no)
      const [note] = await notes()
      expect(Date.parse(note?.at ?? '')).toBeLessThan(world.now().getTime())
      expect(note?.body).not.toContain(countMark)
    })
  })

  it('the request of the organisation keeps its answer', async () => {
    await admin(`${path}/decline`, no)
    await admin(`${path}/accept`, yes)
    expect(await world.db.selectFrom('relationship_requests').select(['partner_id', 'tenant_id', 'answer']).execute()).toEqual([
      { partner_id: organizationId('contoso'), tenant_id: tenantId('northwind'), answer: 'declined' },
    ])
  })
})
