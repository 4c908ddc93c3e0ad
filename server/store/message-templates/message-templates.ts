import type { Kysely } from 'kysely'
import { keyWithin } from '../invitations/row.ts'
import type { Database } from '../schema/database.ts'
import { StaleWrite, type Store, type TemplateRecord } from '../store.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/write.ts'

type Row = Database['message_templates']

const templateOf = ({ language, subject, body, version }: Pick<Row, 'language' | 'subject' | 'body' | 'version'>): TemplateRecord => ({
  language,
  words: subject === null || body === null ? null : { subject, text: body },
  version,
})

export const messageTemplates = (db: Kysely<Database>): Store['messageTemplates'] => ({
  list: async (scope) => {
    const rows = await db.selectFrom('message_templates').selectAll().where('organization_id', '=', scope.organizationId).execute()
    return rows.map(templateOf)
  },

  ofInvitation: async (scope, invitationId, language) => {
    if (!isUuid(invitationId)) return undefined
    const row = await db
      .selectFrom(keyWithin(db, scope, invitationId).as('sought'))
      .innerJoin('message_templates as template', (join) => join.onRef('template.organization_id', '=', 'sought.partner_id'))
      .select(['template.language', 'template.subject', 'template.body', 'template.version'])
      .where('template.language', '=', language)
      .executeTakeFirst()
    return row && (templateOf(row).words ?? undefined)
  },

  save: (scope, { language, words, version }, write) =>
    writing(db, scope.organizationId, write, async (trx) => {
      const written = { subject: words?.subject ?? null, body: words?.text ?? null, version: version + 1 }
      const saved =
        version === 0
          ? await trx
              .insertInto('message_templates')
              .values({ organization_id: scope.organizationId, language, ...written })
              .onConflict((conflict) => conflict.columns(['organization_id', 'language']).doNothing())
              .returning('version')
              .executeTakeFirst()
          : await trx
              .updateTable('message_templates')
              .set(written)
              .where('organization_id', '=', scope.organizationId)
              .where('language', '=', language)
              .where('version', '=', version)
              .returning('version')
              .executeTakeFirst()
      if (!saved) throw new StaleWrite(`The template in ${language} is no longer at version ${version}`)
      return { language, words, version: saved.version }
    }),
})
