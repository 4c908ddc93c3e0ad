import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { BulkAnswer } from '../../../../domain/bulk-invitations/schemas.ts'
import { forgetWork, forgetWorkOfOthers } from '../../../api/tabs/kept-work.ts'
import {
  checkList, emptyList, makeRows, meanRow, type Reading, readListFile, resetBulk, useBulkJob as shownTo, writeList,
} from './bulk-job.ts'
import { columnNames } from './use-reading.ts'

vi.mock('react', async (original) => ({ ...(await original<object>()), useSyncExternalStore: (_: unknown, read: () => unknown) => read() }))

const [ann, bob] = ['ann@contoso', 'bob@fabrikam']
const fresh = () => emptyList('en', { dapWithInvitation: 'optional' })
const job = (person = ann) => shownTo(person, fresh)
const reading: Reading = {
  names: columnNames({ t: (id) => id }),
  context: { resellers: [], countries: new Map(), languages: new Map(), yes: [], no: [] },
}
const written = (text: string) => ({ ...fresh(), text })
const file = (name: string, text: string, arrives = Promise.resolve()) => ({
  name, size: text.length, arrayBuffer: () => arrives.then(() => new TextEncoder().encode(text).buffer),
}) as unknown as File

type Item = { key: string; evenIfOpen?: boolean }
const sent: { dryRun: boolean; items: Item[] }[] = []
let outcome: (item: Item, dryRun: boolean) => string
let hold: Promise<void>

/** A promise that resolves on demand. */
function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => { open = resolve })
  return { opened, open }
}

beforeEach(() => {
  sent.length = 0
  hold = Promise.resolve()
  outcome = (_item, dryRun) => (dryRun ? 'would_create' : 'created')
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined })
  vi.stubGlobal('fetch', async (_url: string, { body, signal }: { body: string; signal?: AbortSignal }) => {
    const asked = JSON.parse(body) as (typeof sent)[number]
    sent.push(asked)
    await hold
    signal?.throwIfAborted()
    const answer: BulkAnswer = {
      outcomes: asked.items.map((item, index) => ({
        key: item.key, index, outcome: outcome(item, asked.dryRun) as 'created', warnings: [],
      })),
    }
    return Response.json(answer)
  })
  forgetWork(ann)
  forgetWorkOfOthers(ann)
  job()
})

const checked = async (text: string) => {
  await checkList(written(text), reading)
  const now = job()
  if (now.step !== 'checked') throw new Error(`It is at ${now.step}`)
  return now
}

describe('a list that is given up, or whose person goes', () => {
  it('while its rows are read, is not there any more, be it refused or not', async () => {
    for (const text of ['', 'Contoso Suites', '"']) {
      const checking = checkList(written(text), reading)
      resetBulk()
      await checking
      expect(job()).toMatchObject({ step: 'draft', draft: { list: { text: '' } } })
    }
  })

  it('while its rows cannot be asked about, is not there any more', async () => {
    const checking = checkList(written('\t\t\tKR'), reading)
    forgetWorkOfOthers(bob)
    await checking
    expect(job(bob)).toMatchObject({ step: 'draft', draft: { list: { text: '' } } })
  })

  it('while a call runs, is not shown to the next, and nothing more of it is sent', async () => {
    const list = await checked(Array.from({ length: 60 }, (_, row) => `Company ${row}`).join('\n'))
    const { opened, open } = gate()
    hold = opened
    const making = makeRows(list, reading, () => undefined)
    await vi.waitFor(() => expect(sent).toHaveLength(2))
    forgetWorkOfOthers(bob)
    writeList(written('Bob’s company'))
    open()
    await making
    expect(job(bob)).toMatchObject({ step: 'draft', draft: { list: { text: 'Bob’s company' } } })
    expect(sent).toHaveLength(2)
  })
})

it('looking at somebody’s list stops nobody’s', async () => {
  const list = await checked('Contoso Suites')
  const { opened, open } = gate()
  hold = opened
  const making = makeRows(list, reading, () => undefined)
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  expect(job(bob).step).toBe('draft')
  expect(job(ann).step).toBe('running')
  open()
  await making
  expect(job(ann).step).toBe('done')
})

