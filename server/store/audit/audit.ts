import { type Kysely, sql } from 'kysely'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { subjectsOf } from './audit-subjects.ts'
import type { CursorHome } from '../sql/cursor.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

const countCap = 1_000
const historyCap = 500

const shownColumns = [
  'id', 'at', 'action', 'noun', 'noun_id as nounId', 'performed_by as by', 'organization_name as organizationName', 'details',
] as const

export const audit = (db: Kysely<Database>) => ({
  list: async (scope: Scope, page: PageRequest): Promise<Page<AuditEvent>> => {
    const home: CursorHome = { list: 'audit', organizationId: scope.organizationId, view: {} }
    const after = await positionOf(home, page)
    const own = db.selectFrom('audit_events').where('organization_id', '=', scope.organizationId)
    let query = own.select(shownColumns).orderBy('at', 'desc').orderBy('id', 'desc').limit(page.limit + 1)
    if (after) query = query.where(sql<boolean>`(at, id) < (${after.keys[0]}::timestamptz, ${after.keys[1]}::uuid)`)
    const rows = await query.execute()
    const subjects = await subjectsOf(db, scope, rows)
    const named = rows.map((row, index) => ({ ...row, about: subjects[index] ?? null }))
    return pageFrom(home, page.limit, named, after?.total ?? (await countedUpTo(db, countCap, own.select('id'))), {
      item: (event) => event, keys: (event) => [event.at, event.id],
    })
  },

  /** The newest 500 entries of one row in the organisation's sight, oldest first. */
  ofRow: async (scope: Scope, noun: string, nounId: string): Promise<Omit<AuditEvent, 'about'>[]> => {
    const rows = await db
      .selectFrom('audit_events')
      .select(shownColumns)
      .where((eb) => eb.and({ organization_id: scope.organizationId, noun, noun_id: nounId }))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(historyCap)
      .execute()
    return rows.toReversed()
  },
})
