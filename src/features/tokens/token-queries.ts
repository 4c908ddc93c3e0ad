import type { AccessToken, TokenDraft, TokenKind } from '../../../domain/tokens/schemas.ts'
import { call } from '../../api/call.ts'
import { done } from '../../api/done.ts'
import { pagesOf } from '../../api/reading.ts'

export const tokenQueries = {
  list: (kind: TokenKind) => pagesOf(['tokens', 'list', kind], '/tokens', 50, { kind }),
}

/** What the form has a field for. */
export const tokenInputs = ['/name', '/kind', '/scopes', '/expiresInDays', '/roles'] as const

export const makeToken = (body: TokenDraft, idempotencyKey: string) => call('POST /tokens', { body, idempotencyKey })

export const revokeToken = ({ id, etag }: Pick<AccessToken, 'id' | 'etag'>, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /tokens/{id}', { path: { id }, ifMatch: etag, idempotencyKey }))
