import { z } from 'zod'
import { partnerKinds } from '../organizations/kinds.ts'
import { channels } from '../subscriptions/channels.ts'

/**
 * Everything that differs between the clouds; no other file asks which cloud it is in (sources 3–21, BR-01 to BR-69). The browser gets it
 * with the session, to decide by it too.
 */
export const CloudPolicy = z.object({
  /** Who makes CSP invitations and owns the relationship that results (BR-24, BR-26, BR-27; US Government: direct partners only). */
  invitationCreators: z.array(z.enum(partnerKinds)).readonly(),
  /** Whether an invitation asks for DAP: the partner chooses, it always asks, or it can no longer ask (BR-41, BR-42). */
  dapWithInvitation: z.enum(['optional', 'required', 'unavailable']),
  /**
   * Before this day (`YYYY-MM-DD`, UTC) the partner chose, whatever `dapWithInvitation` says; null: nothing changed (BR-42, section 7.1).
   */
  dapWithRelationshipUntil: z.string().nullable(),
  /** Whether the cloud's pages document an invitation for a reseller and one named provider at once (BR-30). */
  dualInvitationDocumented: z.boolean(),
  /** Whether resellers may make such invitations; off by default (BR-30, section 7.1). */
  resellerDualInvite: z.boolean(),
  /** Where the customer accepts in the cloud itself (BR-34); the value ends a catalogue key. */
  acceptancePlace: z.enum(['microsoft_365_admin_center', 'office_admin_portal', 'office_365_by_21vianet']),
  /** Hosts allowed in a Microsoft link of this cloud; https only (section 3.4). */
  linkHosts: z.array(z.string()).readonly(),
  /** The admin centers where a customer finds its partners (section 3.3, 3.4), with the page's path where it is documented. */
  adminCenters: z.array(z.string()).readonly(),
  /** Whether the exact path of the cloud's invitation link is documented (section 3.4). */
  microsoftLinkDocumented: z.boolean(),
  /** Whether the customer signs the Microsoft Customer Agreement on acceptance (BR-35, BR-69). */
  customerAgreement: z.boolean(),
  /** Whether a customer may work with several partners (BR-15, BR-06). */
  multiPartner: z.boolean(),
  /** Channels that exist in this cloud. */
  channels: z.array(z.enum(channels)).readonly(),
  /** Channels that the cloud's page names as multi-channel, and the rule for them (BR-01, BR-03). */
  otherChannels: z.array(z.enum(channels)).readonly(),
  otherChannelRule: z.enum(['BR-01', 'BR-03']),
  /** The rule for what the asking partner itself sold as Advisor (BR-02, BR-04). */
  ownAdvisorRule: z.enum(['BR-02', 'BR-04']),
  /** Whether usage-based services are part of multi-channel support (BR-12). */
  usageBasedServices: z.boolean(),
  /** Channels whose Azure subscriptions have no documented path into CSP (BR-09). */
  usageWithoutPath: z.array(z.enum(channels)).readonly(),
  /** The rule for switching a running license-based subscription: documented (BR-08) or not (BR-13). */
  licenseSwitchRule: z.enum(['BR-08', 'BR-13']),
  /** How many transacting partners with delegated admin one service may have; null: no limit (BR-23, BR-06). */
  transactingPartnersWithAdminPerService: z.number().nullable(),
  /** Who starts a grant of admin rights to a reseller: the owner asks (BR-29), or the customer chooses (BR-28). */
  resellerGrantStartedBy: z.enum(['owner', 'customer']),
  ownershipRule: z.enum(['BR-28', 'BR-29']),
  /** Whether a request gives the partner rights only to what it sold itself (BR-45). */
  requestGivesAdminOnly: z.boolean(),
  /** Whether GDAP exists: open, closed with the cloud, contradicted by the pages, or not offered (section L, section 7). */
  granularAdmin: z.enum(['available', 'closed', 'undocumented', 'unavailable']),
  /** Whose support a partner asks where the pages are silent. */
  partnerSupport: z.enum(['microsoft', '21vianet']),
})
export type CloudPolicy = z.infer<typeof CloudPolicy>
