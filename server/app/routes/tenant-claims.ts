import { createRoute, z } from '@hono/zod-openapi'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { canDisputeClaim } from '../../../domain/relationships/claims.ts'
import { TenantClaim } from '../../../domain/relationships/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints, signedIn } from '../api.ts'
import { json, problems } from '../documented.ts'
import { answerOnce } from '../idempotency.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../problem-response.ts'
import { decideAndWrite } from '../row-version.ts'
import { recordOf } from '../what-happened.ts'

export const tenantClaimRoutes = {
  list: createRoute({
    method: 'get',
    path: '/my-partners/claims',
    middleware: signedIn,
    request: { query: PageQuery.strict() },
    responses: {
      200: json(pageOf(TenantClaim.meta({ id: 'TenantClaim' })), 'Who says that the caller’s own tenant is its customer, unconfirmed'),
      ...problems(400, 401, 422),
    },
  }),
  dispute: createRoute({
    method: 'post',
    path: '/my-partners/{partnerId}/dispute',
    middleware: signedIn,
    request: { params: z.object({ partnerId: z.uuid() }), headers: z.object({ 'idempotency-key': z.string().optional() }) },
    responses: { 204: { description: 'Said; the partner reads it on its row' }, ...problems(401, 403, 404, 409, 422) },
  }),
}

export const tenantClaimEndpoints = (ports: Ports) =>
  endpoints()
    .openapi(tenantClaimRoutes.list, async (c) =>
      c.json(await ports.store.customerClaims.list(scopeOf(c.var.actor), c.req.valid('query')), 200),
    )
    .openapi(tenantClaimRoutes.dispute, async (c) => {
      const { actor } = c.var
      const scope = scopeOf(actor)
      const partnerId = c.req.valid('param').partnerId.toLowerCase()
      await answerOnce<void, null>(c, ports, actor, (keep) =>
        decideAndWrite(c, async () => {
          const claim = visible(await ports.store.customerClaims.find(scope, partnerId), 'partner.not_found')
          enforce(canDisputeClaim(actor, claim))
          const at = ports.now().toISOString()
          const record = recordOf(actor, [
            {
              at, action: 'customer.disputed', noun: 'customers', nounId: actor.organization.tenantId,
              organizationIds: [actor.organization.id, claim.id], details: { partner: claim.partner.displayName },
            },
          ])
          const answer = { status: 204, body: null }
          const dispute = { partnerId: claim.id, by: actor.user.displayName }
          await ports.store.customerClaims.dispute(scope, dispute, { at, ...record, answer: keep(() => answer) })
          return answer
        }),
      )
      return c.body(null, 204)
    })
