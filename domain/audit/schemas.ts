import { z } from 'zod'

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

/** GET /api/events, one server-sent event: something that the actor can see has changed. */
export const ChangeEvent = z.object({ noun: z.string(), id: z.string(), change: z.string() })
export type ChangeEvent = z.infer<typeof ChangeEvent>
