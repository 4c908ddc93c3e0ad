import { endInvite, type InviteRecord, mostInvites, newInvite, shownState } from '../../../domain/joining/invite.ts'
import { canChangeInvite, canInviteReseller } from '../../../domain/joining/rules.ts'
import type { ResellerInvite } from '../../../domain/joining/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { pageOnWire } from '../http/wire.ts'
import type { Ports } from '../ports.ts'
import { joiningTokenOf } from '../secrets.ts'
import { resellerInviteRoutes as routes } from './descriptions.ts'

const onWire = ({ version, ...invite }: InviteRecord, now: Date): ResellerInvite => ({
  ...invite, state: shownState(invite, now), etag: etagOf({ version }),
})

/** About the tenant as the provider calls it. */
const eventOf = (action: AuditEntry['action'], { id, displayName, tenantId }: InviteRecord, actor: Actor, at: string): AuditEntry => ({
  at, action, noun: 'partnerships', nounId: id, organizationIds: [actor.organization.id], details: { reseller: displayName, tenantId },
})

/** What the provider does with its invitations to resellers. */
export function resellerInviteEndpoints(ports: Ports) {
  const { store, secret, publicUrl } = ports
  const { joining } = store
  const found = async (actor: Actor, id: string) => visible(await joining.find(scopeOf(actor), id.toLowerCase()), 'joining.not_found')
  const withLink = async (actor: Actor, invite: ResellerInvite) => {
    const ids = { providerId: actor.organization.id, inviteId: invite.id }
    return { ...invite, link: `${publicUrl}/join/${ids.providerId}/${ids.inviteId}/${await joiningTokenOf(secret, ids)}` }
  }
  const may = (actor: Actor) => (invite: InviteRecord, now: Date) => canChangeInvite(actor, { state: shownState(invite, now) })

  return endpoints()
    .openapi(routes.list, async (c) => {
      const page = await joining.list(scopeOf(c.var.actor), c.req.valid('query'))
      const now = ports.now()
      return c.json(pageOnWire(page, (invite) => onWire(invite, now)), 200)
    })
    .openapi(routes.make, async (c) => {
      const { actor } = c.var
      const draft = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: async (now) => {
          const refusal = canInviteReseller(actor, draft.tenantId, { partnership: undefined, isInvited: false, count: 0 })
          if (!refusal.allowed && refusal.because === 'role') enforce(refusal)
          return joining.standing(scopeOf(actor), draft.tenantId, now.toISOString())
        },
        may: (standing) => canInviteReseller(actor, draft.tenantId, standing),
        next: (_, now) => newInvite(draft, { id: ports.newId(), by: actor.user.displayName, now }),
        event: (invite, at) => recordOf(actor, [eventOf('reseller_invite.made', invite, actor, at)]),
        save: (invite, write) => joining.make(scopeOf(actor), invite, mostInvites, write),
        onWire: (saved, _, now) => onWire(saved, now),
        status: 201,
      })
      c.header('ETag', body.etag)
      return c.json(await withLink(actor, body), 201)
    })
    .openapi(routes.showLink, async (c) => {
      const { actor } = c.var
      const { body } = await command(c, ports, {
        find: () => found(actor, c.req.valid('param').id),
        may: may(actor),
        version: (invite) => invite,
        next: (invite) => invite,
        event: (invite, at) => recordOf(actor, [eventOf('reseller_invite.link_shown', invite, actor, at)]),
        save: (invite, write) => joining.save(scopeOf(actor), invite, write),
        onWire: (saved, _, now) => onWire(saved, now),
      })
      c.header('ETag', body.etag)
      return c.json(await withLink(actor, body), 200)
    })
    .openapi(routes.withdraw, async (c) => {
      const { actor } = c.var
      const { body } = await command(c, ports, {
        find: () => found(actor, c.req.valid('param').id),
        may: may(actor),
        version: (invite) => invite,
        next: (invite, now) => endInvite(invite, 'withdrawn', now),
        event: (invite, at) => recordOf(actor, [eventOf('reseller_invite.withdrawn', invite, actor, at)]),
        save: (invite, write) => joining.save(scopeOf(actor), invite, write),
        onWire: (saved, _, now) => onWire(saved, now),
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}
