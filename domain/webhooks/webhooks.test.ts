import { describe, expect, it } from 'vitest'
import { auditActions } from '../audit/actions.ts'
import { actor, codeOf, now } from '../testing/facts.ts'
import { actionOf, eventOf, webhookEvents } from './event-names.ts'
import { messageOf } from './message.ts'
import { canAddWebhook, canManageWebhooks, canRedeliver, canSendAny, canSendTo, canTest } from './rules.ts'
import { WebhookDraft } from './schemas.ts'
import { afterTry, mostTries, newWebhook, waitsInVain } from './webhook.ts'

const https = 'https://hooks.contoso.example/'
const plain = 'http://hooks.contoso.example/'

describe('what may happen', () => {
  it.each([
    ['a provider’s Global admin', canManageWebhooks(actor('indirect_provider', 'global_admin')), 'allowed'],
    ['a reseller’s Admin agent', canManageWebhooks(actor('indirect_reseller', 'admin_agent')), 'allowed'],
    ['a customer’s Global admin', canManageWebhooks(actor('customer', 'global_admin')), 'allowed'],
    ['a Sales agent', canManageWebhooks(actor('direct_partner', 'sales_agent')), 'webhook.needs_admin'],
    ['a customer’s user', canManageWebhooks(actor('customer', 'user')), 'webhook.needs_admin'],
    ['beside nine', canAddWebhook(9), 'allowed'],
    ['beside ten', canAddWebhook(10), 'webhook.too_many'],
    ['https, public', canSendTo({ url: https, isPrivate: false, sending: 'public' }), 'allowed'],
    ['https in a page', canSendTo({ url: https, isPrivate: false, sending: 'none' }), 'allowed'],
    ['http, public', canSendTo({ url: plain, isPrivate: false, sending: 'public' }), 'webhook.https_only'],
    ['a private address', canSendTo({ url: https, isPrivate: true, sending: 'public' }), 'webhook.private_address'],
    ['http to a private address, by the setting', canSendTo({ url: plain, isPrivate: true, sending: 'anywhere' }), 'allowed'],
    ['a test in a page', canSendAny('none'), 'webhook.not_sent_here'],
    ['a test on a server', canSendAny('public'), 'allowed'],
    ['a second test', canTest(1), 'allowed'],
    ['a third test', canTest(2), 'webhook.tested_lately'],
    ['what waits, again', canRedeliver('waiting'), 'webhook.delivery_waits'],
    ['what arrived, again', canRedeliver('delivered'), 'allowed'],
    ['a dead letter, again', canRedeliver('dead'), 'allowed'],
  ] as const)('%s', (_name, given, expected) => expect(codeOf(given)).toBe(expected))

  it.each([
    ['https://Hooks.Contoso.example', 'https://hooks.contoso.example/'],
    [' https://hooks.contoso.example:8443/a?b=c ', 'https://hooks.contoso.example:8443/a?b=c'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['https://user:word@contoso.example/', undefined],
    ['https://contoso.example/#part', undefined],
    ['ftp://contoso.example/', undefined],
    ['contoso.example', undefined],
    [`https://contoso.example/${'a'.repeat(1_000)}`, undefined],
  ])('the address %s is kept as %s', (url, kept) => {
    expect(WebhookDraft.safeParse({ url, events: ['invitation-opened'] }).data?.url).toBe(kept)
  })
})

describe('events', () => {
  it('each stands for one action of the log, and no two for the same', () => {
    expect(new Set(webhookEvents.map(actionOf)).size).toBe(webhookEvents.length)
    for (const event of webhookEvents) expect(auditActions).toContain(actionOf(event))
  })

  it.each([
    ['gdap.approved', 'delegated-admin', 'granular-admin-relationship-approved'],
    ['invitation.accepted', 'invitations', 'invitation-accepted'],
    ['invitation.accepted', 'receipts', undefined],
    ['token.made', 'tokens', undefined],
  ])('%s of %s is %s', (action, noun, expected) => expect(eventOf({ action, noun })).toBe(expected))

  it('a message says what happened to which row by ids alone', () => {
    const happened = {
      event: 'invitation-opened' as const, at: now.toISOString(), organizationId: 'an organisation', action: 'invitation.opened',
      noun: 'invitations', nounId: 'an invitation', customerId: null,
    }
    expect(JSON.parse(messageOf(happened))).toEqual({
      type: 'invitation-opened', timestamp: '2026-03-02T09:00:00.000Z',
      data: {
        organizationId: 'an organisation', action: 'invitation.opened', noun: 'invitations', id: 'an invitation', customerId: null,
      },
    })
  })

  it('a webhook has each event once', () => {
    const secret = 'whsec_c2VjcmV0IG9mIGEgd2ViaG9vaywgMzIgYnl0ZXM='
    const made = newWebhook({ url: https, events: ['invitation-opened', 'invitation-created', 'invitation-opened'] }, {
      id: 'a webhook', actor: actor('customer', 'global_admin'), secret, now,
    })
    expect(made).toMatchObject({ events: ['invitation-created', 'invitation-opened'], lastFour: '0ZXM', version: 1 })
  })
})

describe('after a try', () => {
  const failed = { fault: 'answered' as const, status: 500, response: '' }
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
  const seconds = (iso: string | null) => (iso === null ? null : (Date.parse(iso) - now.getTime()) / 1_000)
  const after = (attempts: number, failingSince: string | null, outcome = failed as Parameters<typeof afterTry>[1], chance = 0) => {
    const { dueAt, ...rest } = afterTry({ attempts, failingSince }, outcome, now, chance)
    return { ...rest, in: seconds(dueAt) }
  }

  it('is tried ten times within three days and a bit, then it is a dead letter', () => {
    const tries = Array.from({ length: mostTries }, (_, index) => after(index + 1, null).in)
    expect(tries).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null])
    expect(after(2, null, failed, 1).in).toBe(360)
    expect(after(mostTries, null)).toEqual({ state: 'dead', in: null, failingSince: now.toISOString(), disabledBecause: null })
  })

  it.each([[1, null, false], [2, null, false], [1, ago(1), false], [2, ago(1), true]] as const)(
    'try %i with the webhook disabled %s is in vain: %s',
    (attempts, disabledAt, expected) => expect(waitsInVain({ attempts, disabledAt })).toBe(expected),
  )

  it.each([
    ['its webhook was disabled', 3, ago(1), { fault: 'disabled', status: null, response: null }, 'dead', ago(1), null],
    ['it arrived', 3, ago(6), { fault: null, status: 204, response: '' }, 'delivered', null, null],
    ['the first that fails', 1, null, failed, 'waiting', now.toISOString(), null],
    ['nothing has arrived for almost five days', 2, ago(4.9), failed, 'waiting', ago(4.9), null],
    ['nothing has arrived for five days', 2, ago(5), failed, 'dead', ago(5), 'failing'],
    ['its receiver is gone', 1, null, { fault: 'gone', status: 410, response: '' }, 'dead', now.toISOString(), 'gone'],
  ] as const)('%s', (_name, attempts, since, outcome, state, failingSince, disabledBecause) => {
    expect(after(attempts, since, outcome)).toMatchObject({ state, failingSince, disabledBecause })
  })
})
