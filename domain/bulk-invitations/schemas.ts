import { z } from 'zod'
import { invitationStates } from '../invitations/states.ts'
import { bulkLimits, bulkOutcomes, bulkWarnings } from './outcomes.ts'

/**
 * POST /api/invitations/bulk. An item is an InvitationDraft with a key of its own; the outcome reports a faulty draft, so this schema
 * checks only the rest.
 */
export const BulkRequest = z
  .object({
    dryRun: z.boolean(),
    items: z
      .array(z.looseObject({
        key: z.string().min(1).max(bulkLimits.key),
        /** Makes the invitation although the customer has an open one or a row above. */
        evenIfOpen: z.boolean().optional(),
      }))
      .min(1)
      .max(bulkLimits.items),
  })
  .strict()
export type BulkRequest = z.infer<typeof BulkRequest>

export const BulkOutcome = z.object({
  key: z.string(),
  index: z.number().int(),
  outcome: z.enum(bulkOutcomes),
  invitation: z.object({ id: z.uuid() }).optional(),
  link: z.string().optional(),
  /** Reports why it was not made; pointers start at the item. */
  problem: z
    .object({
      code: z.string(),
      detail: z.string(),
      rule: z.string().optional(),
      errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
    })
    .optional(),
  warnings: z.array(z.enum(bulkWarnings)),
  /** The customer's latest open invitation. */
  open: z.object({ id: z.uuid(), state: z.enum(invitationStates), since: z.iso.datetime() }).optional(),
  /** The key of the item above for the same customer. */
  repeats: z.string().optional(),
})
export type BulkOutcome = z.infer<typeof BulkOutcome>

export const BulkAnswer = z.object({ outcomes: z.array(BulkOutcome) })
export type BulkAnswer = z.infer<typeof BulkAnswer>
