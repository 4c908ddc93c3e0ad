import { type Actor, hasAnyRole } from '../session/actor.ts'
import type { Role } from '../session/roles.ts'
import { allowed, refusedHere, type Verdict } from '../verdict.ts'
import type { TokenKind } from './schemas.ts'
import { scopesFor, type TokenScope } from './scopes.ts'

/** Of those that live: what a person and an organisation have at most. */
export const mostTokens: Record<TokenKind, number> = { personal: 50, service: 100 }

/**
 * A service acts for the whole organisation: a partner's Global admins and Admin agents make, see and revoke them, a customer's Global
 * admins.
 */
export const canManageServices = (actor: Actor): Verdict => {
  const isCustomer = actor.organization.kind === 'customer'
  return hasAnyRole(actor, isCustomer ? ['global_admin'] : ['global_admin', 'admin_agent'])
    ? allowed
    : refusedHere('role', isCustomer ? 'token.service_needs_global_admin' : 'token.service_needs_admin_agent')
}

/** Everybody who may enter has tokens of their own. */
export const canMakeToken = (actor: Actor, kind: TokenKind): Verdict => (kind === 'service' ? canManageServices(actor) : allowed)

/** `living`: how many that are not over the person or, for services, the organisation has. */
export const canAddToken = (kind: TokenKind, living: number): Verdict =>
  living < mostTokens[kind]
    ? allowed
    : refusedHere('limit', kind === 'service' ? 'token.too_many_services' : 'token.too_many_personal', {
      params: { limit: mostTokens[kind] },
    })

/** A service never has more roles than whoever makes it, and needs one to do anything; a personal token has those of its person. */
export const canGiveRoles = (actor: Actor, kind: TokenKind, roles: readonly Role[] | undefined): Verdict => {
  if (kind === 'personal') return roles === undefined ? allowed : refusedHere('limit', 'token.roles_of_person')
  if (!roles?.length) return refusedHere('limit', 'token.service_needs_role')
  return roles.every((role) => hasAnyRole(actor, [role])) ? allowed : refusedHere('role', 'token.roles_beyond_maker')
}

/** A customer's tokens only read. */
export const canHoldScopes = (actor: Actor, scopes: readonly TokenScope[]): Verdict =>
  scopes.every((scope) => scopesFor(actor.organization.kind).includes(scope)) ? allowed : refusedHere('role', 'token.scope_of_partners')
