import { allPartners, everywhere, rule, type Rule } from './rule.ts'

/** Group K: customer lists, exports and the activity log. */
export const rulesOfLists: readonly Rule[] = [
  rule('BR-103', 'K', everywhere, allPartners, 'PC:see-your-customer-list'),
  rule('BR-104', 'K', everywhere, allPartners, 'PC:see-your-customer-list'),
  rule('BR-105', 'K', everywhere, allPartners, 'PC:see-your-customer-list'),
  rule('BR-106', 'K', everywhere, allPartners, 'PC:see-your-customer-list'),
  rule('BR-107', 'K', everywhere, ['direct_partner', 'indirect_reseller'], 'PC:see-your-customer-list'),
  rule('BR-108', 'K', everywhere, allPartners, 'PC:activity-logs', 'DEV:get-a-record-of-partner-center-activity-by-user'),
  rule('BR-109', 'K', everywhere, allPartners, 'PC:manage-customers-with-tags'),
]
