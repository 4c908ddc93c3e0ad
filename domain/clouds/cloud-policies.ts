import type { Cloud, PartnerKind } from '../organizations/kinds.ts'
import type { Channel } from '../subscriptions/channels.ts'

/** Everything that differs between the clouds; no other file asks which cloud it is in (sources 3–21, BR-01 to BR-69). */
export type CloudPolicy = {
  /** Who makes CSP invitations and owns the relationship that results (BR-24, BR-26, BR-27; US Government: direct partners only). */
  invitationCreators: readonly PartnerKind[]
  /** Whether an invitation asks for DAP: the partner chooses, it always asks, or it can no longer ask (BR-41, BR-42). */
  dapWithInvitation: 'optional' | 'required' | 'unavailable'
  /**
   * Before this day (`YYYY-MM-DD`, UTC) the partner chose, whatever `dapWithInvitation` says; null: nothing changed (BR-42, section 7.1).
   */
  dapWithRelationshipUntil: string | null
  /** Whether the cloud's pages document an invitation for a reseller and one named provider at once (BR-30). */
  dualInvitationDocumented: boolean
  /** Whether resellers may make such invitations; off by default (BR-30, section 7.1). */
  resellerDualInvite: boolean
  /** Where the customer accepts in the cloud itself (BR-34); the value ends a catalogue key. */
  acceptancePlace: 'microsoft_365_admin_center' | 'office_admin_portal' | 'office_365_by_21vianet'
  /** Hosts allowed in a Microsoft link of this cloud; https only (section 3.4). */
  linkHosts: readonly string[]
  /** The admin centers where a customer finds its partners (section 3.3, 3.4), with the page's path where it is documented. */
  adminCenters: readonly string[]
  /** Whether the exact path of the cloud's invitation link is documented (section 3.4). */
  microsoftLinkDocumented: boolean
  /** Whether the customer signs the Microsoft Customer Agreement on acceptance (BR-35, BR-69). */
  customerAgreement: boolean
  /** Whether a customer may work with several partners (BR-15, BR-06). */
  multiPartner: boolean
  /** Channels that exist in this cloud. */
  channels: readonly Channel[]
  /** Channels that the cloud's page names as multi-channel, and the rule for them (BR-01, BR-03). */
  otherChannels: readonly Channel[]
  otherChannelRule: 'BR-01' | 'BR-03'
  /** The rule for what the asking partner itself sold as Advisor (BR-02, BR-04). */
  ownAdvisorRule: 'BR-02' | 'BR-04'
  /** Whether usage-based services are part of multi-channel support (BR-12). */
  usageBasedServices: boolean
  /** Channels whose Azure subscriptions have no documented path into CSP (BR-09). */
  usageWithoutPath: readonly Channel[]
  /** The rule for switching a running license-based subscription: documented (BR-08) or not (BR-13). */
  licenseSwitchRule: 'BR-08' | 'BR-13'
  /** How many transacting partners with delegated admin one service may have; null: no limit (BR-23, BR-06). */
  transactingPartnersWithAdminPerService: number | null
  /** Who starts a grant of admin rights to a reseller: the owner asks (BR-29), or the customer chooses (BR-28). */
  resellerGrantStartedBy: 'owner' | 'customer'
  ownershipRule: 'BR-28' | 'BR-29'
  /** Whether a request gives the partner rights only to what it sold itself (BR-45). */
  requestGivesAdminOnly: boolean
  /** Whether GDAP exists: open, closed with the cloud, contradicted by the pages, or not offered (section L, section 7). */
  granularAdmin: 'available' | 'closed' | 'undocumented' | 'unavailable'
  /** Whose support a partner asks where the pages are silent. */
  partnerSupport: 'microsoft' | '21vianet'
}

