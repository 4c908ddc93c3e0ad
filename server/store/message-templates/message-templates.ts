import type { Kysely } from 'kysely'
import type { TemplateDraft } from '../../../domain/invitations/templates/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { keyWithin } from '../invitations/row.ts'
import type { Database } from '../sql/tables/database.ts'
import { StaleWrite } from '../errors.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'
import type { Scope } from '../scope.ts'
import type { Write } from '../write.ts'

/** An organisation's text in a language; `words` is null for the built-in one. Version 0 was never written. */
export type TemplateRecord = { language: Locale; words: TemplateDraft | null; version: number }

type Row = Database['message_templates']

const templateOf = ({ language, subject, body, version }: Pick<Row, 'language' | 'subject' | 'body' | 'version'>): TemplateRecord => ({
  language,
  words: subject === null || body === null ? null : { subject, text: body },
  version,
})

export const messageTemplates = (db: Kysely<Database>) => ({
  /** The organisation's own texts, by language. */
  list: async (scope: Scope): Promise<TemplateRecord[]> => {
    const rows = await db.selectFrom('message_templates').selectAll().where('organization_id', '=', scope.organizationId).execute()
    return rows.map(templateOf)
  },

  /** The inviting organisation's text for an invitation that the scope made or carries; undefined: the built-in one. */
  ofInvitation: async (scope: Scope, invitationId: string, language: Locale): Promise<TemplateDraft | undefined> => {
    if (!isUuid(invitationId)) return undefined
    const row = await db
      .selectFrom(keyWithin(db, scope, invitationId).as('sought'))
      .innerJoin('message_templates as template', (join) => join.onRef('template.organization_id', '=', 'sought.partner_id'))
      .select(['template.language', 'template.subject', 'template.body', 'template.version'])
      .where('template.language', '=', language)
      .executeTakeFirst()
    return row && (templateOf(row).words ?? undefined)
  },

  /** Compares and sets `version`, 0 for the first. */
  save: (scope: Scope, { language, words, version }: TemplateRecord, write: Write<TemplateRecord>): Promise<TemplateRecord> =>
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
              .where((eb) => eb.and({ organization_id: scope.organizationId, language, version }))
              .returning('version')
              .executeTakeFirst()
      if (!saved) throw new StaleWrite(`The template in ${language} is no longer at version ${version}`)
      return { language, words, version: saved.version }
    }),
})
