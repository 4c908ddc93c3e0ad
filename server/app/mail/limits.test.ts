import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { mailsADay } from '../../../domain/limits/mail-limits.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId } from '../testing/people.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

const victim = 'victim@elsewhere.example'
const through = { delivery: 'via_reseller', resellerId: organizationId('litware') }
const day = 24 * 60 * 60 * 1000

describe('mails to an address that somebody typed', () => {
  let world: World
  let sales: Call
  beforeEach(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterEach(() => world.close())

  const make = async (changes: Record<string, unknown> = {}, call = sales) =>
    (await (await call('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
  const mailsTo = async (to = victim) =>
    (await world.db.selectFrom('outbox').select('id').where('to_address', '=', to).execute()).length
  const counted = async (owner: string, what: string, count: number) =>
    world.db.insertInto('limits').values({ owner, what, day: '2026-03-02', count })
      .onConflict((conflict) => conflict.columns(['owner', 'what', 'day']).doUpdateSet({ count })).execute()

  it('a reseller that forwards to one address is stopped, told until when, and nothing of the refused step is kept', async () => {
    const { id } = await make(through)
    const reseller = await world.as('reseller.admin')
    const forward = (key?: string) =>
      reseller(`/invitations/${id}/forward`, { json: { email: victim }, headers: key === undefined ? {} : { 'Idempotency-Key': key } })
    const statuses: number[] = []
    await counted(organizationId('litware'), `mail/to/${victim}`, mailsADay.addressFromOne - 3)
    for (let count = 0; count < 3; count += 1) statuses.push((await forward()).status)
    expect(statuses).toEqual([200, 200, 200])
    const refused = await forward('key')
    expect([refused.status, await refused.json()]).toEqual([429, expect.objectContaining({
      code: 'mail.too_many_to_address', params: { limit: mailsADay.addressFromOne, date: '2026-03-03T00:00:00.000Z' },
      detail: expect.stringContaining('March 3, 2026'),
    })])
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(14 * 60 * 60)
    expect(await mailsTo()).toBe(3)
    const { forwards } = (await (await reseller(`/invitations/${id}`)).json()) as InvitationWithLink
    expect(forwards).toHaveLength(3)
    world.wait(day)
    const freshly = await world.as('reseller.admin')
    const again = await freshly(`/invitations/${id}/forward`, { json: { email: victim }, headers: { 'Idempotency-Key': 'key' } })
    expect(again.status).toBe(200)
    expect(await mailsTo()).toBe(4)
  })

  it.each([
    ['Pacific/Auckland', 'from March 3, 2026 at 1:00 PM (New Zealand Daylight Time)'],
    ['America/Los_Angeles', 'from March 2, 2026 at 4:00 PM (Pacific Standard Time)'],
    ['no zone that there is', 'from March 3, 2026 at 12:00 AM (UTC)'],
  ])('says by the clock of %s, which it names, when there is room again', async (zone, expected) => {
    await counted(organizationId('contoso'), 'mail', mailsADay.organization)
    const { id } = await make()
    const answer = await sales(`/invitations/${id}/send`, { json: { email: victim }, headers: { 'Time-Zone': zone } })
    expect(((await answer.json()) as Problem).detail.replaceAll(/\s/g, ' ')).toContain(expected)
  })

  it.each(['victim+1@elsewhere.example', 'VICTIM@Elsewhere.Example'])('%s is the same address', async (email) => {
    await counted(organizationId('contoso'), `mail/to/${victim}`, mailsADay.addressFromOne)
    const { id } = await make()
    const answer = await sales(`/invitations/${id}/send`, { json: { email } })
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([429, 'mail.too_many_to_address'])
    expect((await sales(`/invitations/${id}/send`, { json: { email: 'another@elsewhere.example' } })).status).toBe(200)
  })

  const person = async () => (await world.db.selectFrom('user_directory').select('user_id').where('persona', '=', 'provider.sales')
    .executeTakeFirstOrThrow()).user_id
  it.each<[string, () => Promise<[string, string, number]>, string]>([
    ['the person', async () => [organizationId('contoso'), `mail/by/${await person()}`, mailsADay.person], 'mail.too_many_by_person'],
    ['the organization', async () => [organizationId('contoso'), 'mail', mailsADay.organization], 'mail.too_many_by_organization'],
    ['the address, whoever mails it', async () => [victim, 'mail', mailsADay.addressInAll], 'mail.too_many_to_address'],
  ])('has a limit for %s', async (_whose, of, code) => {
    const [owner, what, most] = await of()
    const [first, second] = [await make(), await make()]
    await counted(owner, what, most - 1)
    expect((await sales(`/invitations/${first.id}/send`, { json: { email: victim } })).status).toBe(200)
    const answer = await sales(`/invitations/${second.id}/send`, { json: { email: victim } })
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([429, code])
    const { state } = (await (await sales(`/invitations/${second.id}`)).json()) as InvitationWithLink
    expect([state, await mailsTo()]).toEqual(['created', 1])
  })

  it('counts the hand-over of a link holder too', async () => {
    const { link } = await make()
    await counted(victim, 'mail', mailsADay.addressInAll)
    const customer = await world.as('newcustomer.user')
    const answer = await customer(`/acceptance/${tokenIn(link)}/hand-over`, { json: { email: victim } })
    expect([answer.status, ((await answer.json()) as Problem).code, await mailsTo()]).toEqual([429, 'mail.too_many_to_address', 0])
  })

  it('an answer is never refused for the note that tells of it, which is left out', async () => {
    const { link } = await make()
    const [maker] = await world.db.selectFrom('users').innerJoin('user_directory', 'user_id', 'users.id').select('email')
      .where('persona', '=', 'provider.sales').execute()
    await counted(organizationId('contoso'), `news/to/${maker?.email}`, mailsADay.newsFromOne)
    const customer = await world.as('newcustomer.globaladmin')
    const answer = await customer(`/acceptance/${tokenIn(link)}/decline`, { json: { reason: 'No' } })
    expect([answer.status, await mailsTo(maker?.email)]).toEqual([200, 0])
  })

  it('callers at the same time do not pass together', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => make()))
    await counted(organizationId('contoso'), `mail/to/${victim}`, mailsADay.addressFromOne - 5)
    const answers = await Promise.all(made.map(({ id }) => sales(`/invitations/${id}/send`, { json: { email: victim } })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([...Array(5).fill(200), ...Array(7).fill(429)])
    expect(await mailsTo()).toBe(5)
  })

  it('invitations made in bulk are all sent in one day, each to its own customer', async () => {
    const items = Array.from({ length: mailsADay.addressInAll + 1 }, (_, index) =>
      draft({ key: String(index), customer: { email: `it@c${index}.example` } }))
    const answer = await sales('/invitations/bulk', { json: { dryRun: false, items } })
    const { outcomes } = (await answer.json()) as { outcomes: { invitation: { id: string } }[] }
    const statuses: number[] = []
    for (const { invitation } of outcomes) statuses.push((await sales(`/invitations/${invitation.id}/send`, { method: 'POST' })).status)
    expect(statuses).toEqual(items.map(() => 200))
  })
})
