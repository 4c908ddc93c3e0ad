import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Problem } from '../../../domain/problem.ts'
import type { ProblemError } from '../problem-error.ts'

type Acting = typeof import('./acting-as.ts')
type Requests = typeof import('../request.ts')

const personNamed = (id: string) => ({ user: { id }, organization: { id: 'contoso' } }) as Parameters<Acting['actAs']>[0]
const [ann, bob] = [personNamed('Ann'), personNamed('Bob')]
const problem: Problem = { type: '', title: '', detail: '', status: 409, code: 'session.other_person', requestId: 'r' }

const sent: Headers[] = []
const deeds: ((event: { isTrusted: boolean }) => void)[] = []
let answer: (signal: AbortSignal) => Response | Promise<Response>
let acting: Acting
let requests: Requests

beforeEach(async () => {
  vi.useFakeTimers()
  sent.length = 0
  deeds.length = 0
  answer = () => Response.json({ ok: true })
  vi.stubGlobal('addEventListener', (name: string, listener: (typeof deeds)[number]) => {
    if (!name.startsWith('vite:')) deeds.push(listener)
  })
  vi.stubGlobal('fetch', async (_url: string, { headers, signal }: { headers: HeadersInit; signal: AbortSignal }) => {
    sent.push(new Headers(headers))
    return answer(signal)
  })
  vi.resetModules()
  acting = await import('./acting-as.ts')
  requests = await import('../request.ts')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const said = (name: string) => sent.map((headers) => headers.get(name))
/** An answer that comes only when the call is given up. */
const never = (signal: AbortSignal) =>
  new Promise<Response>((_resolve, reject) => { signal.addEventListener('abort', () => reject(signal.reason as Error)) })

it('says nothing until it is known who reads, and then of each call who that is', async () => {
  for (const person of [undefined, ann, null]) {
    if (person !== undefined) acting.actAs(person)
    await requests.request('/customers')
  }
  expect(said('Tessera-Acting-As')).toEqual([null, 'Ann@contoso', 'nobody'])
})

it('asks about a call as whoever made it', async () => {
  acting.actAs(ann)
  const answers = [() => { throw new TypeError('Failed to fetch') }, () => Response.json({ id: 'i1' })]
  answer = () => (answers.shift() ?? never)({} as AbortSignal)
  const result = requests.request('/invitations', { method: 'POST', body: {}, idempotencyKey: 'k' })
  await vi.runAllTimersAsync()
  expect(await result).toEqual({ id: 'i1' })
  expect([said('Tessera-Acting-As'), said('Idempotency-Recall')]).toEqual([['Ann@contoso', 'Ann@contoso'], [null, 'true']])
})

it('gives up what was asked for one person when the page is another’s, and tells of it; nothing is asked about it then', async () => {
  const left = vi.fn<() => void>()
  acting.onPersonLeft(left)
  acting.actAs(null)
  acting.actAs(ann)
  acting.actAs(ann)
  expect(left).not.toHaveBeenCalled()
  answer = never
  const result = requests.request('/invitations', { method: 'POST', body: {}, idempotencyKey: 'k' }).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10)
  acting.actAs(bob)
  await vi.runAllTimersAsync()
  expect(await result).toHaveProperty('name', 'NetworkError')
  expect([left.mock.calls.length, sent.length]).toEqual([1, 1])
})

it('tells that another is signed in before the caller learns of it, and not of what was another’s call', async () => {
  const heard: string[] = []
  requests.onOtherPerson(() => heard.push('listener'))
  acting.actAs(ann)
  answer = () => Response.json(problem, { status: 409, headers: { 'Content-Type': 'application/problem+json' } })
  await requests.request('/customers').catch((error: unknown) => heard.push((error as ProblemError).problem.code))
  expect(heard).toEqual(['listener', 'session.other_person'])
  const late = requests.request('/customers').catch((error: unknown) => error)
  acting.actAs(bob)
  await late
  expect(heard).toHaveLength(2)
})

it('counts as the person’s deed what is asked soon after one, and as the page’s own what is asked later', async () => {
  await requests.request('/customers')
  await vi.advanceTimersByTimeAsync(60_000)
  await requests.request('/customers')
  for (const listener of deeds) listener({ isTrusted: false })
  await requests.request('/customers')
  deeds[0]?.({ isTrusted: true })
  await requests.request('/customers')
  expect(said('Tessera-Unattended')).toEqual([null, '1', '1', null])
})
