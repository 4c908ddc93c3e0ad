import { allPartners, everywhere } from './rule.ts'
import type { Rule } from './rule.ts'

/** Group K: customer lists, exports and the activity log. */
export const rulesOfLists: readonly Rule[] = [
  { id: 'BR-103', group: 'K', clouds: everywhere, concerns: allPartners, sources: ['PC:see-your-customer-list'] },
  { id: 'BR-104', group: 'K', clouds: everywhere, concerns: allPartners, sources: ['PC:see-your-customer-list'] },
  { id: 'BR-105', group: 'K', clouds: everywhere, concerns: allPartners, sources: ['PC:see-your-customer-list'] },
  { id: 'BR-106', group: 'K', clouds: everywhere, concerns: allPartners, sources: ['PC:see-your-customer-list'] },
  {
    id: 'BR-107',
    group: 'K',
    clouds: everywhere,
    concerns: ['direct_partner', 'indirect_reseller'],
    sources: ['PC:see-your-customer-list'],
  },
  {
    id: 'BR-108',
    group: 'K',
    clouds: everywhere,
    concerns: allPartners,
    sources: ['PC:activity-logs', 'DEV:get-a-record-of-partner-center-activity-by-user'],
  },
  { id: 'BR-109', group: 'K', clouds: everywhere, concerns: allPartners, sources: ['PC:manage-customers-with-tags'] },
]
