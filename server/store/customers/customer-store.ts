import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import type { CustomerView } from '../../../domain/customers/schemas.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Scope } from '../scope.ts'
import type { PageRequest, Write } from '../store.ts'

/** A customer row as an import found it, already validated; `id` is the tenant id, lower case. */
export type ImportedCustomer = Pick<CustomerRecord, 'id' | 'relationshipToPartner' | 'relationshipText'> & {
  companyName: string
  domain: string
}

/** What became of a row; `…_but_relation`: it names another relation than the one that more confirms than a file, which stays. */
export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'updated_but_relation' | 'unchanged_but_relation'

/** What goes into the records of a customer of which a partner says for the first time that it is its customer. */
export type RecordOfClaim = (claimed: { organizationId: string; tenantId: string }) => Pick<Write<unknown>, 'audit' | 'changes'>

/** Who imports, for the records of the rows, and what goes into those of the customers that it claims. */
export type ImportTold = { by: string; ofClaim: RecordOfClaim }

export type CustomerStore = {
  /** Totals: exact without a filter; up to 10,000 with one, up to 1,000 with a search. Every row is reached all the same. */
  list(scope: Scope, view: CustomerView, page: PageRequest): Promise<Page<CustomerRecord>>
  find(scope: Scope, tenantId: string): Promise<CustomerRecord | undefined>
  /**
   * The newest 500 things that happened between the organisation and this tenant, in its own sight, oldest first. The last of them is
   * what `lastEventAt` of the line tells of: whatever moves the one is in the other.
   */
  history(scope: Scope, tenantId: string): Promise<Pick<AuditEvent, 'at' | 'action' | 'by' | 'organizationName'>[]>
  /** The organisations behind these tenants that are no confirmed customers of the scope's: facts for rules on the server alone. */
  strangers(scope: Scope, tenantIds: readonly string[]): Promise<Organization[]>
  /** What an import of these rows would do, in their order; changes nothing. */
  compare(scope: Scope, rows: readonly ImportedCustomer[]): Promise<ImportOutcome[]>
  /**
   * Writes these rows (≤ 1,000 a call) in one transaction; repeating it changes nothing and reports `unchanged`. Of what something
   * confirms it changes names alone. The history of each line that it makes or changes says so.
   */
  import(scope: Scope, rows: readonly ImportedCustomer[], write: Write<unknown>, told: ImportTold): Promise<ImportOutcome[]>
}
