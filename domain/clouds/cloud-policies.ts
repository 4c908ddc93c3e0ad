import type { Cloud, PartnerKind } from '../organizations/kinds.ts'

/** Everything that differs between the clouds; no other file asks which cloud it is in (sources 3–21, BR-01 to BR-69). */
export type CloudPolicy = {
  /** Who makes CSP invitations and owns the relationship that results (BR-24, BR-26, BR-27; US Government: direct partners only). */
  invitationCreators: readonly PartnerKind[]
  /** What an invitation may ask: the partner chooses, it always asks, or it can no longer ask (BR-41, BR-42). */
  delegatedAdminWithInvitation: 'optional' | 'required' | 'unavailable'
  /** Where the cloud's own acceptance happens (BR-34); the name is a catalogue key's end. */
  acceptancePlace: 'microsoft_365_admin_center' | 'office_admin_portal' | 'office_365_by_21vianet'
  /** Hosts that a Microsoft link of this cloud may have; https only (section 3.4). */
  linkHosts: readonly string[]
  /** Whether the exact path of the cloud's invitation link is documented (section 3.4). */
  microsoftLinkDocumented: boolean
  /** Whether the customer signs the Microsoft Customer Agreement on acceptance (BR-35, BR-69). */
  customerAgreement: boolean
  /** Whether a customer may work with several partners (BR-15, BR-06). */
  multiPartner: boolean
}

export const cloudPolicies: Record<Cloud, CloudPolicy> = {
  global: {
    invitationCreators: ['direct_partner', 'indirect_provider'],
    delegatedAdminWithInvitation: 'unavailable',
    acceptancePlace: 'microsoft_365_admin_center',
    linkHosts: ['admin.microsoft.com'],
    microsoftLinkDocumented: true,
    customerAgreement: true,
    multiPartner: true,
  },
  germany: {
    invitationCreators: ['direct_partner', 'indirect_provider'],
    delegatedAdminWithInvitation: 'required',
    acceptancePlace: 'office_admin_portal',
    linkHosts: ['portal.office.de'],
    microsoftLinkDocumented: false,
    customerAgreement: false,
    multiPartner: true,
  },
  china: {
    invitationCreators: ['direct_partner', 'indirect_provider'],
    delegatedAdminWithInvitation: 'required',
    acceptancePlace: 'office_365_by_21vianet',
    linkHosts: ['portal.partner.microsoftonline.cn'],
    microsoftLinkDocumented: false,
    customerAgreement: false,
    multiPartner: true,
  },
  usgov: {
    invitationCreators: ['direct_partner'],
    delegatedAdminWithInvitation: 'required',
    acceptancePlace: 'office_admin_portal',
    linkHosts: ['portal.office365.us', 'portal.apps.mil'],
    microsoftLinkDocumented: false,
    customerAgreement: false,
    multiPartner: false,
  },
}
