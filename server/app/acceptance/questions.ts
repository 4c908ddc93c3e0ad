import { canAskBack, canHandOver } from '../../../domain/invitations/acceptance/rules.ts'
import type { HandedOver, HandOverRequest } from '../../../domain/invitations/asides/schemas.ts'
import type { InvitationQuestion } from '../../../domain/invitations/schemas.ts'
import { handToAdministrator } from '../../../domain/invitations/tracking.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Refusal } from '../../../domain/verdict.ts'
import type { Counted } from '../../store/invitations/traces.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { handOverMail } from './hand-over-mail.ts'
import { answerFacts, findLink, type FoundLink } from './link-holder.ts'
import { happened } from './link-steps.ts'
import { makerNote } from './maker-note.ts'
import { mailAbout } from '../mail/new-mail.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, refusalProblem, visible } from '../http/problem-response.ts'
import { sameAgain } from '../secrets.ts'
import { recordOf } from '../audit/record.ts'
import { acceptanceRoutes as routes } from './descriptions.ts'

/** What a customer can do before answering: ask an administrator to answer, or ask the partner a question. */
export function acceptanceQuestionEndpoints(ports: Ports) {
  return endpoints()
    .openapi(routes.handOver, async (c) => {
      const { token } = c.req.valid('param')
      const { body } = await handOver(c, ports, token, c.req.valid('json'))
      return c.json(withLink(body, `${ports.publicUrl}/accept/${token}`), 200)
    })
    .openapi(routes.question, async (c) => {
      const { body } = await ask(c, ports, c.req.valid('param').token, c.req.valid('json').text)
      return c.json(body, 200)
    })
}

/** The kept idempotency record holds no link. */
const withLink = ({ message, ...body }: HandedOver, link: string): HandedOver => ({
  ...body, message: { ...message, link, text: message.text.replace(linkMark, link) },
})

const day = 24 * 60 * 60 * 1000

const inLastDay = <Said extends { at: string }>({ latest }: Counted<Said>, now: Date): Said[] =>
  latest.filter(({ at }) => Date.parse(at) > now.getTime() - day)

/** A refusal for too many says when there is room again: a day after the oldest. */
function refuseDaily(refusal: Refusal, { today }: { today: readonly { at: string }[] }, now: Date): ApiProblem {
  if (refusal.because !== 'limit') return refusalProblem(refusal)
  const { code, rule, params } = refusal
  const oldest = Math.min(...today.map(({ at }) => Date.parse(at)))
  const retryAfterSeconds = Math.max(1, Math.ceil((oldest + day - now.getTime()) / 1000))
  return new ApiProblem({ status: 429, code, rule, params, retryAfterSeconds })
}

function handOver(c: ActorContext, ports: Ports, token: string, request: HandOverRequest) {
  const { store, sendsMail } = ports
  const { actor } = c.var
  const handedOver = (found: FoundLink, at: string): HandedOver => ({
    at, email: request.email, isMailed: sendsMail, message: { ...handOverMail(found, actor, request), link: '' },
  })
  return command(c, ports, {
    find: async (at) => {
      const found = await findLink(store, token, actor)
      const { id, linkNumber } = found.invitation
      const [facts, before, askedOf] = await Promise.all([
        answerFacts(store, found, actor), store.traces.handOvers(found.scope),
        sameAgain(ports.secret, `hand_over/${id}/${linkNumber}`, request.email.toLowerCase()),
      ])
      const today = inLastDay(before, at)
      return { found, facts, position: before.count + 1, askedOf, today, first: today.find((each) => each.askedOf === askedOf) }
    },
    may: ({ facts, today, first }, at) => canHandOver(facts, { count: today.length, isAmong: first !== undefined }, at),
    refuse: refuseDaily,
    version: ({ found }) => found.invitation,
    next: ({ found: { invitation } }, at) => handToAdministrator(invitation, at),
    event: (_, at, { found, position }) => ({
      ...recordOf(actor, [happened(found, 'invitation.handed_to_admin', new Date(at))]),
      mails: mailAbout(ports, found.invitation, {
        ...handOverMail(found, actor, request), organizationId: actor.organization.id,
        intent: `hand_over/${found.invitation.id}/${position}`, kind: 'hand_over', to: request.email, requestedBy: actor.user.id,
        from: actor.user.displayName, replyTo: actor.user.email, dueAt: at,
      }),
    }),
    save: (to, write, { found, position, askedOf }) => store.traces.step(
      found.scope, { from: found.invitation, to, actor: scopeOf(actor), handOver: { position, askedOf, at: write.at } }, write,
    ),
    onWire: (_, _to, at, { found }) => handedOver(found, at.toISOString()),
    again: ({ found, first }) => handedOver(found, visible(first, 'acceptance.not_found').at),
  })
}

function ask(c: ActorContext, ports: Ports, token: string, text: string) {
  const { store } = ports
  const { actor } = c.var
  const { displayName: by, email } = actor.user
  return command(c, ports, {
    find: async (at) => {
      const found = await findLink(store, token, actor)
      const [facts, before] = await Promise.all([answerFacts(store, found, actor), store.traces.questionsAsked(found.scope)])
      const today = inLastDay(before, at)
      const first = today.find((each) => each.email === email && each.text === text)
      return { found, facts, position: before.count + 1, today, first }
    },
    may: ({ facts, today, first }, at) => canAskBack(facts, { count: today.length, isAmong: first !== undefined }, at),
    refuse: refuseDaily,
    version: ({ found }) => found.invitation,
    next: (_, at): InvitationQuestion => ({ at: at.toISOString(), by, email, organization: actor.organization.displayName, text }),
    event: async ({ organization: customer }, at, { found, position }) => ({
      ...recordOf(actor, [happened(found, 'invitation.asked', new Date(at))]),
      mails: await makerNote(ports, found.scope, found.invitation, {
        at, of: 'asked', once: String(position), customer, said: text, replyTo: email,
      }),
    }),
    save: (question, write, { found: { scope, invitation }, position }) => store.traces.step(
      scope, { from: invitation, to: invitation, actor: scopeOf(actor), question: { position, ...question } }, write,
    ),
    onWire: (_, question) => question,
    again: ({ first }) => visible(first, 'acceptance.not_found'),
  })
}
