import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { actAs } from './acting-as.ts'
import { followChanges } from './events.ts'

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
  say(noun: string) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ noun, id: '1', change: 'sent' }) }))
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
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Connection)
  Connection.opened = []
  queries = new QueryClient()
  for (const noun of ['customers', 'invitations', 'audit']) queries.setQueryData([noun, 'list'], [])
  refused.mockClear()
  clock.mockClear()
  actAs({ user: { id: 'u 1' }, organization: { id: 'o1' } } as Parameters<typeof actAs>[0])
  stop = followChanges(queries, refused, clock)
  latest().dispatchEvent(new Event('open'))
})
afterEach(() => {
  stop()
  queries.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const stale = () => ['customers', 'invitations', 'audit'].filter((noun) => queries.getQueryState([noun, 'list'])?.isInvalidated)

it('asks anew for what has changed, and for the events that every change leaves', () => {
  latest().say('invitations')
  vi.runAllTimers()
  expect(stale()).toEqual(['invitations', 'audit'])
})

it('hears whether the clock is held, which makes nothing else stale', () => {
  latest().sayClock(true)
  latest().sayClock(false)
  vi.runAllTimers()
  expect([clock.mock.calls, stale()]).toEqual([[[true], [false]], []])
})

it('gathers a burst of changes into one round', () => {
  const rounds = vi.spyOn(queries, 'invalidateQueries')
  for (let change = 0; change < 500; change++) latest().say('customers')
  vi.runAllTimers()
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
  expect(latest().url).toBe('/api/events?actingAs=u%201%40o1')
  latest().dispatchEvent(new Event('error'))
  expect(refused).not.toHaveBeenCalled()
  latest().close()
  latest().dispatchEvent(new Event('error'))
  expect(refused).toHaveBeenCalledTimes(1)
})

it('is silent once it was stopped', () => {
  latest().say('invitations')
  stop()
  vi.runAllTimers()
  expect(stale()).toEqual([])
  expect(latest().readyState).toBe(Connection.CLOSED)
})
