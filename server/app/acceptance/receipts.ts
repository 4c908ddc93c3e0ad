import { hasEnded } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import { canConfirmThere } from '../../../domain/invitations/acceptance/receipt-rules.ts'
import { Receipt, ReceiptDetail } from '../../../domain/invitations/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { byId, keyHeader, scoped, signedIn } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import { command } from '../http/command.ts'
import type { Ports } from '../ports.ts'
import { visible } from '../http/problem-response.ts'
import { recordOf } from '../audit/record.ts'

export const receiptRoutes = {
  list: scoped.read.get('/receipts', { query: PageQuery.strict() }, {
    200: json(pageOf(Receipt.meta({ id: 'Receipt' })), 'The organisation’s own answers, newest first'), ...problems(400, 401, 422),
  }),
  read: scoped.read.get('/receipts/{id}', byId, {
    200: json(ReceiptDetail, 'One answer, and whether the relationship that it began is over'), ...problems(401, 404),
  }),
  confirm: signedIn.post('/receipts/{id}/confirm', { ...byId, headers: keyHeader }, {
    200: json(Receipt, 'The customer says that it confirmed the relationship in its admin center too'),
    ...problems(401, 403, 404, 409, 422),
  }),
}

export const receiptEndpoints = (ports: Ports) => {
  const { store } = ports
  return endpoints()
    .openapi(receiptRoutes.list, async (c) => c.json(await store.receipts.list(scopeOf(c.var.actor), c.req.valid('query')), 200))
    .openapi(receiptRoutes.read, async (c) => {
      const scope = scopeOf(c.var.actor)
      const id = c.req.valid('param').id.toLowerCase()
      const [found, rows] = await Promise.all([store.receipts.find(scope, id), store.receipts.rowsOf(scope, id)])
      const receipt = visible(found, 'receipt.not_found')
      return c.json({ ...receipt, hasEnded: receipt.answer === 'accepted' && rows !== undefined && hasEnded(rows, rows) }, 200)
    })
    .openapi(receiptRoutes.confirm, async (c) => {
      const { actor } = c.var
      const scope = scopeOf(actor)
      const id = c.req.valid('param').id.toLowerCase()
      const { body } = await command(c, ports, {
        find: async () => {
          const [found, invitationId] = await Promise.all([store.receipts.find(scope, id), store.receipts.invitationOf(scope, id)])
          return { receipt: visible(found, 'receipt.not_found'), invitationId }
        },
        may: ({ receipt }) => canConfirmThere(actor, receipt),
        next: (found) => found,
        event: ({ receipt: { inviter, through }, invitationId }, at) => recordOf(actor, [
          {
            at, action: 'invitation.confirmed', noun: 'invitations', nounId: visible(invitationId, 'receipt.not_found'),
            organizationIds: through ? [inviter.id, through.id] : [inviter.id],
          },
          {
            at, action: 'invitation.confirmed', noun: 'receipts', nounId: id, organizationIds: [actor.organization.id],
            details: { inviter: inviter.displayName },
          },
        ]),
        save: (_, write) => store.receipts.confirm(scope, { receiptId: id, at: write.at, by: actor.user.displayName }, write),
        onWire: (saved) => saved,
        again: ({ receipt }) => receipt,
      })
      return c.json(body, 200)
    })
}
