import { type Kysely, sql } from 'kysely'
import type { Database } from '../sql/tables/database.ts'
import type { CodeStep } from './step.ts'

const rowsAtOnce = 500

/** A mail's intent, which stays for good, names its reader by id and no more by address. */
export const steps2480: readonly CodeStep[] = [{ name: '2480-intents-without-addresses', run: forgetAddresses }]

async function forgetAddresses(db: Kysely<Database>): Promise<void> {
  let forgotten: bigint
  do {
    const { numAffectedRows } = await sql`
      update outbox set intent = regexp_replace(intent, '[^/]*@.*$', id::text)
      where (organization_id, id) in (select organization_id, id from outbox where intent like '%@%' limit ${rowsAtOnce})`.execute(db)
    forgotten = numAffectedRows ?? 0n
  } while (forgotten === BigInt(rowsAtOnce))
}
