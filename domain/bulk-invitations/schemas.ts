import { z } from 'zod'
import { invitationStates } from '../invitations/states.ts'
import { bulkLimits, bulkOutcomes, bulkWarnings } from './outcomes.ts'

/**
 * POST /api/invitations/bulk. An item is an InvitationDraft with a key of its own; what is wrong with a draft is said in its outcome, so
 * here only what stands beside the draft is looked at.
 */
export const BulkRequest = z
  .object({
    dryRun: z.boolean(),
    items: z
      .array(z.looseObject({
        key: z.string().min(1).max(bulkLimits.key),
        /** Makes it although the customer has an open invitation or a row above. */
        evenIfOpen: z.boolean().optional(),
      }))
      .min(1)
      .max(bulkLimits.items),
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
  /** The open invitation that the customer has already; the latest, where there are several. */
  open: z.object({ id: z.uuid(), state: z.enum(invitationStates), since: z.iso.datetime() }).optional(),
  /** The key of the item above that is of the same customer. */
  repeats: z.string().optional(),
})
export type BulkOutcome = z.infer<typeof BulkOutcome>

export const BulkAnswer = z.object({ outcomes: z.array(BulkOutcome) })
export type BulkAnswer = z.infer<typeof BulkAnswer>
