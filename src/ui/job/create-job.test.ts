import { beforeEach, expect, it, vi } from 'vitest'
import { forgetWorkOfOthers } from '../../api/tabs/kept-work.ts'
import { NetworkError } from '../../api/problem-error.ts'
import { createJob } from './create-job.ts'
import { createJobStates, draftOf, type Job } from './job-states.ts'

vi.mock('react', () => ({ useSyncExternalStore: (_: unknown, read: () => unknown) => read() }))

type Result = 'possible' | 'refused' | 'done'
type Words = Job<string, string, Result>

beforeEach(() => {
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined })
  forgetWorkOfOthers('person')
})

/** A job on a text's words, two per call and three per dry run; words with x are refused, and `fails` makes calls fail. */
function jobOf({ countsOpen = false, fails = () => false }: { countsOpen?: boolean; fails?: (dryRun: boolean, call: number) => boolean }) {
  const calls: { rows: readonly string[]; dryRun: boolean; key: string }[] = []
  const shown: Words[] = []
  const states = createJobStates<string, string, Result, Words>({
    name: 'words', of: (job) => { shown.push(job); return job }, from: (kept) => kept,
  })
  const job = createJob(states, {
    size: 2, drySize: 3, countsOpen,
    idOf: (word) => word,
    isOpen: (_word, outcome) => outcome === undefined || outcome === 'possible',
    call: async (rows, _job, { dryRun, key }) => {
      calls.push({ rows, dryRun, key })
      await Promise.resolve()
      if (fails(dryRun, calls.length)) throw new NetworkError(new Error('cut'))
      return rows.map((row): [string, Result] => [row, row.startsWith('x') ? 'refused' : dryRun ? 'possible' : 'done'])
    },
  })
  const now = () => job.useJob('person', () => '')
  now()
  const checked = async (text: string) => {
    await job.check(text, ({ show }) => {
      show(0, 8)
      return text.split(' ')
    })
    return now()
  }
  return { job, calls, shown, now, checked }
}

it('asks dry about a few rows a call, says how far it is, and then does what is possible', async () => {
  const { job, calls, shown, now, checked } = jobOf({})
  const state = await checked('a b xc d')
  expect(shown.filter(({ step }) => step === 'checking').map(({ progress }) => progress?.done)).toEqual([undefined, 0, 0, 3, 6])
  expect([state.step, [...state.outcomes.values()]]).toEqual(['checked', ['possible', 'possible', 'refused', 'possible']])
  const onEnd = vi.fn<() => void>()
  await job.run(state, onEnd)
  expect(calls.map(({ rows, dryRun }) => [rows.join(' '), dryRun])).toEqual([['a b xc', true], ['d', true], ['a b', false], ['d', false]])
  expect([now().step, onEnd.mock.calls.length]).toEqual(['done', 1])
})

it.each([[false, [[1, 4], [3, 4], [4, 4]]], [true, [[0, 3], [2, 3], [3, 3]]]])(
  'counts what is done of all rows, or of those that were open (%s)', async (countsOpen, counts) => {
    const { job, shown, checked } = jobOf({ countsOpen })
    await job.run(await checked('a b xc d'), () => undefined)
    const running = shown.filter(({ step }) => step === 'running').map(({ progress }) => [progress?.done, progress?.total])
    expect(running.filter((each, at) => at === 0 || each[0] !== running[at - 1]?.[0])).toEqual(counts)
  },
)

it('goes back to the draft with the reason when it cannot be checked', async () => {
  const { checked } = jobOf({ fails: (dryRun) => dryRun })
  expect(await checked('a b')).toMatchObject({ ...draftOf('a b'), error: expect.any(NetworkError) as unknown })
})

it('stops without an answer, and goes on with the same rows under the same key', async () => {
  const { job, calls, now, checked } = jobOf({ fails: (dryRun, call) => !dryRun && call === 2 })
  const onEnd = vi.fn<() => void>()
  await job.run(await checked('a b c'), onEnd)
  expect([now().step, now().open?.rows, onEnd.mock.calls.length]).toEqual(['stopped', ['a', 'b'], 1])
  await job.run(now(), onEnd)
  expect(calls.slice(1).map(({ rows }) => rows.join(' '))).toEqual(['a b', 'a b', 'c'])
  expect(calls[2]?.key).toBe(calls[1]?.key)
  expect([now().step, now().error]).toEqual(['done', undefined])
})

it('takes nobody’s rows twice: while it runs it is not begun again', async () => {
  const { job, calls, now, checked } = jobOf({})
  const state = await checked('a b')
  const first = job.run(state, () => undefined)
  await job.run(now(), () => undefined)
  await first
  expect(calls.filter(({ dryRun }) => !dryRun)).toHaveLength(1)
})
