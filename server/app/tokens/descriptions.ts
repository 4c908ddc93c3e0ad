import { z } from '@hono/zod-openapi'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { AccessToken, MadeToken, TokenDraft, tokenKinds } from '../../../domain/tokens/schemas.ts'
import { byId, headers, keyHeader, refusals, signedIn, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

export const tokenRoutes = {
  list: signedIn.get('/tokens', { query: PageQuery.extend({ kind: z.enum(tokenKinds).optional() }).strict() }, {
    200: json(
      pageOf(AccessToken.meta({ id: 'AccessToken' })),
      'The caller’s own tokens and, for those who may manage them, the organisation’s services, the newest first',
    ),
    ...problems(400, 401, 403, 422),
  }),
  create: signedInLately.post('/tokens', { ...jsonBodyOf(TokenDraft), headers: keyHeader }, {
    201: json(MadeToken, 'Made; `token` is here alone, and in the answer to the same call repeated under its Idempotency-Key'),
    ...problems(400, 401, 403, 409, 415, 422),
  }),
  revoke: signedIn.delete('/tokens/{id}', { ...byId, headers }, {
    204: { description: 'Revoked: it opens nothing any more' }, ...refusals, ...problems(428),
  }),
}
