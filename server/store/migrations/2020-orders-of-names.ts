import { type Kysely, sql } from 'kysely'
import { ownOrders, rootOrder } from '../sql/name-order.ts'
import type { Database } from '../sql/tables/database.ts'
import { redomain } from './redomain.ts'
import { refold } from './refold.ts'
import type { CodeStep, Step } from './step.ts'

const names: readonly [index: string, ddl: string][] = [
  ['customers_by_name', 'customers (partner_id, name_key collate names_und, id)'],
  ['customers_by_relation', 'customers (partner_id, relation, name_key collate names_und, id)'],
  ['customers_by_reseller', 'customers (partner_id, reseller_id, name_key collate names_und, id) where reseller_id is not null'],
  ['customers_with_dap', 'customers (partner_id, name_key collate names_und, id) where dap'],
  ['customers_with_gdap', 'customers (partner_id, name_key collate names_und, id) where gdap_active'],
  ['customers_without_admin', 'customers (partner_id, name_key collate names_und, id) where not dap and not gdap_active'],
  ['gdap_relationships_by_name', 'gdap_relationships (partner_id, display_name collate names_und, id)'],
  ['partnerships_by_name', 'partnerships (partner_id, rank, reseller_name_key collate names_und, id)'],
]

/** Folds texts as people type, and sorts names in the reader's language. */
export const steps2020: readonly (Step | CodeStep)[] = [
  { name: '2020-search-texts-folded-anew', run: refold },
  { name: '2021-orders-of-names', run: makeOrders },
  ...names.map(([index]) => ({ name: `2022-${index}-by-code-point-goes`, ddl: `drop index ${index}` })),
  ...names.map(([index, ddl]) => ({ name: `2023-${index}-in-order`, ddl: `create index ${index} on ${ddl}` })),
  { name: '2024-customers-in-the-order-of-languages', run: indexOrders },
  { name: '2070-one-form-of-a-domain', run: redomain },
]

const engineOrders = async (db: Kysely<Database>): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ name: string }>`select collname as name from pg_catalog.pg_collation
    where collprovider = 'i' and collnamespace = 'pg_catalog'::regnamespace`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

/** Skips collations that the engine lacks; the root order falls back to code points. */
async function makeOrders(db: Kysely<Database>): Promise<void> {
  const present = await engineOrders(db)
  const make = (name: string, from: string) => sql`create collation ${sql.id(name)} from pg_catalog.${sql.id(from)}`.execute(db)
  await make(rootOrder, present.has('und-x-icu') ? 'und-x-icu' : 'C')
  for (const { name, engine } of Object.values(ownOrders)) if (present.has(engine)) await make(name, engine)
}

/** Adds filter columns to the index, so that the engine skips filtered rows without reading them. */
async function indexOrders(db: Kysely<Database>): Promise<void> {
  const present = await engineOrders(db)
  for (const { name, engine } of Object.values(ownOrders)) {
    if (!present.has(engine)) continue
    const [index, columns] = [sql.id(`customers_by_${name}`), sql`relation, dap, gdap_active, reseller_id`]
    await sql`create index ${index} on customers (partner_id, name_key collate ${sql.id(name)}, id, ${columns})`.execute(db)
  }
}
