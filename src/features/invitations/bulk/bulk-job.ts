import type { BulkOutcome } from '../../../../domain/bulk-invitations/schemas.ts'
import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { call } from '../../../api/call.ts'
import { newKey } from '../../../api/request.ts'
import { createJob } from '../../../ui/job/create-job.ts'
import { createJobStates, draftOf, hasBegun, type Job } from '../../../ui/job/job-states.ts'
import { type ListDraft, readListFile as readInto } from '../../../ui/job/list-draft.ts'
import type { ColumnNames } from './bulk-columns.ts'
import { type BulkRow, type ListRefusal, readList } from './read-list.ts'
import type { BulkDefaults, RowContext } from './row-draft.ts'

/** A pasted list with its common settings, kept in the tab over a reload. */
export type BulkList = {
  listId: string
  text: string
  defaults: BulkDefaults
  /** Keys of rows to make though their customer is invited already; each was ticked by itself. */
  meant: readonly string[]
}

/** A new list; asks for DAP at first only where the cloud always does. */
export const emptyList = (language: Locale, policy: Pick<CloudPolicy, 'dapWithInvitation'>): BulkList => ({
  listId: newKey(),
  text: '',
  defaults: { language, expiresInDays: 30, resellerId: '', includeDap: policy.dapWithInvitation === 'required', services: [] },
  meant: [],
})

export type BulkJob = Job<ListDraft<BulkList, ListRefusal>, BulkRow, BulkOutcome>

/** Kept in the tab: whether rows may have been made, and the outcomes once it ended. */
type Kept = BulkList & { started: boolean; ended?: { rows: readonly BulkRow[]; outcomes: readonly BulkOutcome[] } }

const states = createJobStates({
  name: 'bulk',
  of: (job: BulkJob): Kept => ({
    ...job.draft.list,
    meant: hasBegun(job) ? job.draft.list.meant : [],
    started: hasBegun(job),
    ...(job.step === 'done' && { ended: { rows: job.rows, outcomes: [...job.outcomes.values()] } }),
  }),
  from: ({ started, ended, ...list }: Kept): BulkJob => {
    const draft = draftOf<BulkJob['draft'], BulkRow, BulkOutcome>({ list })
    if (ended) return { ...draft, step: 'done', rows: ended.rows, outcomes: new Map(ended.outcomes.map((each) => [each.key, each])) }
    return started ? { ...draft, step: 'stopped' } : draft
  },
})

/** Rows of customers invited already are open only when ticked. A repeated call finds made rows by key. */
const jobs = createJob(states, {
  size: 25,
  idOf: ({ key }: BulkRow) => key,
  isOpen: ({ key, draft }, outcome, { list: { meant } }) => {
    const result = outcome?.outcome ?? 'would_create'
    return draft !== undefined && (result === 'would_create' || (result === 'already_invited' && meant.includes(key)))
  },
  call: async (rows, { draft: { list: { meant } }, outcomes: known }, { dryRun, signal }) => {
    const items = rows.map(({ key, draft }) => ({ key, ...draft, ...(meant.includes(key) && { evenIfOpen: true }) }))
    const { outcomes } = await call('POST /invitations/bulk', { signal, body: { dryRun, items } })
    return outcomes.map((outcome) => {
      // The check's warnings stay: a call of few rows compares with fewer.
      const { warnings, open, repeats } = known.get(outcome.key) ?? outcome
      return [outcome.key, { ...outcome, warnings, ...(open && { open }), ...(repeats !== undefined && { repeats }) }]
    })
  },
})

/** The person's list; `fresh` makes the first. */
export const useBulkJob = (person: string, fresh: () => BulkList): BulkJob => jobs.useJob(person, () => ({ list: fresh() }))

export const writeList = (list: BulkList): void => jobs.write({ list: { ...list, meant: [] } })

export const readListFile = (file: File, encoding?: LegacyEncoding): Promise<void> => readInto(states, file, encoding)

/** Ticks or unticks a row that was set apart. */
export function meanRow(job: BulkJob, key: string, isMeant: boolean): void {
  const { list } = job.draft
  const others = list.meant.filter((other) => other !== key)
  states.write({ ...job, draft: { list: { ...list, meant: isMeant ? [...others, key] : others } } })
}

export const resetBulk = jobs.reset

export type Reading = { names: ColumnNames; context: Omit<RowContext, 'defaults'> }

const readRows = (list: BulkList, { names, context }: Reading) => readList(list, names, { ...context, defaults: list.defaults })

/** Dry-runs the list. */
export async function checkList(list: BulkList, reading: Reading): Promise<void> {
  const rows = readRows(list, reading)
  if ('why' in rows) jobs.write({ list, refusal: rows })
  else await jobs.check({ list }, () => rows)
}

export const countToMake = (job: BulkJob): number => jobs.openRows(job).length

/** Makes the possible rows; reads the list again after a reload. */
export async function makeRows(from: BulkJob, reading: Reading, onMade: () => void): Promise<void> {
  const { list } = from.draft
  const rows = from.rows.length > 0 ? from.rows : readRows(list, reading)
  if ('why' in rows) jobs.write({ list, refusal: rows })
  else await jobs.run({ ...from, rows }, onMade)
}
