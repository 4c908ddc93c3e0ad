import { z } from 'zod'
import { Organization, Standing } from '../organizations/schemas.ts'
import { ProgrammeAgreement, SaidAgreement } from '../programme-agreement/schemas.ts'
import { longest } from '../words-of-others/lengths.ts'
import { Line, TenantId } from '../words-of-others/schemas.ts'

const inviteStates = ['waiting', 'joined', 'declined', 'withdrawn', 'lapsed'] as const
export type InviteState = (typeof inviteStates)[number]

/** POST /api/reseller-invites: the tenant, and what the provider calls it. */
export const ResellerInviteDraft = z.strictObject({ tenantId: TenantId, displayName: Line(longest.name).min(1) })
export type ResellerInviteDraft = z.infer<typeof ResellerInviteDraft>

/** A provider's invitation to a reseller, by tenant; it tells nothing of what the portal knows of that tenant. */
export const ResellerInvite = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  /** As the provider calls it. */
  displayName: z.string(),
  state: z.enum(inviteStates),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** When it lapses, or ended. */
  overAt: z.iso.datetime(),
  etag: z.string(),
})
export type ResellerInvite = z.infer<typeof ResellerInvite>

export const ResellerInviteWithLink = ResellerInvite.extend({ link: z.string() })
export type ResellerInviteWithLink = z.infer<typeof ResellerInviteWithLink>

/** What every holder of the link reads; `own` is for people of the invited tenant alone. */
export const Joining = z.object({
  provider: Organization.pick({ displayName: true, domain: true, country: true }).extend({ standing: Standing }),
  cloud: Organization.shape.cloud,
  tenantId: z.uuid(),
  displayName: z.string(),
  state: z.enum(inviteStates),
  overAt: z.iso.datetime(),
  own: z.object({ agreement: ProgrammeAgreement }).nullable(),
})
export type Joining = z.infer<typeof Joining>

/** POST …/authorize: the ticked box (BR-50); a name where the tenant has none here yet, the agreement where none is on record (BR-51). */
export const JoiningAnswer = z.strictObject({
  consent: z.boolean(),
  displayName: Line(longest.name).min(1).optional(),
  agreement: SaidAgreement.optional(),
})
export type JoiningAnswer = z.infer<typeof JoiningAnswer>
