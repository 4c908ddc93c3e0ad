import { type Kysely, type Selectable, sql } from 'kysely'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { subjectsOf } from './audit-subjects.ts'
import type { CursorHome } from '../sql/cursor.ts'
import { pageFrom, positionOf, totalOf, type PageRequest } from '../sql/page.ts'
import type { Database } from '../schema/database.ts'
import type { Scope } from '../scope.ts'

const countCap = 1_000
const historyCap = 500

const eventOf = (row: Selectable<Database['audit_events']>): Omit<AuditEvent, 'about'> => ({
  id: row.id,
  at: row.at,
  action: row.action,
  noun: row.noun,
  nounId: row.noun_id,
  by: row.performed_by,
  organizationName: row.organization_name,
  details: row.details,
})

export const audit = (db: Kysely<Database>) => ({
  /** The organisation's own events, newest first. */
  list: async (scope: Scope, page: PageRequest): Promise<Page<AuditEvent>> => {
    const home: CursorHome = { list: 'audit', organizationId: scope.organizationId, view: {} }
    const after = await positionOf(home, page)
    const own = db.selectFrom('audit_events').where('organization_id', '=', scope.organizationId)
    let query = own.selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(page.limit + 1)
    if (after) query = query.where(sql<boolean>`(at, id) < (${after.keys[0]}::timestamptz, ${after.keys[1]}::uuid)`)
    const rows = await query.execute()
    const count = async () => {
      const counted = db.selectFrom(own.select('id').limit(countCap + 1).as('counted')).select(sql<number>`count(*)::int`.as('count'))
      return totalOf((await counted.executeTakeFirstOrThrow()).count, countCap)
    }
    const subjects = await subjectsOf(db, scope, rows)
    const named = rows.map((row, index) => ({ ...row, about: subjects[index] ?? null }))
    return pageFrom(home, page.limit, named, after?.total ?? (await count()), {
      item: (row) => ({ ...eventOf(row), about: row.about }), keys: (row) => [row.at, row.id],
    })
  },

  /** The newest 500 events of one row in the organisation's sight, oldest first. */
  ofRow: async (scope: Scope, noun: string, nounId: string): Promise<Omit<AuditEvent, 'about'>[]> => {
    const rows = await db
      .selectFrom('audit_events')
      .selectAll()
      .where('organization_id', '=', scope.organizationId)
      .where('noun', '=', noun)
      .where('noun_id', '=', nounId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(historyCap)
      .execute()
    return rows.map(eventOf).toReversed()
  },
})
