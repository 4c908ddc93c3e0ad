import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetWorkOfOthers } from '../../api/tabs/kept-work.ts'
import { EarlierArrived, NetworkError, ProblemError } from '../../api/problem-error.ts'
import { changedRows, createRowJob, doneCount, openRows, refusedRow, type RowAnswer, type RowJob, rowsToRetry } from './row-job.ts'

let shown: RowJob | undefined
vi.mock('react', () => ({ useSyncExternalStore: (_: unknown, read: () => unknown) => read() }))

type Call = { ids: string[]; key: string }
const row = (id: string) => ({ id })
const rows = ['a', 'b', 'c', 'd', 'e'].map(row)
const problem = (status: number) =>
  new ProblemError({ type: 'about:blank', title: '', detail: 'No', status, code: 'some.code', requestId: 'r' })

/** Like browsers' storage: keys are own properties, methods are not. */
const storage = () => Object.create({
  getItem(this: Record<string, string>, key: string) { return this[key] ?? null },
  setItem(this: Record<string, string>, key: string, text: string) { this[key] = text },
  removeItem(this: Record<string, string>, key: string) { Reflect.deleteProperty(this, key) },
}) as Storage

beforeEach(() => {
  vi.stubGlobal('sessionStorage', storage())
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined })
  forgetWorkOfOthers('person')
})

/** A job of two rows per call; `answer` gives a row's outcome or throws for the call. */
function jobOf(answer: (id: string) => RowAnswer['outcome']) {
  const calls: Call[] = []
  const job = createRowJob<{ id: string }>('rows', 2, async (chunk, key) => {
    calls.push({ ids: chunk.map(({ id }) => id), key })
    await Promise.resolve()
    return chunk.map(({ id }) => ({ id, outcome: answer(id), problem: null }))
  })
  job.useJob('person')
  const look = () => {
    shown = job.useJob('person')
    return shown
  }
  return { job, calls, look }
}

const outcomesOf = (job: RowJob | undefined) => rows.map(({ id }) => job?.outcomes.get(id)?.outcome)

