import type { ColumnType } from 'kysely'
import type { AutoExtendDuration } from '../../../../domain/delegated-admin/term/durations.ts'
import type { AccessAssignment } from '../../../../domain/delegated-admin/relationship.ts'
import type { GdapStatus } from '../../../../domain/delegated-admin/states.ts'

type Roles = ColumnType<string[], string, string>

/** Granular delegated admin. Times ISO in UTC. */
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
    /** What the domain says of it and the clock (`domain/delegated-admin/due.ts`); null for never. */
    due_at: string | null
    remind_at: string | null
    cleaned_up_at: string | null
    on_board_at: string | null
    version: number
  }
  /** Finds the partner of a relationship whose id somebody was given. */
  gdap_directory: { id: string; partner_id: string }
  /** What a customer's tenant sees: requests that name it and relationships it approved. */
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
  /** Reminders that were given for one end of a relationship. */
  gdap_reminders: { partner_id: string; relationship_id: string; end_at: string; days: number; at: string }
  /** Requests that were open to any tenant until one approved them (BR-85). */
  gdap_bound_requests: { partner_id: string; id: string }
  partner_groups: { organization_id: string; id: string; display_name: string }
  role_templates: { organization_id: string; id: string; name: string; name_key: string; roles: Roles; version: number }
}
