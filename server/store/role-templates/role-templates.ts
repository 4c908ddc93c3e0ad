import { type Kysely, sql } from 'kysely'
import { sortKeyOf } from '../sql/fold.ts'
import { byName, rootOrder } from '../sql/name-order.ts'
import type { Database } from '../sql/tables/database.ts'
import { oneAfterAnother } from '../organizations/organizations.ts'
import type { Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'

export type TemplateRecord = { id: string; name: string; roles: readonly string[]; version: number }

const own = (db: Kysely<Database>, scope: Scope) =>
  db.selectFrom('role_templates').select(['id', 'name', 'roles', 'version']).where('organization_id', '=', scope.organizationId)

export const roleTemplates = (db: Kysely<Database>) => ({
  list: (scope: Scope): Promise<TemplateRecord[]> => own(db, scope).orderBy(byName('name_key', rootOrder)).execute(),

  find: async (scope: Scope, id: string): Promise<TemplateRecord | undefined> =>
    (isUuid(id) ? own(db, scope).where('id', '=', id).executeTakeFirst() : undefined),

  /** Throws StaleWrite when there are no longer `among` templates, or the name is taken. */
  create: (scope: Scope, template: TemplateRecord, among: number, write: Write<TemplateRecord>): Promise<TemplateRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      await oneAfterAnother(trx, scope)
      const { id, name, roles } = template
      const present = await own(trx, scope).execute()
      if (present.length !== among) throw new StaleWrite('Templates came or went meanwhile')
      const made = await trx
        .insertInto('role_templates')
        .values({
          organization_id: scope.organizationId, id, name, name_key: sortKeyOf(name), roles: JSON.stringify(roles), version: 1,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('version')
        .executeTakeFirst()
      if (!made) throw new StaleWrite('Another template has this name')
      return { ...template, ...made }
    }),

  /** Compares and sets `version`; StaleWrite also for a taken name. */
  update: (scope: Scope, next: TemplateRecord, write: Write<TemplateRecord>): Promise<TemplateRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const { id, name, roles, version } = next
      const key = sortKeyOf(name)
      await oneAfterAnother(trx, scope)
      const named = await own(trx, scope).where('name_key', '=', key).where('id', '<>', id).executeTakeFirst()
      if (named) throw new StaleWrite('Another template has this name')
      const saved = await trx
        .updateTable('role_templates')
        .set({ name, name_key: key, roles: JSON.stringify(roles), version: sql<number>`version + 1` })
        .where((eb) => eb.and({ organization_id: scope.organizationId, id, version }))
        .returning('version')
        .executeTakeFirst()
      if (!saved) throw new StaleWrite(`Template ${id} is no longer at version ${version}`)
      return { ...next, ...saved }
    }),

  remove: (scope: Scope, { id, version }: Pick<TemplateRecord, 'id' | 'version'>, write: Write<void>): Promise<void> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const gone = await trx
        .deleteFrom('role_templates')
        .where((eb) => eb.and({ organization_id: scope.organizationId, id, version }))
        .returning('id')
        .executeTakeFirst()
      if (!gone) throw new StaleWrite(`Template ${id} is no longer at version ${version}`)
    }),
})
