import { demoGdapId, demoId } from './demo-ids.ts'
import { demoOrganizations } from './demo-organizations.ts'

/** What journeys may name: every fresh demo has it under these ids. */
export const scene = {
  organizations: demoOrganizations,
  /** Counts Tailspin Toys. */
  customerCount: 300,
  /** Contoso's for Tailspin Toys, handed to Litware, to be forwarded. */
  invitationForTailspin: { id: demoId('invitation', 1), note: 'Licence renewal of Tailspin Toys, handled by Litware' },
  /** Contoso's, direct, sent 18 days ago, never opened. */
  overdueInvitation: { id: demoId('invitation', 2), note: 'Proposal of last month, no answer yet' },
  /** Contoso's, direct, sent; ends in two days. */
  lapsingInvitation: { id: demoId('invitation', 3), note: 'Trade fair contact, offer ends this week' },
  /** Contoso's, direct, for any customer; three have accepted. */
  reusableInvitation: { id: demoId('invitation', 4), note: 'Spring campaign, for every new customer' },
  /** Contoso's GDAP request that waits for Tailspin Toys. */
  requestForTailspin: { id: demoGdapId('Tailspin-Support'), displayName: 'Tailspin-Support' },
  /** Contoso's, for the first customer that approves it. */
  openRequest: { id: demoGdapId('Spring-campaign'), displayName: 'Spring-campaign' },
  /** Litware's, active at Tailspin Toys; ends in three weeks. */
  standingOfTailspin: { id: demoGdapId('Litware-Tailspin-desk'), displayName: 'Litware-Tailspin-desk' },
  /** Contoso's for Litware, which has not consented yet. */
  awaitingConsent: { id: demoGdapId('Southridge-by-Contoso'), displayName: 'Southridge-by-Contoso' },
} as const
