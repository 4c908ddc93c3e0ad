import { z } from 'zod'
import { billingTypes, channels, subscriptionStatuses } from './channels.ts'

/** Who sold it. `organizationId` is ours, when the seller is a partner we know. */
export const Seller = z.object({
  organizationId: z.uuid().nullable(),
  displayName: z.string(),
  inCsp: z.boolean(),
  isSyndication: z.boolean(),
})
export type Seller = z.infer<typeof Seller>

/** A customer's subscription as facts; Partner Center's names (section 4.6) with the channel and the seller beside them. */
export const Subscription = z.object({
  id: z.uuid(),
  offerName: z.string(),
  /** One of `services`, or whatever else was imported. */
  service: z.string(),
  quantity: z.number().int().positive(),
  status: z.enum(subscriptionStatuses),
  billingType: z.enum(billingTypes),
  channel: z.enum(channels),
  seller: Seller.nullable(),
  /** PartnerID of the partner of record, null when there is none. */
  partnerId: z.string().nullable(),
  termDuration: z.string().nullable(),
  billingCycle: z.string().nullable(),
  effectiveStartDate: z.iso.datetime(),
  commitmentEndDate: z.iso.datetime().nullable(),
  /** New commerce: after this moment it can no longer be cancelled (BR-63). */
  cancellationAllowedUntilDate: z.iso.datetime().nullable(),
  autoRenewEnabled: z.boolean(),
  /** A reservation or a software purchase blocks the removal of a relationship as a subscription does (BR-61). */
  kind: z.enum(['subscription', 'reservation', 'software']),
  etag: z.string(),
})
export type Subscription = z.infer<typeof Subscription>

const Params = z.record(z.string(), z.union([z.string(), z.number()]))

/** GET …/guidance: what applies, what to do, and why. `not_documented` is an answer of its own, never a guess. */
export const Guidance = z.object({
  applies: z.enum(['yes', 'no', 'not_documented', 'unsupported_in_cloud']),
  /** Nothing is ever moved by itself. */
  automatic: z.literal(false),
  steps: z.array(z.object({ code: z.string(), params: Params })),
  warnings: z.array(z.object({ code: z.string(), params: Params })),
  rule: z.string(),
  source: z.string(),
})
export type Guidance = z.infer<typeof Guidance>
