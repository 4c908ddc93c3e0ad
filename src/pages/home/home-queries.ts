import type { GdapView } from '../../../domain/gdap/schemas.ts'
import type { Turn } from '../../../domain/invitations/states.ts'
import { reading } from '../../api/reading.ts'

/** Granular rights that end within so many days and do not renew by themselves. */
export const endingViews: readonly { days: number; view: GdapView }[] = [
  { days: 30, view: { bucket: 'next_30', ends: 'true', sort: 'endDateTime' } },
  { days: 60, view: { bucket: 'next_60', ends: 'true', sort: 'endDateTime' } },
  { days: 90, view: { bucket: 'next_90', ends: 'true', sort: 'endDateTime' } },
]

export const unansweredView: GdapView = { status: 'approvalPending', sort: 'endDateTime' }

const shown = { invitations: 6, events: 8, receipts: 20, requests: 6, claims: 6 }

/** What the home page asks; each key begins with the noun that changes are told by. */
export const homeQueries = {
  waiting: (turn: Turn) => reading(['invitations', 'home', turn], '/invitations', { query: { turn, limit: shown.invitations } }),
  overdue: () => reading(['invitations', 'home', 'overdue'], '/invitations', { query: { overdue: 'true', limit: 1 } }),
  granular: (view: GdapView) =>
    reading(['delegated-admin', 'home', view], '/delegated-admin/relationships', { query: { ...view, limit: 1 } }),
  customers: () => reading(['customers', 'home'], '/customers', { query: { limit: 1 } }),
  events: () => reading(['audit', 'home'], '/audit/recent', { query: { limit: shown.events } }),
  /** How many requests for admin rights wait for the customer. */
  adminRequests: () =>
    reading(['delegated-admin', 'home'], '/delegated-admin/relationships', { query: { status: 'approvalPending', limit: 1 } }),
  /** What partners have asked of the customer and nobody has answered. */
  openRequests: () => ({
    ...reading(['receipts', 'home', 'open-requests'], '/relationship-requests', { query: { state: 'open', limit: shown.requests } }),
    // What somebody has just opened in another tab, nobody tells this one.
    staleTime: 0,
  }),
  /** Who says that the customer is its, which the customer has neither confirmed nor disputed. */
  openClaims: () =>
    reading(['customers', 'home', 'claims'], '/my-partners/claims', { query: { state: 'open', limit: shown.claims } }),
  receipts: () => reading(['receipts', 'home'], '/receipts', { query: { limit: shown.receipts } }),
}
