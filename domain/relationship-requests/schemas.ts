import { z } from 'zod'
import { Receipt } from '../invitations/schemas.ts'
import { turns } from '../invitations/states.ts'
import { OrganizationRef } from '../organizations/schemas.ts'
import { requestStates } from './requests.ts'
import { requestKinds } from './kinds.ts'

/** A request as the partner, its reseller and the customer see it. Never holds the link. */
export const RelationshipRequest = z.object({
  id: z.uuid(),
  kind: z.enum(requestKinds),
  /** Null for the customer. */
  invitationId: z.uuid().nullable(),
  partner: OrganizationRef,
  through: OrganizationRef.nullable(),
  customer: z.object({ tenantId: z.uuid(), displayName: z.string().nullable() }),
  asks: Receipt.shape.granted,
  state: z.enum(requestStates),
  /** For the customer: whether the partner serves its cloud, and its country or region; true for everybody else. */
  canBeServed: z.boolean(),
  turn: z.enum(turns),
  since: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** When somebody of the tenant first opened the link signed in. */
  firstSeenAt: z.iso.datetime().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  answer: Receipt.shape.answer.nullable(),
  answeredAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  /** Null for everybody but the customer. */
  receiptId: z.uuid().nullable(),
})
export type RelationshipRequest = z.infer<typeof RelationshipRequest>

/** GET /api/relationship-requests: the list's query; without a state, all. */
export const RequestsView = z.object({ state: z.enum(['open', 'answered']).optional() })
export type RequestsView = z.infer<typeof RequestsView>
