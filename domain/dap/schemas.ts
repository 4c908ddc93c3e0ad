import { z } from 'zod'
import { gdapBulkLimits } from '../bulk-relationships/outcomes.ts'
import { Line } from '../words-of-others/schemas.ts'
import { dapActivities, dapEndings, dapLeaves, dapLosses } from './standing-dap.ts'

/** GET /api/delegated-admin/dap: a customer at which delegated admin privileges stand. */
export const DapCustomer = z.object({
  customer: z.object({ tenantId: z.uuid(), displayName: z.string() }),
  /** When they were granted; null where that is not known, since it was before the portal kept it. */
  since: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  activity: z.enum(dapActivities),
  gdap: z.object({ active: z.boolean(), nextEndDateTime: z.iso.datetime().nullable() }),
})
export type DapCustomer = z.infer<typeof DapCustomer>

/** The same for every customer of a cloud: what ends the privileges, what their removal leaves, and what is lost with them. */
export const DapFacts = z.object({
  endsBy: z.array(z.enum(dapEndings)),
  leaves: z.array(z.enum(dapLeaves)),
  loses: z.array(z.enum(dapLosses)),
})

/**
 * POST /api/delegated-admin/dap/move: a granular request in the place of each customer's DAP, with the roles of a template. DAP itself
 * stays until the customer removes it (BR-99).
 */
export const DapMoveRequest = z
  .object({
    dryRun: z.boolean(),
    customerTenantIds: z.array(z.uuid().toLowerCase()).min(1).max(gdapBulkLimits.items),
    templateId: z.string().max(50),
    /** The template's `etag` as somebody saw it: with other roles by now, nothing is asked for. Null is a built-in one's. */
    templateEtag: z.string().max(50).nullable().optional(),
    duration: z.string().max(20).default('P730D'),
    autoExtendDuration: z.string().max(20).default('PT0S'),
    namePrefix: Line(13).min(1).default('From-DAP'),
  })
  .strict()
export type DapMoveRequest = z.infer<typeof DapMoveRequest>
