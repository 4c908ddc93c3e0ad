import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../../domain/problem.ts'
import { presentTime } from '../i18n/present-time.ts'
import { forgetWork, forgetWorkOfOthers } from './tabs/kept-work.ts'
import { EarlierArrived, isSilence, NetworkError, ProblemError } from './problem-error.ts'
import { newKey, onSignedOut, request } from './request.ts'

const sent: { url: string; init: RequestInit }[] = []
let answer: () => Response

beforeEach(() => {
  sent.length = 0
  answer = () => Response.json({ ok: true })
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, init })
    return init.signal?.aborted ? Promise.reject(init.signal.reason as Error) : Promise.resolve().then(answer)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const problem: Problem = {
  type: 'about:blank', title: 'Not allowed', status: 403, detail: 'Indirect resellers cannot create invitations.',
  code: 'invitation.reseller_cannot_create', rule: 'BR-26', requestId: 'r-1',
}
const failing = (body: BodyInit | null, init: ResponseInit) => {
  answer = () => new Response(body, init)
  return request('/invitations').catch((error: unknown) => error)
}

it('leaves empty values out of the address', async () => {
  await request('/customers', { query: { search: 'a b&c', cursor: undefined, reseller: null, admin: '', limit: 60, dryRun: false } })
  expect(sent[0]?.url).toBe('/api/customers?search=a+b%26c&limit=60&dryRun=false')
})

it('sends JSON with the key of the intention and the version it was shown', async () => {
  await request('/invitations', { method: 'POST', body: { reusable: true }, idempotencyKey: 'k1', ifMatch: '"3"' })
  expect(sent[0]?.init.body).toBe('{"reusable":true}')
  expect(sent[0]?.init.headers).toMatchObject({
    'Content-Type': 'application/json', 'Idempotency-Key': 'k1', 'If-Match': '"3"', 'Accept-Language': 'en',
  })
})

it('sends a file as it is', async () => {
  await request('/customers/import', { method: 'POST', body: 'Name;Domain\n', headers: { 'Content-Type': 'text/csv' } })
  expect(sent[0]?.init.body).toBe('Name;Domain\n')
  expect(sent[0]?.init.headers).toMatchObject({ 'Content-Type': 'text/csv' })
})

it('has the time from the portal, whose clock counts, also with a refusal', async () => {
  const tenMinutes = 600_000
  await failing('{}', { status: 404, headers: { 'Tessera-Time': new Date(Date.now() + tenMinutes).toISOString() } })
  expect(Math.abs(presentTime() - Date.now() - tenMinutes)).toBeLessThan(1_000)
  answer = () => new Response(null, { status: 204, headers: { 'Tessera-Time': new Date().toISOString() } })
  await request('/session', { method: 'DELETE' })
  expect(Math.abs(presentTime() - Date.now())).toBeLessThan(1_000)
})

it('gives undefined for an answer without content', async () => {
  answer = () => new Response(null, { status: 204 })
  expect(await request('/session', { method: 'DELETE' })).toBeUndefined()
})

it('throws the problem that the server names', async () => {
  const error = await failing(JSON.stringify(problem), { status: 403, headers: { 'Content-Type': 'application/problem+json' } })
  expect(error).toBeInstanceOf(ProblemError)
  expect((error as ProblemError).problem).toEqual(problem)
})

it('carries how long to wait', async () => {
  const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '7' }
  const error = await failing(JSON.stringify({ ...problem, status: 429 }), { status: 429, headers })
  expect((error as ProblemError).retryAfterSeconds).toBe(7)
})

it.each([
  ['a page of something in between', '<h1>Bad gateway</h1>', 'text/html'],
  ['JSON that is no problem', '{"message":"no"}', 'application/json'],
  ['JSON that is cut off', '{"code":', 'application/problem+json'],
])('makes a problem of %s', async (_name, body, type) => {
  const error = await failing(body, { status: 502, headers: { 'Content-Type': type, 'X-Request-Id': 'r-2' } })
  expect((error as ProblemError).problem).toMatchObject({ status: 502, code: 'unexpected', requestId: 'r-2' })
})

