import type { Kysely } from 'kysely'
import { retentionDays as bounds } from '../../../domain/audit/retention.ts'
import type { AuditSettings } from '../../../domain/audit/schemas.ts'
import { StaleWrite } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { countedUpTo } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

const waitingCap = 1_000

type Kept = { retentionDays: number; version: number }

export const auditSettings = (db: Kysely<Database>) => ({
  /** What the organisation chose; version 0 and the usual while it has chosen nothing. */
  settings: async ({ organizationId }: Scope): Promise<Kept> => {
    const chosen = await db.selectFrom('audit_settings').select(['retention_days as retentionDays', 'version'])
      .where('organization_id', '=', organizationId).executeTakeFirst()
    return chosen ?? { retentionDays: bounds.usual, version: 0 }
  },

  /** Compare-and-set on `version`; throws StaleWrite. */
  saveSettings: ({ organizationId }: Scope, { retentionDays, version }: Kept, write: Write<Kept>): Promise<Kept> =>
    writing(db, organizationId, write, async (trx) => {
      const next = { retention_days: retentionDays, version: version + 1 }
      const saved = await (version === 0
        ? trx
            .insertInto('audit_settings')
            .values({ ...next, organization_id: organizationId })
            .onConflict((conflict) => conflict.column('organization_id').doNothing())
            .returning('version')
            .executeTakeFirst()
        : trx
            .updateTable('audit_settings')
            .set(next)
            .where((eb) => eb.and({ organization_id: organizationId, version }))
            .returning('version')
            .executeTakeFirst())
      if (!saved) throw new StaleWrite(`The settings are no longer at version ${version}`)
      return { retentionDays, version: saved.version }
    }),

  /** How far the chain reaches, and how many rows wait for their link. */
  chainState: async ({ organizationId }: Scope): Promise<AuditSettings['chain']> => {
    const head = await db.selectFrom('audit_heads').select(['seq', 'hash', 'chained_at']).where('organization_id', '=', organizationId)
      .executeTakeFirst()
    const unchained = db.selectFrom('audit_events').select('id').where('organization_id', '=', organizationId)
      .where('is_chained', 'is', null)
    return {
      length: head?.seq ?? 0,
      hash: head && head.seq > 0 ? head.hash : null,
      upTo: head?.chained_at ?? null,
      waiting: await countedUpTo(db, waitingCap, unchained),
    }
  },
})
