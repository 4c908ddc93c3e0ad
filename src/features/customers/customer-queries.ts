import type { CustomerView } from '../../../domain/customers/schemas.ts'
import { gridOf, reading } from '../../api/reading.ts'

export const customerQueries = {
  list: (view: CustomerView) => gridOf(['customers', 'list', view], '/customers', view),
  one: (id: string) => reading(['customers', 'one', id], '/customers/{id}', { path: { id } }),
}
