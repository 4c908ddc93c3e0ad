import { z } from 'zod'
import { roles } from '../session/roles.ts'
import { Line } from '../words-of-others/schemas.ts'
import { tokenScopes } from './scopes.ts'

/** A personal token acts as its person, with the person's present roles; a service is its own actor, with the roles it was given. */
export const tokenKinds = ['personal', 'service'] as const
export type TokenKind = (typeof tokenKinds)[number]

export const longestTokenName = 80
export const longestTokenLife = 365

/** POST /api/tokens. `roles` are a service's alone. */
export const TokenDraft = z
  .object({
    name: Line(longestTokenName).min(1),
    kind: z.enum(tokenKinds),
    scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
    expiresInDays: z.number().int().min(1).max(longestTokenLife),
    roles: z.array(z.enum(roles)).max(roles.length).optional(),
  })
  .strict()
export type TokenDraft = z.infer<typeof TokenDraft>

/** A token as the list shows it; what it is made of is shown once, when it is made. */
export const AccessToken = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(tokenKinds),
  scopes: z.array(z.enum(tokenScopes)),
  /** Null for a personal token, which has its person's present roles. */
  roles: z.array(z.enum(roles)).nullable(),
  lastFour: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  expiresAt: z.iso.datetime(),
  /** Kept to the minute; null before its first use. */
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  revokedBy: z.string().nullable(),
  state: z.enum(['living', 'expired', 'revoked']),
  etag: z.string(),
})
export type AccessToken = z.infer<typeof AccessToken>

export const MadeToken = AccessToken.extend({ token: z.string() })
export type MadeToken = z.infer<typeof MadeToken>
