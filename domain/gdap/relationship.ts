import type { OrganizationRef } from '../organizations/schemas.ts'
import type { AutoExtendDuration } from './term/durations.ts'
import type { GdapStatus } from './states.ts'

/** A granular delegated admin relationship at rest; names follow Graph's `delegatedAdminRelationship` (section 4.10). Times ISO, UTC. */
export type GdapRelationship = {
  /** Two GUIDs joined by a dash; the approval link holds it. */
  id: string
  partner: OrganizationRef
  displayName: string
  /** As sent; fixed once finalised. */
  duration: string
  /** Null until the first tenant approves (BR-85). */
  customer: { tenantId: string; displayName: string } | null
  /** Template ids of Entra's built-in roles; all of them end together (BR-84). */
  roles: readonly string[]
  status: GdapStatus
  since: string
  autoExtendDuration: AutoExtendDuration
  createdDateTime: string
  lastModifiedDateTime: string
  activatedDateTime: string | null
  endDateTime: string | null
  /** The provider that made it for its reseller, which consents first; null otherwise. */
  indirectProviderTenantId: string | null
  isPartnerConsentPending: boolean
  /** Counts writes; every write compares and sets it. */
  version: number
}

/** A security group of the partner with some of a relationship's roles (section 5.4). */
export type AccessAssignment = {
  id: string
  relationshipId: string
  group: { id: string; displayName: string }
  roles: readonly string[]
  status: 'pending' | 'active' | 'deleting' | 'deleted' | 'error'
  since: string
  createdDateTime: string
  lastModifiedDateTime: string
  version: number
}
