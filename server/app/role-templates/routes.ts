import { type Changed, changedFields } from '../../../domain/audit/changed.ts'
import { roleChanges } from '../../../domain/gdap/roles/changes.ts'
import { canRequestGdap } from '../../../domain/gdap/relationship-rules.ts'
import { leastRoleByTask, recommendedRoles } from '../../../domain/gdap/roles/templates.ts'
import type { RoleTemplateDraft } from '../../../domain/gdap/schemas.ts'
import { canAddTemplate, canHoldTemplateRoles, canNameTemplate } from '../../../domain/gdap/roles/template-rules.ts'
import { partnerKindOf, type Actor } from '../../../domain/session/actor.ts'
import { allowed } from '../../../domain/verdict.ts'
import type { TemplateRecord } from '../../store/role-templates/role-templates.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { allTemplates, ownTemplate } from './templates.ts'
import { rolesInWords } from './role-words.ts'
import { driftsOf } from './drift.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'
import { say } from '../words/words.ts'
import { roleTemplateRoutes as routes } from './descriptions.ts'

const tasks = Object.keys(leastRoleByTask) as (keyof typeof leastRoleByTask)[]

export function roleTemplateEndpoints(ports: Ports) {
  const { store, newId } = ports
  /** Every user of a partner reads its templates, an Admin agent changes them; a customer has none. */
  const mayWrite = (actor: Actor) => canRequestGdap(actor, policyOf(ports, actor.organization.cloud))
  const mayRead = (actor: Actor) => (partnerKindOf(actor) === undefined ? mayWrite(actor) : allowed)
  const found = async (actor: Actor, id: string) =>
    visible(await store.roleTemplates.find(scopeOf(actor), id.toLowerCase()), 'gdap.template_not_found')

  return endpoints()
    .openapi(routes.roles, (c) => {
      const { locale } = c.var
      const { version, before, added, removed } = roleChanges
      const least = tasks.map((task) => ({ task, roleId: leastRoleByTask[task], words: say(`roles.task.${task}`, locale) }))
      const changes = { version, before, added: [...added], removed: [...removed] }
      return c.json({ items: rolesInWords(locale), tasks: least, changes }, 200)
    })
    .openapi(routes.list, async (c) => {
      const { actor, locale } = c.var
      enforce(mayRead(actor))
      const own = await store.roleTemplates.list(scopeOf(actor))
      const kind = partnerKindOf(actor)
      return c.json({ items: allTemplates(own, locale), recommended: kind ? [...recommendedRoles(kind)] : [] }, 200)
    })
    .openapi(routes.drift, async (c) => {
      const { actor, locale } = c.var
      enforce(mayRead(actor))
      const own = await store.roleTemplates.list(scopeOf(actor))
      const { rows, areAll } = await store.gdapBulk.standing(scopeOf(actor))
      return c.json({ items: driftsOf(allTemplates(own, locale), rows), compared: { count: rows.length, capped: !areAll } }, 200)
    })
    .openapi(routes.create, async (c) => {
      const { actor } = c.var
      const draft = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: () => store.roleTemplates.list(scopeOf(actor)),
        may: () => mayWrite(actor),
        next: (others) => {
          check(draft, others)
          enforce(canAddTemplate(others))
          return { id: newId(), ...draft, version: 1 }
        },
        event: ({ id }, at) => happened(actor, id, 'role_template.created', at),
        save: (made, write, { length }) => store.roleTemplates.create(scopeOf(actor), made, length, write),
        onWire: ownTemplate,
        status: 201,
      })
      if (body.etag !== null) c.header('ETag', body.etag)
      return c.json(body, 201)
    })
    .openapi(routes.change, async (c) => {
      const { actor } = c.var
      const draft = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: () => found(actor, c.req.valid('param').id),
        may: () => mayWrite(actor),
        version: (template) => template,
        next: async (template) => {
          check(draft, (await store.roleTemplates.list(scopeOf(actor))).filter(({ id }) => id !== template.id))
          return { ...template, ...draft }
        },
        event: (changed, at, before) =>
          happened(actor, changed.id, 'role_template.changed', at, changedFields(before, changed, ['name', 'roles'])),
        save: (changed, write) => store.roleTemplates.update(scopeOf(actor), changed, write),
        onWire: ownTemplate,
      })
      if (body.etag !== null) c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(routes.remove, async (c) => {
      const { actor } = c.var
      await command(c, ports, {
        find: () => found(actor, c.req.valid('param').id),
        may: () => mayWrite(actor),
        version: (template) => template,
        next: (template) => template,
        event: ({ id }, at) => happened(actor, id, 'role_template.deleted', at),
        save: (template, write) => store.roleTemplates.remove(scopeOf(actor), template, write),
      })
      return c.body(null, 204)
    })
}

function check({ name, roles }: RoleTemplateDraft, others: readonly TemplateRecord[]): void {
  enforce(canHoldTemplateRoles(roles), { pointer: '/roles', status: 422 })
  enforce(canNameTemplate(name, others), { pointer: '/name' })
}

const happened = (actor: Actor, nounId: string, action: AuditEntry['action'], at: string, changed?: Changed) =>
  recordOf(actor, [{ at, action, noun: 'role-templates', nounId, organizationIds: [actor.organization.id], changed }])
