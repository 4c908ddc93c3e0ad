import { customerSorts, relations } from '../../../../domain/customers/relation.ts'
import type { CustomerView } from '../../../../domain/customers/schemas.ts'
import { listView, oneOf, someId, soughtText } from '../../../ui/lists/list-view.ts'

export const admins = ['dap', 'gdap', 'none'] as const

export const customerView = listView<CustomerView>({
  search: soughtText, relation: oneOf(relations), admin: oneOf(admins), reseller: someId,
  tag: soughtText, sort: oneOf(customerSorts),
}, { sort: 'companyName' })
