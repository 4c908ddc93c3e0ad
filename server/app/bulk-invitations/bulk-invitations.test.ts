import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BulkAnswer, BulkOutcome } from '../../../domain/bulk-invitations/schemas.ts'
import type { Invitation, InvitationDetail } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

describe('many invitations at once', () => {
  let world: World
  let sales: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterAll(() => world.close())

  let keys = 0
  const newKey = () => `key ${(keys += 1)}`
  const item = (changes: Record<string, unknown> = {}, key = newKey()) => ({ key, ...draft(changes) })
  const bulk = async (items: unknown[], { dryRun = false, by = sales, headers = {} } = {}): Promise<BulkOutcome[]> => {
    const answer = await by('/invitations/bulk', { json: { dryRun, items }, headers })
    expect(answer.status).toBe(200)
    return ((await answer.json()) as BulkAnswer).outcomes
  }
  const count = async (by: Call = sales) => ((await (await by('/invitations')).json()) as Page<Invitation>).total.count
  const outcomes = (answer: BulkOutcome[]) => answer.map(({ outcome }) => outcome)

  it('makes what may be made, says why the rest was not, and keeps their order', async () => {
    const before = await count()
    const items = [
      item({ customer: { companyName: 'Fourth Coffee' }, language: 'ko' }),
      item({ customer: { email: 'nobody' }, language: 'fr' }),
      item({ delivery: 'via_reseller', resellerId: organizationId('litware'), customer: { domain: 'alpineski.example' }, language: 'de' }),
      item({ customer: { country: 'BR' } }),
      item({ includeDap: true }),
    ]
    const answer = await bulk(items)
    expect(outcomes(answer)).toEqual(['created', 'refused', 'created', 'refused', 'refused'])
    expect(answer.map(({ key, index }) => [key, index])).toEqual(items.map(({ key }, index) => [key, index]))
    expect(answer[1]?.problem?.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/customer/email', 'field.bad_email'], ['/language', 'field.not_one_of'],
    ])
    expect(answer[3]?.problem).toMatchObject({
      code: 'invitation.region_mismatch', rule: 'BR-39', errors: [{ pointer: '/customer/country' }],
    })
    expect(answer[4]?.problem).toMatchObject({ code: 'invitation.delegated_admin_unavailable', rule: 'BR-42' })
    expect(await count()).toBe(before + 2)
    const handed = (await (await sales(`/invitations/${answer[2]?.invitation?.id}`)).json()) as InvitationDetail
    expect(handed).toMatchObject({ state: 'sent', language: 'de', reseller: { displayName: 'Litware Resell' } })
    expect(handed.history.map(({ action }) => action)).toEqual(['created', 'handed_over'])
    expect((await world.guest(`/acceptance/${tokenIn(answer[0]?.link ?? '')}`)).status).toBe(200)
  })

  it('says what is wrong in the language of the caller', async () => {
    const [outcome] = await bulk([item({ customer: { country: 'BR' } })], { headers: { 'Accept-Language': 'de' } })
    expect(outcome?.problem?.detail).toContain('Südkorea')
  })

  it('dry, says the same and makes nothing', async () => {
    const before = await count()
    const items = [item(), item({ customer: { country: 'BR' } }), item({ expiresInDays: 0 })]
    const answer = await bulk(items, { dryRun: true })
    expect(outcomes(answer)).toEqual(['would_create', 'refused', 'refused'])
    expect(answer.some(({ link, invitation }) => link ?? invitation)).toBe(false)
    expect(await count()).toBe(before)
    expect(outcomes(await bulk(items))).toEqual(['created', 'refused', 'refused'])
  })

  it('makes an item once, whoever of the organisation repeats it and among whatever others', async () => {
    const first = [item({ customer: { companyName: 'Relecloud' } }), item()]
    const made = await bulk(first, { headers: { 'Idempotency-Key': 'one' } })
    const before = await count()
    const again = await bulk([item({ customer: { country: 'BR' } }), ...first.toReversed()], {
      by: await world.as('provider.admin'), headers: { 'Idempotency-Key': 'two' },
    })
    expect(outcomes(again)).toEqual(['refused', 'already_created', 'already_created'])
    expect([again[2]?.invitation, again[2]?.link]).toEqual([made[0]?.invitation, made[0]?.link])
    expect(outcomes(await bulk(first, { dryRun: true }))).toEqual(['already_created', 'already_created'])
    expect(await count()).toBe(before)
  })

  it('refuses a key that made something else, and keeps what it made', async () => {
    const key = newKey()
    const [made] = await bulk([item({ customer: { companyName: 'Lamna Healthcare' } }, key)])
    const [other] = await bulk([item({ customer: { companyName: 'Contoso Suites' } }, key)])
    expect([other?.outcome, other?.problem?.code, other?.link]).toEqual(['mismatch', 'idempotency.mismatch', undefined])
    expect((await sales(`/invitations/${made?.invitation?.id}`)).status).toBe(200)
  })

  it('the key of another organisation is another key', async () => {
    const key = newKey()
    await bulk([item({}, key)])
    const direct = await world.as('direct.admin')
    expect(outcomes(await bulk([item({}, key)], { by: direct }))).toEqual(['created'])
  })

  it('makes each once when the same call comes many times at once', async () => {
    const before = await count()
    const items = Array.from({ length: 30 }, () => item())
    const answers = await Promise.all([items, items.toReversed(), items, items.slice(10)].map((each) => bulk(each)))
    expect(answers.flatMap(outcomes).filter((outcome) => outcome === 'created')).toHaveLength(30)
    expect(answers.flatMap(outcomes).every((outcome) => outcome === 'created' || outcome === 'already_created')).toBe(true)
    expect(new Set(answers.flat().map(({ invitation }) => invitation?.id)).size).toBe(30)
    expect(await count()).toBe(before + 30)
  })

  describe('of a customer that is invited already', () => {
    const tenant = tenantId('northwind')
    const twice = () => [
      item({ customer: { tenantId: tenant } }),
      item({ customer: { email: 'Kim@fabrikam.example' } }),
      item({ customer: { companyName: 'Adventure Works' } }),
      item({ customer: { companyName: 'adventure works' } }),
    ]
    let made: BulkOutcome[]
    beforeAll(async () => {
      made = await bulk([item({ customer: { tenantId: tenant } }), item({ customer: { email: 'kim@fabrikam.example' } })])
    })

    it('a list that is pasted again makes none, dry or not, and names the open invitations', async () => {
      const items = twice()
      const before = await count()
      const dry = await bulk(items, { dryRun: true })
      expect(outcomes(dry)).toEqual(['already_invited', 'already_invited', 'would_create', 'already_invited'])
      expect(dry.map(({ warnings }) => warnings)).toEqual([['open_invitation'], ['open_invitation'], [], ['repeated_in_list']])
      expect(dry.map(({ open }) => open?.id)).toEqual([made[0]?.invitation?.id, made[1]?.invitation?.id, undefined, undefined])
      expect(dry[0]?.open).toMatchObject({ state: 'created', since: expect.any(String) })
      expect(dry[3]?.repeats).toBe(items[2]?.key)
      expect(outcomes(await bulk(items))).toEqual(['already_invited', 'already_invited', 'created', 'already_invited'])
      expect(await count()).toBe(before + 1)
      expect(outcomes(await bulk(twice()))).toEqual(twice().map(() => 'already_invited'))
      expect(await count()).toBe(before + 1)
    })

    it('a row that says so is made once for its key, then found, whether it still says so or not', async () => {
      const [first = item()] = twice()
      const before = await count()
      const meant = { ...first, evenIfOpen: true }
      const [answer] = await bulk([meant])
      expect(answer).toMatchObject({ outcome: 'created', warnings: ['open_invitation'], open: { id: made[0]?.invitation?.id } })
      for (const again of [meant, first, { ...first, evenIfOpen: false }])
        expect((await bulk([again]))[0]).toMatchObject({ outcome: 'already_created', invitation: answer?.invitation, link: answer?.link })
      expect(await count()).toBe(before + 1)
    })

    it('a row above that cannot be made is nobody’s first', async () => {
      const customer = { domain: 'once.example' }
      const abroad = { ...customer, country: 'BR' }
      const answer = await bulk([item({ customer, expiresInDays: 0 }), item({ customer: abroad }), item({ customer })])
      expect(outcomes(answer)).toEqual(['refused', 'refused', 'created'])
    })

    it('two calls at once invite a customer once', async () => {
      const customer = { domain: 'race.example' }
      const answers = await Promise.all([1, 2, 3, 4].map(() => bulk([item({ customer })])))
      expect(answers.flatMap(outcomes).toSorted()).toEqual(['already_invited', 'already_invited', 'already_invited', 'created'])
      const id = answers.flat().find(({ outcome }) => outcome === 'created')?.invitation?.id
      for (const { open } of answers.flat().filter(({ outcome }) => outcome === 'already_invited')) expect(open?.id).toBe(id)
    })

    it('an invitation that was withdrawn stands in nobody’s way', async () => {
      const customer = { domain: 'withdrawn.example' }
      const [first] = await bulk([item({ customer })])
      await sales(`/invitations/${first?.invitation?.id}/withdraw`, { method: 'POST' })
      expect(outcomes(await bulk([item({ customer })]))).toEqual(['created'])
    })

    it('invitations of another partner are not told', async () => {
      const answer = await bulk(
        [item({ customer: { email: 'kim@fabrikam.example' } }), item({ customer: { tenantId: crypto.randomUUID() } })],
        { dryRun: true, by: await world.as('direct.admin') },
      )
      expect(answer.map(({ outcome, warnings, open }) => [outcome, warnings, open])).toEqual([
        ['would_create', [], undefined], ['would_create', [], undefined],
      ])
    })

    it('takes nothing but yes or no', async () => {
      const answer = await sales('/invitations/bulk', { json: { dryRun: true, items: [{ ...item(), evenIfOpen: 'yes' }] } })
      expect([answer.status, ((await answer.json()) as Problem).errors?.[0]?.pointer]).toEqual([422, '/items/0/evenIfOpen'])
    })
  })

  it.each<[string, Person, string, string]>([
    ['BR-26 a reseller', 'reseller.admin', 'BR-26', 'invitation.reseller_cannot_create'],
    ['BR-24 a customer', 'customer.globaladmin', 'BR-24', 'invitation.customer_cannot_create'],
    ['BR-40 a Helpdesk agent', 'provider.helpdesk', 'BR-40', 'invitation.needs_admin_or_sales_agent'],
  ])('refuses %s the whole call, dry or not', async (_who, person, rule, code) => {
    const by = await world.as(person)
    for (const dryRun of [true, false]) {
      const answer = await by('/invitations/bulk', { json: { dryRun, items: [item()] } })
      expect([answer.status, await answer.json()]).toMatchObject([403, { rule, code }])
    }
  })

  it.each<[string, unknown, string, string]>([
    ['no items', [], '/items', 'field.too_small'],
    ['501 items', Array.from({ length: 501 }, (_, key) => item({}, `${key}`)), '/items', 'field.too_big'],
    ['an item without a key', [draft()], '/items/0/key', 'field.required'],
    ['a key that is too long', [item({}, 'x'.repeat(129))], '/items/0/key', 'field.too_long'],
    ['a key that is there twice', [item({}, 'twice'), item({}, 'once'), item({}, 'twice')], '/items/2/key', 'field.not_unique'],
    ['an item that is none', ['one'], '/items/0', 'field.wrong_type'],
  ])('answers %s with 422 and does nothing', async (_what, items, pointer, code) => {
    const before = await count()
    const answer = await sales('/invitations/bulk', { json: { dryRun: false, items } })
    expect([answer.status, ((await answer.json()) as Problem).errors?.[0]]).toMatchObject([422, { pointer, code }])
    expect(await count()).toBe(before)
  })

  it('takes 500 in well under five seconds, and keeps no link', async () => {
    const items = Array.from({ length: 500 }, (_, row) =>
      item({
        delivery: row % 2 === 0 ? 'direct' : 'via_reseller',
        ...(row % 2 === 0 ? {} : { resellerId: organizationId('litware') }),
        customer: { companyName: `Customer ${row}`, domain: `c${row}.example`, tenantId: crypto.randomUUID() },
      }),
    )
    const began = performance.now()
    const answer = await bulk(items)
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(outcomes(answer).every((outcome) => outcome === 'created')).toBe(true)
    const kept = await world.db.selectFrom('answers').select('body').execute()
    const token = tokenIn(answer[0]?.link ?? '')
    expect(kept.some(({ body }) => body.includes(token))).toBe(false)
  })
})
