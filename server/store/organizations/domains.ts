import type { Kysely } from 'kysely'
import { DomainTaken, StaleWrite } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { oneAfterAnother } from './organizations.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

/** A domain that an organisation says is its own; `provenAt` once a DNS record proved it, `missingSince` while that is not found. */
export type DomainRecord = { domain: string; addedAt: string; provenAt: string | null; missingSince: string | null }

const own = (db: Kysely<Database>, { organizationId }: Scope) =>
  db
    .selectFrom('organization_domains')
    .select(['domain', 'added_at as addedAt', 'proven_at as provenAt', 'missing_since as missingSince'])
    .where('organization_id', '=', organizationId)

export const domains = (db: Kysely<Database>) => ({
  list: (scope: Scope): Promise<DomainRecord[]> => own(db, scope).orderBy('domain').execute(),

  find: (scope: Scope, domain: string): Promise<DomainRecord | undefined> => own(db, scope).where('domain', '=', domain).executeTakeFirst(),

  /** Throws StaleWrite when there are no longer `among` domains, or it is there. */
  add: (scope: Scope, { domain, addedAt }: DomainRecord, among: number, write: Write<DomainRecord>): Promise<DomainRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      await oneAfterAnother(trx, scope)
      const present = await own(trx, scope).execute()
      if (present.length !== among || present.some((each) => each.domain === domain)) throw new StaleWrite('Domains came or went meanwhile')
      await trx.insertInto('organization_domains').values({ organization_id: scope.organizationId, domain, added_at: addedAt }).execute()
      return { domain, addedAt, provenAt: null, missingSince: null }
    }),

  /** Proven for one organisation at a time: throws DomainTaken while it is another's, StaleWrite when it was removed meanwhile. */
  prove: (scope: Scope, { domain, provenAt, addedAt }: DomainRecord, write: Write<DomainRecord>): Promise<DomainRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const { organizationId } = scope
      const proven = await trx
        .updateTable('organization_domains')
        .set({ proven_at: provenAt, looked_at: null, missing_since: null })
        .where((eb) => eb.and({ organization_id: organizationId, domain }))
        .returning('domain')
        .executeTakeFirst()
      if (!proven) throw new StaleWrite('The domain was removed meanwhile')
      const holder = await trx
        .insertInto('proven_domains')
        .values({ domain, organization_id: organizationId })
        .onConflict((conflict) => conflict.column('domain').doUpdateSet((eb) => ({ domain: eb.ref('excluded.domain') })))
        .returning('organization_id')
        .executeTakeFirstOrThrow()
      if (holder.organization_id !== organizationId) throw new DomainTaken('The domain is proven for another organisation')
      return { domain, provenAt, addedAt, missingSince: null }
    }),

  /** Another may prove it from now on. Throws StaleWrite when it is gone. */
  remove: (scope: Scope, domain: string, write: Write<void>): Promise<void> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const key = { organization_id: scope.organizationId, domain }
      const gone = await trx.deleteFrom('organization_domains').where((eb) => eb.and(key)).returning('domain').executeTakeFirst()
      if (!gone) throw new StaleWrite('The domain was removed meanwhile')
      await trx.deleteFrom('proven_domains').where((eb) => eb.and(key)).execute()
    }),
})
