import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { changedRows, createRowJob, refusedRow, type RowAnswer, type RowJob, rowsToRetry } from '../../../ui/job/row-job.ts'
import { autoExtendMany, changeGdap, readGdap } from '../gdap-queries.ts'

export type JobRow = Pick<GdapRelationshipOnWire, 'id' | 'displayName' | 'customer'>

/** A relationship and its version since auto-extend was turned on. */
type Extended = JobRow & { etag: string }

const idsOf = (rows: readonly JobRow[]) => rows.map(({ id }) => id)

/** Turns auto-extend on, 25 relationships per call (BR-89). */
export const extendJob = createRowJob<JobRow>('auto-extend', 25, async (rows, key) =>
  (await autoExtendMany(idsOf(rows), { autoExtendDuration: 'P180D' }, key)).items)

/** Turns it off again where nobody has changed anything since. */
export const undoJob = createRowJob<Extended>('auto-extend-undo', 25, async (rows, key) =>
  (await autoExtendMany(idsOf(rows), { autoExtendDuration: 'PT0S', etags: rows.map(({ etag }) => etag) }, key)).items)

/** Only what a job turned on can be undone. */
export const extendedBy = (job: RowJob<JobRow>): Extended[] =>
  changedRows(job).map((row) => ({ ...row, etag: job.outcomes.get(row.id)?.etag ?? '' }))

/** Retrying cannot help rows that somebody changed since. */
export const worthRetrying = <Row extends JobRow>(job: RowJob<Row>): Row[] =>
  rowsToRetry(job).filter(({ id }) => job.outcomes.get(id)?.problem?.code !== 'gdap.changed_since')

/** Removes Global administrator, one relationship per call (BR-88). */
export const removeJob = createRowJob<JobRow>('global-administrator', 1, async (rows, key) =>
  Promise.all(rows.map((row) => withoutGlobalAdministrator(row, key))))

/** Reads the relationship first, since the row may be old. */
async function withoutGlobalAdministrator({ id }: JobRow, key: string): Promise<RowAnswer> {
  try {
    const { etag, accessDetails } = await readGdap(id)
    const unifiedRoles = accessDetails.unifiedRoles.filter(({ roleDefinitionId }) => roleDefinitionId !== globalAdministrator)
    if (unifiedRoles.length === accessDetails.unifiedRoles.length) return { id, outcome: 'unchanged', problem: null }
    await changeGdap({ id, etag, change: { accessDetails: { unifiedRoles } } }, key)
    return { id, outcome: 'changed', problem: null }
  } catch (error) {
    return refusedRow(id, error)
  }
}
