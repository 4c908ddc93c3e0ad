import { useRef, useState } from 'react'
import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { EarlierArrived, isOfSession, isProblem, isSilence } from '../../../api/problem-error.ts'
import { approveGdap, recallApproval } from '../gdap-queries.ts'

/** Where the customer's yes is. `checking`: no answer came, and whether it arrived is being asked; `unknown`: asking failed too. */
export type ApprovalState =
  | { step: 'reading'; note?: 'not_arrived' | 'changed' }
  | { step: 'sending' | 'checking' | 'unknown' }
  | { step: 'refused'; problem: Problem }
  | { step: 'approved' }

type Row = Pick<GdapRelationshipDetail, 'id' | 'etag'>

/** What has become another since it was read: to be read again, and decided again. */
const hasChanged = ({ status }: Problem): boolean => status === 404 || status === 409 || status === 412

/**
 * Says yes once: a second press while one is under way does nothing, and after silence it is asked what became of it. When the request has
 * changed meanwhile, `onChanged` fetches it anew.
 */
export function useApproval({ id, etag }: Row, onChanged: () => Promise<void>) {
  const [state, setState] = useState<ApprovalState>({ step: 'reading' })
  const busy = useRef(false)

  const afterError = async (error: unknown): Promise<ApprovalState> => {
    if (error instanceof EarlierArrived) return { step: 'approved' }
    if (isSilence(error)) return { step: 'unknown' }
    if (isProblem(error, 'idempotency.not_recorded')) return { step: 'reading', note: 'not_arrived' }
    if (isOfSession(error)) return { step: 'reading' }
    if (!isProblem(error)) throw error
    if (!hasChanged(error.problem)) return { step: 'refused', problem: error.problem }
    await onChanged()
    return { step: 'reading', note: 'changed' }
  }
  const run = async (work: () => Promise<unknown>) => {
    if (busy.current) return
    busy.current = true
    try {
      setState(await work().then((): ApprovalState => ({ step: 'approved' }), afterError))
    } finally {
      busy.current = false
    }
  }
  return {
    state,
    approve: () =>
      run(() => {
        setState({ step: 'sending' })
        return approveGdap({ id, etag }, () => setState({ step: 'checking' }))
      }),
    checkAgain: () =>
      run(() => {
        setState({ step: 'checking' })
        return recallApproval({ id, etag })
      }),
  }
}
