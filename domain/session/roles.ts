export const roles = ['global_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent', 'user'] as const
export type Role = (typeof roles)[number]
