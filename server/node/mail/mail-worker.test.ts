import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { withdrawInvitation } from '../../../domain/invitations/transitions.ts'
import { linkMark, type NewMail } from '../../../domain/mail/mail.ts'
import { linkOf } from '../../app/invitations/links.ts'
import { contoso, litware, openWithCast, scopeFor, sentInvitation, writeOf } from '../../store/testing/cast.ts'
import { engines, type OpenedStore } from '../../store/testing/test-engines.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import { createMetrics } from '../upkeep/metrics.ts'
import { startMailWorker } from './mail-worker.ts'
import { decoded, type MailCatcher, startMailCatcher } from './testing/mail-catcher.ts'

const scope = scopeFor('provider.sales')
const links = { secret: 'a secret of the tests, 32 bytes and more', publicUrl: 'https://portal.example' }
const login = { user: 'tessera', pass: 'hunter2-hunter2' }
const patience = { connect: 60_000, upToHandOver: 60_000, answer: 60_000 }
const pace = { poll: 20, lease: 3_000, grace: 300, patience }
// On a busy machine a mail takes seconds.
vi.setConfig({ testTimeout: 120_000 })

describe.each(engines)('what is in the outbox of $name', (engine) => {
  let opened: OpenedStore
  let catcher: MailCatcher
  let invitation: InvitationRecord
  let logged: string
  let workers: ReturnType<typeof startMailWorker>[] = []
  let elapsed = 0
  const start = Date.now()
  const now = () => new Date(Date.now() + elapsed)
  beforeEach(async () => {
    elapsed = 0
    logged = ''
    workers = []
    opened = await openWithCast(engine)
    catcher = await startMailCatcher()
    invitation = (await sentInvitation(opened.store, { via: litware, at: new Date(start) })).invitation
  })
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()))
    await catcher.close()
    await opened.close()
  })

  const log = pino({ level: 'trace' }, { write: (line: string) => { logged += line } })
  const metrics = createMetrics()
  const work = (changes: Partial<Parameters<typeof startMailWorker>[0]> = {}, upToHandOver = patience.upToHandOver) => {
    const mail = { server: catcher.server, from: 'tessera@contoso.example' }
    const worker = startMailWorker({ outbox: opened.store.outbox, mail, links, log, now, onMail: metrics.onMail, ...changes }, {
      ...pace, patience: { ...patience, upToHandOver },
    })
    workers.push(worker)
    return worker
  }
  const aMail = (name: string, changes: Partial<NewMail> = {}): NewMail => ({
    id: uuidV7(new Date()), organizationId: contoso.id, intent: crypto.randomUUID(), kind: 'invitation',
    invitation: { partnerId: contoso.id, id: invitation.id, linkNumber: invitation.linkNumber },
    to: `${name}@northwind.example`, language: 'de', subject: 'Contoso bittet', text: `Guten Tag,\n\n${linkMark}\n`, from: 'Contoso',
    replyTo: 'seller@contoso.example', dueAt: new Date(start).toISOString(), ...changes,
  })
  const queue = async (...mails: NewMail[]) => {
    invitation = await opened.store.invitations.update(scope, invitation, { ...writeOf([]), mails })
  }
  const shown = () => opened.store.outbox.ofInvitation(scope, invitation.id)
  const stateOf = async (name: string) => (await shown()).find(({ to }) => to.startsWith(`${name}@`))
  const becomes = (name: string, expected: object) =>
    vi.waitFor(async () => expect(await stateOf(name)).toMatchObject(expected), { timeout: 60_000, interval: 30 })
  const count = (name: string) => catcher.caught.filter(({ to }) => to.startsWith(`${name}@`)).length

  it('leaves with its link, which is in neither the store nor the log', async () => {
    const { link } = await linkOf(links, invitation)
    const token = link.slice(-43)
    await queue(aMail('somebody'))
    work()
    await becomes('somebody', { state: 'sent', response: null, attempts: 1 })
    expect(decoded(catcher.caught[0]?.raw ?? '').split(link)).toHaveLength(5)
    expect(JSON.stringify(await opened.db.selectFrom('outbox').selectAll().execute())).not.toContain(token)
    expect(logged).toContain('"outcome":"sent"')
    for (const secret of [token, 'northwind.example', 'Guten Tag']) expect(logged).not.toContain(secret)
    expect(await metrics.text()).toContain('mail_attempts_total{outcome="sent"}')
  })

  it('leaves to a domain beyond ASCII in the form that every mail server takes', async () => {
    await queue(aMail('somebody', { to: 'a&b@пример.рф' }))
    work()
    await becomes('a&b', { state: 'sent' })
    expect(catcher.caught).toMatchObject([{ to: 'a&b@пример.рф', needsUtf8: false }])
    expect(catcher.caught[0]?.raw).toContain('To: a&b@xn--e1afmkfd.xn--p1ai\r\n')
  })

  it.each([
    ['refused', { state: 'refused', response: '550 5.1.1 No such mailbox', attempts: 1 }],
    ['refused-after', { state: 'refused', response: expect.stringContaining('5.7.1 Looks like spam'), attempts: 1 }],
    ['quoting', { state: 'refused', response: expect.stringContaining('https://portal.example/accept/…'), attempts: 1 }],
    ['deferred', { state: 'queued', response: '451 4.7.1 Greylisted, come back later', attempts: 1 }],
    ['deferred-after', { state: 'queued', response: '451 4.3.2 Try again', attempts: 1 }],
    ['dropping', { state: 'uncertain', response: 'broke_off', attempts: 1 }],
    ['dropping-early', { state: 'queued', response: 'unreachable', attempts: 1 }],
    ['hung', { state: 'queued', response: 'no_answer', attempts: 1 }],
  ])('is known by how it went: %s', async (name, expected) => {
    await queue(aMail(name))
    work({}, name === 'hung' ? 1_000 : undefined)
    await becomes(name, expected)
    expect(JSON.stringify(await opened.db.selectFrom('outbox').selectAll().execute())).not.toContain((await linkOf(links, invitation)).link)
  })

  it('is tried again a minute later, then two, and given up after twelve attempts', async () => {
    await queue(aMail('deferred'))
    work()
    await becomes('deferred', { state: 'queued', attempts: 1 })
    const due = Date.parse((await stateOf('deferred'))?.at ?? '') - now().getTime()
    expect([due > 50_000, due <= 60_000]).toEqual([true, true])
    for (let attempts = 2; attempts <= 12; attempts += 1) {
      elapsed += 7 * 60 * 60_000
      await becomes('deferred', { attempts, state: attempts < 12 ? 'queued' : 'refused' })
    }
    await becomes('deferred', { state: 'refused', response: '451 4.7.1 Greylisted, come back later', attempts: 12 })
  })

  it('does not leave once its invitation can no longer be answered', async () => {
    invitation = await opened.store.invitations.update(scope, withdrawInvitation(invitation, new Date()), writeOf([]))
    await queue(aMail('late'), aMail('note', { kind: 'note', text: 'Withdrawn.' }))
    work()
    await becomes('late', { state: 'refused', response: 'no_longer_open' })
    await becomes('note', { state: 'sent' })
    expect(count('late')).toBe(0)
  })

  it('does not leave with a link that was replaced', async () => {
    await queue(aMail('late', { invitation: { partnerId: contoso.id, id: invitation.id, linkNumber: 0 } }))
    work()
    await becomes('late', { state: 'refused', response: 'link_replaced' })
    expect(catcher.caught).toEqual([])
  })

  it('waits for the mail server to come back, without a word of the password', async () => {
    await catcher.close()
    await queue(aMail('patient'))
    const first = work({ mail: { server: { ...catcher.server, login }, from: 'tessera@contoso.example' } })
    await becomes('patient', { state: 'queued', response: 'unreachable' })
    await first.stop()
    catcher = await startMailCatcher()
    elapsed += 61_000
    work()
    await becomes('patient', { state: 'sent', attempts: 2 })
    expect(logged).not.toContain(login.pass)
  })

  it('a server that repeats the password brings it neither into the log nor into the store', async () => {
    await catcher.close()
    catcher = await startMailCatcher({
      disabledCommands: ['STARTTLS'], allowInsecureAuth: true, onAuth: ({ password }, _session, done) => done(new Error(`No ${password}`)),
    })
    await queue(aMail('somebody'))
    work({ mail: { server: { ...catcher.server, login }, from: 'tessera@contoso.example' } })
    await becomes('somebody', { state: 'queued', response: 'login_refused' })
    await vi.waitFor(() => expect(logged).toContain('login_refused'))
    const kept = JSON.stringify(await opened.db.selectFrom('outbox').selectAll().execute())
    for (const secret of [login.pass, Buffer.from(`\0${login.user}\0${login.pass}`).toString('base64')])
      expect(`${logged}${kept}`).not.toContain(secret)
  })

  it('leaves once, however many workers there are', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `n${n}`)
    await queue(...names.map((name) => aMail(name)))
    for (let n = 0; n < 3; n += 1) work()
    for (const name of names) await becomes(name, { state: 'sent' })
    expect(catcher.caught.map(({ to }) => to).toSorted()).toEqual(names.map((name) => `${name}@northwind.example`).toSorted())
  })

  it('leaves once also when a worker was held up for so long that its lease ended', async () => {
    await queue(aMail('slow'))
    const claims: (() => void)[] = []
    const { outbox } = opened.store
    const heldUp = {
      ...outbox,
      renew: () => Promise.reject(new Error('held up')),
      handingOver: async (...given: Parameters<typeof outbox.handingOver>) => {
        if (claims.length === 0) await new Promise<void>((resolve) => claims.push(resolve))
        return outbox.handingOver(...given)
      },
    }
    work({ outbox: heldUp })
    await vi.waitFor(() => expect(claims).toHaveLength(1), { timeout: 60_000 })
    elapsed += 10_000
    work()
    await becomes('slow', { state: 'sent' })
    claims[0]?.()
    await vi.waitFor(() => expect(logged).toContain('mail went to another process'), { timeout: 60_000 })
    expect(await stateOf('slow')).toMatchObject({ state: 'sent', attempts: 2 })
    expect(count('slow')).toBe(1)
  })

  it('a mail at hand is finished before the worker stops, and no other is begun', async () => {
    await queue(aMail('hand'), aMail('rest', { dueAt: new Date(Date.now() + 60_000).toISOString() }))
    let release = (): void => undefined
    const answered = new Promise<void>((resolve) => { release = resolve })
    catcher.onMessage(() => answered)
    const worker = work()
    await catcher.nextMessage()
    const stopped = worker.stop()
    elapsed += 120_000
    setTimeout(release, 100)
    await stopped
    expect([await stateOf('hand'), await stateOf('rest')]).toMatchObject([{ state: 'sent' }, { state: 'queued' }])
    expect(count('rest')).toBe(0)
  })

  it('does not wait for ever: a server that does not answer leaves the mail uncertain, and it is not sent again', async () => {
    await queue(aMail('stalling'))
    const worker = work()
    await catcher.nextMessage()
    await worker.stop()
    expect(await stateOf('stalling')).toMatchObject({ state: 'uncertain', response: 'broke_off' })
    elapsed += 24 * 60 * 60_000
    await queue(aMail('another'))
    work()
    await becomes('another', { state: 'sent' })
    expect(count('stalling')).toBe(1)
  })

  it('an answer is not forgotten because the store was away when it came', async () => {
    await queue(aMail('somebody'))
    let failures = 3
    const { outbox } = opened.store
    const sent: typeof outbox.sent = (...given) => (failures-- > 0 ? Promise.reject(new Error('away')) : outbox.sent(...given))
    work({ outbox: { ...outbox, sent } })
    await becomes('somebody', { state: 'sent', attempts: 1 })
    expect(count('somebody')).toBe(1)
  })

  it('a store that fails stops nothing for good', async () => {
    await queue(aMail('somebody'))
    let failures = 3
    const { outbox } = opened.store
    const claim: typeof outbox.claim = (...given) => (failures-- > 0 ? Promise.reject(new Error('down')) : outbox.claim(...given))
    work({ outbox: { ...outbox, claim } })
    await becomes('somebody', { state: 'sent' })
    expect(logged).toContain('the outbox could not be worked on')
  })
})
