import { z } from 'zod'
import { Line, TenantId } from '../words-of-others/schemas.ts'
import { auditActions } from './actions.ts'
import { Day } from '../calendar/schemas.ts'
import { retentionDays } from './retention.ts'
import { auditOutcomes, callers } from './through.ts'

/** One audit entry of an organisation, written in the same transaction as the change. Never holds a token. */
export const AuditEvent = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.string(),
  noun: z.string(),
  nounId: z.string(),
  by: z.string(),
  organizationName: z.string(),
  /** The present name of the customer or the other partner; null where there is none or the name is unknown. */
  about: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type AuditEvent = z.infer<typeof AuditEvent>

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** One row of the log. Entries of before the log was kept do not say through what they came. */
export const AuditRecord = AuditEvent.extend({
  /** The tenant id of the customer that it is about, where it is known. */
  customerId: z.string().nullable(),
  through: z.enum(callers).nullable(),
  outcome: z.enum(auditOutcomes),
  /** Why the call was refused. */
  refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  /** What the write changed, by field. */
  changed: z.record(z.string(), z.object({ before: Scalar, after: Scalar })).nullable(),
})
export type AuditRecord = z.infer<typeof AuditRecord>

const Since = z.union([Day, z.iso.datetime({ offset: true })])

/** GET /api/audit: days of the caller's calendar or moments, and what the entries must be. */
export const AuditView = z.object({
  from: Since.optional(),
  to: Since.optional(),
  /** A tenant id. */
  customer: TenantId.optional(),
  action: z.enum(auditActions).optional(),
  /** A person's name as the log shows it. */
  by: Line(200).optional(),
  through: z.enum(callers).optional(),
  outcome: z.enum(auditOutcomes).optional(),
})
export type AuditView = z.infer<typeof AuditView>

export const AuditSettingsDraft = z
  .object({ retentionDays: z.number().int().min(retentionDays.shortest).max(retentionDays.longest) })
  .strict()

/** How long entries are kept, and how far the chain of their hashes reaches. */
export const AuditSettings = AuditSettingsDraft.extend({
  chain: z.object({
    /** The number of the last link; 0 while there is none. */
    length: z.number().int(),
    /** SHA-256 of the last link, for whoever keeps it elsewhere. */
    hash: z.string().nullable(),
    /** When the newest chained entry was written. */
    upTo: z.iso.datetime().nullable(),
    waiting: z.object({ count: z.number().int(), capped: z.boolean() }),
  }),
  etag: z.string(),
})
export type AuditSettings = z.infer<typeof AuditSettings>

/** GET /api/events, one server-sent event: a row that the actor can see has changed or, without an `id`, any number of its noun. */
export const ChangeEvent = z.object({
  noun: z.string(),
  id: z.string().optional(),
  change: z.string(),
  /** It brings the row onto no list and takes it from none (`staysInPlace`). */
  stays: z.literal(true).optional(),
})
export type ChangeEvent = z.infer<typeof ChangeEvent>
