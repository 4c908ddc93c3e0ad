import { z } from 'zod'
import { billingTypes, channels, subscriptionStatuses } from './channels.ts'
import { actionCodes, answers, guidanceQuestions, reasonCodes, verdictCodes } from './guidance-codes.ts'

/** The seller; `organizationId` is ours, for a partner the portal knows. */
export const Seller = z.object({
  organizationId: z.uuid().nullable(),
  displayName: z.string(),
  inCsp: z.boolean(),
  isSyndication: z.boolean(),
})
export type Seller = z.infer<typeof Seller>

/** A customer's subscription; Partner Center's names (section 4.6), with channel and seller. */
export const Subscription = z.object({
  id: z.uuid(),
  offerName: z.string(),
  /** One of `services`, or an imported value. */
  service: z.string(),
  quantity: z.number().int().positive(),
  status: z.enum(subscriptionStatuses),
  billingType: z.enum(billingTypes),
  channel: z.enum(channels),
  seller: Seller.nullable(),
  partnerId: z.string().nullable(),
  termDuration: z.string().nullable(),
  billingCycle: z.string().nullable(),
  effectiveStartDate: z.iso.datetime(),
  commitmentEndDate: z.iso.datetime().nullable(),
  /** New commerce: no cancellation after this moment (BR-63). */
  cancellationAllowedUntilDate: z.iso.datetime().nullable(),
  autoRenewEnabled: z.boolean(),
  /** A reservation or a software purchase prevents the removal of a relationship as a subscription does (BR-61). */
  kind: z.enum(['subscription', 'reservation', 'software']),
  etag: z.string(),
})
export type Subscription = z.infer<typeof Subscription>

const Params = z.record(z.string(), z.union([z.string(), z.number()]))
const Action = z.object({ code: z.enum(actionCodes), params: Params })
const Answer = z.object({
  question: z.enum(guidanceQuestions),
  verdict: z.object({ answer: z.enum(answers), code: z.enum(verdictCodes), params: Params }),
  /** Each reason has its rule and the page that the rule restates. */
  because: z.array(z.object({ code: z.enum(reasonCodes), params: Params, rule: z.string(), source: z.string() })),
})

/** Steps are done in order, any one way out suffices; an answer has one or the other. */
export const GuidanceAnswer = z.union([
  Answer.extend({ steps: z.array(Action) }).strict(),
  Answer.extend({ waysOut: z.array(Action) }).strict(),
])
export type GuidanceAnswer = z.infer<typeof GuidanceAnswer>

/** GET …/guidance: what the asking partner may do with a subscription. */
export const Guidance = z.object({ answers: z.array(GuidanceAnswer) })
export type Guidance = z.infer<typeof Guidance>
