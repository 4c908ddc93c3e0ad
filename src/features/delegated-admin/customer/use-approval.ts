import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { isProblem } from '../../../api/problem-error.ts'
import { type Intention, useIntention } from '../../../ui/use-intention.ts'
import { approveGdap } from '../gdap-queries.ts'

type Row = Pick<GdapRelationshipDetail, 'id' | 'etag'>

/** Where the customer's yes is. */
export type ApprovalState = Intention<Row, GdapRelationshipDetail>

/** What has become another since it was read: to be read again, and decided again. */
export const hasChanged = ({ status }: Problem): boolean => status === 404 || status === 409 || status === 412

/** Says yes. When the request has changed meanwhile, `onChanged` fetches it anew. */
export const useApproval = (onChanged: () => Promise<void>) =>
  useIntention((row: Row, key, asking) =>
    approveGdap(row, key, asking).catch(async (error: unknown) => {
      if (isProblem(error) && hasChanged(error.problem)) await onChanged()
      throw error
    }))
