import type { LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'
import { findCustomer, searchCustomers } from '../request/customer-queries.ts'
import { personNow } from '../../../api/kept-work.ts'
import { createPersonJob, whileWorking } from '../../../ui/person-job.ts'
import { type DecodedFile, type FileRefusal, fileOf } from '../../../ui/decoded-file.ts'
import { askForMany, isAsked, type Judged, openRows, type Outcomes, withOutcomes } from './bulk-requests.ts'
import { type BulkRow, type BulkSetup, emptySetup, keepBulk, keptBulk } from './bulk-setup.ts'
import { namesBy } from './name-pattern.ts'
import { type ListRefusal, readCustomers } from './read-customers.ts'
import { resolveCustomers } from './resolve-customers.ts'

/** A list from writing it to what was made of it. It belongs to one person and outlives the page it is shown on. */
export type BulkJob = { setup: BulkSetup } & (
  | { step: 'setup'; refusal?: ListRefusal | FileRefusal; error?: unknown; decoded?: DecodedFile }
  | { step: 'checking'; done: number; total: number }
  | ({ step: 'checked' } & Judged)
  | ({ step: 'running'; done: number; total: number } & Judged)
  /** `error` is absent when the page itself was left or loaded again. */
  | ({ step: 'stopped'; error?: unknown } & Judged)
  | ({ step: 'done' } & Judged)
)

const chunk = 25
const dryChunk = 50
const nothing: Outcomes = new Map()

const jobs = createPersonJob<BulkJob>()

const begun = (person: string): BulkJob => {
  const kept = keptBulk(person)
  return kept?.rows
    ? { step: 'stopped', setup: kept.setup, rows: kept.rows, outcomes: nothing }
    : { step: 'setup', setup: kept?.setup ?? emptySetup }
}

/** The person's list, whatever page it was begun on. */
export const useBulkJob = (person: string): BulkJob => jobs.useJob(person, () => begun(person))

/** Keeps the list as it is written. What is written anew is checked anew. */
export function writeSetup(setup: BulkSetup, decoded?: DecodedFile): void {
  keepBulk(personNow(), { setup })
  jobs.write({ step: 'setup', setup, ...(decoded && { decoded }) })
}

/** Takes the list from a file, unless another is chosen or something is written before it is read. */
export async function readListFile(file: File, encoding?: LegacyEncoding): Promise<void> {
  const { put, signal } = jobs.begin()
  const read = await fileOf(file, encoding)
  const setup = jobs.now()?.setup
  if (signal.aborted || !setup) return
  if (read.refusal) put({ step: 'setup', setup, refusal: read.refusal })
  else writeSetup({ ...setup, text: read.text }, read.decoded)
}

/** Gives up the list for a new one. */
export function resetBulk(): void {
  keepBulk(personNow(), undefined)
  jobs.reset()
}

/** Looks every customer up, names its request, and asks the server what each would come to; nothing is made yet. */
export async function checkBulk(setup: BulkSetup): Promise<void> {
  const entries = readCustomers(setup.text)
  if ('why' in entries) return jobs.write({ step: 'setup', setup, refusal: entries })
  const { put, signal } = jobs.begin()
  const total = entries.length * 2
  const show = (done: number) => put({ step: 'checking', setup, done, total })
  show(0)
  try {
    const lookups = { find: (id: string) => findCustomer(id, signal), search: (text: string) => searchCustomers(text, signal) }
    const resolved = await resolveCustomers(entries, lookups, show)
    const names = namesBy(setup.pattern, setup.part, resolved.filter((row) => row.tenantId !== undefined))
    const rows = resolved.map((row): BulkRow => ({ ...row, name: row.tenantId === undefined ? '' : (names.get(row.tenantId) ?? '') }))
    const asked = rows.filter(isAsked)
    let outcomes = nothing
    for (let first = 0; first < asked.length; first += dryChunk) {
      outcomes = withOutcomes(outcomes, await askForMany(asked.slice(first, first + dryChunk), setup, { dryRun: true, signal }))
      show(Math.min(entries.length + first + dryChunk, total))
    }
    put({ step: 'checked', setup, rows, outcomes })
  } catch (error) {
    put({ step: 'setup', setup, error })
  }
}

/**
 * Makes what the check found possible, a few rows a call. A call that gets no answer leaves unknown what it did, so everything stops
 * there: going on sends the same names, and what was made is found, not made again.
 */
export async function runBulk(from: Extract<BulkJob, Judged>, onMade: () => void): Promise<void> {
  const { put, signal } = jobs.begin()
  const { setup, rows } = from
  let { outcomes } = from
  keepBulk(personNow(), { setup, rows: [...rows] })
  const work = async () => {
    const total = openRows({ rows, outcomes }).length
    for (;;) {
      const open = openRows({ rows, outcomes })
      put({ step: 'running', setup, rows, outcomes, done: total - open.length, total })
      if (open.length === 0) break
      outcomes = withOutcomes(outcomes, await askForMany(open.slice(0, chunk), setup, { dryRun: false, signal }))
    }
  }
  try {
    await whileWorking(work)
    put({ step: 'done', setup, rows, outcomes })
  } catch (error) {
    put({ step: 'stopped', setup, rows, outcomes, error })
  } finally {
    onMade()
  }
}
