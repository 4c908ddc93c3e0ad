import type { Kysely } from 'kysely'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Write } from '../write.ts'
import { looksKeyOf } from '../sql/looks.ts'
import { writing } from '../sql/writing.ts'
import { organizationOf } from './organizations.ts'

export type Registered = { outcome: 'registered' | 'there_before' | 'partner_id_taken'; organization: Organization }

/** For operators, who are no organisation's. */
export const registrations = (db: Kysely<Database>) => ({
  /**
   * Registers the tenant unless it is there; of many at once, one does. A tenant that only visited gets its place with its id and people. A
   * PartnerID is one partner's. Says who is there.
   */
  register: async (organization: Organization, write: Omit<Write<unknown>, 'answer'>): Promise<Registered> => {
    const { id, tenantId, displayName, partnerId, isVisiting: _, ...same } = organization
    const facts = { ...same, display_name: displayName, name_looks: looksKeyOf(displayName), mpn_id: partnerId ?? null }
    const registered = await writing(db, organization.id, { ...write, audit: [], changes: [] }, async (trx, tell) => {
      const holder = partnerId && (await trx.selectFrom('organizations').selectAll().where('mpn_id', '=', partnerId).executeTakeFirst())
      if (holder && holder.tenant_id !== tenantId) return { outcome: 'partner_id_taken' as const, organization: organizationOf(holder) }
      const made = await trx
        .insertInto('organizations')
        .values({ ...facts, id, tenant_id: tenantId })
        .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ ...facts, visiting_since: null })
          .where('organizations.visiting_since', 'is not', null))
        .returningAll()
        .executeTakeFirst()
      if (!made) return undefined
      tell(made.id === id ? write : about(made.id, write))
      return { outcome: 'registered' as const, organization: organizationOf(made) }
    })
    if (registered) return registered
    const known = await db.selectFrom('organizations').selectAll().where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()
    return { outcome: 'there_before', organization: organizationOf(known) }
  },

  /** At most `limit` organisations in the order of their ids, after `after`. */
  page: async (limit: number, after?: string): Promise<Organization[]> => {
    const all = db.selectFrom('organizations').selectAll().where('visiting_since', 'is', null).orderBy('id').limit(limit)
    return (await (after === undefined ? all : all.where('id', '>', after)).execute()).map(organizationOf)
  },
})

type Records = Omit<Write<unknown>, 'answer'>

/** The same records about the id that the tenant has already. */
const about = (id: string, { audit, changes, ...write }: Records): Records => ({
  ...write,
  audit: audit.map((event) => ({ ...event, organizationId: id, nounId: id })),
  changes: changes.map((change) => ({ ...change, organizationId: id, id })),
})
