import { z } from 'zod'
import { gdapBulkLimits } from '../bulk-relationships/outcomes.ts'
import { Line } from '../words-of-others/schemas.ts'
import { dapActivities, dapEndings, dapLeaves, dapLosses } from './standing-dap.ts'

/** GET /api/delegated-admin/dap: a customer with DAP. */
export const DapCustomer = z.object({
  customer: z.object({ tenantId: z.uuid(), displayName: z.string() }),
  /** When DAP was granted; null where the portal did not record it. */
  since: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  activity: z.enum(dapActivities),
  gdap: z.object({ active: z.boolean(), nextEndDateTime: z.iso.datetime().nullable() }),
})
export type DapCustomer = z.infer<typeof DapCustomer>

/** The same for every customer of a cloud: what ends DAP, and what its removal keeps and takes away. */
export const DapFacts = z.object({
  endsBy: z.array(z.enum(dapEndings)),
  leaves: z.array(z.enum(dapLeaves)),
  loses: z.array(z.enum(dapLosses)),
})

/**
 * POST /api/delegated-admin/dap/move: one GDAP request for each customer with DAP, with a template's roles. DAP stays until the customer
 * removes it (BR-99).
 */
export const DapMoveRequest = z
  .object({
    dryRun: z.boolean(),
    customerTenantIds: z.array(z.uuid().toLowerCase()).min(1).max(gdapBulkLimits.items),
    templateId: z.string().max(50),
    /** The template's `etag` as the caller saw it; nothing is requested when its roles have changed since. Null for a built-in template. */
    templateEtag: z.string().max(50).nullable().optional(),
    duration: z.string().max(20).default('P730D'),
    autoExtendDuration: z.string().max(20).default('PT0S'),
    namePrefix: Line(13).min(1).default('From-DAP'),
  })
  .strict()
export type DapMoveRequest = z.infer<typeof DapMoveRequest>
