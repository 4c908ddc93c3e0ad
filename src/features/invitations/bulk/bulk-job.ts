import { useSyncExternalStore } from 'react'
import type { BulkAnswer, BulkOutcome } from '../../../../domain/bulk-invitations/schemas.ts'
import { onWorkForgotten } from '../../../api/kept-work.ts'
import { request } from '../../../api/request.ts'
import type { ColumnNames } from './bulk-columns.ts'
import { type BulkList, keepList, keptList } from './bulk-list.ts'
import { type BulkRow, type ListRefusal, readList } from './read-list.ts'
import type { RowContext } from './row-draft.ts'

type Outcomes = ReadonlyMap<string, BulkOutcome>
type Judged = { rows: readonly BulkRow[]; outcomes: Outcomes }

/** A list from pasting it to what was made of it. It belongs to one person and outlives the page it is shown on. */
export type BulkJob = { list: BulkList } & (
  | { step: 'list'; refusal?: ListRefusal; error?: unknown }
  | { step: 'checking' }
  | ({ step: 'checked' } & Judged)
  | ({ step: 'creating'; done: number; total: number } & Judged)
  /** `error` is absent when the page itself was left or loaded again. */
  | ({ step: 'stopped'; error?: unknown } & Judged)
  | ({ step: 'done' } & Judged)
)

const chunk = 25
const nothing: Judged = { rows: [], outcomes: new Map() }

let job: BulkJob | undefined
let owner: string | undefined
let running: AbortController | undefined
const listeners = new Set<() => void>()

function put(next: BulkJob | undefined): void {
  job = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function jobOf(person: string, fresh: () => BulkList): BulkJob {
  if (job && owner === person) return job
  running?.abort()
  owner = person
  const kept = keptList(person)
  job = kept?.started ? { step: 'stopped', list: kept, ...nothing } : { step: 'list', list: kept ?? fresh() }
  return job
}

/** The person's list, whatever page it was begun on; `fresh` makes one when there is none. */
export const useBulkJob = (person: string, fresh: () => BulkList): BulkJob =>
  useSyncExternalStore(subscribe, () => jobOf(person, fresh))

/** Keeps the list as it is written. What is written anew is checked anew, also where the page is loaded again. */
export function writeList(written: BulkList): void {
  const list = { ...written, started: false }
  if (owner) keepList(owner, list)
  put({ step: 'list', list })
}

/** Gives up the list for a new one. */
export function resetBulk(): void {
  running?.abort()
  if (owner) keepList(owner, undefined)
  put(undefined)
}

onWorkForgotten((isTheirs) => {
  if (owner && isTheirs(owner)) resetBulk()
})

const ask = (rows: readonly BulkRow[], dryRun: boolean, signal: AbortSignal): Promise<BulkAnswer> =>
  request<BulkAnswer>('/invitations/bulk', {
    method: 'POST', body: { dryRun, items: rows.map(({ key, draft }) => ({ key, ...draft })) }, signal,
  })

/** What a row was warned of when it was checked stays: a call of few rows compares it with fewer. */
const withOutcomes = (known: Outcomes, { outcomes }: BulkAnswer): Outcomes =>
  new Map([
    ...known,
    ...outcomes.map((outcome): [string, BulkOutcome] => {
      const { warnings } = known.get(outcome.key) ?? outcome
      return [outcome.key, { ...outcome, warnings }]
    }),
  ])

export type Reading = { names: ColumnNames; context: Omit<RowContext, 'defaults'> }

const readRows = (list: BulkList, { names, context }: Reading) => readList(list, names, { ...context, defaults: list.defaults })

/** Asks the server what each row would do; nothing is made yet. */
export async function checkList(list: BulkList, reading: Reading): Promise<void> {
  running?.abort()
  const own = (running = new AbortController())
  put({ step: 'checking', list })
  try {
    const rows = await readRows(list, reading)
    if ('why' in rows) return put({ step: 'list', list, refusal: rows })
    const asked = rows.filter(({ draft }) => draft)
    const outcomes = asked.length > 0 ? withOutcomes(new Map(), await ask(asked, true, own.signal)) : nothing.outcomes
    if (running === own) put({ step: 'checked', list, rows, outcomes })
  } catch (error) {
    if (!own.signal.aborted) put({ step: 'list', list, error })
  }
}

const warnOfLeaving = (event: BeforeUnloadEvent) => event.preventDefault()

const isMade = (outcome: BulkOutcome | undefined): boolean => outcome?.outcome === 'created' || outcome?.outcome === 'already_created'

/** Rows that are still to be made: neither made nor refused. */
const openRows = ({ rows, outcomes }: Judged): BulkRow[] =>
  rows.filter(({ key, draft }) => draft && (outcomes.get(key)?.outcome ?? 'would_create') === 'would_create')

export const countToMake = (judged: Judged): number => openRows(judged).length

/**
 * Makes what the check found possible, a few rows a call. A call that gets no answer leaves unknown what it did, so everything stops
 * there: going on sends the same rows with the same keys, and what was made is found, not made again.
 */
export async function makeRows(from: Extract<BulkJob, Judged>, reading: Reading, onMade: () => void): Promise<void> {
  running?.abort()
  const own = (running = new AbortController())
  const list = { ...from.list, started: true }
  if (owner) keepList(owner, list)
  let { rows, outcomes }: Judged = from
  window.addEventListener('beforeunload', warnOfLeaving)
  try {
    if (rows.length === 0) {
      const read = await readRows(list, reading)
      if ('why' in read) return put({ step: 'list', list, refusal: read })
      rows = read
    }
    const total = rows.length
    for (;;) {
      const open = openRows({ rows, outcomes })
      put({ step: 'creating', list, rows, outcomes, done: total - open.length, total })
      if (open.length === 0) break
      outcomes = withOutcomes(outcomes, await ask(open.slice(0, chunk), false, own.signal))
    }
    if (running === own) put({ step: 'done', list, rows, outcomes })
  } catch (error) {
    if (!own.signal.aborted) put({ step: 'stopped', list, rows, outcomes, error })
  } finally {
    window.removeEventListener('beforeunload', warnOfLeaving)
    if ([...outcomes.values()].some(isMade)) onMade()
  }
}
