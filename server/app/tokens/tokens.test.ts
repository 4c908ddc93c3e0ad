import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { Funnel } from '../../../domain/funnel/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { AccessToken, MadeToken } from '../../../domain/tokens/schemas.ts'
import { codeOf } from '../testing/codes.ts'
import { companies, organizationId, type Person, personId } from '../testing/people.ts'
import { draft, openWorld, type World } from '../testing/world.ts'

const day = 24 * 60 * 60 * 1000
const body = (changes: object = {}) => ({ name: 'Nightly', kind: 'personal', scopes: ['read'], expiresInDays: 30, ...changes })
const service = (changes: object = {}) => body({ kind: 'service', roles: ['admin_agent'], ...changes })

describe('access tokens', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  const make = async (by: Person, json: object): Promise<MadeToken> => {
    const answer = await (await world.as(by))('/tokens', { json })
    expect([by, answer.status]).toEqual([by, 201])
    return (await answer.json()) as MadeToken
  }
  const listed = async (by: Person, query = '') => ((await (await world.as(by))(`/tokens${query}`)).json()) as Promise<Page<AccessToken>>
  const revoke = async (by: Person, { id, etag }: Pick<MadeToken, 'id' | 'etag'>, headers: Record<string, string> = { 'If-Match': etag }) =>
    (await world.as(by))(`/tokens/${id}`, { method: 'DELETE', headers })
  const audit = async (by: Person) => ((await (await (await world.as(by))('/audit')).json()) as Page<AuditEvent>).items

  it('opens what its scope opens, is shown once, and then by its last four characters', async () => {
    const made = await make('provider.sales', body())
    expect(made.token).toMatch(/^tess_pat_[\w-]{43}$/)
    expect((await world.bearing(made.token)('/customers')).status).toBe(200)
    const { items: [shown] } = await listed('provider.sales')
    expect(shown).toMatchObject({
      id: made.id, name: 'Nightly', lastFour: made.token.slice(-4), scopes: ['read'], roles: null, createdBy: 'Person provider.sales',
      state: 'living', revokedAt: null,
    })
    expect(shown?.lastUsedAt).not.toBeNull()
    expect(JSON.stringify(await listed('provider.sales'))).not.toContain(made.token)
  })

  it('is refused where its scope is missing, and everywhere that a person must be signed in', async () => {
    const call = world.bearing((await make('provider.admin', body({ scopes: ['invite'] }))).token)
    expect((await call('/invitations', { json: draft() })).status).toBe(201)
    const missing = await call('/customers')
    expect(missing.headers.get('WWW-Authenticate')).toBe('Bearer error="insufficient_scope", scope="read"')
    expect((await missing.json()) as Problem).toMatchObject({ status: 403, code: 'token.scope_missing', params: { scope: 'read' } })
    for (const path of ['/session', '/tokens']) expect(await codeOf(await call(path))).toBe('403 token.closed')
    expect(await codeOf(await call('/tokens', { json: body() }))).toBe('403 token.closed')
    expect((await call('/rules')).status).toBe(200)
  })

  const noTokens = ['nonsense', `tess_pat_${'x'.repeat(43)}`, '']
  it.each(noTokens)('answers 401 to what is no token, even where everybody may read: %j', async (token) => {
    for (const path of ['/customers', '/rules', '/session']) {
      const answer = await world.bearing(token)(path)
      expect([answer.status, answer.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
      expect(((await answer.json()) as Problem).code).toBe('token.invalid')
    }
  })

  it('counts days by the organisation’s time zone where the program names none', async () => {
    world.wait(11 * 60 * 60 * 1000)
    const admin = await world.as('direct.admin')
    await admin('/invitations', { json: draft() })
    const call = world.bearing((await make('direct.admin', body())).token)
    const madeOn = async (date: string, headers = {}) => {
      const answer = await call(`/invitations/funnel?from=${date}&to=${date}`, { headers })
      return ((await answer.json()) as Funnel).rows.reduce((sum, { made }) => sum + made, 0)
    }
    expect(await madeOn('2026-03-02')).toBe(1)
    await admin('/organization', { method: 'PATCH', json: { timeZone: 'Asia/Seoul' }, headers: { 'If-Match': '*' } })
    expect([await madeOn('2026-03-02'), await madeOn('2026-03-03')]).toEqual([0, 1])
    expect(await madeOn('2026-03-02', { 'Time-Zone': 'UTC' })).toBe(1)
  })

  it('reads no session beside it', async () => {
    const session = await world.signIn('provider.admin')
    const both = await world.guest('/customers', { headers: { 'x-test-session': session, Authorization: 'Bearer wrong' } })
    expect(await codeOf(both)).toBe('401 token.invalid')
    const basic = await world.guest('/customers', { headers: { 'x-test-session': session, Authorization: 'Basic d3Jvbmc=' } })
    expect(basic.status).toBe(200)
  })

  it('dies with its end, and at once when it is revoked', async () => {
    const [short, long] = [await make('provider.admin', body({ expiresInDays: 1 })), await make('provider.admin', body())]
    world.wait(day)
    expect(await codeOf(await world.bearing(short.token)('/customers'))).toBe('401 token.invalid')
    expect((await world.bearing(long.token)('/customers')).status).toBe(200)
    expect((await revoke('provider.admin', long)).status).toBe(204)
    expect(await codeOf(await world.bearing(long.token)('/customers'))).toBe('401 token.invalid')
    expect((await listed('provider.admin')).items.map(({ state }) => state)).toEqual(['revoked', 'expired'])
    // Again, and of one that is over, there is nothing to do.
    expect((await revoke('provider.admin', long)).status).toBe(204)
    expect((await revoke('provider.admin', short)).status).toBe(204)
  })

  it('is revoked by the version that was seen', async () => {
    const made = await make('provider.admin', body())
    expect(await codeOf(await revoke('provider.admin', made, {}))).toBe('428 request.version_required')
    expect(await codeOf(await revoke('provider.admin', made, { 'If-Match': '"7"' }))).toBe('412 request.stale')
    expect(await codeOf(await revoke('provider.sales', made))).toBe('404 token.not_found')
  })

  it('a repeated call shows the same token, and makes no second one', async () => {
    const call = await world.as('provider.admin')
    const keyed = { json: body(), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'the same' } }
    const [first, second] = [await call('/tokens', keyed), await call('/tokens', keyed)]
    const made = (await first.json()) as MadeToken
    expect(await second.json()).toEqual(made)
    expect((await listed('provider.admin')).items).toHaveLength(1)
    const answers = await world.db.selectFrom('answers').select('body').execute()
    expect(JSON.stringify(answers)).toContain(made.id)
    expect(JSON.stringify(answers)).not.toContain(made.token)
    const other = await call('/tokens', { ...keyed, json: body({ name: 'Another' }) })
    expect(await codeOf(other)).toBe('422 idempotency.mismatch')
  })

  it('says that it cannot be shown again where the portal’s secret is another one', async () => {
    const keyed = { json: body(), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'the same' } }
    await (await world.as('provider.admin'))('/tokens', keyed)
    const other = await openWorld({ store: world.store, secret: 'another secret of the tests, as long as it' })
    const answer = await other.over(world.store, await world.signIn('provider.admin'))('/tokens', keyed)
    expect(await codeOf(answer)).toBe('409 token.not_shown_again')
    await other.close()
  })

  describe('a service', () => {
    it('acts in its own name, with the roles it was given', async () => {
      const made = await make('provider.admin', service({ name: 'Import job', scopes: ['invite'] }))
      expect(made.token).toMatch(/^tess_svc_[\w-]{43}$/)
      const answer = await world.bearing(made.token)('/invitations', { json: draft() })
      expect(((await answer.json()) as { createdBy: string }).createdBy).toBe('Import job')
      expect((await audit('provider.admin')).map(({ action, by }) => [action, by])).toContainEqual(['invitation.created', 'Import job'])
    })

    it.each([
      ['provider.sales', '403 token.service_needs_admin_agent'],
      ['reseller.helpdesk', '403 token.service_needs_admin_agent'],
      ['customer.user', '403 token.service_needs_global_admin'],
    ] as const)('is neither made nor read nor revoked by %s', async (person, expected) => {
      const company = Object.values(companies).find(({ people }) => person in people)
      const maker = Object.keys(company?.people ?? {})[0] as Person
      const roles = [maker.startsWith('customer') ? 'global_admin' : 'admin_agent']
      const made = await make(maker, service({ roles }))
      const call = await world.as(person)
      expect(await codeOf(await call('/tokens', { json: service({ roles }) }))).toBe(expected)
      expect(await codeOf(await call('/tokens?kind=service'))).toBe(expected)
      expect((await listed(person)).items).toEqual([])
      expect(await codeOf(await revoke(person, made))).toBe(expected)
      expect((await revoke(maker, made)).status).toBe(204)
    })

    it('outlives its maker, whose personal tokens end with the person', async () => {
      const [own, job] = [await make('provider.admin', body()), await make('provider.admin', service())]
      await world.db.deleteFrom('users').where('id', '=', personId(0)).where('organization_id', '=', organizationId('contoso')).execute()
      expect(await codeOf(await world.bearing(own.token)('/customers'))).toBe('401 token.invalid')
      expect((await world.bearing(job.token)('/customers')).status).toBe(200)
    })
  })

  it('audit names the token beside its person, in the person’s own organisation alone', async () => {
    const { token } = await make('provider.sales', body({ scopes: ['invite'] }))
    const through = { delivery: 'via_reseller', resellerId: organizationId('litware') }
    await world.bearing(token)('/invitations', { json: draft(through) })
    const by = async (person: Person) => (await audit(person)).find(({ noun }) => noun === 'invitations')?.by
    expect([await by('provider.admin'), await by('reseller.admin')]).toEqual(['Person provider.sales · Nightly', 'Person provider.sales'])
    expect((await audit('provider.admin')).find(({ noun }) => noun === 'tokens')).toMatchObject({
      action: 'token.made', by: 'Person provider.sales', details: { token: 'Nightly', kind: 'personal' },
    })
  })

  it.each([
    ['a scope that a customer’s lacks', 'customer.globaladmin', body({ scopes: ['read', 'import'] }), '/scopes token.scope_of_partners'],
    ['roles of a personal token', 'provider.admin', body({ roles: ['admin_agent'] }), '/roles token.roles_of_person'],
    ['a service without roles', 'provider.admin', service({ roles: [] }), '/roles token.service_needs_role'],
    ['more roles than its maker has', 'provider.admin', service({ roles: ['global_admin'] }), '/roles token.roles_beyond_maker'],
    ['no name', 'provider.admin', body({ name: ' ' }), '/name field.too_short'],
    ['no scope', 'provider.admin', body({ scopes: [] }), '/scopes field.too_small'],
    ['an unknown scope', 'provider.admin', body({ scopes: ['everything'] }), '/scopes/0 field.not_one_of'],
    ['longer than a year', 'provider.admin', body({ expiresInDays: 366 }), '/expiresInDays field.too_big'],
  ] as const)('is not made with %s', async (_name, by, json, expected) => {
    const answer = await (await world.as(by))('/tokens', { json })
    const { errors } = (await answer.json()) as Problem
    expect([answer.status, errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([422, [expected]])
  })

  it('has at most fifty beside it that live, also when they are made at once', async () => {
    const call = await world.as('provider.sales')
    for (let count = 0; count < 48; count += 1) await call('/tokens', { json: body() })
    const tried = await Promise.all(Array.from({ length: 4 }, () => call('/tokens', { json: body() })))
    const refused = '409 token.too_many_personal'
    expect((await Promise.all(tried.map(codeOf))).toSorted()).toEqual(['201', '201', refused, refused])
    world.wait(30 * day)
    expect((await (await world.as('provider.sales'))('/tokens', { json: body() })).status).toBe(201)
  })

  it('follows changes, until it is revoked', async () => {
    const made = await make('provider.admin', service())
    const stream = await world.bearing(made.token)('/events')
    expect(stream.headers.get('Content-Type')).toBe('text/event-stream')
    let heard = ''
    let isOver = false
    void (async () => {
      for await (const bytes of stream.body ?? []) heard += new TextDecoder().decode(bytes)
      isOver = true
    })()
    await (await world.as('provider.sales'))('/invitations', { json: draft() })
    await expect.poll(() => heard, { timeout: 5_000 }).toContain('"noun":"invitations"')
    await revoke('provider.admin', made)
    await expect.poll(() => isOver, { timeout: 5_000 }).toBe(true)
  })

  it('says whom it takes itself for, as a page does', async () => {
    const made = await make('provider.admin', service())
    const asking = async (who: string) => codeOf(await world.bearing(made.token)('/customers', { headers: { 'Tessera-Acting-As': who } }))
    expect(await asking(`${made.id}@${organizationId('contoso')}`)).toBe('200')
    expect(await asking(`${made.id}@${organizationId('litware')}`)).toBe('409 session.other_person')
  })

  it('leaves no trace of having opened a link', async () => {
    const { token } = await make('customer.globaladmin', body())
    const made = (await (await (await world.as('direct.admin'))('/invitations', { json: draft() })).json()) as { link: string }
    const path = `/acceptance/${made.link.split('/').at(-1)}`
    expect((await world.bearing(token)(`${path}/open`, { method: 'POST' })).status).toBe(200)
    expect((await world.bearing(token)(path)).status).toBe(200)
    expect(await world.db.selectFrom('relationship_requests').selectAll().execute()).toEqual([])
    expect(await codeOf(await world.bearing(token)(`${path}/accept`, { json: {} }))).toBe('403 token.closed')
  })
})
