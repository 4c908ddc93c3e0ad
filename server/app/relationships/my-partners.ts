import { z } from '@hono/zod-openapi'
import { OwnAgreement } from '../../../domain/agreements/schemas.ts'
import type { Decision } from '../../../domain/answers/decision.ts'
import { canGrantAdminRights, canRemoveAdminRights } from '../../../domain/relationships/admin-rights.ts'
import { partnerFacts, partnersMap } from '../../../domain/relationships/partners-map.ts'
import { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { standingOf } from '../../../domain/relationships/standing.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { itemsOf, keyHeader, scoped, signedInLately } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { visible } from '../http/problem-response.ts'
import { recordOf } from '../audit/record.ts'

const one = { params: z.object({ partnerId: z.uuid() }), headers: keyHeader }
const verbAnswers = { 204: { description: 'Done' }, ...problems(401, 403, 404, 409, 422) }

export const myPartnerRoutes = {
  list: scoped.read.get('/my-partners', {}, {
    200: json(itemsOf(PartnerOfTenant), 'Every partner of the caller’s own tenant'), ...problems(401),
  }),
  agreement: scoped.read.get('/my-partners/agreement', {}, {
    200: json(OwnAgreement, 'The caller’s own customer agreement, and who says that it was accepted'), ...problems(401),
  }),
  remove: signedInLately.post('/my-partners/{partnerId}/remove-delegated-admin', one, verbAnswers),
  grant: signedInLately.post('/my-partners/{partnerId}/grant-delegated-admin', one, verbAnswers),
}

export function myPartnerEndpoints(ports: Ports) {
  return endpoints()
    .openapi(myPartnerRoutes.list, async (c) => c.json({ items: await ownPartners(ports, c.var.actor) }, 200))
    .openapi(myPartnerRoutes.agreement, async (c) => {
      const { actor } = c.var
      const { acceptedOn, attestations } = await ports.store.agreements.own(scopeOf(actor), c.var.zone)
      const applies = policyOf(ports, actor.organization.cloud).customerAgreement
      const said = attestations.map((each) => ({ ...each, basis: 'said_by_partner' as const }))
      return c.json({ applies, acceptedOn, attestations: said }, 200)
    })
    .openapi(myPartnerRoutes.remove, async (c) => {
      await decide(c, ports, {
        partnerId: c.req.valid('param').partnerId,
        granted: false,
        may: (actor, partner) => canRemoveAdminRights(actor, partnerFacts(partner)),
      })
      return c.body(null, 204)
    })
    .openapi(myPartnerRoutes.grant, async (c) => {
      await decide(c, ports, {
        partnerId: c.req.valid('param').partnerId,
        granted: true,
        may: (actor, partner, others) =>
          canGrantAdminRights(actor, partnerFacts(partner), others.map(partnerFacts), policyOf(ports, actor.organization.cloud)),
      })
      return c.body(null, 204)
    })
}

async function ownPartners({ store }: Ports, actor: Actor): Promise<PartnerOfTenant[]> {
  const { tenantId } = actor.organization
  const [rows, subscriptions] = await Promise.all([
    store.relationships.partnersOf(scopeOf(actor), tenantId),
    store.subscriptions.list(scopeOf(actor), tenantId),
  ])
  return partnersMap(rows, subscriptions)
}

type Deciding = {
  partnerId: string
  granted: boolean
  may: (actor: Actor, partner: PartnerOfTenant, others: PartnerOfTenant[]) => Decision
}

/** Applies the customer's decision about one partner's admin rights; the relationship stays (BR-47). */
async function decide(c: ActorContext, ports: Ports, { partnerId, granted, may }: Deciding): Promise<void> {
  const { actor } = c.var
  await command(c, ports, {
    find: async () => {
      const all = await ownPartners(ports, actor)
      return { all, partner: visible(all.find((each) => each.partner.id === partnerId.toLowerCase()), 'partner.not_found') }
    },
    may: ({ all, partner }) => may(actor, partner, all.filter((each) => each !== partner)),
    next: ({ all, partner: { partner } }) => ({ partner, standing: standingOf(all) }),
    event: ({ partner }, at) => recordOf(actor, [
      {
        at, action: granted ? 'admin_rights.granted' : 'admin_rights.removed', noun: 'customers', nounId: actor.organization.tenantId,
        organizationIds: [actor.organization.id, partner.id], details: { partner: partner.displayName },
        changed: { delegatedAdmin: { before: !granted, after: granted } },
      },
    ]),
    save: ({ partner, standing }, write) =>
      ports.store.relationships.setDap(scopeOf(actor), { partnerId: partner.id, granted, standing }, write),
    again: () => null,
  })
}
