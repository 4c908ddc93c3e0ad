import { type Expression, type Kysely, sql } from 'kysely'
import type { Page } from '../../../domain/page.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { Database } from './tables/database.ts'
import { type CursorHome, cursorFor, type Position, readCursor } from './cursor.ts'

/** `limit` 1..200; `locale` sorts names. */
export type PageRequest = { limit: number; cursor?: string | undefined; locale?: Locale | undefined }

/** Reads a page's start from its cursor; undefined for the first page. */
export const positionOf = (home: CursorHome, page: PageRequest): Position | undefined =>
  page.cursor === undefined ? undefined : readCursor<Position>(home, page.cursor)

/** Makes a page of `limit + 1` rows; the last one shows that there are more. */
export function pageFrom<Row, Item>(
  home: CursorHome,
  limit: number,
  rows: readonly Row[],
  total: Page<Item>['total'],
  shape: { item: (row: Row) => Item; keys: (row: Row) => readonly string[]; order?: string },
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(shape.item),
    nextCursor: last === undefined ? null : cursorFor<Position>(home, { keys: shape.keys(last), total, order: shape.order }),
    total,
  }
}

export async function countedUpTo(db: Kysely<Database>, cap: number, query: Expression<unknown>): Promise<Page<unknown>['total']> {
  const { rows: [counted] } = await sql<{ count: number }>`
    select count(*)::int as count from (select 1 from (${query}) as found limit ${cap + 1}) as counted`.execute(db)
  return totalOf(counted?.count ?? 0, cap)
}

export const totalOf = (counted: number, cap: number): Page<unknown>['total'] => ({ count: Math.min(counted, cap), capped: counted > cap })
