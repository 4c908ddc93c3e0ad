import { queryOptions } from '@tanstack/react-query'
import type { AuditEvent } from '../../domain/audit/schemas.ts'
import type { GdapView } from '../../domain/delegated-admin/schemas.ts'
import type { Invitation, Receipt } from '../../domain/invitations/schemas.ts'
import type { Turn } from '../../domain/invitations/states.ts'
import type { Page } from '../../domain/page.ts'
import type { RelationshipRequest } from '../../domain/relationship-requests/schemas.ts'
import type { TenantClaim } from '../../domain/relationships/schemas.ts'
import { request } from '../api/request.ts'

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
  waiting: (turn: Turn) =>
    queryOptions({
      queryKey: ['invitations', 'home', turn],
      queryFn: ({ signal }) => request<Page<Invitation>>('/invitations', { query: { turn, limit: shown.invitations }, signal }),
    }),
  overdue: () =>
    queryOptions({
      queryKey: ['invitations', 'home', 'overdue'],
      queryFn: ({ signal }) => request<Page<unknown>>('/invitations', { query: { overdue: 'true', limit: 1 }, signal }),
    }),
  granular: (view: GdapView) =>
    queryOptions({
      queryKey: ['delegated-admin', 'home', view],
      queryFn: ({ signal }) => request<Page<unknown>>('/delegated-admin/relationships', { query: { ...view, limit: 1 }, signal }),
    }),
  customers: () =>
    queryOptions({
      queryKey: ['customers', 'home'],
      queryFn: ({ signal }) => request<Page<unknown>>('/customers', { query: { limit: 1 }, signal }),
    }),
  events: () =>
    queryOptions({
      queryKey: ['audit', 'home'],
      queryFn: ({ signal }) => request<Page<AuditEvent>>('/audit', { query: { limit: shown.events }, signal }),
    }),
  /** How many requests for admin rights wait for the customer. */
  adminRequests: () =>
    queryOptions({
      queryKey: ['delegated-admin', 'home'],
      queryFn: ({ signal }) =>
        request<Page<unknown>>('/delegated-admin/relationships', { query: { status: 'approvalPending', limit: 1 }, signal }),
    }),
  /** What partners have asked of the customer and nobody has answered. */
  openRequests: () =>
    queryOptions({
      queryKey: ['receipts', 'home', 'open-requests'],
      queryFn: ({ signal }) =>
        request<Page<RelationshipRequest>>('/relationship-requests', { query: { state: 'open', limit: shown.requests }, signal }),
      // What somebody has just opened in another tab, nobody tells this one.
      staleTime: 0,
    }),
  /** Who says that the customer is its, which the customer has neither confirmed nor disputed. */
  openClaims: () =>
    queryOptions({
      queryKey: ['customers', 'home', 'claims'],
      queryFn: ({ signal }) =>
        request<Page<TenantClaim>>('/my-partners/claims', { query: { state: 'open', limit: shown.claims }, signal }),
    }),
  receipts: () =>
    queryOptions({
      queryKey: ['receipts', 'home'],
      queryFn: ({ signal }) => request<Page<Receipt>>('/receipts', { query: { limit: shown.receipts }, signal }),
    }),
}
