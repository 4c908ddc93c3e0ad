import { z } from 'zod'
import { bulkLimits, bulkOutcomes, bulkWarnings } from './outcomes.ts'

/**
 * POST /api/invitations/bulk. An item is an InvitationDraft with a key of its own; what is wrong with a draft is said in its outcome, so
 * here only the key is looked at.
 */
export const BulkRequest = z
  .object({
    dryRun: z.boolean(),
    items: z.array(z.looseObject({ key: z.string().min(1).max(bulkLimits.key) })).min(1).max(bulkLimits.items),
  })
  .strict()
export type BulkRequest = z.infer<typeof BulkRequest>

export const BulkOutcome = z.object({
  key: z.string(),
  /** Where the item stands in the call, from 0. */
  index: z.number().int(),
  outcome: z.enum(bulkOutcomes),
  invitation: z.object({ id: z.uuid() }).optional(),
  link: z.string().optional(),
  /** Why it was not made; pointers begin at the item. */
  problem: z
    .object({
      code: z.string(),
      detail: z.string(),
      rule: z.string().optional(),
      errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
    })
    .optional(),
  warnings: z.array(z.enum(bulkWarnings)),
})
export type BulkOutcome = z.infer<typeof BulkOutcome>

export const BulkAnswer = z.object({ outcomes: z.array(BulkOutcome) })
export type BulkAnswer = z.infer<typeof BulkAnswer>
