import { type Kysely, sql } from 'kysely'
import type { InvitedCustomer } from '../../domain/invitations/schemas.ts'
import { waitingStates } from '../../domain/invitations/states.ts'
import type { Database } from './schema/database.ts'
import type { Store } from './store.ts'

const most = 5_000

const marks = ['tenantId', 'domain', 'email', 'companyName'] as const

/** Only narrows down what is read: whether two customers are one is for the domain to say. */
export const openCustomers =
  (db: Kysely<Database>): Store['invitations']['openCustomers'] =>
  async (scope, like, now) => {
    const sought = marks.flatMap((mark) => {
      const values = [...new Set(like.flatMap((customer) => customer[mark]?.toLowerCase() ?? []))]
      return values.length > 0 ? [{ mark, values }] : []
    })
    if (sought.length === 0) return []
    const rows = await db
      .selectFrom('invitations')
      .select('customer')
      .where('partner_id', '=', scope.organizationId)
      .where('state', 'in', waitingStates)
      .where('expires_at', '>', now)
      .where((eb) => eb.or(sought.map(({ mark, values }) => eb(sql<string>`lower(customer->>${sql.lit(mark)})`, 'in', values))))
      .limit(most)
      .execute()
    return rows.flatMap(({ customer }): InvitedCustomer[] => (customer ? [customer] : []))
  }
