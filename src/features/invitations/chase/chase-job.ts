import type { Chase } from '../../../../domain/invitations/chasing.ts'
import type { Invitation } from '../../../../domain/invitations/schemas.ts'
import { isProblem } from '../../../api/problem-error.ts'
import { wordsNow } from '../../../i18n/use-words.ts'
import { createRowJob, refusedRow, type RowAnswer } from '../../../ui/job/row-job.ts'
import { remindInvitation, sendInvitation, withdrawInvitation } from '../invitation-queries.ts'

/** An invitation's version when the action was chosen. */
export type ChasedRow = { id: string; etag: string; name: string; reseller: string | undefined; chase: Chase }

type Act = (row: ChasedRow, idempotencyKey: string) => Promise<Invitation>
const acts: Record<Chase, Act> = { remind: remindInvitation, send: sendInvitation, withdraw: withdrawInvitation }

/** Chases invitations one by one with the single action's call, rules, limits and keys. */
export const chaseJob = createRowJob<ChasedRow>('chase', 1, async (rows, key) => Promise.all(rows.map((row) => chaseOne(row, key))))

async function chaseOne(row: ChasedRow, key: string): Promise<RowAnswer> {
  try {
    await acts[row.chase](row, key)
    return { id: row.id, outcome: 'changed', problem: null }
  } catch (error) {
    const answer = refusedRow(row.id, error)
    // Worded as for a single action.
    return isProblem(error, 'request.stale') && answer.problem
      ? { ...answer, problem: { ...answer.problem, detail: wordsNow().t('ui.act.stale') } }
      : answer
  }
}
