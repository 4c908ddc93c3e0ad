import type { Kysely, Transaction } from 'kysely'
import type { ProgrammeAgreement } from '../../../domain/programme-agreement/schemas.ts'
import { StaleWrite } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

type Said = NonNullable<ProgrammeAgreement['said']>

export const programmeAgreement = (db: Kysely<Database>) => ({
  own: async ({ organizationId }: Scope): Promise<ProgrammeAgreement> => {
    const row = await db.selectFrom('partner_facts').select(['agreement_signed', 'agreement_said'])
      .where('organization_id', '=', organizationId).executeTakeFirst()
    if (!row?.agreement_signed) return { basis: null, said: null }
    return { basis: row.agreement_said ? 'said_by_partner' : 'confirmed', said: row.agreement_said }
  },

  /** Throws StaleWrite where an agreement is on record already. */
  say: (scope: Scope, said: Said, write: Write<ProgrammeAgreement>): Promise<ProgrammeAgreement> =>
    writing(db, scope.organizationId, write, async (trx) => {
      if (!(await keepSaid(trx, scope, said))) throw new StaleWrite('An agreement is on record')
      return { basis: 'said_by_partner' as const, said }
    }),
})

/** Keeps a reseller's own word; false where an agreement is on record, which stays. */
export async function keepSaid(trx: Transaction<Database>, { organizationId }: Scope, said: Said): Promise<boolean> {
  const agreement = { agreement_signed: true, agreement_said: JSON.stringify(said) }
  const kept = await trx
    .insertInto('partner_facts')
    .values({ ...agreement, organization_id: organizationId, global_account_id: null, transitioning: false })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(agreement).where('partner_facts.agreement_signed', '=', false))
    .returning('organization_id')
    .executeTakeFirst()
  return kept !== undefined
}
