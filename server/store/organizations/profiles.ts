import { type Kysely, sql, type Transaction } from 'kysely'
import type { OrganizationProfile } from '../../../domain/organizations/schemas.ts'
import { StaleWrite } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { sortKeyOf } from '../sql/fold.ts'
import { looksKeyOf } from '../sql/looks.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import { organizationOf } from './organizations.ts'

/** `version` is 0 while the organisation has said nothing. */
export type ProfileRecord = Omit<OrganizationProfile, 'etag'> & { version: number }

export const profiles = (db: Kysely<Database>) => ({
  /** What the organisation says of itself. */
  own: async (scope: Scope): Promise<ProfileRecord> => {
    const row = await db
      .selectFrom('organizations')
      .leftJoin('organization_profiles as profile', 'profile.organization_id', 'organizations.id')
      .selectAll('organizations')
      .select(['profile.contact', 'profile.time_zone', 'profile.language', 'profile.version'])
      .where('organizations.id', '=', scope.organizationId)
      .executeTakeFirstOrThrow()
    const { contact, time_zone: timeZone, language, version } = row
    return { ...organizationOf(row), contact, timeZone, language, version: version ?? 0 }
  },

  /** Compare-and-set on `version`; throws StaleWrite. A new name is everywhere at once, also in the order of partners' lists. */
  save: (scope: Scope, next: ProfileRecord, write: Write<ProfileRecord>): Promise<ProfileRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const said = {
        contact: next.contact && JSON.stringify(next.contact), time_zone: next.timeZone, language: next.language, version: next.version + 1,
      }
      const saved = await (next.version === 0
        ? trx
            .insertInto('organization_profiles')
            .values({ ...said, organization_id: scope.organizationId })
            .onConflict((conflict) => conflict.column('organization_id').doNothing())
            .returning('version')
            .executeTakeFirst()
        : trx
            .updateTable('organization_profiles')
            .set(said)
            .where((eb) => eb.and({ organization_id: scope.organizationId, version: next.version }))
            .returning('version')
            .executeTakeFirst())
      if (!saved) throw new StaleWrite(`The organisation's profile is no longer at version ${next.version}`)
      await rename(trx, scope, next.displayName)
      return { ...next, version: saved.version }
    }),
})

/** Names are read where they are shown, but for the keys by which partners' lists are sorted: one row a partnership. */
async function rename(trx: Transaction<Database>, { organizationId }: Scope, name: string): Promise<void> {
  const renamed = await trx
    .updateTable('organizations')
    .set({ display_name: name, name_looks: looksKeyOf(name) })
    .where('id', '=', organizationId)
    .where('display_name', '<>', name)
    .executeTakeFirst()
  if (renamed.numUpdatedRows === 0n) return
  const key = sortKeyOf(name)
  await sql`
    update partnerships set reseller_name_key = ${key} from partnership_inbox as inbox
    where inbox.partner_id = ${organizationId} and partnerships.partner_id = inbox.provider_id
      and partnerships.id = inbox.partnership_id and partnerships.reseller_id = ${organizationId}`.execute(trx)
  await sql`
    update partnership_inbox set provider_name_key = ${key} from partnerships
    where partnerships.partner_id = ${organizationId} and partnership_inbox.partner_id = partnerships.reseller_id
      and partnership_inbox.partnership_id = partnerships.id`.execute(trx)
}
