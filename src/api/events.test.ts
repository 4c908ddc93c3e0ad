import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actAs } from './tabs/acting-as.ts'
import { followChanges } from './events.ts'
import { gridOf, reading } from './reading.ts'

/** The browser's own end of the connection, driven by hand. */
class Connection extends EventTarget {
  static readonly CLOSED = 2
  static opened: Connection[] = []
  readyState = 1
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Connection.opened.push(this)
  }
  close() {
    this.readyState = Connection.CLOSED
  }
  say(noun: string, id = '1', stays?: true) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ noun, id, change: 'sent', stays }) }))
  }
  sayOfMany(noun: string) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ noun, change: 'imported' }) }))
  }
  sayClock(isHeld: boolean) {
    this.dispatchEvent(new MessageEvent('clock', { data: JSON.stringify({ isHeld }) }))
  }
}
const latest = () => {
  const connection = Connection.opened.at(-1)
  if (!connection) throw new Error('Nothing was opened')
  return connection
}

const refused = vi.fn<() => void>()
const clock = vi.fn<(isHeld: boolean) => void>()
let queries: QueryClient
let stop: () => void
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const see = (visibilityState: 'visible' | 'hidden') => {
  page.visibilityState = visibilityState
  page.dispatchEvent(new Event('visibilitychange'))
}
const open = () => {
  vi.advanceTimersByTime(300)
  latest().dispatchEvent(new Event('open'))
}
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Connection)
  vi.stubGlobal('document', page)
  page.visibilityState = 'visible'
  Connection.opened = []
  queries = new QueryClient()
  for (const noun of ['customers', 'invitations', 'audit']) queries.setQueryData([noun, 'list'], [])
  refused.mockClear()
  clock.mockClear()
  actAs({ user: { id: 'u 1' }, organization: { id: 'o1' } } as Parameters<typeof actAs>[0])
  stop = followChanges(queries, refused, clock)
  open()
})
afterEach(() => {
  stop()
  queries.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const gather = () => vi.advanceTimersByTime(300)
const stale = () => ['customers', 'invitations', 'audit'].filter((noun) => queries.getQueryState([noun, 'list'])?.isInvalidated)

it('asks anew for what has changed, and for the events that every change leaves', () => {
  latest().say('invitations')
  gather()
  expect(stale()).toEqual(['invitations', 'audit'])
})

it('hears whether the clock is held, which makes nothing else stale', () => {
  latest().sayClock(true)
  latest().sayClock(false)
  gather()
  expect([clock.mock.calls, stale()]).toEqual([[[true], [false]], []])
})

it('gathers a burst of changes into one round', () => {
  const rounds = vi.spyOn(queries, 'invalidateQueries')
  for (let change = 0; change < 500; change++) latest().say('customers')
  gather()
  expect(rounds).toHaveBeenCalledTimes(1)
})

it('asks for everything after a broken connection, and not at the first one', () => {
  expect(stale()).toEqual([])
  latest().dispatchEvent(new Event('open'))
  expect(stale()).toEqual(['customers', 'invitations', 'audit'])
})

it('connects again by itself when the browser gives up, with growing pauses', () => {
  const giveUp = () => {
    latest().close()
    latest().dispatchEvent(new Event('error'))
  }
  giveUp()
  vi.advanceTimersByTime(1_000)
  expect(Connection.opened).toHaveLength(2)
  giveUp()
  vi.advanceTimersByTime(1_000)
  expect(Connection.opened).toHaveLength(2)
  vi.advanceTimersByTime(1_000)
  expect(Connection.opened).toHaveLength(3)
})

it('says who the page takes its reader to be, and tells when the server does not let it listen', () => {
  expect(latest().url).toMatch(/^\/api\/events\?actingAs=u%201%40o1&since=\d{4}-/)
  latest().dispatchEvent(new Event('error'))
  expect(refused).not.toHaveBeenCalled()
  latest().close()
  latest().dispatchEvent(new Event('error'))
  expect(refused).toHaveBeenCalledTimes(1)
})

it('asks for what is older than a moment when it hears for the first time', () => {
  stop()
  vi.advanceTimersByTime(60_000)
  queries.setQueryData(['customers', 'list'], [])
  stop = followChanges(queries, refused, clock)
  open()
  expect(stale()).toEqual(['invitations', 'audit'])
})

it('hears nothing while it is hidden, and asks for everything when it is seen again', () => {
  see('hidden')
  expect(latest().readyState).toBe(Connection.CLOSED)
  vi.advanceTimersByTime(60_000)
  see('visible')
  see('visible')
  expect([Connection.opened.length, stale()]).toEqual([1, []])
  open()
  expect([Connection.opened.length, stale()]).toEqual([2, ['customers', 'invitations', 'audit']])
})

it('does not begin to listen while it is hidden', () => {
  stop()
  page.visibilityState = 'hidden'
  stop = followChanges(queries, refused, clock)
  vi.advanceTimersByTime(60_000)
  expect(Connection.opened).toHaveLength(1)
})

it('is told when somebody else begins to listen in this browser, and not when its own person does', async () => {
  const people = new BroadcastChannel('tessera.people')
  for (const person of ['u 1@o1', 'u2@o1']) people.postMessage(person)
  await vi.waitFor(() => expect(refused).toHaveBeenCalled())
  people.close()
  expect(refused).toHaveBeenCalledTimes(1)
})

function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

it.each([
  ['where there are no broadcast channels', undefined],
  ['where the browser refuses one', vi.fn<() => BroadcastChannel>(refuse)],
])('%s a page that can be seen has a stream of its own', (_where, channel) => {
  stop()
  vi.stubGlobal('BroadcastChannel', channel)
  stop = followChanges(queries, refused, clock)
  open()
  latest().say('invitations')
  gather()
  expect([Connection.opened.length, stale()]).toEqual([2, ['invitations', 'audit']])
  see('hidden')
  expect(latest().readyState).toBe(Connection.CLOSED)
  see('visible')
  open()
  expect(Connection.opened).toHaveLength(3)
})

it('is silent once it was stopped', () => {
  latest().say('invitations')
  stop()
  gather()
  expect(stale()).toEqual([])
  expect(latest().readyState).toBe(Connection.CLOSED)
})

describe('of what is open', () => {
  let reads: string[]
  let delay: number
  beforeEach(() => {
    reads = []
    delay = 0
    const items = Array.from({ length: 50 }, (_, index) => ({ id: `shown ${index}` }))
    vi.stubGlobal('fetch', async (address: string) => {
      reads.push(address)
      await new Promise((resolve) => { setTimeout(resolve, delay) })
      return Response.json({ items, nextCursor: null, total: { count: 1_000, capped: true } })
    })
  })
  const settled = () => vi.advanceTimersByTimeAsync(300)
  const openList = async () => {
    new InfiniteQueryObserver(queries, gridOf(['invitations', 'list', {}], '/invitations')).subscribe(() => {})
    await settled()
    reads = []
  }
  const openRow = async (id: string) => {
    new QueryObserver(queries, reading(['customers', 'one', id], '/customers/{id}', { path: { id } })).subscribe(() => {})
    await settled()
    reads = []
  }
  const twentyTimes = async (say: (time: number) => void) => {
    for (let time = 0; time < 20; time++) {
      say(time)
      await settled()
    }
    return reads.length
  }

  it.each([
    ['rows that it does not show and that stay where they are', 'elsewhere', true, 0],
    ['rows that it does not show and that may come onto it', 'elsewhere', undefined, 20],
    ['rows that it shows', 'shown', true, 20],
  ] as const)('a list of 50 rows asks anew, after 20 changes of %s', async (_rows, of, stays, expected) => {
    await openList()
    expect(await twentyTimes((time) => latest().say('invitations', `${of} ${time}`, stays))).toBe(expected)
  })

  it('a list asks anew after a change that does not name its rows, or names very many', async () => {
    await openList()
    latest().sayOfMany('invitations')
    await settled()
    expect(reads).toHaveLength(1)
    for (let row = 0; row < 101; row++) latest().say('invitations', `elsewhere ${row}`, true)
    await settled()
    expect(reads).toHaveLength(2)
  })

  it('a list that is being read asks anew, since its answer may be of before', async () => {
    await openList()
    delay = 1_000
    void queries.refetchQueries({ queryKey: ['invitations'] })
    latest().say('invitations', 'elsewhere', true)
    await settled()
    expect(reads).toHaveLength(2)
  })

  it('what is read of one row asks anew when that changes, or any may have', async () => {
    await openRow('Row')
    expect(await twentyTimes((time) => latest().say('customers', `other ${time}`))).toBe(0)
    latest().say('customers', 'row')
    await settled()
    latest().sayOfMany('customers')
    await settled()
    expect(reads).toEqual(['/api/customers/Row', '/api/customers/Row'])
  })
})
