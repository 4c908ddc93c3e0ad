import type { GdapBulkAnswer, GdapBulkItem, GdapBulkOutcome } from '../../../../domain/bulk-relationships/schemas.ts'
import { request } from '../../../api/request.ts'
import { autoExtendDurationOf, durationOf } from '../request/request-form.ts'
import type { BulkRow, BulkSetup } from './bulk-setup.ts'

/** By tenant. */
export type Outcomes = ReadonlyMap<string, GdapBulkOutcome>
export type Judged = { rows: readonly BulkRow[]; outcomes: Outcomes }

type Asked = BulkRow & { tenantId: string }

export const isAsked = (row: BulkRow): row is Asked => row.tenantId !== undefined

const itemOf = ({ tenantId, name }: Asked, setup: BulkSetup): GdapBulkItem => ({
  key: tenantId,
  customerTenantId: tenantId,
  displayName: name,
  duration: durationOf(setup.days),
  accessDetails: { unifiedRoles: setup.roles.map((roleDefinitionId) => ({ roleDefinitionId })) },
  autoExtendDuration: autoExtendDurationOf(setup),
})

/** Asks for these rows, or, dry, what asking would do. A name is unique, so that a repeated call finds what it made before (BR-82). */
export const askForMany = (
  rows: readonly Asked[], setup: BulkSetup, { dryRun, signal }: { dryRun: boolean; signal: AbortSignal },
): Promise<GdapBulkAnswer> =>
  request<GdapBulkAnswer>('/delegated-admin/bulk', {
    method: 'POST', body: { dryRun, finalise: setup.finalises, items: rows.map((row) => itemOf(row, setup)) }, signal,
  })

export const withOutcomes = (known: Outcomes, { outcomes }: GdapBulkAnswer): Outcomes =>
  new Map([...known, ...outcomes.map((outcome): [string, GdapBulkOutcome] => [outcome.key, outcome])])

/** Rows whose request is still to be made: neither made nor refused. */
export const openRows = ({ rows, outcomes }: Judged): Asked[] =>
  rows.filter(isAsked).filter(({ tenantId }) => (outcomes.get(tenantId)?.outcome ?? 'would_create') === 'would_create')
