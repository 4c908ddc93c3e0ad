import { type Kysely, sql } from 'kysely'
import { isSameCustomer, type OpenInvitation } from '../../../domain/bulk-invitations/same-customer.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { InvitedCustomer } from '../../../domain/invitations/schemas.ts'
import type { Standing } from '../../../domain/relationships/standing.ts'
import { asciiAddress, asciiDomain } from '../../../domain/words-of-others/ascii-domain.ts'
import type { Database } from '../sql/tables/database.ts'
import { oneAfterAnother } from '../organizations/organizations.ts'
import type { Scope } from '../scope.ts'
import type { Write } from '../write.ts'

/** One of many that are made together; `write.answer`, when it is there, makes it at most once. */
export type NewInvitation = {
  invitation: InvitationRecord
  tokenHash: string
  makerId: string
  write: Write<InvitationRecord>
  /** Not made when its customer has an open invitation of the organisation by then. */
  unlessInvited?: boolean
  /** Where it matters who else works for the tenant that it names (BR-06, BR-23): the partners as they were seen, else StaleWrite. */
  standing?: Standing | undefined
}

const most = 5_000

const marks = ['tenantId', 'domain', 'email', 'companyName'] as const

/** In which a domain may have been kept before it had one form. */
function spellingsOf(mark: (typeof marks)[number], text: string | undefined): string[] {
  if (text === undefined) return []
  if (mark === 'domain') return [text, asciiDomain(text) ?? text]
  return mark === 'email' ? [text, asciiAddress(text)] : [text]
}

/** Only narrows down what is read: whether two customers are one is for the domain to say. */
export async function openInvitations(
  db: Kysely<Database>, scope: Scope, like: readonly InvitedCustomer[], now: string,
): Promise<OpenInvitation[]> {
  const sought = marks.flatMap((mark) => {
    const values = [...new Set(like.flatMap((customer) => spellingsOf(mark, customer[mark]?.toLowerCase())))]
    return values.length > 0 ? [{ mark, values }] : []
  })
  if (sought.length === 0) return []
  const rows = await db
    .selectFrom('invitations')
    .select(['id', 'state', 'since', 'customer'])
    .where('partner_id', '=', scope.organizationId)
    .where('lapses_at', '>', now)
    .where((eb) => eb.or(sought.map(({ mark, values }) => eb(sql<string>`lower(customer->>${sql.lit(mark)})`, 'in', values))))
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ customer, ...row }): OpenInvitation[] => (customer ? [{ ...row, customer }] : []))
}

/**
 * Those that may be made now: the others are of a customer that another call has invited by now. Calls of one organisation that look at
 * this come one after the other.
 */
export async function notInvitedYet<Row extends NewInvitation>(trx: Kysely<Database>, scope: Scope, rows: readonly Row[]): Promise<Row[]> {
  const named = rows.flatMap(({ unlessInvited, invitation: { customer } }) => (unlessInvited && customer ? [customer] : []))
  if (named.length === 0) return [...rows]
  await oneAfterAnother(trx, scope)
  const open = await openInvitations(trx, scope, named, rows[0]?.write.at ?? '')
  return rows.filter(({ unlessInvited, invitation: { customer } }) =>
    !unlessInvited || customer === null || !open.some((other) => isSameCustomer(customer, other.customer)))
}
