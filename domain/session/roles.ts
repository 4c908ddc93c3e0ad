/**
 * `gdap_admin` is the directory role Customer Delegated Admin Relationship Administrator: it answers requests for granular rights and ends
 * them, and accepts no invitation (BR-33 and the open question about who accepts).
 */
export const roles = ['global_admin', 'gdap_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent', 'user'] as const
export type Role = (typeof roles)[number]

/** The roles that a partner gives its people here; the others come from the directory. */
export const partnerRoles = ['admin_agent', 'sales_agent', 'helpdesk_agent'] as const
export type PartnerRole = (typeof partnerRoles)[number]
