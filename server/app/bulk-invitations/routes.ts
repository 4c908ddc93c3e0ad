import { BulkAnswer, BulkRequest } from '../../../domain/bulk-invitations/schemas.ts'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { endpoints } from '../http/api.ts'
import { runBulk } from './items.ts'
import { scoped } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce } from '../http/problem-response.ts'
import { decideAndWrite } from '../http/row-version.ts'

export const bulkInvitationRoutes = {
  run: scoped.invite.post('/invitations/bulk', jsonBodyOf(BulkRequest), {
    200: json(
      BulkAnswer,
      'An outcome per item: an InvitationDraft with a `key` of its own, which makes it at most once, and of a customer that is invited ' +
        'already only with `evenIfOpen`',
    ),
    ...problems(400, 401, 403, 413, 415, 422),
  }),
}

/** Every item has a key, so a repeated call is harmless and reads no Idempotency-Key. */
export const bulkInvitationEndpoints = (ports: Ports) =>
  endpoints().openapi(bulkInvitationRoutes.run, async (c) => {
    const { actor } = c.var
    enforce(canCreateInvitation(actor, policyOf(ports, actor.organization.cloud)))
    const outcomes = await decideAndWrite(c, () => runBulk(ports, c.var, c.req.valid('json')))
    return c.json({ outcomes }, 200)
  })
