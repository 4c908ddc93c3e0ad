import { canHandOverRequest } from '../../../../domain/gdap/message-rules.ts'
import { scopeOf } from '../../../store/scope.ts'
import { endpoints } from '../../http/api.ts'
import { approvalLinkOf } from '../approval-link.ts'
import { changeGdap, findGdap } from '../change.ts'
import { languageForCustomer, requestMailOf } from './mailing.ts'
import { gdapRequestMail } from './request-mail.ts'
import type { Ports } from '../../ports.ts'
import { enforce } from '../../http/problem-response.ts'
import { gdapMessageRoutes as routes } from '../descriptions.ts'

export function gdapMessageEndpoints(ports: Ports) {
  return endpoints()
    .openapi(routes.message, async (c) => {
      const { actor } = c.var
      const found = await findGdap(ports, actor, c.req.valid('param').id)
      enforce(canHandOverRequest(actor, found))
      const language = c.req.valid('query').language ?? (await languageForCustomer(ports, actor, found))
      return c.json(gdapRequestMail(found, language, approvalLinkOf(ports, found.id)), 200)
    })
    .openapi(routes.send, async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const message = c.req.valid('json')
      const { body } = await changeGdap(c, ports, id, {
        may: (found) => canHandOverRequest(actor, found),
        next: async (found) => ({
          after: found, action: 'gdap.sent', details: { email: message.email }, isPartnersOwn: true,
          mails: await requestMailOf(ports, actor, found, message),
        }),
        save: (found, write) => ports.store.gdap.handOver(scopeOf(actor), found, write),
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}
