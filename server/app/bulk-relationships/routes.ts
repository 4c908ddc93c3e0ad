import type { z } from '@hono/zod-openapi'
import { GdapBulkAnswer, GdapBulkRequest } from '../../../domain/bulk-relationships/schemas.ts'
import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import { DapCustomer, DapFacts, DapMoveRequest } from '../../../domain/dap/schemas.ts'
import { canSeeDap, dapActivity, dapEndings, dapLeavesIn, dapLosses, nameOfMove } from '../../../domain/dap/standing-dap.ts'
import { canRequestGdap } from '../../../domain/gdap/relationship-rules.ts'
import { canUseTemplate } from '../../../domain/gdap/roles/template-rules.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { requestMany } from './items.ts'
import { scoped } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { allTemplates } from '../role-templates/templates.ts'
import { pageOnWire } from '../http/wire.ts'

const refusals = problems(400, 401, 403, 404, 415, 422)

export const bulkRelationshipRoutes = {
  bulk: scoped.delegatedAdmin.post('/delegated-admin/bulk', jsonBodyOf(GdapBulkRequest), {
    200: json(GdapBulkAnswer, 'An outcome for each customer; repeating the call makes nothing twice'), ...refusals,
  }),
  dap: scoped.read.get('/delegated-admin/dap', { query: PageQuery.strict() }, {
    200: json(pageOf(DapCustomer).extend({ facts: DapFacts }), 'Customers at which delegated admin privileges stand, by name'),
    ...problems(400, 401, 403, 422),
  }),
  move: scoped.delegatedAdmin.post('/delegated-admin/dap/move', jsonBodyOf(DapMoveRequest), {
    200: json(GdapBulkAnswer, 'An outcome for each customer; its DAP stays until it removes that'), ...refusals, ...problems(409),
  }),
}

const factsIn = (policy: CloudPolicy): z.infer<typeof DapFacts> => ({
  endsBy: [...dapEndings], leaves: dapLeavesIn(policy), loses: [...dapLosses],
})

export function bulkRelationshipEndpoints(ports: Ports) {
  const { store, now } = ports

  return endpoints()
    .openapi(bulkRelationshipRoutes.bulk, async (c) => {
      const { actor } = c.var
      const { items, dryRun, finalise } = c.req.valid('json')
      enforce(canRequestGdap(actor, policyOf(ports, actor.organization.cloud)))
      return c.json({ outcomes: await requestMany(ports, c.var, items, { dryRun, finalise }) }, 200)
    })
    .openapi(bulkRelationshipRoutes.dap, async (c) => {
      const { actor, locale } = c.var
      enforce(canSeeDap(actor))
      const page = await store.gdapBulk.dap(scopeOf(actor), { ...c.req.valid('query'), locale })
      const at = now().toISOString()
      const shown = pageOnWire(page, (row) => ({ ...row, activity: dapActivity(row, at) }))
      return c.json({ ...shown, facts: factsIn(policyOf(ports, actor.organization.cloud)) }, 200)
    })
    .openapi(bulkRelationshipRoutes.move, async (c) => {
      const { actor, locale } = c.var
      const { dryRun, customerTenantIds, templateId, templateEtag, duration, autoExtendDuration, namePrefix } = c.req.valid('json')
      enforce(canRequestGdap(actor, policyOf(ports, actor.organization.cloud)))
      const templates = allTemplates(await store.roleTemplates.list(scopeOf(actor)), locale)
      const template = visible(templates.find(({ id }) => id === templateId), 'gdap.template_not_found')
      enforce(canUseTemplate(template, templateEtag))
      const wanted = [...new Set(customerTenantIds)]
      const items = wanted.map((customerTenantId) => ({
        key: customerTenantId,
        customerTenantId,
        displayName: nameOfMove(namePrefix, customerTenantId),
        duration,
        autoExtendDuration,
        accessDetails: { unifiedRoles: template.roles.map((roleDefinitionId) => ({ roleDefinitionId })) },
      }))
      return c.json({ outcomes: await requestMany(ports, c.var, items, { dryRun, finalise: true, replaces: 'dap' }) }, 200)
    })
}
