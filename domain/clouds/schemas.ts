import { z } from 'zod'
import { partnerKinds } from '../organizations/kinds.ts'
import { channels } from '../subscriptions/channels.ts'
import type { CloudPolicy as Policy } from './cloud-policies.ts'

/** A cloud's policy as the browser gets it with the session, to decide by it too. */
export const CloudPolicy = z.object({
  invitationCreators: z.array(z.enum(partnerKinds)).readonly(),
  dapWithInvitation: z.enum(['optional', 'required', 'unavailable']),
  dapWithRelationshipUntil: z.string().nullable(),
  dualInvitationDocumented: z.boolean(),
  resellerDualInvite: z.boolean(),
  acceptancePlace: z.enum(['microsoft_365_admin_center', 'office_admin_portal', 'office_365_by_21vianet']),
  linkHosts: z.array(z.string()).readonly(),
  adminCenters: z.array(z.string()).readonly(),
  microsoftLinkDocumented: z.boolean(),
  customerAgreement: z.boolean(),
  multiPartner: z.boolean(),
  channels: z.array(z.enum(channels)).readonly(),
  otherChannels: z.array(z.enum(channels)).readonly(),
  otherChannelRule: z.enum(['BR-01', 'BR-03']),
  ownAdvisorRule: z.enum(['BR-02', 'BR-04']),
  usageBasedServices: z.boolean(),
  usageWithoutPath: z.array(z.enum(channels)).readonly(),
  licenseSwitchRule: z.enum(['BR-08', 'BR-13']),
  transactingPartnersWithAdminPerService: z.number().nullable(),
  resellerGrantStartedBy: z.enum(['owner', 'customer']),
  ownershipRule: z.enum(['BR-28', 'BR-29']),
  requestGivesAdminOnly: z.boolean(),
  granularAdmin: z.enum(['available', 'closed', 'undocumented', 'unavailable']),
  partnerSupport: z.enum(['microsoft', '21vianet']),
}) satisfies z.ZodType<Policy>
