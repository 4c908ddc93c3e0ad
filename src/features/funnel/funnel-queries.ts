import { reading } from '../../api/reading.ts'
import type { Period } from './funnel-period.ts'

export const funnelQueries = {
  /** The key begins with the noun that changes are told by. */
  of: (period: Period) => reading(['invitations', 'funnel', period], '/invitations/funnel', { query: period }),
}
