import { customerSorts, relations } from '../../../../domain/customers/relation.ts'
import type { CustomerView } from '../../../../domain/customers/schemas.ts'
import { longest } from '../../../../domain/words-of-others/lengths.ts'
import { listView, oneOf, someId, soughtText, textOf } from '../../../ui/lists/list-view.ts'

export const admins = ['dap', 'gdap', 'none'] as const

export const customerView = listView<CustomerView>({
  search: soughtText, relation: oneOf(relations), admin: oneOf(admins), reseller: someId,
  tag: textOf(longest.tag), sort: oneOf(customerSorts),
}, { sort: 'companyName' })
