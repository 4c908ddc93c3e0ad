import type { ColumnType } from 'kysely'
import type { AutoExtendDuration } from '../../../../domain/gdap/term/durations.ts'
import type { AccessAssignment } from '../../../../domain/gdap/relationship.ts'
import type { GdapStatus } from '../../../../domain/gdap/states.ts'

type Roles = ColumnType<string[], string, string>

/** GDAP. Times ISO in UTC. */
export type GdapTables = {
  gdap_relationships: {
    partner_id: string
    id: string
    display_name: string
    duration: string
    customer_tenant_id: string | null
    customer_name: string | null
    roles: Roles
    has_global_administrator: boolean
    status: GdapStatus
    since: string
    auto_extend: AutoExtendDuration
    created_at: string
    modified_at: string
    activated_at: string | null
    end_at: string | null
    provider_tenant_id: string | null
    consent_pending: boolean
    created_by: string
    search_text: string
    /** Of the search text (`sql/grams.ts`). */
    search_grams: ColumnType<number[] | null, number[], number[]>
    /** What the domain says of it and the clock (`domain/gdap/due.ts`); null for never. */
    due_at: string | null
    remind_at: string | null
    cleaned_up_at: string | null
    on_board_at: string | null
    version: number
  }
  /** Finds a relationship's partner by id. */
  gdap_directory: { id: string; partner_id: string }
  /** A tenant's requests and approved relationships. */
  gdap_of_tenants: { tenant_id: string; id: string; partner_id: string; created_at: string }
  gdap_assignments: {
    partner_id: string
    relationship_id: string
    id: string
    group_id: string
    group_name: string
    roles: Roles
    status: AccessAssignment['status']
    since: string
    created_at: string
    modified_at: string
    due_at: string | null
    stuck_at: string | null
    version: number
  }
  /** Reminders sent for one end of a relationship. */
  gdap_reminders: { partner_id: string; relationship_id: string; end_at: string; days: number; at: string }
  /** Requests that any tenant could approve, until one did (BR-85). */
  gdap_bound_requests: { partner_id: string; id: string }
  partner_groups: { organization_id: string; id: string; display_name: string }
  role_templates: { organization_id: string; id: string; name: string; name_key: string; roles: Roles; version: number }
}
