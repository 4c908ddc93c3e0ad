import type { Kysely, Transaction } from 'kysely'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { type RowFacts, type RowsOfParties, alreadyStanding } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import { basisOfAcceptance, opensTenant } from '../../../domain/relationships/basis.ts'
import type { Standing } from '../../../domain/relationships/standing.ts'
import { withGdap } from '../gdap/customer-rights.ts'
import { followRelations, insertRows, overwriteRows, presentRows } from '../customers/rows.ts'
import { aliasesOf, type CustomerRow, customerRowOf } from '../customers/row.ts'
import type { Database } from '../sql/tables/database.ts'
import type { LinkScope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'

/** All that is kept when a customer accepts; saved in one transaction or not at all. */
export type NewAcceptance = {
  invitation: InvitationRecord
  receipt: Receipt
  /** The lines of the owner's and, when there is one, the reseller's customer list. */
  customers: readonly { organizationId: string; record: CustomerRecord }[]
  /** The customer's agreement, where it applies and was given now. */
  agreementAcceptedBy?: string | undefined
  /** Where it matters who else works for the tenant (BR-06, BR-23): the partners as the decision saw them, else StaleWrite. */
  standing?: Standing | undefined
}

const partiesIn = (rows: ReadonlyMap<string, CustomerRow>, ownerId: string, resellerId: string | null): RowsOfParties => ({
  owner: factsOf(rows.get(ownerId)),
  reseller: resellerId === null ? undefined : factsOf(rows.get(resellerId)),
})

const factsOf = (row: CustomerRow | undefined): RowFacts | undefined =>
  row && {
    relationshipToPartner: row.relation, basis: row.basis, allowDelegatedAccess: row.dap, resellerId: row.reseller_id,
  }

/** The customer's lines in the lists of the two partners that the link's invitation is of, as they are at this moment. */
export async function rowsOfParties(
  db: Kysely<Database>, { ownerId, invitationId }: Pick<LinkScope, 'ownerId' | 'invitationId'>, tenantId: string,
): Promise<RowsOfParties> {
  const { reseller_id: resellerId } = await db
    .selectFrom('invitations')
    .select('reseller_id')
    .where('partner_id', '=', ownerId)
    .where('id', '=', invitationId)
    .executeTakeFirstOrThrow()
  const lists = resellerId === null ? [ownerId] : [ownerId, resellerId]
  const rows = await db.selectFrom('customers').selectAll().where('partner_id', 'in', lists).where('id', '=', tenantId).execute()
  return partiesIn(new Map(rows.map((row) => [row.partner_id, row])), ownerId, resellerId)
}

/**
 * Writes the new relationship into the customer lists; the lists' lines are locked in order of their owners, against deadlocks. What is
 * restored is written into the relationship that is there, and changes nothing else of it (BR-46, BR-64). Of what stood already nothing is
 * written; throws StaleWrite when that is something else by now.
 */
export async function keepRelationship(
  trx: Transaction<Database>, { receipt: { at, granted, stood }, invitation, customers }: NewAcceptance,
): Promise<void> {
  const accepted = customers.toSorted((a, b) => (a.organizationId < b.organizationId ? -1 : 1))
  const present = new Map<string, CustomerRow>()
  for (const { organizationId, record } of accepted) {
    const row = (await presentRows(trx, organizationId, [record.id], 'locked')).get(record.id)
    if (row) present.set(organizationId, row)
  }
  const stands = alreadyStanding(invitation, partiesIn(present, invitation.inviter.id, invitation.reseller?.id ?? null))
  if (stands.join() !== stood.join()) throw new StaleWrite('The relationship is another by now than the decision saw')
  if (granted.length === 0) return
  const isRestored = invitation.kind === 'restore'
  for (const { organizationId, record } of accepted) {
    const fresh = customerRowOf(organizationId, record)
    const before = present.get(organizationId)
    if (isRestored && !(before && opensTenant(before.basis))) throw new StaleWrite('The relationship has ended meanwhile')
    const [made = fresh] = before ? [] : await withGdap(trx, organizationId, [fresh])
    const customer = !before ? { ...made, version: 1 } : isRestored ? restored(before, at) : joined(before, fresh)
    await (before ? overwriteRows(trx, [customer]) : insertRows(trx, [customer]))
    await followRelations(trx, organizationId, [customer], at)
  }
}

const restored = (before: CustomerRow, at: string): CustomerRow => ({
  ...before,
  dap: true,
  dap_since: before.dap ? before.dap_since : at,
  last_event_at: at,
  version: before.version + 1,
})

/**
 * An acceptance adds a relationship and takes nothing away: admin rights, former names and a reseller stay (BR-17 to BR-20). A direct
 * partner that forwards for a provider goes on owning the relationship it had (BR-54e), but for one that it only said it had.
 */
const joined = (before: CustomerRow, fresh: CustomerRow): CustomerRow => ({
  ...fresh,
  ...(opensTenant(before.basis) && ownsIt(before) && !ownsIt(fresh)
    ? { owner_id: before.owner_id, reseller_id: before.reseller_id }
    : { reseller_id: fresh.reseller_id ?? before.reseller_id }),
  aliases: aliasesOf(fresh.company_name, [...before.aliases, before.company_name]),
  country: fresh.country ?? before.country,
  basis: basisOfAcceptance(before.basis),
  dap: fresh.dap || before.dap,
  dap_since: before.dap ? before.dap_since : fresh.dap_since,
  gdap_active: before.gdap_active,
  gdap_next_end: before.gdap_next_end,
  version: before.version + 1,
})

const ownsIt = (row: CustomerRow): boolean => row.owner_id === row.partner_id
