import type { RoleTemplateDraft } from '../../../../domain/gdap/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { call } from '../../../api/call.ts'
import { done } from '../../../api/done.ts'
import { reading } from '../../../api/reading.ts'

export const driftQueries = {
  /** Live relationships that differ from their nearest template; built-in ones have names in the reader's language. */
  all: (locale: Locale) => reading(['role-templates', 'drift', locale], '/delegated-admin/templates/drift'),
}

type Saved = { id: string; etag: string | null }
const seen = ({ id, etag }: Saved) => ({ path: { id }, ...(etag === null ? {} : { ifMatch: etag }) })

/** The form's fields. */
export const templateInputs = ['/name', '/roles'] as const

/** Saves a new template or, with `replaces`, a changed one; 412 when somebody else changed it since. */
export const saveTemplate = ({ draft: body, replaces }: { draft: RoleTemplateDraft; replaces: Saved | null }, idempotencyKey: string) =>
  replaces === null
    ? call('POST /delegated-admin/templates', { body, idempotencyKey })
    : call('PUT /delegated-admin/templates/{id}', { ...seen(replaces), body, idempotencyKey })

/** 412 as above. */
export const removeTemplate = (template: Saved, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /delegated-admin/templates/{id}', { ...seen(template), idempotencyKey }))
