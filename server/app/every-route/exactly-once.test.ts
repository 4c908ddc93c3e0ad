import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Invitation, InvitationWithLink, Receipt } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

const agreed = { json: { agreementAccepted: true } }
const keyed = (key: string, json: unknown) => ({ json, headers: { 'Idempotency-Key': key } })

describe('exactly once', () => {
  let world: World
  let sales: Call
  beforeEach(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterEach(() => world.close())

  const make = async (changes: Record<string, unknown> = {}) =>
    (await (await sales('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
  const atOnce = (times: number, [one, other]: readonly [Call, Call], path: string) =>
    Promise.all(Array.from({ length: times }, async (_, index) => codeOf(await (index % 2 ? one : other)(path, agreed))))
  const countOf = async (call: Call, path: string) => ((await (await call(path)).json()) as Page<unknown>).total.count

  it('100 callers accept one single-use invitation at once: one organization has its receipt, the other reads it is used', async () => {
    const { link } = await make()
    const callers = await Promise.all([world.as('newcustomer.globaladmin'), world.as('customer.globaladmin')] as const)
    const told = await atOnce(100, callers, `/acceptance/${tokenIn(link)}/accept`)
    expect(told.filter((code) => code === '200')).toHaveLength(50)
    expect(told.filter((code) => code === '409 acceptance.already_used')).toHaveLength(50)
    const [one, other] = await Promise.all([countOf(callers[0], '/receipts'), countOf(callers[1], '/receipts')])
    expect(one + other).toBe(1)
    expect(await countOf(sales, '/customers')).toBe(1)
  })

  it('yes and no at once: one of them holds', async () => {
    const { link, id } = await make()
    const admin = await world.as('newcustomer.globaladmin')
    const verbs = Array.from({ length: 20 }, (_, index) => (index % 2 ? 'accept' : 'decline'))
    const answers = await Promise.all(verbs.map((verb) => admin(
      `/acceptance/${tokenIn(link)}/${verb}`, verb === 'accept' ? agreed : { json: {} },
    )))
    const { state } = (await (await sales(`/invitations/${id}`)).json()) as Invitation
    expect(new Set(verbs.filter((_, index) => answers[index]?.ok))).toEqual(new Set([state === 'accepted' ? 'accept' : 'decline']))
    expect(await countOf(sales, '/customers')).toBe(state === 'accepted' ? 1 : 0)
    expect(await countOf(admin, '/receipts')).toBe(1)
  })

  it('accepting while it is withdrawn: it is one or the other', async () => {
    const { link, id } = await make()
    const admin = await world.as('newcustomer.globaladmin')
    const [accepted, withdrawn] = await Promise.all([
      admin(`/acceptance/${tokenIn(link)}/accept`, agreed), sales(`/invitations/${id}/withdraw`, { method: 'POST' }),
    ])
    expect([await codeOf(accepted), await codeOf(withdrawn)].toSorted()).toEqual(
      accepted.ok ? ['200', '409 invitation.already_answered'] : ['200', '409 acceptance.withdrawn'],
    )
  })

  it('a reusable one is accepted by each customer once, also at once', async () => {
    const { link } = await make({ reusable: true })
    const callers = await Promise.all([world.as('newcustomer.globaladmin'), world.as('customer.globaladmin')] as const)
    const told = await atOnce(20, callers, `/acceptance/${tokenIn(link)}/accept`)
    expect(new Set(told)).toEqual(new Set(['200']))
    expect(await Promise.all(callers.map((call) => countOf(call, '/receipts')))).toEqual([1, 1])
    expect(await countOf(sales, '/customers')).toBe(2)
  })

  it('the same create with one key, 20 times at once, makes one invitation and answers the same', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => sales('/invitations', keyed('once', draft({ note: 'once' })))))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(bodies).size).toBe(1)
    expect(await countOf(sales, '/invitations')).toBe(1)
    const { link } = JSON.parse(bodies[0] ?? '') as InvitationWithLink
    expect((await world.guest(`/acceptance/${tokenIn(link)}`)).status).toBe(200)
  })

  it('another body under a used key is told apart; another person’s key is another key', async () => {
    expect((await sales('/invitations', keyed('key', draft({ note: 'a' })))).status).toBe(201)
    expect(await codeOf(await sales('/invitations', keyed('key', draft({ note: 'b' }))))).toBe('422 idempotency.mismatch')
    expect((await (await world.as('provider.admin'))('/invitations', keyed('key', draft({ note: 'b' })))).status).toBe(201)
    expect(await countOf(sales, '/invitations')).toBe(2)
  })

  it('a key belongs to one address', async () => {
    const [one, two] = [await make(), await make()]
    for (const { id } of [one, two])
      expect(await (await sales(
        `/invitations/${id}/send`, { method: 'POST', headers: { 'Idempotency-Key': 'k' } },
      )).json()).toMatchObject({ id, state: 'sent' })
  })

  it.each(['', 'x'.repeat(129)])('a key has 1 to 128 characters', async (key) => {
    expect(await codeOf(await sales('/invitations', keyed(key, draft())))).toBe('422 idempotency.key_invalid')
  })

  it('takes any key of 128', async () => {
    expect((await sales('/invitations', keyed(`${'x'.repeat(120)} "{%\\'`, draft()))).status).toBe(201)
  })

  it('a repeated accept gets the first receipt, though the invitation is used by then', async () => {
    const { link } = await make()
    const admin = await world.as('newcustomer.globaladmin')
    const accept = () => admin(`/acceptance/${tokenIn(link)}/accept`, keyed('yes', agreed.json))
    const answers = await Promise.all([accept(), accept(), accept()])
    const receipts = (await Promise.all([...answers, await accept()].map((answer) => answer.json()))) as Receipt[]
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    expect(receipts[0]?.answer).toBe('accepted')
  })

  it('asking after a key gives the first answer, link and all, and never does the work', async () => {
    const asked = (key: string, json: unknown) => {
      const { headers, ...init } = keyed(key, json)
      return sales('/invitations', { ...init, headers: { ...headers, 'Idempotency-Recall': 'true' } })
    }
    expect(await codeOf(await asked('asked', draft()))).toBe('404 idempotency.not_recorded')
    expect(await countOf(sales, '/invitations')).toBe(0)
    const first = await (await sales('/invitations', keyed('asked', draft()))).json()
    const recalled = await asked('asked', draft())
    expect([recalled.status, await recalled.json()]).toEqual([201, first])
    expect(await codeOf(await asked('asked', draft({ note: 'other' })))).toBe('422 idempotency.mismatch')
    expect(await codeOf(await sales('/invitations', { json: draft(), headers: { 'Idempotency-Recall': 'true' } })))
      .toBe('422 idempotency.key_invalid')
    expect(await countOf(sales, '/invitations')).toBe(1)
  })

  it('a repeated decline, forward, send, withdraw and reissue do nothing more', async () => {
    const { id, link } = await make()
    const again = async (call: Call, path: string, json: unknown = {}) => {
      const answers = [await call(path, keyed(path, json)), await call(path, keyed(path, json))]
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const [first, second] = (await Promise.all(answers.map((answer) => answer.json()))) as InvitationWithLink[]
      expect(second).toEqual(first)
      return first as InvitationWithLink
    }
    await again(sales, `/invitations/${id}/send`)
    const reissued = await again(sales, `/invitations/${id}/reissue`)
    expect(reissued.link).not.toBe(link)
    expect((await world.guest(`/acceptance/${tokenIn(reissued.link)}`)).status).toBe(200)
    await again(await world.as('newcustomer.globaladmin'), `/acceptance/${tokenIn(reissued.link)}/decline`, { reason: 'no' })
    const other = await make()
    await again(sales, `/invitations/${other.id}/withdraw`)
    expect(((await (await sales(`/invitations/${id}`)).json()) as { history: unknown[] }).history).toHaveLength(4)
  })
})
