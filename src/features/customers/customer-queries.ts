import type { Customer, CustomerView } from '../../../domain/customers/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { gridOf, reading } from '../../api/reading.ts'

export const customerQueries = {
  list: (view: CustomerView) => gridOf<Page<Customer>>(['customers', 'list', view], '/customers', view),
  one: (tenantId: string) => reading<Customer>(['customers', 'one', tenantId], `/customers/${encodeURIComponent(tenantId)}`),
}
