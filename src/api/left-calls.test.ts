import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from './testing/memory-storage.ts'

type Sent = { key: string | null; isRecall: boolean; body: unknown }

const [ann, bob] = ['ann@contoso', 'bob@fabrikam']
const path = '/invitations/i1/forward'
const sent: Sent[] = []
let answer: () => Response | Promise<Response>
let api: typeof import('./request.ts')
let work: typeof import('./tabs/kept-work.ts')

const done = () => Response.json({ ok: true })
const lost = (): Response => { throw new TypeError('Failed to fetch') }
const keys = () => sent.filter(({ isRecall }) => !isRecall).map(({ key }) => key)

/** As the browser loads the page: nothing is left but what is stored. */
async function load(person = ann): Promise<void> {
  vi.resetModules()
  ;[api, work] = [await import('./request.ts'), await import('./tabs/kept-work.ts')]
  work.forgetWorkOfOthers(person)
}

async function write(body: unknown = { email: 'it@northwind.example' }, ifMatch = '"1"', to = path): Promise<unknown> {
  const result = api.request(to, { method: 'POST', body, ifMatch, idempotencyKey: api.newKey() }).catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  return result
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('sessionStorage', memoryStorage())
  vi.stubGlobal('localStorage', memoryStorage())
  sent.length = 0
  answer = lost
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    sent.push({ key: headers.get('Idempotency-Key'), isRecall: headers.has('Idempotency-Recall'), body: init.body })
    return Promise.resolve().then(answer)
  })
  await load()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a write whose page is loaded anew before its outcome is known', () => {
  it('goes out under its first key when the same is asked for again, also of a newer version of the row', async () => {
    await write()
    await load()
    answer = done
    expect(await write(undefined, '"2"')).toEqual({ ok: true })
    expect(new Set(keys()).size).toBe(1)
    await write()
    expect(new Set(keys()).size).toBe(2)
  })

  it('does so while the first sending is still under way', async () => {
    answer = () => new Promise(() => {})
    void api.request(path, { method: 'POST', body: {}, idempotencyKey: 'first' }).catch(() => {})
    await vi.advanceTimersByTimeAsync(0)
    await load()
    answer = done
    await write({})
    expect(keys()).toEqual(['first', 'first'])
  })

  it('keeps it through a refusal of the caller, and through another loading', async () => {
    await write()
    await load()
    answer = () => Response.json({ code: 'session.required', status: 401 }, { status: 401 })
    await write()
    await load()
    answer = done
    await write()
    expect(new Set(keys()).size).toBe(1)
  })

  it('is another one with another content or address', async () => {
    await write()
    await load()
    answer = done
    await write({ email: 'other@northwind.example' })
    await write(undefined, undefined, '/invitations/i2/forward')
    expect(new Set(keys()).size).toBe(3)
    await write()
    expect(new Set(keys()).size).toBe(4)
  })

  it('is its person’s, and forgotten with the work of whoever signs out', async () => {
    await write()
    await load(bob)
    await write()
    await load(ann)
    await write()
    expect(new Set(keys()).size).toBe(3)
    work.forgetWork(ann)
    await load()
    await write()
    expect(new Set(keys()).size).toBe(4)
  })

  it('is forgotten after half a day, long before the server forgets its answer', async () => {
    await write()
    vi.setSystemTime(Date.now() + 12 * 60 * 60 * 1000)
    await load()
    await write()
    expect(new Set(keys()).size).toBe(2)
  })

  it('leaves its key and nothing of what it says, 50 at most', async () => {
    for (let count = 0; count < 60; count += 1) await write({ email: 'it@northwind.example' }, '"1"', `/acceptance/token-${count}/accept`)
    const stored = Object.values(sessionStorage).join('')
    expect(stored).not.toMatch(/northwind|token|acceptance/)
    expect(work.keptWork<unknown[]>('open-calls', ann)).toHaveLength(50)
  })

  it('leaves nothing once it was answered, refused or done', async () => {
    answer = done
    await write()
    answer = () => Response.json({ code: 'invitation.not_open', status: 409 }, { status: 409 })
    await write()
    answer = () => Response.json({ code: 'request.too_many', status: 429 }, { status: 429 })
    await write()
    expect(Object.keys(sessionStorage)).toEqual([])
  })
})
