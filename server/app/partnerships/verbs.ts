import { createRoute, z } from '@hono/zod-openapi'
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
import { endpoints, signedIn } from '../http/api.ts'
import type { Asking } from '../http/api-env.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { withHiddenFacts } from '../limits/hidden-facts.ts'
import { answerOnce } from '../http/idempotency.ts'
import { endRecord } from './end.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { decideAndWrite, matchVersion } from '../http/row-version.ts'
import { type Happening, recordOf } from '../audit/what-happened.ts'
import { partnershipOnWire } from '../http/wire.ts'

const middleware = signedIn
const headers = z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() })
const one = { params: z.object({ id: z.uuid() }), headers }
const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)

export const partnershipVerbRoutes = {
  request: createRoute({
    method: 'post',
    path: '/partnerships',
    middleware,
    request: { headers, ...jsonBodyOf(PartnershipDraft) },
    responses: { 201: json(RequestedPartnership, 'Asked for; the reseller finds it in its list'), ...refusals },
  }),
  authorize: createRoute({
    method: 'post',
    path: '/partnerships/{id}/authorize',
    middleware,
    request: { ...one, ...jsonBodyOf(AuthorizeRequest) },
    responses: { 200: json(Partnership, 'Active'), ...refusals },
  }),
  remove: createRoute({
    method: 'post',
    path: '/partnerships/{id}/remove',
    middleware,
    request: one,
    responses: {
      200: json(Partnership, 'Removed; unanswered invitations go back to their maker, customers and admin rights stay, nobody is told'),
      ...refusals,
    },
  }),
}

type PartnershipRecord = Omit<Partnership, 'etag'> & { version: number }

export function partnershipVerbEndpoints(ports: Ports) {
  const { store, now, newId } = ports

  return endpoints()
    .openapi(partnershipVerbRoutes.request, async (c) => {
      const { actor } = c.var
      const { partnerId } = c.req.valid('json')
      const { body } = await answerOnce<PartnershipRecord, RequestedPartnership>(c, ports, actor, (keep) =>
        decideAndWrite(c, async () => {
          enforce(canRequestPartnership(actor))
          const reseller = await withHiddenFacts(ports, actor, 1, (hidden) =>
            hidden.look(tellsOfPartnerId, async () => {
              const found = await store.organizations.findReseller(partnerId)
              const existing = found && (await store.partnerships.findWith(scopeOf(actor), found.id))
              enforce(canPartnerWith(actor, found, existing), { pointer: '/partnerId', status: 422 })
              return visible(found, 'partnership.not_found')
            }))
          const { id, tenantId, displayName, agreementSigned } = reseller
          const { organization } = actor
          const partnership: PartnershipRecord = {
            id: newId(),
            provider: { id: organization.id, tenantId: organization.tenantId, displayName: organization.displayName },
            reseller: { id, tenantId, displayName },
            state: 'requested',
            agreementSigned,
            createdAt: now().toISOString(),
            version: 1,
          }
          const warning = usesGlobalAccount(reseller, partnerId) ? ('global_account' as const) : null
          const of = (saved: PartnershipRecord) => ({ status: 201, body: { ...partnershipOnWire(saved), warning } })
          const write = {
            at: partnership.createdAt,
            ...recordOf(actor, [eventOf('partnership.requested', partnership, partnership.createdAt)]),
            answer: keep(of),
          }
          return of(await store.partnerships.request(scopeOf(actor), partnership, write))
        }),
      )
      return c.json(body, 201)
    })
    .openapi(partnershipVerbRoutes.authorize, async (c) => {
      const { actor } = c.var
      const { consent } = c.req.valid('json')
      const body = await change(c, ports, actor, c.req.valid('param').id, 'active', (partnership) => {
        enforce(canAuthorizePartnership(actor, partnership, partnership.agreementSigned))
        enforce(checkConsent(consent), { pointer: '/consent', status: 422 })
      })
      return c.json(body, 200)
    })
    .openapi(partnershipVerbRoutes.remove, async (c) => {
      const { actor } = c.var
      const body = await change(c, ports, actor, c.req.valid('param').id, 'removed', (partnership) =>
        enforce(canRemovePartnership(actor, partnership)),
      )
      return c.json(body, 200)
    })
}

const eventOf = (action: string, { id, provider, reseller }: PartnershipRecord, at: string): Happening => ({
  at,
  action,
  noun: 'partnerships',
  nounId: id,
  organizationIds: [provider.id, reseller.id],
})

async function change(
  c: Asking,
  ports: Ports,
  actor: Actor,
  id: string,
  state: 'active' | 'removed',
  decide: (partnership: PartnershipRecord) => void,
): Promise<Partnership> {
  const { body } = await answerOnce<PartnershipRecord, Partnership>(c, ports, actor, (keep) =>
    decideAndWrite(c, async () => {
      const found = visible(await ports.store.partnerships.find(scopeOf(actor), id.toLowerCase()), 'partnership.not_found')
      decide(found)
      matchVersion(c, found)
      const at = ports.now().toISOString()
      const of = (saved: PartnershipRecord) => ({ status: 200, body: partnershipOnWire(saved) })
      const event = eventOf(state === 'active' ? 'partnership.authorized' : 'partnership.removed', found, at)
      const write = { at, ...recordOf(actor, [event]), answer: keep(of) }
      const { partnerships } = ports.store
      const { ended: _, ...standing } = found
      const ended = { at, by: actor.user.displayName }
      return of(
        await (state === 'active'
          ? partnerships.update(scopeOf(actor), { ...standing, state }, write)
          : partnerships.end(scopeOf(actor), { ...standing, state, ended }, write, (touched) => endRecord(actor, found, at, touched))),
      )
    }),
  )
  return body
}
