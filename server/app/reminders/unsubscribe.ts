import { z } from '@hono/zod-openapi'
import { StaleWrite } from '../../store/errors.ts'
import { endpoints } from '../http/api.ts'
import { anybody } from '../http/described.ts'
import { problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem } from '../http/problem-response.ts'
import { linkToken, sha256, unsubscribeTokenOf } from '../secrets.ts'
import { recordOf } from '../audit/record.ts'

const path = '/mail/unsubscribe/{partnerId}/{invitationId}/{token}'
const request = { params: z.object({ partnerId: z.uuid(), invitationId: z.uuid(), token: z.string().regex(linkToken) }) }

export const unsubscribeRoutes = {
  ask: anybody.get(path, request, {
    303: { description: 'To the page that asks; following the address of a mail changes nothing' }, ...problems(404),
  }),
  stop: anybody.post(path, request, { 204: { description: 'No more reminders of this invitation (RFC 8058)' }, ...problems(404) }),
}

export function unsubscribeEndpoints({ store, secret, publicUrl, now }: Ports) {
  return endpoints()
    .openapi(unsubscribeRoutes.ask, (c) => {
      const { partnerId, invitationId, token } = c.req.valid('param')
      return c.redirect(`${publicUrl}/stop-reminders/${partnerId}/${invitationId}/${token}`, 303)
    })
    .openapi(unsubscribeRoutes.stop, async (c) => {
      const { token, ...given } = c.req.valid('param')
      const ids = { partnerId: given.partnerId.toLowerCase(), invitationId: given.invitationId.toLowerCase() }
      // Compares hashes, so that timing reveals nothing.
      const isRight = (await sha256(token)) === (await sha256(await unsubscribeTokenOf(secret, ids)))
      const found = isRight ? await store.reminders.named(ids) : undefined
      if (!found) throw new ApiProblem({ status: 404, code: 'acceptance.not_found' })
      const { scope, invitation } = found
      const { inviter, reseller } = invitation
      const organizationIds = reseller ? [inviter.id, reseller.id] : [inviter.id]
      const event = { at: now().toISOString(), action: 'invitation.opted_out', noun: 'invitations', nounId: invitation.id } as const
      try {
        await store.reminders.stop(scope, { at: event.at, ...recordOf(undefined, [{ ...event, organizationIds }]) })
      } catch (error) {
        if (!(error instanceof StaleWrite)) throw error
      }
      return c.body(null, 204)
    })
}
