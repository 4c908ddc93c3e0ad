import { z } from 'zod'
import { OrganizationRef } from '../organizations/schemas.ts'

const partnershipStates = ['requested', 'active', 'removed'] as const

/** Indirect provider – indirect reseller, section 5.5; also direct partner – indirect reseller (BR-27). */
export const Partnership = z.object({
  id: z.uuid(),
  provider: OrganizationRef,
  reseller: OrganizationRef,
  state: z.enum(partnershipStates),
  createdAt: z.iso.datetime(),
  etag: z.string(),
})
export type Partnership = z.infer<typeof Partnership>
