import { changedFields } from '../../../domain/audit/changed.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { canRemind, reachesSomebody } from '../../../domain/invitations/reminders.ts'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { Invitation } from '../../../domain/invitations/schemas.ts'
import { senderOf } from '../../../domain/mail/sender.ts'
import { ReminderSettings, ReminderSettingsDraft } from '../../../domain/reminders/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { byId, headers, refusals, scoped } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { reminderWrite } from './due-reminders.ts'
import { findInvitation, shownTo } from '../invitations/answer.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { recordOf } from '../audit/record.ts'
import { invitationOnWire } from '../http/wire.ts'


export const reminderRoutes = {
  remind: scoped.invite.post('/invitations/{id}/remind', { ...byId, headers }, {
    200: json(Invitation, 'The reseller or customer whose turn it is gets a mail, one in 24 hours at most'), ...refusals,
  }),
  settings: scoped.read.get('/reminder-settings', {}, {
    200: json(ReminderSettings, 'What the partner chose, or the usual'), ...problems(401, 403),
  }),
  saveSettings: scoped.invite.put('/reminder-settings', { ...jsonBodyOf(ReminderSettingsDraft), headers }, {
    200: json(ReminderSettings, 'Chosen'), ...refusals,
  }),
}

type Settings = ReminderSettingsDraft & { version: number }

const settingsOnWire = ({ version, ...chosen }: Settings): ReminderSettings => ({ ...chosen, etag: etagOf({ version }) })

export function reminderEndpoints(ports: Ports) {
  const { store } = ports

  return endpoints()
    .openapi(reminderRoutes.remind, async (c) => {
      const body = await remind(c, ports, c.req.valid('param').id)
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
      const { body } = await command(c, ports, {
        find: () => store.reminders.settings(scopeOf(actor)),
        version: (settings) => settings,
        next: ({ version }) => ({ ...chosen, version }),
        event: (saved, at, found) => {
          const { id } = actor.organization
          const event = { at, action: 'reminders.chosen', noun: 'organizations', nounId: id, organizationIds: [id] } as const
          const { audit, changes } = recordOf(actor, [
            { ...event, details: { days: saved.days.join(', ') }, changed: changedFields(found, saved, ['days', 'noteToMaker']) },
          ])
          // The days decide what is overdue and what comes next.
          return { audit, changes: [...changes, { organizationId: id, noun: 'invitations', change: 'rescheduled' }] }
        },
        save: (settings, write) => store.reminders.saveSettings(scopeOf(actor), settings, write),
        onWire: settingsOnWire,
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}

async function remind(c: ActorContext, ports: Ports, id: string): Promise<Invitation> {
  const { store } = ports
  const { actor } = c.var
  const onWire = (invitation: InvitationRecord, now: Date) => invitationOnWire(invitation, shownTo(ports, actor, now))
  const intentOf = ({ id: of, linkNumber, version }: InvitationRecord) => `reminder/${of}/${linkNumber}/by_hand/${version}`
  const { body } = await command(c, ports, {
    find: () => findInvitation(ports, actor, id),
    may: (invitation, now) => canRemind(actor, onWire(invitation, now), { now, sendsMail: ports.sendsMail }),
    version: (invitation) => invitation,
    next: (invitation) => invitation,
    event: async (invitation, at) => {
      const { name: from, replyTo } = senderOf(actor)
      const language = await store.reminders.languageOf(scopeOf(actor), invitation)
      const sender = { organizationId: actor.organization.id, from, replyTo, language }
      const record = await reminderWrite(ports, invitation, { at: new Date(at), intent: intentOf(invitation), by: actor, ...sender })
      enforce(reachesSomebody(invitation, record.mails.length))
      return record
    },
    save: (invitation, write) => store.reminders.byHand(scopeOf(actor), invitation, { intent: intentOf(invitation), day: null }, write),
    onWire: (saved, _, now) => onWire(saved, now),
  })
  return body
}
