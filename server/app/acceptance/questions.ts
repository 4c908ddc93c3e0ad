import { canAskBack, canHandOver } from '../../../domain/invitations/acceptance-rules.ts'
import type { HandedOver, HandOverRequest } from '../../../domain/invitations/asides/schemas.ts'
import type { InvitationQuestion } from '../../../domain/invitations/schemas.ts'
import { handToAdministrator } from '../../../domain/invitations/tracking.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import type { Counted } from '../../store/invitations/traces.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { Asking } from '../http/api-env.ts'
import { handOverMail } from './hand-over-mail.ts'
import { answerOnce, type Keep } from '../http/idempotency.ts'
import { answerFacts, findLink } from './link-holder.ts'
import { happened } from './link-steps.ts'
import { makerNote } from './maker-note.ts'
import { mailAbout } from '../mail/new-mail.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, enforce, visible } from '../http/problem-response.ts'
import { decideAndWrite, matchVersion } from '../http/row-version.ts'
import { sameAgain } from '../secrets.ts'
import { recordOf } from '../audit/what-happened.ts'
import { acceptanceRoutes as routes } from './descriptions.ts'

/** What somebody of the customer can do short of an answer: ask an administrator to give it, and ask the partner back. */
export function acceptanceQuestionEndpoints(ports: Ports) {
  return endpoints()
    .openapi(routes.handOver, async (c) => {
      const { token } = c.req.valid('param')
      const request = c.req.valid('json')
      const { body } = await answerOnce<unknown, HandedOver>(c, ports, c.var.actor, async (keep) =>
        ok(await decideAndWrite(c, () => handOver(c, ports, c.var.actor, { token, request, keep }))),
      )
      return c.json(withLink(body, `${ports.publicUrl}/accept/${token}`), 200)
    })
    .openapi(routes.question, async (c) => {
      const { token } = c.req.valid('param')
      const { text } = c.req.valid('json')
      const { body } = await answerOnce<unknown, InvitationQuestion>(c, ports, c.var.actor, async (keep) =>
        ok(await decideAndWrite(c, () => ask(c, ports, c.var.actor, { token, text, keep }))),
      )
      return c.json(body, 200)
    })
}

const ok = <Body>(body: Body) => ({ status: 200, body })

/** What is kept of the answer holds no link. */
const withLink = ({ message, ...body }: HandedOver, link: string): HandedOver => ({
  ...body, message: { ...message, link, text: message.text.replace(linkMark, link) },
})

const day = 24 * 60 * 60 * 1000

const inLastDay = <Said extends { at: string }>({ latest }: Counted<Said>, now: Date): Said[] =>
  latest.filter(({ at }) => Date.parse(at) > now.getTime() - day)

/** Too often is told with when there is room again: once the oldest of the day is a day ago. */
function enforceDaily(verdict: Verdict, today: readonly { at: string }[], now: Date): void {
  if (verdict.allowed || verdict.because !== 'limit') return enforce(verdict)
  const { code, rule, params } = verdict
  const oldest = Math.min(...today.map(({ at }) => Date.parse(at)))
  const retryAfterSeconds = Math.max(1, Math.ceil((oldest + day - now.getTime()) / 1000))
  throw new ApiProblem({ status: 429, code, rule, params, retryAfterSeconds })
}

type HandingOver = { token: string; request: HandOverRequest; keep: Keep<unknown, HandedOver> }

async function handOver(c: Asking, ports: Ports, actor: Actor, { token, request, keep }: HandingOver): Promise<HandedOver> {
  const { store, now } = ports
  const found = await findLink(store, token, actor)
  const { invitation: from } = found
  const [facts, before, askedOf] = await Promise.all([
    answerFacts(store, found, actor), store.traces.handOvers(found.scope),
    sameAgain(ports.secret, `hand_over/${from.id}/${from.linkNumber}`, request.email.toLowerCase()),
  ])
  const at = now()
  const today = inLastDay(before, at)
  const first = today.find((each) => each.askedOf === askedOf)
  const decision = canHandOver(facts, { count: today.length, isAmong: first !== undefined }, at)
  const mail = handOverMail(found, actor, request)
  const told = (when: string, isMailed: boolean): HandedOver => ({
    at: when, email: request.email, isMailed, message: { ...mail, link: '' },
  })
  if (decision === 'repeated') return told(visible(first, 'acceptance.not_found').at, ports.sendsMail)
  matchVersion(c, from)
  enforceDaily(decision, today, at)
  const when = { at: at.toISOString() }
  const position = before.count + 1
  const mails = mailAbout(ports, from, {
    ...mail, organizationId: actor.organization.id, intent: `hand_over/${from.id}/${position}`, kind: 'hand_over', to: request.email,
    askedBy: actor.user.id, from: actor.user.displayName, replyTo: actor.user.email, dueAt: when.at,
  })
  const body = told(when.at, mails.length > 0)
  await store.traces.step(
    found.scope,
    { from, to: handToAdministrator(from, at), actor: scopeOf(actor), handOver: { position, askedOf, ...when } },
    { ...when, ...recordOf(actor, [happened(found, 'invitation.handed_to_admin', at)]), mails, answer: keep(() => ok(body)) },
  )
  return body
}

type AskingBack = { token: string; text: string; keep: Keep<unknown, InvitationQuestion> }

async function ask(c: Asking, ports: Ports, actor: Actor, { token, text, keep }: AskingBack): Promise<InvitationQuestion> {
  const { store, now } = ports
  const found = await findLink(store, token, actor)
  const [facts, before] = await Promise.all([answerFacts(store, found, actor), store.traces.questionsAsked(found.scope)])
  const at = now()
  const today = inLastDay(before, at)
  const first = today.find((each) => each.email === actor.user.email && each.text === text)
  const decision = canAskBack(facts, { count: today.length, isAmong: first !== undefined }, at)
  if (decision === 'repeated') return visible(first, 'acceptance.not_found')
  matchVersion(c, found.invitation)
  enforceDaily(decision, today, at)
  const { invitation } = found
  const body: InvitationQuestion = {
    at: at.toISOString(), by: actor.user.displayName, email: actor.user.email, organization: actor.organization.displayName, text,
  }
  const position = before.count + 1
  const mails = await makerNote(ports, found.scope, invitation, {
    at: body.at, of: 'asked', once: String(position), customer: body.organization, said: text, replyTo: body.email,
  })
  await store.traces.step(
    found.scope,
    { from: invitation, to: invitation, actor: scopeOf(actor), question: { position, ...body } },
    { at: body.at, ...recordOf(actor, [happened(found, 'invitation.asked', at)]), mails, answer: keep(() => ok(body)) },
  )
  return body
}
