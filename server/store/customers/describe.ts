import { type Kysely, sql } from 'kysely'
import type { CustomerDescribed } from '../../../domain/customers/customer.ts'
import { StaleWrite } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { overwriteDescribed, presentRows } from './rows.ts'

/** More than a select can show; a customer's own page leads to the others. */
const mostNamed = 200

export const describeCustomer =
  (db: Kysely<Database>) =>
  (scope: Scope, customer: CustomerDescribed, write: Write<CustomerDescribed>): Promise<CustomerDescribed> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const { id, version, alias, notes, tags } = customer
      const row = (await presentRows(trx, scope.organizationId, [id], 'locked')).get(id)
      if (row?.version !== version) throw new StaleWrite(`Customer ${id} is no longer at version ${version}`)
      await overwriteDescribed(trx, { ...row, alias, notes, tags, last_event_at: write.at, version: version + 1 })
      return { ...customer, lastEventAt: write.at, version: version + 1 }
    })

/** Steps from tag to tag along the index, however many customers have one. */
export const tagsInUse =
  (db: Kysely<Database>) =>
  async ({ organizationId: own }: Scope): Promise<string[]> => {
    const next = (after: ReturnType<typeof sql>) => sql`(
      select tag_key, tag from customer_tags where partner_id = ${own} and tag_key > ${after} order by tag_key, tenant_id limit 1
    )`
    const { rows } = await sql<{ tag: string }>`
      with recursive named as (
        ${next(sql`''`)}
        union all
        select further.tag_key, further.tag from named cross join lateral ${next(sql`named.tag_key`)} as further
      )
      select tag from named limit ${mostNamed}`.execute(db)
    return rows.map(({ tag }) => tag)
  }
