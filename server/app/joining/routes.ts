import { offered } from '../../../domain/answers/decision.ts'
import { shownState } from '../../../domain/joining/invite.ts'
import { canDecline, canJoin, type InviteFacts } from '../../../domain/joining/rules.ts'
import type { Joining, JoiningAnswer } from '../../../domain/joining/schemas.ts'
import { checkSigningDay } from '../../../domain/programme-agreement/rules.ts'
import type { ProgrammeAgreement } from '../../../domain/programme-agreement/schemas.ts'
import { checkConsent } from '../../../domain/partnerships/lifecycle.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { refused } from '../../../domain/verdict.ts'
import type { BehindInvite } from '../../store/joining/joining.ts'
import { scopeOf } from '../../store/scope.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { partnershipOnWire } from '../http/wire.ts'
import { readStanding } from '../organizations/standing.ts'
import type { Ports } from '../ports.ts'
import { joiningTokenOf, sha256 } from '../secrets.ts'
import { joiningRoutes as routes } from './descriptions.ts'

type Link = { providerId: string; inviteId: string; token: string }

const factsOf = ({ invite, provider }: BehindInvite, now: Date): InviteFacts => ({
  tenantId: invite.tenantId, state: shownState(invite, now), cloud: provider.cloud, country: provider.country,
})

/** What whoever has the link reads, and a Global admin of the invited tenant answers. */
export function joiningEndpoints(ports: Ports) {
  const { store, secret } = ports

  async function behind({ token, ...given }: Link): Promise<BehindInvite> {
    const ids = { providerId: given.providerId.toLowerCase(), inviteId: given.inviteId.toLowerCase() }
    // Compares hashes, so that timing reveals nothing.
    const isRight = (await sha256(token)) === (await sha256(await joiningTokenOf(secret, ids)))
    return visible(isRight ? await store.joining.behind(ids) : undefined, 'joining.not_found')
  }

  /** What another yes has made of the tenant meanwhile counts, not what the caller was when the call began. */
  async function asOfNow(actor: Actor): Promise<Actor> {
    const organization = await store.visitors.organizationOfTenant(actor.organization.tenantId)
    return { ...actor, organization: organization ?? actor.organization }
  }

  async function onWire(found: BehindInvite, reader: Actor | undefined): Promise<Joining> {
    const { invite, provider: { id, displayName, domain, country, cloud } } = found
    const isOwn = reader?.organization.tenantId === invite.tenantId
    return {
      provider: { displayName, domain, country, standing: await readStanding(store, id) },
      cloud,
      tenantId: invite.tenantId,
      displayName: invite.displayName,
      state: shownState(invite, ports.now()),
      overAt: invite.overAt,
      own: isOwn ? { agreement: await store.programmeAgreement.own(scopeOf(reader)) } : null,
    }
  }

  return endpoints()
    .openapi(routes.read, async (c) => c.json(await onWire(await behind(c.req.valid('param')), c.var.caller), 200))
    .openapi(routes.authorize, async (c) => {
      const said = c.req.valid('json')
      const scope = scopeOf(c.var.actor)
      const { body } = await command(c, ports, {
        find: async () => {
          const [found, actor, agreement] = await Promise.all([
            behind(c.req.valid('param')), asOfNow(c.var.actor), store.programmeAgreement.own(scope),
          ])
          return { ...found, actor, agreement }
        },
        may: (found, now) => canJoin(found.actor, factsOf(found, now)),
        next: ({ actor: { organization, user }, provider, agreement }, now) => {
          enforce(checkConsent(said.consent), { pointer: '/consent', status: 422 })
          const reseller = { ...organization, ...(organization.isVisiting && said.displayName && { displayName: said.displayName }) }
          return {
            partnershipId: ports.newId(), provider, reseller, place: organization.isVisiting ? reseller.displayName : undefined,
            agreement: agreement.basis === null ? agreementOf(said, user.displayName, now) : null,
          }
        },
        event: ({ reseller, place, agreement }, at, { actor }) => {
          const own: Pick<AuditEntry, 'at' | 'noun' | 'nounId' | 'organizationIds'> =
            { at, noun: 'organizations', nounId: reseller.id, organizationIds: [reseller.id] }
          return recordOf({ ...actor, organization: reseller }, [
            ...(place === undefined ? [] : [{ ...own, action: 'organization.registered' as const }]),
            ...(agreement ? [{ ...own, action: 'organization.agreement_said' as const }] : []),
          ])
        },
        save: async (joined, write, found) => store.joining.join(found.scope, scope, joined, write, (nounId) => {
          const { provider, reseller } = joined
          return recordOf({ ...found.actor, organization: reseller }, [{
            at: write.at, action: 'partnership.authorized', noun: 'partnerships', nounId, organizationIds: [provider.id, reseller.id],
          }])
        }),
        onWire: (stands, { provider, reseller, agreement }, _, { agreement: before }) => partnershipOnWire({
          ...stands, provider: refOf(provider), reseller: refOf(reseller), state: 'active', agreementSigned: true,
          agreementBasis: agreement ? 'said_by_partner' : (before.basis ?? 'said_by_partner'),
        }),
        again: async ({ provider }) =>
          partnershipOnWire(visible(await store.partnerships.findWith(scope, provider.id), 'partnership.not_found')),
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(routes.decline, async (c) => {
      const scope = scopeOf(c.var.actor)
      await command(c, ports, {
        find: async () => ({ ...(await behind(c.req.valid('param'))), actor: await asOfNow(c.var.actor) }),
        may: (found, now) => offered(canDecline(found.actor, factsOf(found, now))),
        next: ({ invite }) => invite,
        event: ({ id, displayName, tenantId }, at, { actor, provider }) => recordOf(actor, [{
          at, action: 'reseller_invite.declined', noun: 'partnerships', nounId: id,
          organizationIds: [provider.id, actor.organization.id], details: { reseller: displayName, tenantId },
        }]),
        save: (_, write, found) => store.joining.decline(found.scope, scope, write),
      })
      return c.body(null, 204)
    })
}

const refOf = ({ id, tenantId, displayName }: Joined['provider']) => ({ id, tenantId, displayName })
type Joined = Pick<BehindInvite, 'provider'>

/** BR-51: without an agreement on record the reseller says that it has signed one. */
function agreementOf({ agreement }: JoiningAnswer, by: string, now: Date): ProgrammeAgreement['said'] {
  if (!agreement) {
    enforce(refused('state', 'partnership.agreement_unsigned', 'BR-51'), { pointer: '/agreement/signedBy', status: 422 })
    return null
  }
  enforce(checkSigningDay(agreement, now), { pointer: '/agreement/signedOn', status: 422 })
  return { ...agreement, by, at: now.toISOString() }
}
