import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { AuditEvent, AuditRecord, AuditView } from '../../../domain/audit/schemas.ts'
import type { AuditWindow } from '../../../domain/audit/window.ts'
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
const loggedColumns = [...shownColumns, 'customer_id as customerId', 'through', 'refused', 'changed'] as const

/** A row of the log before its refusal is put into words. */
export type LoggedEvent = Omit<AuditRecord, 'outcome' | 'refusal'> & { refused: string | null }

type Filters = Omit<AuditView, 'from' | 'to'>
type Place = readonly [at: string, id: string]

export const audit = (db: Kysely<Database>) => {
  const own = ({ organizationId }: Scope) => db.selectFrom('audit_events').where('organization_id', '=', organizationId)
  const filtered = (scope: Scope, { from, before }: AuditWindow, { customer, action, by, through, outcome }: Filters) => {
    let query = own(scope).where('at', '>=', from).where('at', '<', before)
    if (customer !== undefined) query = query.where('customer_id', '=', customer)
    if (action !== undefined) query = query.where('action', '=', action)
    if (by !== undefined) query = query.where('performed_by', '=', by)
    if (through !== undefined) query = query.where('through', '=', through)
    if (outcome !== undefined) query = query.where('refused', outcome === 'refused' ? 'is not' : 'is', null)
    return query
  }
  const rowsOf = async (scope: Scope, query: Newest, limit: number, after?: Place): Promise<LoggedEvent[]> => {
    let page = query.select(loggedColumns).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit)
    if (after) page = page.where(sql<boolean>`(at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    const rows = await page.execute()
    const subjects = await subjectsOf(db, scope, rows)
    return rows.map((row, index) => ({ ...row, about: subjects[index] ?? null }))
  }

  return {
    /** The organisation's log in a window, newest first. */
    list: async (scope: Scope, window: AuditWindow, view: AuditView, page: PageRequest): Promise<Page<LoggedEvent>> => {
      const home: CursorHome = { list: 'audit', organizationId: scope.organizationId, view }
      const after = positionOf(home, page)
      const query = filtered(scope, window, view)
      const [at = '', id = ''] = after?.keys ?? []
      const rows = await rowsOf(scope, query, page.limit + 1, after && [at, id])
      return pageFrom(home, page.limit, rows, after?.total ?? (await countedUpTo(db, countCap, query.select('id'))), {
        item: (event) => event, keys: (event) => [event.at, event.id],
      })
    },

    /** The same rows, so many at a time. */
    async *export(scope: Scope, window: AuditWindow, filters: Filters, rowsAtOnce: number): AsyncGenerator<LoggedEvent[], void, void> {
      let last: LoggedEvent | undefined
      do {
        const rows = await rowsOf(scope, filtered(scope, window, filters), rowsAtOnce, last && [last.at, last.id])
        if (rows.length > 0) yield rows
        last = rows.length === rowsAtOnce ? rows.at(-1) : undefined
      } while (last)
    },

    /** The newest entries of what was done, for everybody in the organisation; who came in is for those who read the log. */
    recent: async (scope: Scope, limit: number): Promise<AuditEvent[]> => {
      const done = own(scope).where('refused', 'is', null).where('noun', '<>', 'people')
      const rows = await done.select(shownColumns).orderBy('at', 'desc').orderBy('id', 'desc')
        .limit(limit).execute()
      const subjects = await subjectsOf(db, scope, rows)
      return rows.map((row, index) => ({ ...row, about: subjects[index] ?? null }))
    },

    /** The newest 500 entries of what was done with one row in the organisation's sight, oldest first. */
    ofRow: async (scope: Scope, noun: string, nounId: string): Promise<Omit<AuditEvent, 'about'>[]> => {
      const rows = await own(scope)
        .select(shownColumns)
        .where((eb) => eb.and({ noun, noun_id: nounId }))
        .where('refused', 'is', null)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(historyCap)
        .execute()
      return rows.toReversed()
    },
  }
}

type Newest = SelectQueryBuilder<Database, 'audit_events', object>
