import { type Kysely, sql } from 'kysely'
import { daysVouched } from '../../../domain/tokens/token.ts'
import type { Database } from '../sql/tables/database.ts'
import type { CodeStep, Step } from './step.ts'

const rowsAtOnce = 500

/** Until when an identity provider's word for a person lets personal tokens work; of people of before, that of their last sign-in. */
export const steps2401: readonly (Step | CodeStep)[] = [
  { name: '2401-vouched-people', ddl: 'alter table users add column vouched_until timestamptz' },
  { name: '2402-vouched-people-of-before', run: vouchForOld },
]

async function vouchForOld(db: Kysely<Database>): Promise<void> {
  let vouched: bigint
  do {
    const { numAffectedRows } = await sql`
      update users set vouched_until = known.last_sign_in_at + ${daysVouched * 24} * interval '1 hour'
      from (
        select known.organization_id, known.user_id, max(known.last_sign_in_at) as last_sign_in_at
        from known_people as known
        join users as person on person.organization_id = known.organization_id and person.id = known.user_id
        where person.vouched_until is null
        group by known.organization_id, known.user_id
        limit ${rowsAtOnce}
      ) as known
      where users.organization_id = known.organization_id and users.id = known.user_id`.execute(db)
    vouched = numAffectedRows ?? 0n
  } while (vouched === BigInt(rowsAtOnce))
}
