import type { Selectable } from 'kysely'
import { endOf, type TokenRecord } from '../../../domain/tokens/token.ts'
import type { Database } from '../sql/tables/database.ts'

export const tokenOfRow = (row: Selectable<Database['access_tokens']>): TokenRecord => ({
  id: row.id,
  kind: row.kind,
  ownerId: row.owner_id,
  name: row.name,
  scopes: row.scopes,
  roles: row.roles,
  lastFour: row.last_four,
  createdAt: row.created_at,
  createdBy: row.created_by,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
  revokedBy: row.revoked_by,
  version: row.version,
})

export const rowOfToken = (organizationId: string, tokenHash: string, token: TokenRecord) => ({
  organization_id: organizationId,
  id: token.id,
  owner_id: token.ownerId,
  kind: token.kind,
  name: token.name,
  scopes: JSON.stringify(token.scopes),
  roles: token.roles && JSON.stringify(token.roles),
  token_hash: tokenHash,
  last_four: token.lastFour,
  created_at: token.createdAt,
  created_by: token.createdBy,
  expires_at: token.expiresAt,
  last_used_at: token.lastUsedAt,
  revoked_at: token.revokedAt,
  revoked_by: token.revokedBy,
  ends_at: endOf(token),
  version: token.version,
})
