import { allPartners } from './rule.ts'
import type { Rule } from './rule.ts'

const gdap = { group: 'J', clouds: ['global'] } as const
const partners = { ...gdap, concerns: allPartners }
const everybody = { ...gdap, concerns: [...allPartners, 'customer'] } as const

/** Group J: GDAP relationships; clouds without them say so themselves. */
export const rulesOfGranularAdmin: readonly Rule[] = [
  { ...partners, id: 'BR-77', sources: ['PC:gdap-faq', 'PC:gdap-obtain-admin-permissions-to-manage-customer'] },
  { ...everybody, id: 'BR-78', sources: ['PC:gdap-customer-approval'] },
  { ...everybody, id: 'BR-79', sources: ['GR:delegatedadminrelationship'] },
  { ...everybody, id: 'BR-80', sources: ['PC:gdap-faq', 'GR:delegatedadminrelationship'] },
  { ...everybody, id: 'BR-81', sources: ['PC:gdap-faq'] },
  { ...partners, id: 'BR-82', sources: ['PC:gdap-obtain-admin-permissions-to-manage-customer', 'GR:delegatedadminrelationship'] },
  { ...partners, id: 'BR-83', sources: ['PC:gdap-faq'] },
  { ...everybody, id: 'BR-84', sources: ['PC:gdap-faq'] },
  { ...everybody, id: 'BR-85', sources: ['GR:delegatedadminrelationship'] },
  { ...everybody, id: 'BR-86', sources: ['PC:gdap-obtain-admin-permissions-to-manage-customer', 'GR:delegatedadminrelationship'] },
  { ...everybody, id: 'BR-87', sources: ['PC:gdap-faq'] },
  { ...everybody, id: 'BR-88', sources: ['GR:delegatedadminrelationship-update'] },
  { ...everybody, id: 'BR-89', sources: ['PC:gdap-faq'] },
  { ...everybody, id: 'BR-90', sources: ['PC:gdap-faq'] },
  { ...everybody, id: 'BR-91', sources: ['PC:gdap-expiring-notifications', 'PC:gdap-customer-approval'] },
  { ...partners, id: 'BR-92', sources: ['PC:gdap-assign-azure-ad-roles'] },
  { ...partners, id: 'BR-93', sources: ['PC:gdap-faq'] },
  { ...everybody, id: 'BR-94', sources: ['PC:gdap-partner-terminate', 'PC:gdap-customer-terminate', 'PC:gdap-faq'] },
  { ...everybody, id: 'BR-95', sources: ['PC:gdap-activity-logs'] },
  { ...partners, id: 'BR-96', sources: ['PC:gdap-faq'] },
  { ...partners, id: 'BR-97', sources: ['PC:gdap-faq'] },
  { ...partners, id: 'BR-98', sources: ['PC:gdap-faq'] },
  { ...everybody, id: 'BR-99', sources: ['PC:gdap-customer-approval', 'PC:gdap-faq'] },
  { ...everybody, id: 'BR-100', sources: ['PC:gdap-faq'] },
  { ...everybody, id: 'BR-101', sources: ['PC:gdap-faq'] },
  { ...partners, id: 'BR-102', sources: ['PC:gdap-faq', 'GR:delegatedadminrelationship'] },
  { ...partners, id: 'BR-102a', sources: ['PC:gdap-least-privileged-roles-by-task'] },
]
