import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../../domain/problem.ts'
import { locales } from '../../../domain/session/locales.ts'
import { StoreUnavailable } from '../../store/errors.ts'
import { type Call, draft, openWorld, type World } from '../testing/world.ts'

describe('what every answer has in common', () => {
  let world: World
  let sales: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterAll(() => world.close())
  const problem = async (answer: Response) => (await answer.json()) as Problem
  const post = (path: string, body: string, headers: Record<string, string> = {}, call = sales) =>
    call(path, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } })

  const bodies = ['{', '', 'null', '[]', '"text"', '7', '{"a":1}x', '['.repeat(100_000)]
  it.each(bodies)('malformed or misplaced JSON never breaks anything: %.20s', async (body) => {
    const answer = await post('/invitations', body)
    expect([400, 422]).toContain(answer.status)
    expect((await problem(answer)).code).toMatch(/^request\.(malformed_json|invalid)$/)
  })

  it('malformed JSON is 400, a body of another type 415', async () => {
    expect((await post('/invitations', '{')).status).toBe(400)
    expect((await post('/invitations', '{}', { 'Content-Type': 'text/plain' })).status).toBe(415)
    expect((await sales('/invitations', { method: 'POST', body: new FormData() })).status).toBe(415)
  })

  it('who is not signed in is told so before anything about the input', async () => {
    for (const answer of [
      await post('/invitations', '{}', {}, world.guest), await world.guest('/customers?limit=x'), await world.guest('/customers/x'),
    ])
      expect([answer.status, (await problem(answer)).code]).toEqual([401, 'session.required'])
  })

  it.each([
    ['/customers?limit=0', '?limit', 'field.too_small'],
    ['/customers?limit=201', '?limit', 'field.too_big'],
    ['/customers?limit=1.5', '?limit', 'field.wrong_type'],
    ['/customers?limit=many', '?limit', 'field.wrong_type'],
    ['/customers?limit=1&limit=2', '?limit', 'field.wrong_type'],
    ['/customers?sort=price', '?sort', 'field.not_one_of'],
    ['/customers?reseller=me', '?reseller', 'field.bad_id'],
    ['/customers?serach=x', '?serach', 'field.unknown'],
    ['/customers?search=%00', '?search', 'field.unprintable'],
    [`/customers?search=${'x'.repeat(201)}`, '?search', 'field.too_long'],
    ['/invitations?state=lost', '?state', 'field.not_one_of'],
    ['/audit?x=1', '?x', 'field.unknown'],
  ])('%s is 422 at %s', async (path, pointer, code) => {
    const answer = await sales(path)
    const body = await problem(answer)
    expect([
      answer.status, body.code, body.errors?.map((error) => [error.pointer, error.code]),
    ]).toEqual([422, 'request.invalid', [[pointer, code]]])
  })

  const secretly = 'what-the-caller-wrote'
  it.each([
    ['many unknown fields', Object.fromEntries(Array.from({ length: 60 }, (_, key) => [`${secretly}-${key}`, secretly])), 20],
    ['more unknown fields than are read', Object.fromEntries(Array.from({ length: 60_000 }, (_, key) => [`${secretly}-${key}`, 1])), 1],
    ['a field with a long name', { [`${secretly}${'x'.repeat(500_000)}`]: 1 }, 6],
    ['a list of what is no item', { dryRun: true, items: Array.from({ length: 400 }, () => secretly) }, 20],
  ])('%s: the answer stays short and says little of what came', async (what, body, errors) => {
    const answer = await post(what.startsWith('a list') ? '/invitations/bulk' : '/invitations', JSON.stringify(body))
    const text = await answer.text()
    const told = JSON.parse(text) as Problem
    expect([answer.status, told.code, told.errors?.length]).toEqual([422, 'request.invalid', errors])
    for (const { pointer } of told.errors ?? []) expect(pointer.length).toBeLessThanOrEqual(200)
    expect(text.length).toBeLessThan(4_000)
    expect(text.replaceAll(/"pointer":"[^"]*"/g, '')).not.toContain(secretly)
  })

  it('a list of more than anybody asks for is refused before anybody looks at what it means', async () => {
    const { errors } = await problem(await sales('/invitations', { json: { a: [Array.from({ length: 501 }, () => [])] } }))
    expect(errors).toMatchObject([{ pointer: '/a/0', code: 'field.too_big' }])
    expect(errors?.[0]?.detail).toContain('500')
  })

  const lists = ['/customers', '/invitations', '/partnerships', '/receipts', '/audit']
  it.each(lists)('an unknown or foreign cursor of %s is 400', async (path) => {
    for (const cursor of ['x', '%7B%7D', 'a'.repeat(2_000)]) {
      const answer = await (path === '/audit' ? await world.as('provider.admin') : sales)(`${path}?cursor=${cursor}`)
      expect([answer.status, (await problem(answer)).code]).toEqual([400, 'cursor.invalid'])
    }
  })

  it('another person’s cursor, or another list’s, is foreign', async () => {
    for (let count = 0; count < 2; count += 1) await sales('/invitations', { json: draft() })
    const { nextCursor } = (await (await sales('/invitations?limit=1')).json()) as { nextCursor: string }
    const cursor = encodeURIComponent(nextCursor)
    const told = async (answer: Response) => (answer.ok ? answer.status : (await problem(answer)).code)
    expect(await told(await sales(`/invitations?limit=1&cursor=${cursor}`))).toBe(200)
    expect(await told(await sales(`/invitations?limit=1&state=sent&cursor=${cursor}`))).toBe('cursor.invalid')
    expect(await told(await (await world.as('provider.admin'))(`/audit?limit=1&cursor=${cursor}`))).toBe('cursor.invalid')
    expect(await told(await (await world.as('direct.admin'))(`/invitations?limit=1&cursor=${cursor}`))).toBe('cursor.invalid')
  })

  it.each(['/', '/nowhere', '/customers/x/y', '/session/x', '/invitations//send'])('there is nothing at %s', async (path) => {
    const answer = await sales(path)
    expect([answer.status, (await problem(answer)).code]).toEqual([404, 'route.not_found'])
  })

  it('carries the request id, the caller’s own when it is harmless', async () => {
    const answer = await sales('/customers/x', { headers: { 'X-Request-Id': 'trace-1' } })
    expect([answer.headers.get('X-Request-Id'), (await problem(answer)).requestId]).toEqual(['trace-1', 'trace-1'])
    const made = await sales('/customers/x', { headers: { 'X-Request-Id': 'two words' } })
    expect((await problem(made)).requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect((await sales('/session')).headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('says when it was written by the portal’s clock, by which everything ends, also with a refusal', async () => {
    for (const path of ['/session', '/customers/x', '/nowhere']) {
      const written = (await sales(path)).headers.get('Tessera-Time') ?? ''
      expect(Math.abs(Date.parse(written) - world.now().getTime())).toBeLessThan(1_000)
    }
  })

  it('nothing is kept by caches on the way', async () => {
    expect((await sales('/customers')).headers.get('Cache-Control')).toBe('no-store')
    expect((await world.guest('/customers')).headers.get('Cache-Control')).toBe('no-store')
  })

  it.each([
    [undefined, 'en'], ['ko', 'ko'], ['de-CH, en;q=0.5', 'de'], ['pt', 'pt-BR'], ['pt-PT', 'pt-BR'], ['zh-CN', 'zh-Hans'], [
      'zh-TW', 'zh-Hans',
    ],
    ['fr, ru;q=0.4, en;q=0.1', 'ru'], ['en;q=0, de', 'de'], ['xx, *', 'en'], [';;,,q=', 'en'], ['de;q=0.1, ko;q=0.9', 'ko'],
    ['de;q=0', 'en'],
  ])('Accept-Language %s is answered in %s', async (wanted, language) => {
    const answer = await sales('/customers/x', { headers: wanted === undefined ? {} : { 'Accept-Language': wanted } })
    expect(answer.headers.get('Content-Language')).toBe(language)
    const same = await sales('/customers/x', { headers: { 'Accept-Language': language } })
    expect((await problem(answer)).detail).toBe((await problem(same)).detail)
  })

  it('says the same six things in six languages, with the country named in each', async () => {
    const details = await Promise.all(locales.map(async (language) => {
      const answer = await sales(
        '/invitations',
        { json: draft({ customer: { country: 'BR' } }), headers: { 'Content-Type': 'application/json', 'Accept-Language': language } },
      )
      return (await problem(answer)).detail
    }))
    expect(new Set(details).size).toBe(6)
    for (const [index, country] of ['South Korea', '대한민국', 'Республика Корея', 'Coreia do Sul', 'Südkorea', '韩国'].entries())
      expect(details[index]).toContain(country)
  })

  it('an unexpected failure tells the caller nothing but its id, and the host everything', async () => {
    const customers = { ...world.store.customers, list: () => Promise.reject(new Error('secret detail')) }
    const broken = world.over({ ...world.store, customers }, await world.signIn('provider.sales'))
    const answer = await broken('/customers')
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(JSON.parse(text)).toMatchObject({ code: 'server.failed', status: 500, type: 'urn:tessera:problem:server.failed' })
    expect(text).not.toContain('secret detail')
    expect(world.failures.splice(0)).toMatchObject([{ message: 'secret detail' }])
  })

  it('a full disk is named to the caller, and is no fault of the portal', async () => {
    const said = 'could not extend file "base/5/16528": No space left on device'
    const full = new StoreUnavailable(new Error(said), '53100')
    const failing = { ...world.store, customers: { ...world.store.customers, list: () => Promise.reject(full) } }
    const answer = await world.over(failing, await world.signIn('provider.sales'))('/customers')
    expect([answer.status, answer.headers.get('Retry-After'), (await problem(answer)).code]).toEqual([503, '60', 'server.disk_full'])
    expect(world.failures.splice(0)).toEqual([full])
  })

  it('a store that fails before anybody is known is a 500 too', async () => {
    const broken = world.over({ ...world.store, sessions: { ...world.store.sessions, find: () => Promise.reject(new Error('down')) } }, 'x')
    expect((await broken('/session')).status).toBe(500)
    expect(world.failures.splice(0)).toHaveLength(1)
  })

  it('describes itself: every route, each problem, no path twice', async () => {
    const document = (await (await world.guest('/openapi.json')).json()) as { openapi: string; paths: Record<string, object> }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining([
      '/api/invitations/{id}/forward', '/api/acceptance/{token}/accept', '/api/events',
    ]))
  })
})
