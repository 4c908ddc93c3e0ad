import { globalAdministrator } from '../../../../domain/delegated-admin/role-catalogue.ts'
import type { AutoExtendOutcome } from '../../../../domain/delegated-admin/schemas.ts'
import { ProblemError } from '../../../api/problem-error.ts'
import { autoExtendMany, changeGdap } from '../gdap-queries.ts'
import { createRowJob, type JobRow } from './row-job.ts'

/** Turns auto-extend on, 25 relationships a call (BR-89). */
export const extendJob = createRowJob(25, async (rows, key) => (await autoExtendMany(rows.map(({ id }) => id), key)).items)

/** Takes Global administrator out, one relationship at a time (BR-88). */
export const removeJob = createRowJob(1, async (rows, key) => Promise.all(rows.map((row) => withoutGlobalAdministrator(row, key))))

async function withoutGlobalAdministrator({ id, etag, accessDetails }: JobRow, key: string): Promise<AutoExtendOutcome> {
  const unifiedRoles = accessDetails.unifiedRoles.filter(({ roleDefinitionId }) => roleDefinitionId !== globalAdministrator)
  try {
    await changeGdap({ id, etag, change: { accessDetails: { unifiedRoles } } }, key)
    return { id, outcome: 'changed', problem: null }
  } catch (error) {
    if (!(error instanceof ProblemError) || ![403, 404, 409, 412, 422].includes(error.problem.status)) throw error
    const { status, code, rule, detail } = error.problem
    return { id, outcome: status === 404 ? 'not_found' : 'refused', problem: { code, detail, ...(rule !== undefined && { rule }) } }
  }
}