describe('of files', () => {
  it('the one that was chosen last counts, however slow the other is', async () => {
    const { opened, open } = gate()
    const slow = readListFile(file('slow.csv', 'Slow', opened))
    await readListFile(file('quick.csv', 'Quick'))
    open()
    await slow
    expect(job().draft.list.text).toBe('Quick')
  })

  it('what is written meanwhile counts, and one that is no text is refused', async () => {
    const { opened, open } = gate()
    const slow = readListFile(file('slow.csv', 'Slow', opened))
    writeList({ ...job().draft.list, text: 'Written', defaults: { ...job().draft.list.defaults, expiresInDays: 7 } })
    open()
    await slow
    expect(job().draft.list).toMatchObject({ text: 'Written', defaults: { expiresInDays: 7 } })
    await readListFile(file('x.bin', '\u0000'))
    expect(job()).toMatchObject({ draft: { list: { text: 'Written' }, refusal: { why: 'file', file: 'x.bin' } } })
  })
})

describe('rows of customers that are invited already', () => {
  const apart = async () => {
    outcome = ({ evenIfOpen }, dryRun) => (evenIfOpen ? 'created' : dryRun || sent.length > 0 ? 'already_invited' : 'created')
    return checked('Fourth Coffee\nAlpine Ski House')
  }

  it('are not sent unless each is meant', async () => {
    await makeRows(await apart(), reading, () => undefined)
    expect(sent.map(({ dryRun }) => dryRun)).toEqual([true])
    expect(job()).toMatchObject({ step: 'done' })
  })

  it('are sent knowingly one by one, also after the page was loaded again, and not once the list is written anew', async () => {
    const list = await apart()
    const [first, second] = list.rows.map(({ key }) => key)
    meanRow(list, first ?? '', true)
    const once = job()
    meanRow(once, second ?? '', true)
    meanRow(job(), second ?? '', false)
    expect(job().draft.list.meant).toEqual([first])
    await makeRows(job(), reading, () => undefined)
    expect(sent.at(-1)).toEqual({ dryRun: false, items: [expect.objectContaining({ key: first, evenIfOpen: true })] })
    await makeRows({ ...job(), step: 'stopped', rows: [], outcomes: new Map() }, reading, () => undefined)
    expect(sent.at(-1)?.items.map(({ evenIfOpen }) => evenIfOpen)).toEqual([true, undefined])
    writeList(job().draft.list)
    expect(job().draft.list.meant).toEqual([])
  })
})

describe('a page that is loaded again', () => {
  const kept = new Map<string, string>()
  beforeEach(() => {
    kept.clear()
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => {
        if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
        kept.set(name, value)
      },
      removeItem: (name: string) => kept.delete(name),
    })
    room = Infinity
    return () => vi.unstubAllGlobals()
  })
  let room = Infinity
  const loadedAgain = async () => {
    vi.resetModules()
    return (await import('./bulk-job.ts')).useBulkJob(ann, fresh)
  }

  it('shows what came of a list that ended, and does not call it unfinished', async () => {
    await makeRows(await checked('company\nNorthwind Traders'), reading, () => undefined)
    const ended = job()
    expect(await loadedAgain()).toMatchObject({
      step: 'done', rows: 'rows' in ended && ended.rows, outcomes: 'outcomes' in ended && ended.outcomes,
    })
  })

  it('begins anew where there was no room for what came of it', async () => {
    const list = await checked('company\nNorthwind Traders')
    room = 400
    await makeRows(list, reading, () => undefined)
    expect(kept.size).toBe(0)
    expect(await loadedAgain()).toMatchObject({ step: 'draft', draft: { list: { text: '' } } })
  })

  it('has an unfinished list as unfinished, and one written anew as that', async () => {
    const list = await checked('company\nNorthwind Traders')
    outcome = () => { throw new TypeError('no answer') }
    await makeRows(list, reading, () => undefined)
    expect(await loadedAgain()).toMatchObject({ step: 'stopped' })
    outcome = () => 'created'
    await makeRows(list, reading, () => undefined)
    writeList(job().draft.list)
    expect(await loadedAgain()).toMatchObject({ step: 'draft', draft: { list: { text: 'company\nNorthwind Traders' } } })
  })
})
