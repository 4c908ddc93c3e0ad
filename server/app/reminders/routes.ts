import { createRoute, z } from '@hono/zod-openapi'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { canRemind, reachesSomebody } from '../../../domain/invitations/reminders.ts'
import { canCreateInvitation, canSeeInvitation } from '../../../domain/invitations/rules.ts'
import { Invitation } from '../../../domain/invitations/schemas.ts'
import { senderOf } from '../../../domain/mail/sender.ts'
import { ReminderSettings, ReminderSettingsDraft } from '../../../domain/reminders/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints, signedIn } from '../http/api.ts'
import type { Asking } from '../http/api-env.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { reminderWrite } from './due-reminders.ts'
import { answerOnce } from '../http/idempotency.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { decideAndWrite, etagOf, matchVersion } from '../http/row-version.ts'
import { recordOf } from '../audit/what-happened.ts'
import { invitationOnWire } from '../http/wire.ts'

const middleware = signedIn
const headers = z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() })
const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)

export const reminderRoutes = {
  remind: createRoute({
    method: 'post',
    path: '/invitations/{id}/remind',
    middleware,
    request: { params: z.object({ id: z.uuid() }), headers },
    responses: { 200: json(Invitation, 'The reseller or customer whose turn it is gets a mail, one in 24 hours at most'), ...refusals },
  }),
  settings: createRoute({
    method: 'get',
    path: '/reminder-settings',
    middleware,
    responses: { 200: json(ReminderSettings, 'What the partner chose, or the usual'), ...problems(401, 403) },
  }),
  saveSettings: createRoute({
    method: 'put',
    path: '/reminder-settings',
    middleware,
    request: { ...jsonBodyOf(ReminderSettingsDraft), headers },
    responses: { 200: json(ReminderSettings, 'Chosen'), ...refusals },
  }),
}

type Settings = ReminderSettingsDraft & { version: number }

const settingsOnWire = ({ version, ...chosen }: Settings): ReminderSettings => ({ ...chosen, etag: etagOf({ version }) })

export function reminderEndpoints(ports: Ports) {
  const { store } = ports

  return endpoints()
    .openapi(reminderRoutes.remind, async (c) => {
      const body = await remind(c, ports, c.var.actor, c.req.valid('param').id.toLowerCase())
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(reminderRoutes.settings, async (c) => {
      const { actor } = c.var
      enforce(canCreateInvitation(actor, policyOf(ports, actor.organization.cloud)))
      const settings = settingsOnWire(await store.reminders.settings(scopeOf(actor)))
      c.header('ETag', settings.etag)
      return c.json(settings, 200)
    })
    .openapi(reminderRoutes.saveSettings, async (c) => {
      const { actor } = c.var
      enforce(canCreateInvitation(actor, policyOf(ports, actor.organization.cloud)))
      const chosen = c.req.valid('json')
      const { body } = await answerOnce<Settings, ReminderSettings>(c, ports, actor, (keep) =>
        decideAndWrite(c, async () => {
          const settings = await store.reminders.settings(scopeOf(actor))
          matchVersion(c, settings)
          const at = ports.now().toISOString()
          const of = (saved: Settings) => ({ status: 200, body: settingsOnWire(saved) })
          const organizationIds = [actor.organization.id]
          const event = { at, action: 'reminders.chosen', noun: 'organizations', nounId: actor.organization.id, organizationIds } as const
          const { audit, changes } = recordOf(actor, [{ ...event, details: { days: chosen.days.join(', ') } }])
          // What is overdue, and what comes next, follows the days.
          const rescheduled = organizationIds.map((id) => ({ organizationId: id, noun: 'invitations', id, change: 'rescheduled' }))
          const write = { at, audit, changes: [...changes, ...rescheduled], answer: keep(of) }
          return of(await store.reminders.saveSettings(scopeOf(actor), { ...chosen, version: settings.version }, write))
        }),
      )
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}

/** find → visible → enforce → save → audit, once for every Idempotency-Key. */
async function remind(c: Asking, ports: Ports, actor: Actor, id: string): Promise<Invitation> {
  const { store, sendsMail } = ports
  const { body } = await answerOnce<InvitationRecord, Invitation>(c, ports, actor, (keep) =>
    decideAndWrite(c, async () => {
      const found = await store.invitations.find(scopeOf(actor), id)
      const invitation = visible(found, 'invitation.not_found', (it) => canSeeInvitation(actor, it))
      const at = ports.now()
      const shown = { policy: policyOf(ports, actor.organization.cloud), now: at, sendsMail }
      const verdict = canRemind(actor, invitationOnWire(invitation, shown), shown)
      if (verdict.allowed || verdict.because !== 'role') matchVersion(c, invitation)
      enforce(verdict)
      const of = (saved: InvitationRecord) => ({ status: 200, body: invitationOnWire(saved, shown) })
      const intent = `reminder/${invitation.id}/${invitation.linkNumber}/by_hand/${invitation.version}`
      const { name: from, replyTo } = senderOf(actor)
      const language = await store.reminders.languageOf(scopeOf(actor), invitation)
      const sender = { organizationId: actor.organization.id, from, replyTo, language }
      const write = { ...(await reminderWrite(ports, invitation, { at, intent, by: actor, ...sender })), answer: keep(of) }
      enforce(reachesSomebody(invitation, write.mails.length))
      return of(await store.reminders.byHand(scopeOf(actor), invitation, { intent, day: null }, write))
    }),
  )
  return body
}
