import { type Kysely, sql } from 'kysely'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { StaleWrite } from '../errors.ts'

/** A proven domain whose turn it is to be looked up. */
export type DueDomain = { organizationId: string; domain: string; provenAt: string; missingSince: string | null }

const asProven = ({ organizationId, domain, provenAt }: DueDomain) => ({ organization_id: organizationId, domain, proven_at: provenAt })

export const domainLooks = (db: Kysely<Database>) => ({
  /** Proven domains that were neither proven nor looked up since, in order. */
  due: async (since: string, limit: number, after: DueDomain | undefined): Promise<DueDomain[]> => {
    let query = db
      .selectFrom('organization_domains')
      .select(['organization_id as organizationId', 'domain', 'proven_at as provenAt', 'missing_since as missingSince'])
      .where(sql<boolean>`coalesce(looked_at, proven_at) < ${since}`)
      .orderBy('organization_id')
      .orderBy('domain')
      .limit(limit)
    if (after) query = query.where((eb) => eb(eb.refTuple('organization_id', 'domain'), '>', eb.tuple(after.organizationId, after.domain)))
    return (await query.execute()).flatMap(({ provenAt, ...row }) => (provenAt === null ? [] : [{ ...row, provenAt }]))
  },

  /** Does nothing when the domain was removed or proven again meanwhile. */
  keep: async (due: DueDomain, at: string, missingSince: string | null): Promise<void> => {
    await db.updateTable('organization_domains').set({ looked_at: at, missing_since: missingSince })
      .where((eb) => eb.and(asProven(due))).execute()
  },

  /** Ends the proof, so that another may prove the domain. Throws StaleWrite when it was removed or proven again meanwhile. */
  end: (due: DueDomain, write: Write<void>): Promise<void> =>
    writing(db, due.organizationId, write, async (trx) => {
      const { organizationId, domain } = due
      const ended = await trx
        .updateTable('organization_domains')
        .set({ proven_at: null, looked_at: null, missing_since: null })
        .where((eb) => eb.and(asProven(due)))
        .returning('domain')
        .executeTakeFirst()
      if (!ended) throw new StaleWrite('The domain was removed or proven again meanwhile')
      await trx.deleteFrom('proven_domains').where((eb) => eb.and({ organization_id: organizationId, domain })).execute()
    }),
})
