import { removedRoles } from '../../../domain/gdap/roles/changes.ts'
import { roleTemplates, templateIds } from '../../../domain/gdap/roles/templates.ts'
import type { RoleTemplate } from '../../../domain/gdap/schemas.ts'
import { templateWarning } from '../../../domain/gdap/roles/template-rules.ts'
import { nameOrder } from '../../../domain/search/name-order.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { TemplateRecord } from '../../store/role-templates/role-templates.ts'
import { etagOf } from '../http/row-version.ts'
import { say } from '../words/words.ts'

export const ownTemplate = ({ id, name, roles, version }: TemplateRecord): RoleTemplate => ({
  id, builtIn: null, name, roles: [...roles], removedRoles: removedRoles(roles), warning: templateWarning(roles), etag: etagOf({ version }),
})

export const allTemplates = (own: readonly TemplateRecord[], locale: Locale): RoleTemplate[] => [
  ...templateIds.map((builtIn) => ({
    id: builtIn,
    builtIn,
    name: say(`roles.template.${builtIn}`, locale),
    roles: [...roleTemplates[builtIn]],
    removedRoles: removedRoles(roleTemplates[builtIn]),
    warning: templateWarning(roleTemplates[builtIn]),
    etag: null,
  })),
  ...own.toSorted((one, other) => nameOrder(locale)(one.name, other.name)).map(ownTemplate),
]
