import type { AuditAction } from '../../../domain/audit/actions.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { canAddToken, canGiveRoles, canHoldScopes, canMakeToken, canManageServices } from '../../../domain/tokens/rules.ts'
import type { AccessToken, TokenDraft } from '../../../domain/tokens/schemas.ts'
import { newToken, ownerOf, revokeToken, stateOf, tokenPrefixes, type TokenRecord } from '../../../domain/tokens/token.ts'
import { firstRefusal } from '../../../domain/verdict.ts'
import { scopeOf } from '../../store/scope.ts'
import { recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { ApiProblem, enforce, visible } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { pageOnWire } from '../http/wire.ts'
import type { Ports } from '../ports.ts'
import { accessTokenOf, newSessionToken, sha256 } from '../secrets.ts'
import { tokenRoutes as routes } from './descriptions.ts'

export function tokenEndpoints(ports: Ports) {
  const { store, now, newId, secret } = ports
  /** A person's own token, or a service of the organisation: who may not manage those is told so. */
  const found = async (actor: Actor, id: string) =>
    visible(await store.tokens.find(scopeOf(actor), id), 'token.not_found', ({ kind, ownerId }) => ownerId === ownerOf(actor, kind))

  return endpoints()
    .openapi(routes.list, async (c) => {
      const { actor } = c.var
      const { kind, ...page } = c.req.valid('query')
      const services = canManageServices(actor)
      if (kind === 'service') enforce(services)
      const kinds = kind ? [kind] : services.allowed ? (['personal', 'service'] as const) : (['personal'] as const)
      const at = now()
      const read = await store.tokens.list(scopeOf(actor), kinds.map((each) => ownerOf(actor, each)), page)
      return c.json(pageOnWire(read, (token) => tokenOnWire(token, at)), 200)
    })
    .openapi(routes.create, async (c) => {
      const { actor } = c.var
      const draft = c.req.valid('json')
      // Without a key nobody can repeat the call, and so nobody needs the same token again.
      const key = c.req.header('Idempotency-Key') ?? newSessionToken()
      const tokenOf = (tokenId: string) =>
        accessTokenOf(secret, tokenPrefixes[draft.kind], { organizationId: actor.organization.id, tokenId, key })
      const { body } = await command(c, ports, {
        find: (at) => store.tokens.countLiving(scopeOf(actor), ownerOf(actor, draft.kind), at.toISOString()),
        may: (living) => firstRefusal(() => canMakeToken(actor, draft.kind), () => canAddToken(draft.kind, living)),
        next: async (_, at) => {
          checkDraft(actor, draft)
          const id = newId()
          return newToken(draft, { id, actor, token: await tokenOf(id), now: at })
        },
        event: (made, at) => happened(actor, made, 'token.made', at),
        save: async (made, write, living) =>
          store.tokens.create(scopeOf(actor), made, await sha256(await tokenOf(made.id)), living, write),
        onWire: (made, _, at) => tokenOnWire(made, at),
        status: 201,
      })
      const token = await tokenOf(body.id)
      // Another secret of the portal, since then, makes another token of the same key.
      if (token.slice(-4) !== body.lastFour) throw new ApiProblem({ status: 409, code: 'token.not_shown_again' })
      c.header('ETag', body.etag)
      return c.json({ ...body, token }, 201)
    })
    .openapi(routes.revoke, async (c) => {
      const { actor } = c.var
      await command(c, ports, {
        find: () => found(actor, c.req.valid('param').id),
        may: (token, at) => {
          const may = canMakeToken(actor, token.kind)
          return may.allowed && stateOf(token, at) !== 'living' ? 'repeated' : may
        },
        again: () => null,
        version: (token) => token,
        mustBeSeen: true,
        next: (token, at) => revokeToken(token, actor, at),
        event: (token, at) => happened(actor, token, 'token.revoked', at),
        save: (token, write) => store.tokens.revoke(scopeOf(actor), token, write),
      })
      return c.body(null, 204)
    })
}

function checkDraft(actor: Actor, { kind, scopes, roles }: TokenDraft): void {
  enforce(canHoldScopes(actor, scopes), { pointer: '/scopes', status: 422 })
  enforce(canGiveRoles(actor, kind, roles), { pointer: '/roles', status: 422 })
}

const tokenOnWire = (token: TokenRecord, now: Date): AccessToken => {
  const { ownerId: _, version, scopes, roles, ...shown } = token
  return { ...shown, scopes: [...scopes], roles: roles && [...roles], state: stateOf(token, now), etag: etagOf({ version }) }
}

const happened = (actor: Actor, { id, name, kind }: TokenRecord, action: AuditAction, at: string) =>
  recordOf(actor, [{
    at, action, noun: 'tokens', nounId: id, organizationIds: [actor.organization.id], details: { token: name, kind },
  }])
