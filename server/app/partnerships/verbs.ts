import { refOf } from '../../../domain/invitations/transitions.ts'
import {
  canAuthorizePartnership,
  canPartnerWith,
  canRemovePartnership,
  canRequestPartnership,
  checkConsent,
  tellsOfPartnerId,
  usesGlobalAccount,
} from '../../../domain/partnerships/lifecycle.ts'
import { AuthorizeRequest, Partnership, PartnershipDraft, RequestedPartnership } from '../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { byId, headers, refusals, signedIn, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf } from '../http/documented.ts'
import { withHiddenFacts } from '../limits/hidden-facts.ts'
import { endRecord } from './end.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'
import { partnershipOnWire } from '../http/wire.ts'

const one = { ...byId, headers }

export const partnershipVerbRoutes = {
  request: signedIn.post('/partnerships', { headers, ...jsonBodyOf(PartnershipDraft) }, {
    201: json(RequestedPartnership, 'Asked for; the reseller finds it in its list'), ...refusals,
  }),
  authorize: signedInLately.post('/partnerships/{id}/authorize', { ...one, ...jsonBodyOf(AuthorizeRequest) }, {
    200: json(Partnership, 'Active'), ...refusals,
  }),
  remove: signedInLately.post('/partnerships/{id}/remove', one, {
    200: json(Partnership, 'Removed; unanswered invitations go back to their maker, customers and admin rights stay, nobody is told'),
    ...refusals,
  }),
}

type PartnershipRecord = Omit<Partnership, 'etag'> & { version: number }

export function partnershipVerbEndpoints(ports: Ports) {
  const { store, newId } = ports
  const found = async (actor: Actor, id: string) =>
    visible(await store.partnerships.find(scopeOf(actor), id.toLowerCase()), 'partnership.not_found')

  return endpoints()
    .openapi(partnershipVerbRoutes.request, async (c) => {
      const { actor } = c.var
      const { partnerId } = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: async () => {
          enforce(canRequestPartnership(actor))
          return withHiddenFacts(ports, actor, 1, (hidden) =>
            hidden.look(tellsOfPartnerId, async () => {
              const reseller = await store.organizations.findReseller(partnerId)
              const existing = reseller && (await store.partnerships.findWith(scopeOf(actor), reseller.id))
              enforce(canPartnerWith(actor, reseller, existing), { pointer: '/partnerId', status: 422 })
              return visible(reseller, 'partnership.not_found')
            }))
        },
        next: ({ id, tenantId, displayName, agreementSigned, agreementBasis }, now): PartnershipRecord => ({
          id: newId(), provider: refOf(actor.organization), reseller: { id, tenantId, displayName }, state: 'requested', agreementSigned,
          ...(agreementBasis && { agreementBasis }),
          createdAt: now.toISOString(), version: 1,
        }),
        event: (requested, at) => recordOf(actor, [eventOf('partnership.requested', requested, at)]),
        save: (requested, write) => store.partnerships.request(scopeOf(actor), requested, write),
        onWire: (saved, _, _now, reseller) => ({
          ...partnershipOnWire(saved), warning: usesGlobalAccount(reseller, partnerId) ? ('global_account' as const) : null,
        }),
        status: 201,
      })
      c.header('ETag', body.etag)
      return c.json(body, 201)
    })
    .openapi(partnershipVerbRoutes.authorize, async (c) => {
      const { actor } = c.var
      const { body } = await command(c, ports, {
        find: () => found(actor, c.req.valid('param').id),
        may: (partnership) => canAuthorizePartnership(actor, partnership, partnership.agreementSigned),
        version: (partnership) => partnership,
        next: ({ ended: _, ...standing }) => {
          enforce(checkConsent(c.req.valid('json').consent), { pointer: '/consent', status: 422 })
          return { ...standing, state: 'active' as const }
        },
        event: (active, at) => recordOf(actor, [eventOf('partnership.authorized', active, at)]),
        save: (active, write) => store.partnerships.update(scopeOf(actor), active, write),
        onWire: partnershipOnWire,
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(partnershipVerbRoutes.remove, async (c) => {
      const { actor } = c.var
      const { body } = await command(c, ports, {
        find: () => found(actor, c.req.valid('param').id),
        may: (partnership) => canRemovePartnership(actor, partnership),
        version: (partnership) => partnership,
        next: (partnership, now) => ({
          ...partnership, state: 'removed' as const, ended: { at: now.toISOString(), by: actor.user.displayName },
        }),
        event: (removed, at) => recordOf(actor, [eventOf('partnership.removed', removed, at)]),
        save: (removed, write) =>
          store.partnerships.end(scopeOf(actor), removed, write, (touched) => endRecord(actor, removed, write.at, touched)),
        onWire: partnershipOnWire,
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}

const eventOf = (action: AuditEntry['action'], { id, provider, reseller }: PartnershipRecord, at: string): AuditEntry => ({
  at,
  action,
  noun: 'partnerships',
  nounId: id,
  organizationIds: [provider.id, reseller.id],
})
