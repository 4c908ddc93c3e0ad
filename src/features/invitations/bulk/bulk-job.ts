import type { BulkAnswer, BulkOutcome } from '../../../../domain/bulk-invitations/schemas.ts'
import type { LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'
import { personNow } from '../../../api/kept-work.ts'
import { request } from '../../../api/request.ts'
import { createPersonJob, whileWorking } from '../../../ui/person-job.ts'
import { type DecodedFile, type FileRefusal, fileOf } from '../../../ui/decoded-file.ts'
import type { ColumnNames } from './bulk-columns.ts'
import { type BulkList, keepList, keptList } from './bulk-list.ts'
import { type BulkRow, type ListRefusal, readList } from './read-list.ts'
import type { RowContext } from './row-draft.ts'

type Outcomes = ReadonlyMap<string, BulkOutcome>
type Judged = { rows: readonly BulkRow[]; outcomes: Outcomes }

/** A list from pasting it to what was made of it. It belongs to one person and outlives the page it is shown on. */
export type BulkJob = { list: BulkList } & (
  | { step: 'list'; refusal?: ListRefusal | FileRefusal; error?: unknown; decoded?: DecodedFile }
  | { step: 'checking' }
  | ({ step: 'checked' } & Judged)
  | ({ step: 'creating'; done: number; total: number } & Judged)
  /** `error` is absent when the page itself was left or loaded again. */
  | ({ step: 'stopped'; error?: unknown } & Judged)
  | ({ step: 'done' } & Judged)
)

const chunk = 25
const nothing: Judged = { rows: [], outcomes: new Map() }

const jobs = createPersonJob<BulkJob>()

const begun = (person: string, fresh: () => BulkList): BulkJob => {
  const kept = keptList(person)
  if (kept?.ended) {
    const { ended: { rows, outcomes }, ...list } = kept
    return { step: 'done', list, rows, outcomes: new Map(outcomes.map((outcome) => [outcome.key, outcome])) }
  }
  return kept?.started ? { step: 'stopped', list: kept, ...nothing } : { step: 'list', list: kept ?? fresh() }
}

/** The person's list, whatever page it was begun on; `fresh` makes one when there is none. */
export const useBulkJob = (person: string, fresh: () => BulkList): BulkJob => jobs.useJob(person, () => begun(person, fresh))

/** Keeps the list as it is written. What is written anew is checked anew, also where the page is loaded again. */
export function writeList(written: BulkList, decoded?: DecodedFile): void {
  const list = { ...written, meant: [], started: false }
  keepList(personNow(), list)
  jobs.write({ step: 'list', list, ...(decoded && { decoded }) })
}

/** Takes the rows from a file, unless another is chosen or something is written before it is read. */
export async function readListFile(file: File, encoding?: LegacyEncoding): Promise<void> {
  const { put, signal } = jobs.begin()
  const read = await fileOf(file, encoding)
  const list = jobs.now()?.list
  if (signal.aborted || !list) return
  if (read.refusal) put({ step: 'list', list, refusal: read.refusal })
  else writeList({ ...list, text: read.text }, read.decoded)
}

/** A list that ended is not taken up again; where there is no room for what came of it, nothing is kept. */
function keepEnd(person: string, list: BulkList, { rows, outcomes }: Judged): void {
  keepList(person, undefined)
  keepList(person, { ...list, ended: { rows, outcomes: [...outcomes.values()] } })
}

/** Says whether a row that was set apart is to be made all the same. */
export function meanRow(job: Extract<BulkJob, { step: 'checked' }>, key: string, isMeant: boolean): void {
  const others = job.list.meant.filter((other) => other !== key)
  jobs.write({ ...job, list: { ...job.list, meant: isMeant ? [...others, key] : others } })
}

/** Gives up the list for a new one. */
export function resetBulk(): void {
  keepList(personNow(), undefined)
  jobs.reset()
}

type Asking = { dryRun: boolean; signal: AbortSignal }

const ask = (rows: readonly BulkRow[], { meant }: BulkList, { dryRun, signal }: Asking): Promise<BulkAnswer> =>
  request<BulkAnswer>('/invitations/bulk', {
    method: 'POST', signal,
    body: { dryRun, items: rows.map(({ key, draft }) => ({ key, ...draft, ...(meant.includes(key) && { evenIfOpen: true }) })) },
  })

/** What was found of a row's customer when it was checked stays: a call of few rows compares it with fewer. */
const withOutcomes = (known: Outcomes, { outcomes }: BulkAnswer): Outcomes =>
  new Map([
    ...known,
    ...outcomes.map((outcome): [string, BulkOutcome] => {
      const { warnings, open, repeats } = known.get(outcome.key) ?? outcome
      return [outcome.key, { ...outcome, warnings, ...(open && { open }), ...(repeats !== undefined && { repeats }) }]
    }),
  ])

export type Reading = { names: ColumnNames; context: Omit<RowContext, 'defaults'> }

const readRows = (list: BulkList, { names, context }: Reading) => readList(list, names, { ...context, defaults: list.defaults })

/** Asks the server what each row would do; nothing is made yet. */
export async function checkList(list: BulkList, reading: Reading): Promise<void> {
  const { put, signal } = jobs.begin()
  try {
    const rows = await readRows(list, reading)
    // The form stays for what is wrong with the list.
    if ('why' in rows) return put({ step: 'list', list, refusal: rows })
    put({ step: 'checking', list })
    const asked = rows.filter(({ draft }) => draft)
    const outcomes = asked.length > 0 ? withOutcomes(new Map(), await ask(asked, list, { dryRun: true, signal })) : nothing.outcomes
    put({ step: 'checked', list, rows, outcomes })
  } catch (error) {
    put({ step: 'list', list, error })
  }
}

const isMade = (outcome: BulkOutcome | undefined): boolean => outcome?.outcome === 'created' || outcome?.outcome === 'already_created'

/** Rows that are still to be made: neither made nor refused, and those that were set apart only when that is meant. */
const openRows = ({ rows, outcomes }: Judged, { meant }: BulkList): BulkRow[] =>
  rows.filter(({ key, draft }) => {
    const { outcome } = outcomes.get(key) ?? { outcome: 'would_create' }
    return draft && (outcome === 'would_create' || (outcome === 'already_invited' && meant.includes(key)))
  })

export const countToMake = (job: Judged & { list: BulkList }): number => openRows(job, job.list).length

/**
 * Makes what the check found possible, a few rows a call. A call that gets no answer leaves unknown what it did, so everything stops
 * there: going on sends the same rows with the same keys, and what was made is found, not made again.
 */
export async function makeRows(from: Extract<BulkJob, Judged>, reading: Reading, onMade: () => void): Promise<void> {
  const { put, signal } = jobs.begin()
  const person = personNow()
  const list = { ...from.list, started: true }
  keepList(person, list)
  let { rows, outcomes }: Judged = from
  const work = async (): Promise<BulkJob> => {
    if (rows.length === 0) {
      const read = await readRows(list, reading)
      if ('why' in read) return { step: 'list', list, refusal: read }
      rows = read
    }
    for (;;) {
      const open = openRows({ rows, outcomes }, list)
      put({ step: 'creating', list, rows, outcomes, done: rows.length - open.length, total: rows.length })
      if (open.length === 0) {
        if (!signal.aborted) keepEnd(person, list, { rows, outcomes })
        return { step: 'done', list, rows, outcomes }
      }
      outcomes = withOutcomes(outcomes, await ask(open.slice(0, chunk), list, { dryRun: false, signal }))
    }
  }
  try {
    put(await whileWorking(work))
  } catch (error) {
    put({ step: 'stopped', list, rows, outcomes, error })
  } finally {
    if ([...outcomes.values()].some(isMade)) onMade()
  }
}
