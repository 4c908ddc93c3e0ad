import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Locale } from '../../../domain/session/locales.ts'
import type { Position } from './cursor.ts'
import type { Database } from './tables/database.ts'
import type { PageRequest } from './page.ts'

/** The collation of all languages without one of their own. */
export const rootOrder = 'names_und'

/** Languages that sort their own script first, with their collations here and in the engine. */
export const ownOrders: Partial<Record<Locale, { name: string; engine: string }>> = {
  ko: { name: 'names_ko', engine: 'ko-x-icu' },
  ru: { name: 'names_ru', engine: 'ru-x-icu' },
  'zh-Hans': { name: 'names_zh', engine: 'zh-x-icu' },
}

const names = sql.join(Object.values(ownOrders).map(({ name }) => name))
const known = new WeakMap<Kysely<Database>, Promise<ReadonlySet<string>>>()

/** Which collations this database has; an engine may lack a language, and the page's has none. */
function ordersIn(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const present = known.get(db) ?? sql<{ name: string }>`select collname as name from pg_collation where collname in (${names})`
    .execute(db)
    .then(({ rows }) => new Set(rows.map(({ name }) => name)))
  known.set(db, present)
  present.catch(() => known.delete(db))
  return present
}

/** The order of names of a page: the list's first one, so that it continues without gaps, else the reader's. */
export async function nameOrderOf(db: Kysely<Database>, { locale }: PageRequest, after: Position | undefined): Promise<string> {
  const present = await ordersIn(db)
  const wanted = after?.order ?? (locale && ownOrders[locale]?.name)
  return wanted !== undefined && present.has(wanted) ? wanted : rootOrder
}

/** Sorts a column in an order of {@link nameOrderOf}, then by code point. */
export const byName = (column: string, order: string): RawBuilder<string> => sql<string>`${sql.ref(column)} collate ${sql.id(order)}`
