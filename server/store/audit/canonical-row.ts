import canonicalize from 'canonicalize'
import { sha256 } from 'js-sha256'
import type { Changed } from '../../../domain/audit/changed.ts'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'

/** What the chain reads of a row. */
export type ChainedRow = {
  organizationId: string
  id: string
  at: string
  action: string
  noun: string
  nounId: string
  by: string
  organizationName: string
  details: AuditEvent['details']
  through: string | null
  refused: string | null
  customerId: string | null
  changed: Changed | null
}

/** The columns of a row that the chain covers, by the names that its canonical form has. */
export const chainColumns = [
  'organization_id as organizationId', 'id', 'at', 'action', 'noun', 'noun_id as nounId', 'performed_by as by',
  'organization_name as organizationName', 'details', 'through', 'refused', 'customer_id as customerId', 'changed',
] as const

/** The link before the first. */
export const noLink = '0'.repeat(64)

/** Details that tell of a person, as `by` does. */
const personalDetails = ['customer', 'email', 'person', 'reason']

const canonicalBytes = (value: unknown): string => canonicalize(value) ?? ''

const split = (details: AuditEvent['details'], isPersonal: boolean) =>
  Object.fromEntries(Object.entries(details).filter(([name]) => personalDetails.includes(name) === isPersonal))

/** SHA-256 of a salt and what a row tells of persons. It stands for them in the link, so that they can be erased with the salt. */
export const personalDigest = ({ by, details }: Pick<ChainedRow, 'by' | 'details'>, salt: string): string =>
  sha256(`${salt}\n${canonicalBytes({ by, details: split(details, true) })}`)

/**
 * The hash of a link: SHA-256 of the one before, a line feed and the row as RFC 8785 JSON, whatever the engine and the order of its keys.
 * A change of this form breaks every chain: give it another `form`.
 */
export function linkHash(previous: string, seq: number, { by: _, details, ...row }: ChainedRow, personal: string): string {
  return sha256(`${previous}\n${canonicalBytes({ form: 1, seq, ...row, details: split(details, false), personal })}`)
}