it('tells no answer apart from a bad one', async () => {
  answer = () => {
    throw new TypeError('Failed to fetch')
  }
  await expect(request('/customers')).rejects.toBeInstanceOf(NetworkError)
})

it('lets an abort through as an abort', async () => {
  const stop = AbortSignal.abort()
  await expect(request('/customers', { signal: stop })).rejects.toBe(stop.reason)
})

it('says that nobody is signed in, until nobody listens', async () => {
  const heard = vi.fn<() => void>()
  const stop = onSignedOut(heard)
  await failing(null, { status: 401 })
  expect(heard).toHaveBeenCalledTimes(1)
  await failing(null, { status: 403 })
  stop()
  await failing(null, { status: 401 })
  expect(heard).toHaveBeenCalledTimes(1)
})

it('makes a new key for every intention', () => {
  expect(newKey()).not.toBe(newKey())
})

describe('a call with a key that is not answered', () => {
  const keyed = { method: 'POST', body: {}, idempotencyKey: 'k1' } as const
  const recalls = () => sent.map(({ init }) => new Headers(init.headers).get('Idempotency-Recall'))
  const notRecorded = () => Response.json({ ...problem, status: 404, code: 'idempotency.not_recorded' }, { status: 404 })
  const silence = () => { throw new TypeError('Failed to fetch') }
  let answers: (() => Response)[]
  beforeEach(() => {
    vi.useFakeTimers()
    answer = () => (answers.shift() ?? silence)()
  })
  afterEach(() => { vi.useRealTimers() })
  const made = async () => {
    const result = request('/invitations', keyed).catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    return result
  }

  it('is asked after and never sent again: the first answer comes back', async () => {
    answers = [silence, notRecorded, () => Response.json({ id: 'i1' })]
    expect(await made()).toEqual({ id: 'i1' })
    expect(recalls()).toEqual([null, 'true', 'true'])
  })
  it('stays unknown while nothing can be learnt', async () => {
    answers = [silence, silence, notRecorded, silence]
    expect(await made()).toBeInstanceOf(NetworkError)
    expect(recalls()).toEqual([null, 'true', 'true', 'true'])
  })
  it('is asked after a server that stopped half-way, too', async () => {
    answers = [() => new Response(null, { status: 502 }), () => Response.json({ id: 'i2' })]
    expect(await made()).toEqual({ id: 'i2' })
  })
  it.each([
    ['found once the database is back', () => Response.json({ id: 'i3' }), { id: 'i3' }],
    ['unknown, and no failure, while the database is away', undefined, expect.any(NetworkError)],
  ])('whose server has lost its database is %s', async (_name, answered, expected) => {
    const away = () => Response.json({ ...problem, status: 503, code: 'store.unavailable' }, { status: 503 })
    answers = [away, away, answered ?? away, away]
    expect(await made()).toEqual(expected)
  })
  it('gives the refusal that asking meets', async () => {
    answers = [silence, () => Response.json({ ...problem, status: 401, code: 'session.missing' }, { status: 401 })]
    expect(await made()).toBeInstanceOf(ProblemError)
    expect(recalls()).toEqual([null, 'true'])
  })
  it('without a key there is nothing to ask by', async () => {
    answers = [silence]
    await expect(request('/session', { method: 'DELETE' })).rejects.toBeInstanceOf(NetworkError)
    expect(sent).toHaveLength(1)
  })
})

