import { type Kysely, sql } from 'kysely'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { isUuid } from '../sql/uuid-v7.ts'

type Event = { noun: string; nounId: string; details: Record<string, unknown> }

/**
 * Names whom the organisation's audit entries are about, by today's names, in order: the customer that an entry names, else its row's
 * customer as the organisation sees it, or a partnership's other side. Null where unknown.
 */
export async function subjectsOf(db: Kysely<Database>, scope: Scope, events: readonly Event[]): Promise<(string | null)[]> {
  const isId = (noun: string, id: string) => (noun === 'delegated-admin' ? id !== '' : isUuid(id))
  // A refused call may be about no row.
  const idsOf = (noun: string) =>
    [...new Set(events.flatMap((event) => (event.noun === noun && isId(noun, event.nounId) ? [event.nounId] : [])))]
  const names = new Map<string, string>()
  for (const [noun, find] of Object.entries(finders)) {
    const ids = idsOf(noun)
    if (ids.length === 0) continue
    for (const { id, name } of await find(db, scope.organizationId, ids)) if (name !== null) names.set(`${noun} ${id}`, name)
  }
  return events.map(({ noun, nounId, details: { customer } }) =>
    typeof customer === 'string' ? customer : (names.get(`${noun} ${nounId}`) ?? null))
}

type Named = { id: string; name: string | null }
type Find = (db: Kysely<Database>, own: string, ids: readonly string[]) => Promise<readonly Named[]>

const nameOfInvited = sql<string | null>`coalesce(
  invitation.customer->>'companyName', invitation.customer->>'domain', invitation.customer->>'email'
)`

const finders: Record<string, Find> = {
  invitations: (db, own, ids) =>
    db
      .selectFrom('invitations as invitation')
      .leftJoin('invitation_inbox as handed', (join) =>
        join.onRef('handed.owner_id', '=', 'invitation.partner_id').onRef('handed.invitation_id', '=', 'invitation.id')
          .on('handed.partner_id', '=', own),
      )
      .select(['invitation.id', nameOfInvited.as('name')])
      .where('invitation.id', 'in', ids)
      .where((eb) => eb.or([eb('invitation.partner_id', '=', own), eb('handed.partner_id', 'is not', null)]))
      .execute(),
  customers: (db, own, ids) =>
    db.selectFrom('customers').select(['id', 'company_name as name']).where('partner_id', '=', own).where('id', 'in', ids).execute(),
  'delegated-admin': (db, own, ids) =>
    db
      .selectFrom('gdap_directory as known')
      .innerJoin('gdap_relationships as gdap', (join) =>
        join.onRef('gdap.partner_id', '=', 'known.partner_id').onRef('gdap.id', '=', 'known.id'),
      )
      .leftJoin('organizations as provider', 'provider.tenant_id', 'gdap.provider_tenant_id')
      .select(['gdap.id', 'gdap.customer_name as name'])
      .where('known.id', 'in', ids)
      .where((eb) => eb.or([eb('gdap.partner_id', '=', own), eb('provider.id', '=', own)]))
      .execute(),
  partnerships: (db, own, ids) =>
    db
      .selectFrom('partnerships as partnership')
      .innerJoin('organizations as provider', 'provider.id', 'partnership.partner_id')
      .innerJoin('organizations as reseller', 'reseller.id', 'partnership.reseller_id')
      .select((eb) => [
        'partnership.id',
        eb.case().when('provider.id', '=', own).then(eb.ref('reseller.display_name')).else(eb.ref('provider.display_name')).end()
          .as('name'),
      ])
      .where('partnership.id', 'in', ids)
      .where((eb) => eb.or([eb('provider.id', '=', own), eb('reseller.id', '=', own)]))
      .execute(),
}
