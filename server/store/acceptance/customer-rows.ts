import type { Kysely, Transaction } from 'kysely'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { type RowFacts, type RowsOfParties, alreadyStanding } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import { basisOfAcceptance, opensTenant } from '../../../domain/relationships/basis.ts'
import type { Standing } from '../../../domain/relationships/standing.ts'
import { withGdap } from '../gdap/customer-rights.ts'
import { followRelations, insertRows, keptOf, overwriteRows, presentRows } from '../customers/rows.ts'
import { aliasesOf, type CustomerRow, customerRowOf, descriptionIn } from '../customers/row.ts'
import type { Database } from '../sql/tables/database.ts'
import type { LinkScope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'

/** All that an acceptance saves, in one transaction. */
export type NewAcceptance = {
  invitation: InvitationRecord
  receipt: Receipt
  /** Rows for the lists of the owner and, if any, the reseller. */
  customers: readonly { organizationId: string; record: CustomerRecord }[]
  /** The person who accepted the customer agreement now, where it applies. */
  agreementAcceptedBy?: string | undefined
  /** The partners as the decision saw them, where they count (BR-06, BR-23); else StaleWrite. */
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

/** The customer's present rows in the lists of the invitation's two partners. */
export async function rowsOfParties(
  db: Kysely<Database>, { ownerId, invitationId }: Pick<LinkScope, 'ownerId' | 'invitationId'>, tenantId: string,
): Promise<RowsOfParties> {
  const { reseller_id: resellerId } = await db
    .selectFrom('invitations')
    .select('reseller_id')
    .where((eb) => eb.and({ partner_id: ownerId, id: invitationId }))
    .executeTakeFirstOrThrow()
  const lists = resellerId === null ? [ownerId] : [ownerId, resellerId]
  const rows = await db.selectFrom('customers').selectAll().where('partner_id', 'in', lists).where('id', '=', tenantId).execute()
  return partiesIn(new Map(rows.map((row) => [row.partner_id, keptOf(row)])), ownerId, resellerId)
}

/**
 * Writes the new relationship into the customer lists, locking rows in order of their owners against deadlocks. A restore changes only
 * admin rights of the existing row (BR-46, BR-64). Writes nothing of what stood; throws StaleWrite when that has changed.
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
 * An acceptance removes nothing: admin rights, former names and a reseller stay (BR-17 to BR-20). A direct partner that forwards for a
 * provider keeps its own relationship (BR-54e), unless it was only its word.
 */
const joined = (before: CustomerRow, fresh: CustomerRow): CustomerRow => ({
  ...fresh,
  ...(opensTenant(before.basis) && ownsIt(before) && !ownsIt(fresh)
    ? { owner_id: before.owner_id, reseller_id: before.reseller_id }
    : { reseller_id: fresh.reseller_id ?? before.reseller_id }),
  ...descriptionIn(before),
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
