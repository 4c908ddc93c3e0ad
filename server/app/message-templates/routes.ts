import { z } from '@hono/zod-openapi'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { checkTemplateSubject, checkTemplateText } from '../../../domain/invitations/templates/rules.ts'
import { MessageTemplate, TemplateDraft } from '../../../domain/invitations/templates/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { type Locale, locales } from '../../../domain/session/locales.ts'
import { scopeOf } from '../../store/scope.ts'
import type { TemplateRecord } from '../../store/message-templates/message-templates.ts'
import { endpoints } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { headers, itemsOf, scoped } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { builtInTemplate } from '../invitations/mail.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { recordOf } from '../audit/record.ts'
import { say } from '../words/words.ts'

const one = { params: z.object({ language: z.enum(locales) }), headers }
const template = MessageTemplate.meta({ id: 'MessageTemplate' })
const refusals = problems(400, 401, 403, 404, 412, 415, 422)

export const messageTemplateRoutes = {
  list: scoped.read.get('/message-templates', {}, {
    200: json(itemsOf(template), 'What the organisation’s invitations say, one item a language'),
    ...problems(401, 403),
  }),
  save: scoped.invite.put('/message-templates/{language}', { ...one, ...jsonBodyOf(TemplateDraft) }, {
    200: json(template, 'Every message from now on says this'), ...refusals,
  }),
  remove: scoped.invite.delete('/message-templates/{language}', one, { 200: json(template, 'Back to the built-in text'), ...refusals }),
}

export function messageTemplateEndpoints(ports: Ports) {
  const { store } = ports
  const policyFor = (actor: Actor) => policyOf(ports, actor.organization.cloud)
  const onWire = (actor: Actor, { language, words, version }: TemplateRecord): MessageTemplate => ({
    language,
    ...(words ?? builtInTemplate(policyFor(actor), language)),
    button: say('mails.button', language),
    isOwn: words !== null,
    etag: etagOf({ version }),
  })
  const of = async (actor: Actor, language: Locale): Promise<TemplateRecord> =>
    (await store.messageTemplates.list(scopeOf(actor))).find((each) => each.language === language) ?? { language, words: null, version: 0 }

  const write = async (c: ActorContext, language: Locale, words: TemplateDraft | null) => {
    const { actor } = c.var
    enforce(canCreateInvitation(actor, policyFor(actor)))
    if (words) {
      enforce(checkTemplateSubject(words.subject), { pointer: '/subject', status: 422 })
      enforce(checkTemplateText(words.text), { pointer: '/text', status: 422 })
    }
    const { id } = actor.organization
    const { body } = await command(c, ports, {
      find: () => of(actor, language),
      version: (found) => found,
      next: (found) => ({ ...found, words }),
      event: (_, at) => recordOf(actor, [
        {
          at, action: words ? 'template.saved' : 'template.removed', noun: 'templates', nounId: id, organizationIds: [id],
          details: { language },
        },
      ]),
      save: (next, saving) => store.messageTemplates.save(scopeOf(actor), next, saving),
      onWire: (saved) => onWire(actor, saved),
    })
    return body
  }

  return endpoints()
    .openapi(messageTemplateRoutes.list, async (c) => {
      const { actor } = c.var
      enforce(canCreateInvitation(actor, policyFor(actor)))
      const kept = await store.messageTemplates.list(scopeOf(actor))
      const items = locales.map((language) =>
        onWire(actor, kept.find((each) => each.language === language) ?? { language, words: null, version: 0 }))
      return c.json({ items }, 200)
    })
    .openapi(messageTemplateRoutes.save, async (c) => {
      const saved = await write(c, c.req.valid('param').language, c.req.valid('json'))
      c.header('ETag', saved.etag)
      return c.json(saved, 200)
    })
    .openapi(messageTemplateRoutes.remove, async (c) => {
      const saved = await write(c, c.req.valid('param').language, null)
      c.header('ETag', saved.etag)
      return c.json(saved, 200)
    })
}
