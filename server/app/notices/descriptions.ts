import { z } from '@hono/zod-openapi'
import { noticeKinds } from '../../../domain/notices/notice-kinds.ts'
import { NoticeChoices, Notices } from '../../../domain/notices/schemas.ts'
import { anybody, headers, refusals, signedIn } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { linkToken } from '../secrets.ts'

const unsubscribing = {
  params: z.object({
    organizationId: z.uuid(), userId: z.uuid(), kind: z.enum(noticeKinds), token: z.string().regex(linkToken),
  }),
}
const address = '/mail/unsubscribe/{organizationId}/{userId}/{kind}/{token}'

export const noticeRoutes = {
  own: signedIn.get('/notices', {}, {
    200: json(Notices, 'Which mails the caller gets about its organisation, and what it may choose'), ...problems(401, 409),
  }),
  choose: signedIn.put('/notices', { ...jsonBodyOf(NoticeChoices), headers }, {
    200: json(Notices, 'Chosen; what is turned off is not sent any more, also what waits'), ...refusals, ...problems(428),
  }),
  ask: anybody.get(address, unsubscribing, {
    303: { description: 'To the screen of choices; following the address of a mail changes nothing' }, ...problems(404),
  }),
  stop: anybody.post(address, unsubscribing, {
    204: { description: 'No more mails of this kind to this person (RFC 8058)' }, ...problems(404),
  }),
}
