import type { RoleTemplateDraft } from '../../../../domain/delegated-admin/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { call } from '../../../api/call.ts'
import { done } from '../../../api/done.ts'
import { reading } from '../../../api/reading.ts'

export const driftQueries = {
  /** Which live relationships differ from the template they are nearest to; built-in ones are named in the reader's language. */
  all: (locale: Locale) => reading(['role-templates', 'drift', locale], '/delegated-admin/templates/drift'),
}

type Saved = { id: string; etag: string | null }
const seen = ({ id, etag }: Saved) => ({ path: { id }, ...(etag === null ? {} : { ifMatch: etag }) })

/** What the form has a field for. */
export const templateInputs = ['/name', '/roles'] as const

/** A new one or, with `replaces`, a changed one, which is refused with 412 when somebody else changed it since it was shown. */
export const saveTemplate = ({ draft: body, replaces }: { draft: RoleTemplateDraft; replaces: Saved | null }, idempotencyKey: string) =>
  replaces === null
    ? call('POST /delegated-admin/templates', { body, idempotencyKey })
    : call('PUT /delegated-admin/templates/{id}', { ...seen(replaces), body, idempotencyKey })

/** Refused with 412, too. */
export const removeTemplate = (template: Saved, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /delegated-admin/templates/{id}', { ...seen(template), idempotencyKey }))
