import type { AutoExtendDuration } from '../../../../domain/delegated-admin/durations.ts'
import { globalAdministrator } from '../../../../domain/delegated-admin/role-catalogue.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/delegated-admin/schemas.ts'
import { createRowJob, refusedRow, type RowAnswer } from '../../../ui/row-job.ts'
import { autoExtendMany, changeGdap, readGdap } from '../gdap-queries.ts'

export type JobRow = Pick<GdapRelationshipOnWire, 'id' | 'displayName' | 'customer'>

const setting = (duration: AutoExtendDuration) => async (rows: readonly JobRow[], key: string) =>
  (await autoExtendMany(rows.map(({ id }) => id), duration, key)).items

/** Turns auto-extend on, 25 relationships a call (BR-89). */
export const extendJob = createRowJob<JobRow>(25, setting('P180D'))

/** Turns it off again. */
export const undoJob = createRowJob<JobRow>(25, setting('PT0S'))

/** Takes Global administrator out, one relationship at a time (BR-88). */
export const removeJob = createRowJob<JobRow>(1, async (rows, key) => Promise.all(rows.map((row) => withoutGlobalAdministrator(row, key))))

/** Reads the relationship first, since the row may have been shown long ago: what is in its way is then only what happens meanwhile. */
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