describe('a job on rows', () => {
  it('takes a few rows a call, each call with a key of its own, and tells when it is over', async () => {
    const { job, calls, look } = jobOf((id) => (id === 'c' ? 'refused' : 'changed'))
    const onEnd = vi.fn<() => void>()
    const running = job.start(rows, onEnd)
    expect(look()?.step).toBe('running')
    await running
    expect(calls.map(({ ids }) => ids)).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    expect(new Set(calls.map(({ key }) => key)).size).toBe(3)
    expect([look()?.step, onEnd.mock.calls.length]).toEqual(['done', 1])
    expect(outcomesOf(look())).toEqual(['changed', 'changed', 'refused', 'changed', 'changed'])
  })

  it('names what it changed, and nothing that was so already or failed: that alone can be taken back', async () => {
    const outcomes = { a: 'unchanged', c: 'refused', e: 'not_found' } as Record<string, RowAnswer['outcome']>
    const { job, look } = jobOf((id) => outcomes[id] ?? 'changed')
    await job.start(rows, () => undefined)
    expect(changedRows(look() as RowJob).map(({ id }) => id)).toEqual(['b', 'd'])
  })

  it('tries again what failed and nothing else', async () => {
    const answers = { c: 'refused' } as Record<string, 'refused' | 'changed'>
    const { job, calls, look } = jobOf((id) => answers[id] ?? 'changed')
    await job.start(rows, () => undefined)
    answers['c'] = 'changed'
    await job.retry(() => undefined)
    expect(calls.at(-1)?.ids).toEqual(['c'])
    expect(outcomesOf(look())).toEqual(rows.map(() => 'changed'))
  })

  it.each([['no answer', new NetworkError(new Error('cut'))], ['a server that broke off', problem(503)]])(
    'stops at %s, says what is not known, and asks for the same rows with the same key', async (_name, silence) => {
      let isSilent = true
      const { job, calls, look } = jobOf((id) => {
        if (id === 'd' && isSilent) throw silence
        return id === 'a' ? 'refused' : 'changed'
      })
      await job.start(rows, () => undefined)
      expect(outcomesOf(look())).toEqual(['refused', 'changed', 'unknown', 'unknown', undefined])
      expect([doneCount(look() as RowJob), rowsToRetry(look() as RowJob).map(({ id }) => id)]).toEqual([2, ['a', 'c', 'd', 'e']])
      isSilent = false
      await job.retry(() => undefined)
      expect(calls.slice(2).map(({ ids }) => ids)).toEqual([['c', 'd'], ['a', 'e']])
      expect(calls[2]?.key).toBe(calls[1]?.key)
      expect(look()?.error).toBeUndefined()
    },
  )

  it('stops at a refusal of the whole call and leaves its rows waiting', async () => {
    const { job, look } = jobOf((id) => {
      if (id === 'c') throw problem(429)
      return 'changed'
    })
    await job.start(rows, () => undefined)
    expect(outcomesOf(look())).toEqual(['changed', 'changed', undefined, undefined, undefined])
    expect(look()?.error).toBeInstanceOf(ProblemError)
  })

  it('is nobody else’s: who signs in next finds none, what still comes back is not shown, and no more is done in their name', async () => {
    const { job, calls, look } = jobOf(() => 'changed')
    const running = job.start(rows, () => undefined)
    forgetWorkOfOthers('another')
    expect(job.useJob('another')).toBeUndefined()
    await running
    expect([look(), calls.length]).toEqual([undefined, 1])
  })

  it('goes on though somebody looks for a job of their own', async () => {
    const { job, calls, look } = jobOf(() => 'changed')
    const running = job.start(rows, () => undefined)
    expect(job.useJob('another')).toBeUndefined()
    await running
    expect([look()?.step, calls.length]).toEqual(['done', 3])
  })

  it('does nothing to rows that are decided on before it begins, and tries only those again that it is told', async () => {
    const { job, calls, look } = jobOf((id) => {
      if (id === 'd') throw problem(429)
      return id === 'c' ? 'refused' : 'changed'
    })
    const no = { outcome: 'refused', problem: { code: 'some.code', detail: 'No', rule: 'BR-25' } } as const
    await job.start(rows, () => undefined, new Map([['a', no]]))
    expect(calls.map(({ ids }) => ids)).toEqual([['b', 'c'], ['d', 'e']])
    expect(outcomesOf(look())).toEqual(['refused', 'changed', 'refused', undefined, undefined])
    expect(openRows(look() as RowJob).map(({ id }) => id)).toEqual(['d', 'e'])
    await job.retry(() => undefined, openRows)
    expect(calls.at(-1)?.ids).toEqual(['d', 'e'])
  })

  it('is there for its person when the page is loaded again, until it is closed or the person signs out', async () => {
    const { job } = jobOf((id) => (id === 'c' ? 'refused' : 'changed'))
    await job.start(rows, () => undefined)
    const again = jobOf(() => 'changed')
    expect(outcomesOf(again.look())).toEqual(['changed', 'changed', 'refused', 'changed', 'changed'])
    expect(again.look()?.step).toBe('done')
    again.job.close()
    expect(jobOf(() => 'changed').look()).toBeUndefined()

    await job.start(rows, () => undefined)
    forgetWorkOfOthers('another')
    forgetWorkOfOthers('person')
    expect(jobOf(() => 'changed').look()).toBeUndefined()
  })

  it('that was under way when the page was loaded again says what is not known, and goes on with the same rows and key', async () => {
    const silent = jobOf(() => 'changed')
    const never = createRowJob<{ id: string }>('rows', 2, async (chunk, key) => {
      silent.calls.push({ ids: chunk.map(({ id }) => id), key })
      if (silent.calls.length > 1) await new Promise(() => undefined)
      return chunk.map(({ id }) => ({ id, outcome: 'changed', problem: null }))
    })
    void never.start(rows, () => undefined)
    await vi.waitFor(() => expect(silent.calls).toHaveLength(2))
    const { job, calls, look } = jobOf(() => 'unchanged')
    expect(outcomesOf(look())).toEqual(['changed', 'changed', 'unknown', 'unknown', undefined])
    expect([look()?.step, look()?.error]).toEqual(['stopped', undefined])
    await job.retry(() => undefined, openRows)
    expect(calls.map(({ ids }) => ids)).toEqual([['c', 'd'], ['e']])
    expect(calls[0]?.key).toBe(silent.calls[1]?.key)
    expect([look()?.step, outcomesOf(look()).at(-1)]).toEqual(['done', 'unchanged'])
  })

  it('does its rows when an earlier call turns out to have arrived instead', async () => {
    let isFirst = true
    const { job, look } = jobOf(() => {
      if (isFirst) {
        isFirst = false
        throw new EarlierArrived({ items: [] })
      }
      return 'unchanged'
    })
    await job.start(rows, () => undefined)
    expect(outcomesOf(look())).toEqual(rows.map(() => 'unchanged'))
  })
})

describe('a row that a call was refused for', () => {
  it.each([
    [403, 'refused'], [404, 'not_found'], [409, 'refused'], [412, 'refused'], [422, 'refused'],
  ] as const)('%i is its outcome, %s, with the sentence of the server', (status, outcome) => {
    expect(refusedRow('a', problem(status))).toEqual({ id: 'a', outcome, problem: { code: 'some.code', detail: 'No' } })
  })

  it.each([['a limit of the day', problem(429)], ['a failure', problem(500)], ['silence', new NetworkError(new Error('cut'))]])(
    '%s says nothing of the row itself', (_name, error) => expect(() => refusedRow('a', error)).toThrow(error),
  )
})
