import type { Rule } from './rule.ts'
import { rulesOfGranularAdmin } from './rules-of-granular-admin.ts'
import { rulesOfLists } from './rules-of-lists.ts'
import { rulesOfPartners } from './rules-of-partners.ts'
import { rulesWithCustomers } from './rules-with-customers.ts'

export const rules: readonly Rule[] = [...rulesWithCustomers, ...rulesOfPartners, ...rulesOfGranularAdmin, ...rulesOfLists]
