import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Invitation, InvitationDetail, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

describe('invitations', () => {
  let world: World
  let sales: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterAll(() => world.close())

  const throughLitware = { delivery: 'via_reseller', resellerId: organizationId('litware') }
  const create = async (changes: Record<string, unknown> = {}, by: Call = sales) => by('/invitations', { json: draft(changes) })
  const made = async (changes: Record<string, unknown> = {}, by: Call = sales) =>
    (await (await create(changes, by)).json()) as InvitationWithLink

  it('BR-24 makes a direct invitation that shows its link once', async () => {
    const answer = await create({
      note: 'for Northwind', customer: { companyName: 'Northwind', tenantId: tenantId('northwind').toUpperCase() },
    })
    const body = (await answer.json()) as InvitationWithLink
    expect(answer.status).toBe(201)
    expect(answer.headers.get('ETag')).toBe(body.etag)
    expect(answer.headers.get('Location')).toBe(`/api/invitations/${body.id}`)
    expect(body).toMatchObject({
      state: 'created', turn: 'provider', note: 'for Northwind', customer: { tenantId: tenantId('northwind') },
      createdBy: 'Person provider.sales',
    })
    expect(body.link).toMatch(/^https:\/\/portal\.example\/accept\/[\w-]{43}$/)
    expect(body.message.text).toContain(`\n${body.link}\n`)
    const read = await sales(`/invitations/${body.id}`)
    expect(read.headers.get('ETag')).toBe(body.etag)
    const detail = (await read.json()) as InvitationDetail
    expect(JSON.stringify(detail)).not.toContain(tokenIn(body.link))
    expect(detail.history.map(({ action, by }) => [action, by])).toEqual([['created', 'Person provider.sales']])
  })

  it('BR-25 hands one to a partnered reseller at once', async () => {
    const body = await made(throughLitware)
    expect(body).toMatchObject({ state: 'sent', turn: 'reseller', reseller: { displayName: 'Litware Resell' } })
    const detail = (await (await sales(`/invitations/${body.id}`)).json()) as InvitationDetail
    expect(detail.history.map(({ action }) => action)).toEqual(['created', 'handed_over'])
  })

  it.each<[string, Person, Record<string, unknown>, number, string, string | undefined]>([
    ['BR-26 a reseller', 'reseller.admin', {}, 403, 'invitation.reseller_cannot_create', undefined],
    ['BR-24 a customer', 'customer.globaladmin', {}, 403, 'invitation.customer_cannot_create', undefined],
    ['BR-40 a Helpdesk agent', 'provider.helpdesk', {}, 403, 'invitation.needs_admin_or_sales_agent', undefined],
    [
      'BR-42 delegated admin in the global cloud', 'provider.sales', { includeDap: true }, 422, 'invitation.delegated_admin_unavailable',
      '/includeDap',
    ],
    ['BR-41 leaving it out in Germany', 'direct-de.admin', {}, 422, 'invitation.delegated_admin_required', '/includeDap'],
    ['BR-41 leaving it out in China', 'provider-cn.admin', {}, 422, 'invitation.delegated_admin_required', '/includeDap'],
    [
      'BR-25 an unpartnered reseller', 'provider.sales', { ...throughLitware, resellerId: organizationId('proseware') }, 422,
      'invitation.reseller_not_partnered', '/resellerId',
    ],
    [
      'BR-25 a reseller that does not exist', 'provider.sales', { ...throughLitware, resellerId: crypto.randomUUID() }, 422,
      'invitation.reseller_not_partnered', '/resellerId',
    ],
    [
      'BR-25 a customer as a reseller', 'provider.sales', { ...throughLitware, resellerId: organizationId('tailspin') }, 422,
      'invitation.reseller_not_partnered', '/resellerId',
    ],
    ['no reseller where one carries it', 'provider.sales', { delivery: 'via_reseller' }, 422, 'request.invalid', '/resellerId'],
    ['a reseller for a direct one', 'provider.sales', { resellerId: organizationId('litware') }, 422, 'request.invalid', '/resellerId'],
    [
      'BR-39 a customer of another country', 'provider.sales', { customer: { country: 'BR' } }, 403, 'invitation.region_mismatch',
      '/customer/country',
    ],
    [
      'BR-39 a tenant known to be elsewhere', 'provider.sales', { customer: { tenantId: tenantId('lucerne') } }, 403,
      'invitation.tenant_unsuitable', '/customer/tenantId',
    ],
    [
      'BR-34 a tenant of another cloud', 'provider.sales', { customer: { tenantId: tenantId('margie') } }, 403,
      'invitation.tenant_unsuitable', '/customer/tenantId',
    ],
    [
      'BR-21 a CSP partner’s tenant', 'provider.sales', { customer: { tenantId: tenantId('adatum') } }, 403,
      'invitation.tenant_unsuitable', '/customer/tenantId',
    ],
    [
      'BR-54c the own reseller’s tenant', 'provider.sales', { customer: { tenantId: tenantId('litware') } }, 403, 'invitation.own_reseller',
      '/customer/tenantId',
    ],
    [
      'BR-54d the own tenant', 'provider.sales', { customer: { tenantId: tenantId('contoso') } }, 403, 'invitation.own_tenant',
      '/customer/tenantId',
    ],
  ])('refuses %s', async (_what, person, changes, status, code, pointer) => {
    const before = (await (await sales('/invitations')).json()) as Page<Invitation>
    const answer = await create(changes, await world.as(person))
    const problem = (await answer.json()) as Problem
    expect([answer.status, problem.code, problem.errors?.[0]?.pointer]).toEqual([status, code, pointer])
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    const after = (await (await sales('/invitations')).json()) as Page<Invitation>
    expect(after.total).toEqual(before.total)
  })

  it('says who can instead, by which rule', async () => {
    const problem = (await (await create({}, await world.as('reseller.admin'))).json()) as Problem
    expect(problem).toMatchObject({ rule: 'BR-26', whoMay: ['direct_partner', 'indirect_provider'], status: 403 })
  })

  it.each([
    ['days', { expiresInDays: 0 }, '/expiresInDays', 'field.too_small'],
    ['too many days', { expiresInDays: 366 }, '/expiresInDays', 'field.too_big'],
    ['days in words', { expiresInDays: 'ten' }, '/expiresInDays', 'field.wrong_type'],
    ['a language we lack', { language: 'fr' }, '/language', 'field.not_one_of'],
    ['no language', { language: undefined }, '/language', 'field.required'],
    ['an address', { customer: { email: 'nobody' } }, '/customer/email', 'field.bad_email'],
    ['a tenant', { customer: { tenantId: 'x' } }, '/customer/tenantId', 'field.bad_id'],
    ['a quoted address', { customer: { email: '"a b"@b.example' } }, '/customer/email', 'field.unquoted_address'],
    ['an address with letters beyond ASCII', { customer: { email: 'иван@пример.рф' } }, '/customer/email', 'field.ascii_mailbox'],
    ['a domain', { customer: { domain: 'a b' } }, '/customer/domain', 'field.bad_domain'],
    ['a domain with an empty part', { customer: { domain: 'a..b' } }, '/customer/domain', 'field.bad_domain'],
    ['a name of nothing', { customer: { companyName: ' \u200b\u3164' } }, '/customer/companyName', 'field.too_short'],
    ['a long note', { note: 'x'.repeat(2_001) }, '/note', 'field.too_long'],
    ['a note with NUL', { note: 'a\u0000b' }, '/note', 'field.unprintable'],
    ['a note with half a character', { note: '\ud800' }, '/note', 'field.unprintable'],
    ['a field that is none', { owner: 'me' }, '/owner', 'field.unknown'],
  ])('points at %s', async (_what, changes, pointer, code) => {
    const answer = await create(changes)
    const problem = (await answer.json()) as Problem
    expect([
      answer.status, problem.code, problem.errors?.map((error) => [error.pointer, error.code]),
    ]).toEqual([422, 'request.invalid', [[pointer, code]]])
  })

  it('keeps every text that can be seen as it is', async () => {
    const note = 'Line one\nline two =1+1 <b>"x"</b> שלום 👩 \\ \' %s {name}'
    const { id } = await made({ note })
    expect(((await (await sales(`/invitations/${id}`)).json()) as Invitation).note).toBe(note)
  })

  it('lists by state, turn and text, in pages, each once', async () => {
    const fresh = await world.as('direct.admin')
    for (let count = 1; count <= 5; count += 1) await made({ note: `page ${count}`, customer: { country: 'BR' } }, fresh)
    const seen: (string | null)[] = []
    let path = '/invitations?limit=2'
    for (let page = await list(fresh, path); ; page = await list(fresh, path)) {
      expect(page.total).toEqual({ count: 5, capped: false })
      seen.push(...page.items.map(({ note }) => note))
      if (page.nextCursor === null) break
      path = `/invitations?limit=2&cursor=${encodeURIComponent(page.nextCursor)}`
    }
    expect(seen).toEqual(['page 5', 'page 4', 'page 3', 'page 2', 'page 1'])
    expect((await list(fresh, '/invitations?search=AGE%203')).items).toHaveLength(1)
    expect((await list(fresh, '/invitations?turn=provider')).items).toHaveLength(5)
    expect((await list(fresh, '/invitations?state=withdrawn')).total.count).toBe(0)
  })
  const list = async (call: Call, path: string) => (await (await call(path)).json()) as Page<Invitation>

  it('shows a lapsed one as lapsed, in lists too', async () => {
    const fresh = await world.as('direct-de.admin')
    const { id, expiresAt } = await made({ includeDap: true, expiresInDays: 1 }, fresh)
    world.wait(24 * 60 * 60 * 1000)
    const again = await world.as('direct-de.admin')
    expect(await (await again(`/invitations/${id}`)).json()).toMatchObject({ state: 'lapsed', since: expiresAt, turn: 'done' })
    expect((await list(again, '/invitations?state=lapsed')).items.map((found) => found.id)).toEqual([id])
    const { history } = (await (await again(`/invitations/${id}`)).json()) as InvitationDetail
    expect(history.at(-1)).toEqual({ at: expiresAt, action: 'lapsed', by: '', organization: '' })
    sales = await world.as('provider.sales')
  })

  it('BR-37 shows Microsoft’s link where its shape is documented, and none where it is not', async () => {
    expect((await made()).microsoftLink).toMatch(/^https:\/\/admin\.microsoft\.com\/Adminportal\/Home\?.*DAP=false#/)
    expect((await made({ includeDap: true }, await world.as('direct-de.admin'))).microsoftLink).toBeNull()
    expect((await made({ includeDap: true }, await world.as('provider-cn.admin'))).microsoftLink).toBeNull()
  })
})
