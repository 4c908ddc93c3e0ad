import type { GdapBulkItem, GdapBulkOutcome } from '../../../../domain/bulk-relationships/schemas.ts'
import type { LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'
import { autoExtendDays } from '../../../../domain/gdap/term/durations.ts'
import { call } from '../../../api/call.ts'
import { createJob } from '../../../ui/job/create-job.ts'
import { createJobStates, draftOf, hasBegun, type Job } from '../../../ui/job/job-states.ts'
import { type ListDraft, readListFile as readInto } from '../../../ui/job/list-draft.ts'
import { findCustomer, searchCustomers } from '../request/customer/customer-queries.ts'
import { autoExtendDurationOf, durationOf } from '../request/request-form.ts'
import { namesBy, usualPattern } from './name-pattern.ts'
import { type ListRefusal, readCustomers } from './read-customers.ts'
import { resolveCustomers, type Resolved } from './resolve-customers.ts'

/** A list's job; outcomes are by tenant. */
export type BulkJob = Job<ListDraft<BulkSetup, ListRefusal>, BulkRow, GdapBulkOutcome>

/** Kept in the tab: with `rows`, requests may have been made, and resuming repeats them under the same names. */
type Kept = { setup: BulkSetup; rows?: readonly BulkRow[] }

const states = createJobStates({
  name: 'bulk-gdap',
  of: (job: BulkJob): Kept => ({ setup: job.draft.list, ...(hasBegun(job) && { rows: job.rows }) }),
  from: ({ setup, rows }: Kept): BulkJob => ({ ...draftOf({ list: setup }), ...(rows && { step: 'stopped', rows }) }),
})

const itemOf = (row: BulkRow, setup: BulkSetup): GdapBulkItem[] => row.tenantId === undefined ? [] : [{
  key: row.tenantId,
  customerTenantId: row.tenantId,
  displayName: row.name,
  duration: durationOf(setup.days),
  accessDetails: { unifiedRoles: setup.roles.map((roleDefinitionId) => ({ roleDefinitionId })) },
  autoExtendDuration: autoExtendDurationOf(setup),
}]

/** A repeated call finds requests by their unique name (BR-82). */
const jobs = createJob(states, {
  size: 25,
  drySize: 50,
  countsOpen: true,
  idOf: ({ tenantId, line }: BulkRow) => tenantId ?? String(line),
  isOpen: ({ tenantId }, outcome) => tenantId !== undefined && (outcome?.outcome ?? 'would_create') === 'would_create',
  call: async (rows, { draft: { list } }, { dryRun, signal }) => {
    const body = { dryRun, finalise: list.finalises, items: rows.flatMap((row) => itemOf(row, list)) }
    const { outcomes } = await call('POST /delegated-admin/bulk', { body, signal })
    return outcomes.map((outcome) => [outcome.key, outcome])
  },
})

export const useBulkJob = (person: string): BulkJob => jobs.useJob(person, () => ({ list: emptySetup }))

export const writeSetup = (setup: BulkSetup): void => jobs.write({ list: setup })

export const readListFile = (file: File, encoding?: LegacyEncoding): Promise<void> => readInto(states, file, encoding)

export const resetBulk = jobs.reset

/** Looks up the customers, names the requests, and dry-runs them. */
export async function checkBulk(setup: BulkSetup): Promise<void> {
  const entries = readCustomers(setup.text)
  if ('why' in entries) return jobs.write({ list: setup, refusal: entries })
  await jobs.check({ list: setup }, async ({ signal, show }) => {
    const lookups = { find: (id: string) => findCustomer(id, signal), search: (text: string) => searchCustomers(text, signal) }
    const showFound = (done: number) => show(done, entries.length * 2)
    showFound(0)
    const resolved = await resolveCustomers(entries, lookups, showFound)
    const names = namesBy(setup.pattern, setup.part, resolved.filter((row) => row.tenantId !== undefined))
    return resolved.map((row): BulkRow => ({ ...row, name: row.tenantId === undefined ? '' : (names.get(row.tenantId) ?? '') }))
  })
}

export const countToMake = (job: BulkJob): number => jobs.openRows(job).length

export const runBulk = jobs.run

/** A row's customer and its request's name. */
export type BulkRow = Resolved & { name: string }

/** The typed list, with what holds for all rows. */
export type BulkSetup = {
  text: string
  roles: string[]
  /** The roles' part in names. */
  part: string
  days: number
  autoExtend: boolean
  pattern: string
  /** Whether requests go to the customers at once instead of staying drafts. */
  finalises: boolean
}

const emptySetup: BulkSetup = {
  text: '', roles: [], part: '', days: autoExtendDays, autoExtend: false, pattern: usualPattern, finalises: true,
}
