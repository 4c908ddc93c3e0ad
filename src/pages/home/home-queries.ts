import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { GdapView } from '../../../domain/gdap/schemas.ts'
import type { Invitation, Receipt } from '../../../domain/invitations/schemas.ts'
import type { Turn } from '../../../domain/invitations/states.ts'
import type { Page } from '../../../domain/page.ts'
import type { RelationshipRequest } from '../../../domain/relationship-requests/schemas.ts'
import type { TenantClaim } from '../../../domain/relationships/schemas.ts'
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
  waiting: <Row = Invitation>(turn: Turn) =>
    reading<Page<Row>>(['invitations', 'home', turn], '/invitations', { turn, limit: shown.invitations }),
  overdue: () => reading<Page<unknown>>(['invitations', 'home', 'overdue'], '/invitations', { overdue: 'true', limit: 1 }),
  granular: (view: GdapView) =>
    reading<Page<unknown>>(['delegated-admin', 'home', view], '/delegated-admin/relationships', { ...view, limit: 1 }),
  customers: () => reading<Page<unknown>>(['customers', 'home'], '/customers', { limit: 1 }),
  events: () => reading<Page<AuditEvent>>(['audit', 'home'], '/audit', { limit: shown.events }),
  /** How many requests for admin rights wait for the customer. */
  adminRequests: () =>
    reading<Page<unknown>>(['delegated-admin', 'home'], '/delegated-admin/relationships', { status: 'approvalPending', limit: 1 }),
  /** What partners have asked of the customer and nobody has answered. */
  openRequests: () => ({
    ...reading<Page<RelationshipRequest>>(['receipts', 'home', 'open-requests'], '/relationship-requests', {
      state: 'open', limit: shown.requests,
    }),
    // What somebody has just opened in another tab, nobody tells this one.
    staleTime: 0,
  }),
  /** Who says that the customer is its, which the customer has neither confirmed nor disputed. */
  openClaims: () =>
    reading<Page<TenantClaim>>(['customers', 'home', 'claims'], '/my-partners/claims', { state: 'open', limit: shown.claims }),
  receipts: () => reading<Page<Receipt>>(['receipts', 'home'], '/receipts', { limit: shown.receipts }),
}
