import type { RoleTemplate, RoleTemplateDraft, TemplateDrift } from '../../../../domain/gdap/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { done } from '../../../api/done.ts'
import { reading } from '../../../api/reading.ts'
import { request } from '../../../api/request.ts'

const templates = '/delegated-admin/templates'
const pathOf = (id: string) => `${templates}/${encodeURIComponent(id)}`

export const driftQueries = {
  /** Live relationships that differ from their nearest template; built-in ones have names in the reader's language. */
  all: (locale: Locale) => reading<{ items: TemplateDrift[] }>(['role-templates', 'drift', locale], `${templates}/drift`),
}

type Saved = { id: string; etag: string | null }
const seen = ({ etag }: Saved) => (etag === null ? {} : { ifMatch: etag })

/** The form's fields. */
export const templateInputs = ['/name', '/roles'] as const

/** Saves a new template or, with `replaces`, a changed one; 412 when somebody else changed it since. */
export const saveTemplate = (
  { draft, replaces }: { draft: RoleTemplateDraft; replaces: Saved | null }, idempotencyKey: string,
): Promise<RoleTemplate> =>
  replaces === null
    ? request(templates, { method: 'POST', body: draft, idempotencyKey })
    : request(pathOf(replaces.id), { method: 'PUT', body: draft, ...seen(replaces), idempotencyKey })

/** 412 as above. */
export const removeTemplate = (template: Saved, idempotencyKey: string): Promise<true> =>
  done(pathOf(template.id), { method: 'DELETE', ...seen(template), idempotencyKey })
