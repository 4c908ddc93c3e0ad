import { demoGdapId, demoId } from './demo-ids.ts'
import { demoOrganizations } from './demo-organizations.ts'

/** What journeys may name: it is in every fresh demo, under these ids. */
export const scene = {
  organizations: demoOrganizations,
  /** Contoso's customers, Tailspin Toys among them. */
  customerCount: 300,
  /** Made by Contoso for Tailspin Toys, handed to Litware, waiting to be forwarded. */
  invitationForTailspin: { id: demoId('invitation', 1), note: 'Licence renewal of Tailspin Toys, handled by Litware' },
  /** Contoso's, direct, sent eighteen days ago and never opened. */
  overdueInvitation: { id: demoId('invitation', 2), note: 'Proposal of last month, no answer yet' },
  /** Contoso's, direct, sent; ends in two days. */
  lapsingInvitation: { id: demoId('invitation', 3), note: 'Trade fair contact, offer ends this week' },
  /** Contoso's, direct, for any customer; three have accepted. */
  reusableInvitation: { id: demoId('invitation', 4), note: 'Spring campaign, for every new customer' },
  /** Contoso's request for granular rights, waiting for Tailspin Toys. */
  requestForTailspin: { id: demoGdapId('Tailspin-Support'), displayName: 'Tailspin-Support' },
  /** Contoso's, for whichever customer approves it first. */
  openRequest: { id: demoGdapId('Spring-campaign'), displayName: 'Spring-campaign' },
  /** Litware's, stands at Tailspin Toys and ends in three weeks. */
  standingOfTailspin: { id: demoGdapId('Litware-Tailspin-desk'), displayName: 'Litware-Tailspin-desk' },
  /** Made by Contoso for Litware, which has not consented yet. */
  awaitingConsent: { id: demoGdapId('Southridge-by-Contoso'), displayName: 'Southridge-by-Contoso' },
} as const
