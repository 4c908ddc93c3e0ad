import { howsOf, noticesFor, usualOf } from '../../../domain/notices/notice-kinds.ts'
import { canChoose } from '../../../domain/notices/rules.ts'
import type { Notices } from '../../../domain/notices/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { StaleWrite } from '../../store/errors.ts'
import type { ChoicesRecord } from '../../store/notices/notices.ts'
import { scopeOf } from '../../store/scope.ts'
import { recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { ApiProblem, enforce } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import type { Ports } from '../ports.ts'
import { noticesTokenOf, sha256 } from '../secrets.ts'
import { noticeRoutes as routes } from './descriptions.ts'

export function noticeEndpoints(ports: Ports) {
  const { store: { notices }, secret, publicUrl, sendsMail, now } = ports
  const onWire = (actor: Actor, { choices, version }: ChoicesRecord): Notices => ({
    email: actor.user.email,
    isMailed: sendsMail,
    items: noticesFor(actor).map((kind) => ({
      kind, how: choices[kind] ?? usualOf(kind, actor.organization.kind), offered: howsOf(kind),
    })),
    etag: etagOf({ version }),
  })

  return endpoints()
    .openapi(routes.own, async (c) => {
      const { actor } = c.var
      const body = onWire(actor, await notices.own(scopeOf(actor), actor.user.id))
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(routes.choose, async (c) => {
      const { actor } = c.var
      const { choices } = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: () => notices.own(scopeOf(actor), actor.user.id),
        version: (found) => found,
        mustBeSeen: true,
        next: ({ choices: before, version }) => {
          for (const [at, choice] of choices.entries()) enforce(canChoose(actor, choice), { pointer: `/choices/${at}`, status: 422 })
          return { choices: { ...before, ...Object.fromEntries(choices.map(({ kind, how }) => [kind, how])) }, version }
        },
        event: (_, at) => chosen(actor, { organizationId: actor.organization.id, userId: actor.user.id }, actor.user.displayName, at),
        save: (next, write) => notices.save(scopeOf(actor), actor.user.id, next, write),
        onWire: (saved) => onWire(actor, saved),
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(routes.ask, (c) => c.redirect(`${publicUrl}/organization/notices`, 303))
    .openapi(routes.stop, async (c) => {
      const { token, kind, ...given } = c.req.valid('param')
      const who = { organizationId: given.organizationId.toLowerCase(), userId: given.userId.toLowerCase() }
      // Compares hashes, so that timing reveals nothing.
      const isRight = (await sha256(token)) === (await sha256(await noticesTokenOf(secret, { ...who, kind })))
      const person = isRight ? await notices.named(who) : undefined
      if (!person) throw new ApiProblem({ status: 404, code: 'acceptance.not_found' })
      const at = now().toISOString()
      try {
        await notices.stop(who, kind, { at, ...chosen(undefined, who, person.displayName, at) })
      } catch (error) {
        if (!(error instanceof StaleWrite)) throw error
      }
      return c.body(null, 204)
    })
}

const chosen = (by: Actor | undefined, who: { organizationId: string; userId: string }, person: string, at: string) =>
  recordOf(by, [{
    at, action: 'person.notices_chosen', noun: 'people', nounId: who.userId, organizationIds: [who.organizationId], details: { person },
  }])
