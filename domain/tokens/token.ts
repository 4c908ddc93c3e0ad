import type { Actor } from '../session/actor.ts'
import type { Role } from '../session/roles.ts'
import type { AccessToken, TokenDraft, TokenKind } from './schemas.ts'
import { type TokenScope, tokenScopes } from './scopes.ts'

export type TokenRecord = {
  id: string
  kind: TokenKind
  /** The person of a personal token, the organisation of a service. */
  ownerId: string
  name: string
  scopes: readonly TokenScope[]
  roles: readonly Role[] | null
  lastFour: string
  createdAt: string
  createdBy: string
  expiresAt: string
  lastUsedAt: string | null
  revokedAt: string | null
  revokedBy: string | null
  version: number
}

const day = 24 * 60 * 60 * 1000

/** How long a token that is over stays in the list, in milliseconds: long enough to find out what used it. */
export const overTokensKept = 90 * day

/** Every token, whatever it is for, begins with one of these, so that people and scanners of code recognise it. */
export const tokenPrefixes: Record<TokenKind, string> = { personal: 'tess_pat_', service: 'tess_svc_' }

export const ownerOf = (actor: Actor, kind: TokenKind): string => (kind === 'personal' ? actor.user.id : actor.organization.id)

type Making = { id: string; actor: Actor; token: string; now: Date }

export const newToken = (draft: TokenDraft, { id, actor, token, now }: Making): TokenRecord => ({
  id,
  kind: draft.kind,
  ownerId: ownerOf(actor, draft.kind),
  name: draft.name,
  scopes: tokenScopes.filter((scope) => draft.scopes.includes(scope)),
  roles: draft.kind === 'service' ? actor.user.roles.filter((role) => draft.roles?.includes(role)) : null,
  lastFour: token.slice(-4),
  createdAt: now.toISOString(),
  createdBy: actor.user.displayName,
  expiresAt: new Date(now.getTime() + draft.expiresInDays * day).toISOString(),
  lastUsedAt: null,
  revokedAt: null,
  revokedBy: null,
  version: 1,
})

export const revokeToken = (token: TokenRecord, actor: Actor, now: Date): TokenRecord => ({
  ...token, revokedAt: now.toISOString(), revokedBy: actor.user.displayName,
})

/** When it ends or ended: from then on it opens nothing. */
export const endOf = ({ revokedAt, expiresAt }: Pick<TokenRecord, 'revokedAt' | 'expiresAt'>): string => revokedAt ?? expiresAt

export const stateOf = (token: Pick<TokenRecord, 'revokedAt' | 'expiresAt'>, now: Date): AccessToken['state'] =>
  token.revokedAt !== null ? 'revoked' : token.expiresAt <= now.toISOString() ? 'expired' : 'living'

/** So many days after a sign-in or a reading of roles personal tokens rest until the next one. */
export const daysVouched = 30

/** Until when a provider that vouched for a person at this time, ISO 8601, lets personal tokens work. */
export const vouchedUntil = (at: string): string => new Date(Date.parse(at) + daysVouched * day).toISOString()
