import { environmentManager, QueryObserver } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { ProblemError } from './problem-error.ts'
import { queryClient } from './query-client.ts'

// Without a window TanStack Query takes itself to be on a server, where nothing is asked for again.
beforeAll(() => environmentManager.setIsServer(() => false))
afterAll(() => environmentManager.setIsServer(() => true))

const away = new ProblemError({ type: '', title: '', detail: '', status: 503, code: 'store.unavailable', requestId: 'r' }, 2)
const failed = new ProblemError({ type: '', title: '', detail: '', status: 500, code: 'server.failed', requestId: 'r' })

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => {
  queryClient.clear()
  vi.useRealTimers()
})

/** What is on screen of a list whose answers come one after the other; the last one goes on for ever. */
function watch(key: string, ...answers: (string[] | Error)[]) {
  const asked: number[] = []
  const observer = new QueryObserver<string[]>(queryClient, {
    queryKey: [key],
    queryFn: () => {
      asked.push(Date.now())
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? [])
    },
  })
  const stop = observer.subscribe(() => undefined)
  return { asked, stop, shown: () => observer.getCurrentResult() }
}

it('goes on by itself when the database is back, keeps the rows meanwhile, and waits as it is asked to', async () => {
  const list = watch('customers', ['old'], away, away, away, away, ['new'])
  await vi.advanceTimersByTimeAsync(0)
  void queryClient.invalidateQueries({ queryKey: ['customers'] })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(list.shown()).toMatchObject({ data: ['old'], isRefetchError: true })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(list.shown()).toMatchObject({ data: ['new'], isError: false })
  const pauses = list.asked.slice(2).map((at, index) => at - (list.asked[index + 1] ?? 0))
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2_000)
  list.stop()
})

it('asks ever more seldom, and at once for everything when one answer has come', async () => {
  const list = watch('customers', away)
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  const before = list.asked.length
  expect(before).toBeGreaterThan(15)
  expect(before).toBeLessThan(40)
  const other = watch('invitations', ['back'])
  await vi.advanceTimersByTimeAsync(1)
  expect(list.asked.length).toBe(before + 1)
  list.stop()
  other.stop()
})

it('does not go on asking after an error of the server’s own', async () => {
  const list = watch('customers', failed)
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(list.asked).toHaveLength(1)
  list.stop()
})
