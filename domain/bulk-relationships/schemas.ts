import { z } from 'zod'
import { AccessDetails, GdapId } from '../gdap/schemas.ts'
import { gdapStatuses } from '../gdap/states.ts'
import { Line } from '../words-of-others/schemas.ts'
import { gdapBulkAdvice, gdapBulkLimits, gdapBulkOutcomes } from './outcomes.ts'

/** POST /api/delegated-admin/bulk: requests for many customers; `finalise` sends each to its customer at once. */
export const GdapBulkRequest = z
  .object({
    dryRun: z.boolean(),
    finalise: z.boolean().default(true),
    items: z
      .array(
        z
          .object({
            key: z.string().min(1).max(gdapBulkLimits.key),
            customerTenantId: z.uuid().toLowerCase(),
            displayName: Line(200),
            duration: z.string().max(20),
            accessDetails: AccessDetails,
            autoExtendDuration: z.string().max(20).default('PT0S'),
          })
          .strict(),
      )
      .min(1)
      .max(gdapBulkLimits.items),
  })
  .strict()
export type GdapBulkRequest = z.infer<typeof GdapBulkRequest>
export type GdapBulkItem = GdapBulkRequest['items'][number]

/** In the order of the items. */
export const GdapBulkOutcome = z.object({
  key: z.string(),
  outcome: z.enum(gdapBulkOutcomes),
  customer: z.object({ tenantId: z.uuid(), displayName: z.string() }),
  displayName: z.string(),
  relationship: z.object({ id: GdapId, status: z.enum(gdapStatuses), approvalLink: z.string().nullable() }).nullable(),
  problem: z.object({ code: z.string(), rule: z.string().optional(), detail: z.string() }).nullable(),
  advice: z.array(z.enum(gdapBulkAdvice)),
})
export type GdapBulkOutcome = z.infer<typeof GdapBulkOutcome>

export const GdapBulkAnswer = z.object({ outcomes: z.array(GdapBulkOutcome) })
export type GdapBulkAnswer = z.infer<typeof GdapBulkAnswer>
