import type { ColumnType } from 'kysely'
import type { Role } from '../../../../domain/session/roles.ts'
import type { TokenKind } from '../../../../domain/tokens/schemas.ts'
import type { TokenScope } from '../../../../domain/tokens/scopes.ts'

export type TokenTables = {
  access_tokens: {
    organization_id: string
    id: string
    /** The person of a personal token, the organisation of a service. */
    owner_id: string
    kind: TokenKind
    name: string
    scopes: ColumnType<TokenScope[], string, string>
    /** Null for a personal token. */
    roles: ColumnType<Role[] | null, string | null, string | null>
    token_hash: string
    last_four: string
    created_at: string
    created_by: string
    expires_at: string
    last_used_at: string | null
    revoked_at: string | null
    revoked_by: string | null
    /** What the domain says of its end (`endOf`). */
    ends_at: string
    version: number
  }
  /** Leads from a token's hash to its row; the only trace of a token beside the hash there. */
  access_token_hashes: { token_hash: string; organization_id: string; token_id: string }
}
