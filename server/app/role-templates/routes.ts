import { roleChanges } from '../../../domain/delegated-admin/role-changes.ts'
import { canRequestGdap } from '../../../domain/delegated-admin/relationship-rules.ts'
import { leastRoleByTask, recommendedRoles } from '../../../domain/delegated-admin/role-templates.ts'
import type { RoleTemplate, RoleTemplateDraft } from '../../../domain/delegated-admin/schemas.ts'
import { canAddTemplate, canHoldTemplateRoles, canNameTemplate } from '../../../domain/delegated-admin/template-rules.ts'
import { partnerKindOf, type Actor } from '../../../domain/session/actor.ts'
import type { TemplateRecord } from '../../store/role-templates/role-templates.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { Asking } from '../http/api-env.ts'
import { answerOnce } from '../http/idempotency.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { allTemplates, ownTemplate } from './templates.ts'
import { rolesInWords } from './role-words.ts'
import { decideAndWrite, matchVersion } from '../http/row-version.ts'
import { driftsOf } from './drift.ts'
import { type Happening, recordOf } from '../audit/what-happened.ts'
import { say } from '../words/words.ts'
import { roleTemplateRoutes as routes } from './descriptions.ts'

const tasks = Object.keys(leastRoleByTask) as (keyof typeof leastRoleByTask)[]

export function roleTemplateEndpoints(ports: Ports) {
  const { store, newId } = ports

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
      mayAsk(ports, actor, 'read')
      const own = await store.roleTemplates.list(scopeOf(actor))
      const kind = partnerKindOf(actor)
      return c.json({ items: allTemplates(own, locale), recommended: kind ? [...recommendedRoles(kind)] : [] }, 200)
    })
    .openapi(routes.drift, async (c) => {
      const { actor, locale } = c.var
      mayAsk(ports, actor, 'read')
      const own = await store.roleTemplates.list(scopeOf(actor))
      const live = await store.delegatedAdminBulk.standing(scopeOf(actor))
      return c.json({ items: driftsOf(allTemplates(own, locale), live) }, 200)
    })
    .openapi(routes.create, async (c) => {
      const { actor } = c.var
      const draft = c.req.valid('json')
      const { body } = await answerOnce<TemplateRecord, RoleTemplate>(c, ports, actor, (keep) =>
        decideAndWrite(c, async () => {
          mayAsk(ports, actor, 'write')
          const others = await store.roleTemplates.list(scopeOf(actor))
          check(draft, others)
          enforce(canAddTemplate(others))
          const made = { id: newId(), ...draft, version: 1 }
          const of = (saved: TemplateRecord) => ({ status: 201, body: ownTemplate(saved) })
          const write = { ...happened(ports, actor, made.id, 'role_template.created'), answer: keep(of) }
          return of(await store.roleTemplates.create(scopeOf(actor), made, others.length, write))
        }),
      )
      if (body.etag !== null) c.header('ETag', body.etag)
      return c.json(body, 201)
    })
    .openapi(routes.change, async (c) => {
      const { actor } = c.var
      const draft = c.req.valid('json')
      const { body } = await answerOnce<TemplateRecord, RoleTemplate>(c, ports, actor, (keep) =>
        decideAndWrite(c, async () => {
          const found = await ownOne(c, ports, actor, c.req.valid('param').id)
          const others = await store.roleTemplates.list(scopeOf(actor))
          check(draft, others.filter(({ id }) => id !== found.id))
          const of = (saved: TemplateRecord) => ({ status: 200, body: ownTemplate(saved) })
          const write = { ...happened(ports, actor, found.id, 'role_template.changed'), answer: keep(of) }
          return of(await store.roleTemplates.update(scopeOf(actor), { ...found, ...draft }, write))
        }),
      )
      if (body.etag !== null) c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(routes.remove, async (c) => {
      const { actor } = c.var
      await answerOnce<void, null>(c, ports, actor, (keep) =>
        decideAndWrite(c, async () => {
          const found = await ownOne(c, ports, actor, c.req.valid('param').id)
          const of = () => ({ status: 204, body: null })
          const write = { ...happened(ports, actor, found.id, 'role_template.deleted'), answer: keep(of) }
          await store.roleTemplates.remove(scopeOf(actor), found, write)
          return of()
        }),
      )
      return c.body(null, 204)
    })
}

/** Templates are for requests: every user of a partner reads them, an Admin agent changes them; a customer has none. */
function mayAsk(ports: Ports, actor: Actor, what: 'read' | 'write'): void {
  const verdict = canRequestGdap(actor, policyOf(ports, actor.organization.cloud))
  const readsAsPartner = what === 'read' && partnerKindOf(actor) !== undefined
  if (!readsAsPartner) enforce(verdict)
}

function check({ name, roles }: RoleTemplateDraft, others: readonly TemplateRecord[]): void {
  enforce(canHoldTemplateRoles(roles), { pointer: '/roles', status: 422 })
  enforce(canNameTemplate(name, others), { pointer: '/name' })
}

async function ownOne(c: Asking, ports: Ports, actor: Actor, id: string): Promise<TemplateRecord> {
  const found = visible(await ports.store.roleTemplates.find(scopeOf(actor), id.toLowerCase()), 'gdap.template_not_found')
  mayAsk(ports, actor, 'write')
  matchVersion(c, found)
  return found
}

function happened({ now }: Ports, actor: Actor, nounId: string, action: string) {
  const at = now().toISOString()
  const event: Happening = { at, action, noun: 'role-templates', nounId, organizationIds: [actor.organization.id] }
  return { at, ...recordOf(actor, [event]) }
}
