import type { AccessAssignment, GdapRelationship } from '../../../domain/delegated-admin/relationship.ts'
import type { ExpiryBoard, GdapView, PartnerGroup } from '../../../domain/delegated-admin/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { GdapRecord } from './row.ts'
import type { Scope } from '../scope.ts'
import type { PageRequest, Write } from '../store.ts'

type Versioned = { id: string; version: number }
/** An assignment that is due, with its relationship as it is. */
type DueAssignment = { assignment: AccessAssignment; relationship: GdapRecord }

type WayThere = Pick<GdapRelationship, 'id' | 'displayName' | 'status' | 'endDateTime' | 'roles' | 'autoExtendDuration'>

/**
 * Granular delegated admin. A partner sees its own; a customer's tenant what it was asked for and approved; a provider what it made for its
 * reseller. Nobody sees what is cleaned up (BR-95). Every write is compare-and-set on `version`: else StaleWrite, and nothing is changed.
 */
export type DelegatedAdminStore = {
  /** Totals: up to 10,000, with a search up to 1,000. Days until an end are those of the calendar in `zone`. */
  list(scope: Scope, view: GdapView, page: PageRequest, now: string, zone: string): Promise<Page<GdapRecord>>
  board(scope: Scope, now: string, zone: string): Promise<ExpiryBoard>
  find(scope: Scope, id: string, now: string): Promise<GdapRecord | undefined>
  /** Those of these ids that the organisation sees. */
  findMany(scope: Scope, ids: readonly string[], now: string): Promise<GdapRecord[]>
  /** As `find`, and what waits for whichever tenant approves it first: the id was given to whoever has it (BR-85). */
  findForApproval(customer: Scope, id: string, now: string): Promise<GdapRecord | undefined>
  /** Whether it waited for whichever tenant approves first, and has become another's than the customer's own (BR-85). */
  isBoundToAnother(customer: Scope, id: string, now: string): Promise<boolean>
  isNameTaken(partnerId: string, displayName: string): Promise<boolean>
  /**
   * The partner's own, or its reseller's, when the scope is the provider that it names. Throws NameTaken, and StaleWrite when it is to
   * take the place of privileges (`stands`) that the customer gives the scope no more.
   */
  create(
    scope: Scope, relationship: GdapRelationship, createdBy: string, write: Write<GdapRecord>, stands?: 'dap',
  ): Promise<GdapRecord>
  /** Any party's change. A role that goes from one that stands goes from its assignments too. Throws NameTaken; `stands` as above. */
  update(scope: Scope, next: GdapRelationship, write: Write<GdapRecord>, stands?: 'dap'): Promise<GdapRecord>
  /** Any party's change of auto-extend, and of the status that follows from it, of all of these or of none. */
  setAutoExtend(scope: Scope, next: readonly GdapRelationship[], write: Write<void>): Promise<void>
  /** The customer's yes, once: `next` names its own tenant, and the relationship waits for it or for nobody yet. */
  approve(customer: Scope, next: GdapRelationship, write: Write<GdapRecord>): Promise<GdapRecord>
  /** Keeps what is written with it when the partner's own request, unchanged since, waits for the customer; else StaleWrite. */
  handOver(partner: Scope, request: Versioned, write: Write<GdapRecord>): Promise<GdapRecord>
  /** A draft alone can be thrown away. */
  remove(scope: Scope, draft: Versioned, write: Write<void>): Promise<void>

  groups(partner: Scope): Promise<PartnerGroup[]>
  /** All of one relationship that are not gone, oldest first. */
  assignments(partner: Scope, relationshipId: string): Promise<AccessAssignment[]>
  /** All of the partner's own relationships with this customer, newest first, with their assignments that are not gone. */
  accessTo(partner: Scope, tenantId: string, now: string): Promise<{ relationship: WayThere; assignments: AccessAssignment[] }[]>
  /** Also StaleWrite when the relationship is another by now, or the group has an assignment in it already (BR-92, BR-93). */
  assign(partner: Scope, relationship: Versioned, assignment: AccessAssignment, write: Write<AccessAssignment>): Promise<AccessAssignment>
  reassign(partner: Scope, relationship: Versioned, next: AccessAssignment, write: Write<AccessAssignment>): Promise<AccessAssignment>

  /** What time has something to do with (section 5.3), whoever it belongs to; of one relationship alone when it is named. */
  due(now: string, limit: number, id?: string): Promise<GdapRecord[]>
  dueAssignments(now: string, limit: number, id?: string): Promise<DueAssignment[]>
  /** What time alone makes of it. */
  advance(next: GdapRelationship, write: Write<void>): Promise<void>
  /** The same of an assignment, while its relationship is as it was read, and stands where it becomes active; else StaleWrite. */
  advanceAssignment(relationship: GdapRecord, next: AccessAssignment, write: Write<void>): Promise<void>
  /** Deletes what is cleaned up, at most `limit` of them, and says how many; audit events stay. */
  cleanUp(now: string, limit: number): Promise<number>
}
