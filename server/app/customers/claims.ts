import { z } from '@hono/zod-openapi'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { canDisputeClaim, canWithdrawDispute } from '../../../domain/relationships/claims.ts'
import { TenantClaim } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { keyHeader, scoped, signedIn } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'
import { visible } from '../http/problem-response.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'

const request = { params: z.object({ partnerId: z.uuid() }), headers: keyHeader }

export const tenantClaimRoutes = {
  list: scoped.read.get('/my-partners/claims', { query: PageQuery.extend({ state: z.literal('open').optional() }).strict() }, {
    200: json(
      pageOf(TenantClaim.meta({ id: 'TenantClaim' })),
      'Who says that the caller’s own tenant is its customer, unconfirmed; `open`: and undisputed',
    ),
    ...problems(400, 401, 422),
  }),
  dispute: signedIn.post('/my-partners/{partnerId}/dispute', request, {
    204: { description: 'Said; the partner reads it on its row' }, ...problems(401, 403, 404, 409, 422),
  }),
  withdrawDispute: signedIn.post('/my-partners/{partnerId}/withdraw-dispute', request, {
    204: { description: 'Taken back; the claim stands as it did before' }, ...problems(401, 403, 404, 409, 422),
  }),
}

export const tenantClaimEndpoints = (ports: Ports) =>
  endpoints()
    .openapi(tenantClaimRoutes.list, async (c) => {
      const { state, ...page } = c.req.valid('query')
      return c.json(await ports.store.customerClaims.list(scopeOf(c.var.actor), { state }, page), 200)
    })
    .openapi(tenantClaimRoutes.dispute, async (c) => {
      await say(c, ports, c.req.valid('param').partnerId, {
        may: canDisputeClaim, action: 'customer.disputed',
        save: (scope, said, write) => ports.store.customerClaims.dispute(scope, said, write),
      })
      return c.body(null, 204)
    })
    .openapi(tenantClaimRoutes.withdrawDispute, async (c) => {
      await say(c, ports, c.req.valid('param').partnerId, {
        may: canWithdrawDispute, action: 'customer.dispute_withdrawn',
        save: (scope, said, write) => ports.store.customerClaims.withdrawDispute(scope, said, write),
      })
      return c.body(null, 204)
    })

type Saying = {
  may: (actor: Actor, claim: TenantClaim) => Verdict
  action: AuditEntry['action']
  save: Ports['store']['customerClaims']['dispute']
}

/** Writes the customer's dispute, or its withdrawal, once; both sides keep an audit entry. */
async function say(c: ActorContext, ports: Ports, partnerId: string, { may, action, save }: Saying): Promise<void> {
  const { actor } = c.var
  const scope = scopeOf(actor)
  await command(c, ports, {
    find: async () => visible(await ports.store.customerClaims.find(scope, partnerId.toLowerCase()), 'partner.not_found'),
    may: (claim) => may(actor, claim),
    next: (claim) => claim,
    event: ({ id, partner }, at) => recordOf(actor, [
      {
        at, action, noun: 'customers', nounId: actor.organization.tenantId, organizationIds: [actor.organization.id, id],
        details: { partner: partner.displayName },
      },
    ]),
    save: ({ id }, write) => save(scope, { partnerId: id, by: actor.user.displayName }, write),
  })
}
