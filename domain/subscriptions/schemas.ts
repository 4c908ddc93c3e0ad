import { z } from 'zod'
import { billingTypes, channels, subscriptionStatuses } from './channels.ts'
import { actionCodes, answers, guidanceQuestions, reasonCodes, verdictCodes } from './guidance-codes.ts'

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
const Action = z.object({ code: z.enum(actionCodes), params: Params })
const Answer = z.object({
  question: z.enum(guidanceQuestions),
  verdict: z.object({ answer: z.enum(answers), code: z.enum(verdictCodes), params: Params }),
  /** Each with the rule that says so, and the page that the rule restates. */
  because: z.array(z.object({ code: z.enum(reasonCodes), params: Params, rule: z.string(), source: z.string() })),
})

/** Steps are done one after the other; of ways out any one will do. An answer has the one or the other. */
export const GuidanceAnswer = z.union([
  Answer.extend({ steps: z.array(Action) }).strict(),
  Answer.extend({ waysOut: z.array(Action) }).strict(),
])
export type GuidanceAnswer = z.infer<typeof GuidanceAnswer>

/** GET …/guidance: what the asking partner may do with a subscription, the questions that arise alone, and no sentence twice. */
export const Guidance = z.object({ answers: z.array(GuidanceAnswer) })
export type Guidance = z.infer<typeof Guidance>
