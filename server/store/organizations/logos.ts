import type { Kysely } from 'kysely'
import type { KeptLogo } from '../../../domain/organizations/logo.ts'
import { StaleWrite } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

/** `version` is 0 before the first logo, and goes on when one is removed. */
export type LogoRecord = { logo: KeptLogo | null; version: number }

/** `picture`: a PNG in base64. */
export type DrawnLogo = KeptLogo & { picture: string }

export const logoColumns = ['logo.name as logoName', 'logo.width as logoWidth', 'logo.height as logoHeight'] as const

export const keptLogoOf = (row: { logoName: string | null; logoWidth: number | null; logoHeight: number | null }): KeptLogo | null =>
  row.logoName !== null && row.logoWidth !== null && row.logoHeight !== null
    ? { name: row.logoName, width: row.logoWidth, height: row.logoHeight }
    : null

const nothing = { name: null, width: null, height: null, picture: null }

export const logos = (db: Kysely<Database>) => ({
  own: async (scope: Scope): Promise<LogoRecord> => {
    const row = await db
      .selectFrom('organization_logos as logo')
      .select([...logoColumns, 'logo.version'])
      .where('logo.organization_id', '=', scope.organizationId)
      .executeTakeFirst()
    return row ? { logo: keptLogoOf(row), version: row.version } : { logo: null, version: 0 }
  },

  /** Compare-and-set on `version`; throws StaleWrite. */
  save: (scope: Scope, next: { logo: DrawnLogo | null; version: number }, write: Write<LogoRecord>): Promise<LogoRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const { name, width, height, picture } = next.logo ?? nothing
      const row = { name, width, height, picture, version: next.version + 1 }
      const saved = await (next.version === 0
        ? trx
            .insertInto('organization_logos')
            .values({ ...row, organization_id: scope.organizationId })
            .onConflict((conflict) => conflict.column('organization_id').doNothing())
            .returning('version')
            .executeTakeFirst()
        : trx
            .updateTable('organization_logos')
            .set(row)
            .where((eb) => eb.and({ organization_id: scope.organizationId, version: next.version }))
            .returning('version')
            .executeTakeFirst())
      if (!saved) throw new StaleWrite(`The organisation's logo is no longer at version ${next.version}`)
      return { logo: next.logo && { name: next.logo.name, width: next.logo.width, height: next.logo.height }, version: saved.version }
    }),

  /** The PNG, in base64, for whoever knows its name. */
  picture: async (organizationId: string, name: string): Promise<string | undefined> => {
    const row = await db
      .selectFrom('organization_logos')
      .select('picture')
      .where((eb) => eb.and({ organization_id: organizationId, name }))
      .executeTakeFirst()
    return row?.picture ?? undefined
  },
})
