/**
 * `gdap_admin` is the directory role Customer Delegated Admin Relationship Administrator: it answers requests for granular rights and ends
 * them, and accepts no invitation (BR-33 and the open question about who accepts).
 */
export const roles = ['global_admin', 'gdap_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent', 'user'] as const
export type Role = (typeof roles)[number]
