import { type Kysely, sql } from 'kysely'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { Database } from '../sql/tables/database.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import type { Scope } from '../scope.ts'

const historyCap = 500

type Row = Pick<AuditEvent, 'at' | 'action' | 'by' | 'organizationName'>

/** Everything that moves a row's last event. */
export const historyOfCustomer =
  (db: Kysely<Database>) =>
  async ({ organizationId: own }: Scope, tenantId: string): Promise<Row[]> => {
    if (!isUuid(tenantId)) return []
    const { rows } = await sql<Row>`
      select at, action, performed_by as by, organization_name as "organizationName" from (
        select at, id, action, performed_by, organization_name from audit_events
        where organization_id = ${own} and noun = 'customers' and noun_id = ${tenantId} and refused is null
        union all
        select moved.at, null, moved.action, moved.performed_by,
          case moved.action when 'customer.imported' then itself.display_name else '' end
        from line_events as moved join organizations as itself on itself.id = moved.partner_id
        where moved.partner_id = ${own} and moved.tenant_id = ${tenantId}
      ) as event
      order by at desc, id desc limit ${historyCap}`.execute(db)
    return rows.toReversed()
  }
