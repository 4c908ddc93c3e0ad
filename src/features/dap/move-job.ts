import type { GdapBulkOutcome } from '../../../domain/bulk-relationships/schemas.ts'
import { autoExtendDays } from '../../../domain/gdap/term/durations.ts'
import { createJob } from '../../ui/job/create-job.ts'
import { createJobStates, draftOf, hasBegun, type Job } from '../../ui/job/job-states.ts'
import { moveToGdap } from './dap-queries.ts'

type MoveRow = { tenantId: string; displayName: string }

/** An order to replace some customers' DAP. */
export type MoveOrder = {
  customers: readonly MoveRow[]
  templateId: string
  /** The template's version when the order was checked. */
  templateEtag?: string | null | undefined
  days: number
  autoExtend: boolean
  namePrefix: string
}

/** A move's job; outcomes are by tenant. */
export type MoveJob = Job<MoveOrder, MoveRow, GdapBulkOutcome>

/** Kept in the tab: `started` once requests may have been made. */
type Kept = MoveOrder & { started: boolean }

const emptyOrder: MoveOrder = { customers: [], templateId: '', days: autoExtendDays, autoExtend: false, namePrefix: 'From-DAP' }

const states = createJobStates({
  name: 'dap-move',
  of: (job: MoveJob): Kept => ({ ...job.draft, started: hasBegun(job) }),
  from: ({ started, ...order }: Kept): MoveJob => ({ ...draftOf(order), ...(started && { step: 'stopped', rows: order.customers }) }),
})

/** A repeated call finds requests by name and makes none twice. */
const jobs = createJob(states, {
  size: 25,
  idOf: ({ tenantId }: MoveRow) => tenantId,
  isOpen: (_row, outcome) => (outcome?.outcome ?? 'would_create') === 'would_create',
  call: async (rows, { draft: { templateId, templateEtag, days, autoExtend, namePrefix } }, { dryRun, signal }) => {
    const { outcomes } = await moveToGdap({
      dryRun, customerTenantIds: rows.map(({ tenantId }) => tenantId), templateId, templateEtag, duration: `P${days}D`,
      autoExtendDuration: autoExtend ? 'P180D' : 'PT0S', namePrefix,
    }, signal)
    return outcomes.map((outcome) => [outcome.key, outcome])
  },
})

export const useMoveJob = (person: string): MoveJob => jobs.useJob(person, () => emptyOrder)

export const writeOrder = jobs.write

export const resetMove = jobs.reset

export const countToMove = (job: MoveJob): number => jobs.openRows(job).length

/** Dry-runs the move for each customer. */
export const checkMove = (order: MoveOrder): Promise<void> => jobs.check(order, () => order.customers)

export const runMove = jobs.run