export const cloudPolicies: Record<Cloud, CloudPolicy> = {
  global: {
    invitationCreators: ['direct_partner', 'indirect_provider'],
    dapWithInvitation: 'unavailable',
    dapWithRelationshipUntil: '2023-10-09',
    dualInvitationDocumented: true,
    resellerDualInvite: false,
    acceptancePlace: 'microsoft_365_admin_center',
    linkHosts: ['admin.microsoft.com'],
    adminCenters: ['https://admin.microsoft.com/AdminPortal/Home#/partners'],
    microsoftLinkDocumented: true,
    customerAgreement: true,
    multiPartner: true,
    channels: ['csp', 'microsoft_direct', 'advisor', 'open', 'ea', 'third_party'],
    otherChannels: ['microsoft_direct', 'advisor', 'open', 'ea', 'third_party'],
    otherChannelRule: 'BR-03',
    ownAdvisorRule: 'BR-04',
    usageBasedServices: true,
    usageWithoutPath: ['advisor', 'open', 'ea'],
    licenseSwitchRule: 'BR-08',
    transactingPartnersWithAdminPerService: null,
    resellerGrantStartedBy: 'owner',
    ownershipRule: 'BR-29',
    requestGivesAdminOnly: false,
    granularAdmin: 'available',
    partnerSupport: 'microsoft',
  },
  germany: {
    invitationCreators: ['direct_partner', 'indirect_provider'],
    dapWithInvitation: 'required',
    dapWithRelationshipUntil: null,
    dualInvitationDocumented: false,
    resellerDualInvite: false,
    acceptancePlace: 'office_admin_portal',
    linkHosts: ['portal.office.de'],
    adminCenters: ['https://portal.office.de/adminportal'],
    microsoftLinkDocumented: false,
    customerAgreement: false,
    multiPartner: true,
    channels: ['csp', 'microsoft_direct', 'advisor', 'open', 'ea', 'third_party'],
    otherChannels: ['microsoft_direct', 'advisor', 'open', 'ea', 'third_party'],
    otherChannelRule: 'BR-03',
    ownAdvisorRule: 'BR-04',
    usageBasedServices: true,
    usageWithoutPath: ['advisor', 'open', 'ea'],
    licenseSwitchRule: 'BR-08',
    transactingPartnersWithAdminPerService: null,
    resellerGrantStartedBy: 'owner',
    ownershipRule: 'BR-29',
    requestGivesAdminOnly: false,
    granularAdmin: 'closed',
    partnerSupport: 'microsoft',
  },
  china: {
    invitationCreators: ['direct_partner', 'indirect_provider'],
    dapWithInvitation: 'required',
    dapWithRelationshipUntil: null,
    dualInvitationDocumented: false,
    resellerDualInvite: false,
    acceptancePlace: 'office_365_by_21vianet',
    linkHosts: ['portal.partner.microsoftonline.cn'],
    adminCenters: ['https://portal.partner.microsoftonline.cn/adminportal'],
    microsoftLinkDocumented: false,
    customerAgreement: false,
    multiPartner: true,
    channels: ['csp', '21vianet_direct', 'advisor'],
    otherChannels: ['21vianet_direct'],
    otherChannelRule: 'BR-01',
    ownAdvisorRule: 'BR-02',
    usageBasedServices: false,
    usageWithoutPath: [],
    licenseSwitchRule: 'BR-13',
    transactingPartnersWithAdminPerService: 1,
    resellerGrantStartedBy: 'customer',
    ownershipRule: 'BR-28',
    requestGivesAdminOnly: true,
    granularAdmin: 'undocumented',
    partnerSupport: '21vianet',
  },
  usgov: {
    invitationCreators: ['direct_partner'],
    dapWithInvitation: 'required',
    dapWithRelationshipUntil: null,
    dualInvitationDocumented: false,
    resellerDualInvite: false,
    acceptancePlace: 'office_admin_portal',
    linkHosts: ['portal.office365.us', 'portal.apps.mil'],
    adminCenters: ['https://portal.office365.us/adminportal', 'https://portal.apps.mil'],
    microsoftLinkDocumented: false,
    customerAgreement: false,
    multiPartner: false,
    channels: ['csp', 'microsoft_direct', 'advisor', 'open', 'ea', 'third_party'],
    otherChannels: ['microsoft_direct', 'advisor', 'open', 'ea', 'third_party'],
    otherChannelRule: 'BR-03',
    ownAdvisorRule: 'BR-04',
    usageBasedServices: true,
    usageWithoutPath: ['advisor', 'open', 'ea'],
    licenseSwitchRule: 'BR-08',
    transactingPartnersWithAdminPerService: 1,
    resellerGrantStartedBy: 'owner',
    ownershipRule: 'BR-29',
    requestGivesAdminOnly: false,
    granularAdmin: 'unavailable',
    partnerSupport: 'microsoft',
  },
}