describe('a write whose outcome is open', () => {
  const path = '/invitations/i1/forward'
  const failure = (status: number, code: string) => () => Response.json({ ...problem, status, code }, { status })
  const lost = () => { throw new TypeError('Failed to fetch') }
  const neverArrived = failure(404, 'idempotency.not_recorded')
  const failed = failure(500, 'server.failed')
  const bad = () => new Response('<h1>Gateway timeout</h1>', { status: 504, headers: { 'Content-Type': 'text/html' } })
  const portal = () => new Response('<h1>Sign in to this network</h1>', { headers: { 'Content-Type': 'text/html' } })
  let answers: (() => Response)[]
  beforeEach(() => {
    vi.useFakeTimers()
    forgetWork('anybody')
    answer = () => (answers.shift() ?? (() => Response.json({ ok: true })))()
  })
  afterEach(() => { vi.useRealTimers() })
  const write = async (body: unknown = { email: 'a@b.example' }, ifMatch = '"1"') => {
    const result = request(path, { method: 'POST', body, ifMatch, idempotencyKey: newKey() }).catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    return result
  }
  const keys = () => sent.map(({ init }) => new Headers(init.headers).get('Idempotency-Key'))
  const writes = () => sent.filter(({ init }) => !new Headers(init.headers).has('Idempotency-Recall')).map(({ init }) => init)
  const writeKeys = () => writes().map(({ headers }) => new Headers(headers).get('Idempotency-Key'))

  it.each([
    ['no answer', lost],
    ['a failure of the server’s own', failed],
    ['a failure of something in between', bad],
    ['a page of something in between that calls itself fine', portal],
    ['an answer that is cut off', () => new Response('{"id":', { headers: { 'Content-Type': 'application/json' } })],
    ['a refusal of something in between', () => new Response('<h1>No</h1>', { status: 403, headers: { 'Content-Type': 'text/html' } })],
  ])('keeps its key after %s, whoever sends the same again', async (_what, silence) => {
    answers = [silence, neverArrived, neverArrived, neverArrived]
    expect(isSilence(await write())).toBe(true)
    expect(await write()).toEqual({ ok: true })
    expect(new Set(keys()).size).toBe(1)
    expect(writes()).toHaveLength(2)
    await write()
    expect(new Set(writeKeys()).size).toBe(2)
  })

  it.each([
    ['the session ended', failure(401, 'session.required')],
    ['there were too many calls', failure(429, 'request.too_many')],
    ['another person is signed in', failure(409, 'session.another_person')],
  ])('keeps it when asking, or sending again, comes to nothing but that %s', async (_what, refusal) => {
    answers = [lost, refusal, refusal]
    expect(isSilence(await write())).toBe(true)
    expect(isSilence(await write())).toBe(true)
    await write()
    expect(new Set(keys()).size).toBe(1)
  })

  it('has a new one after a refusal, which is final', async () => {
    answers = [failure(409, 'invitation.not_open')]
    expect(isSilence(await write())).toBe(false)
    await write()
    expect(new Set(keys()).size).toBe(2)
  })

  it('another content is not sent when the first turns out to have arrived: its answer is told', async () => {
    answers = [lost, neverArrived, neverArrived, neverArrived, () => Response.json({ id: 'first' })]
    await write()
    const error = await write({ email: 'other@b.example' })
    expect(error).toBeInstanceOf(EarlierArrived)
    expect((error as EarlierArrived).answer).toEqual({ id: 'first' })
    expect(writes()).toHaveLength(1)
    expect(await write({ email: 'other@b.example' })).toEqual({ ok: true })
    expect(new Set(writeKeys()).size).toBe(2)
  })

  it('another content goes out, under its own key, once the first is known not to have arrived', async () => {
    answers = [lost, neverArrived, neverArrived, neverArrived, neverArrived]
    await write()
    expect(await write({ email: 'other@b.example' })).toEqual({ ok: true })
    expect([writes().length, new Set(writeKeys()).size]).toEqual([2, 2])
  })

  it('another version of the row is another content', async () => {
    answers = [lost, lost, lost, lost, () => Response.json({ id: 'first' })]
    await write()
    expect(await write(undefined, '"2"')).toBeInstanceOf(EarlierArrived)
  })

  it('another content is not sent while nothing can be learnt', async () => {
    answers = [lost, lost, lost, lost, lost, lost]
    await write()
    expect(isSilence(await write({ email: 'other@b.example' }))).toBe(true)
    expect(isSilence(await write({ email: 'other@b.example' }))).toBe(true)
    expect(writes()).toHaveLength(1)
  })

  it('is its person’s: the next who signs in begins anew, and the same one goes on', async () => {
    forgetWorkOfOthers('ann@contoso')
    answers = [lost, lost, lost, lost]
    await write()
    forgetWorkOfOthers('ann@contoso')
    await write()
    expect(new Set(keys()).size).toBe(1)
    answers = [lost, lost, lost, lost]
    await write()
    forgetWorkOfOthers('bob@fabrikam')
    await write()
    expect(new Set(writeKeys()).size).toBe(3)
  })
})
