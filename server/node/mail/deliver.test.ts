import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, it } from 'vitest'
import { deliver, type Delivery } from './deliver.ts'
import type { MailServer } from './mail-server.ts'
import { type MailCatcher, startMailCatcher } from './testing/mail-catcher.ts'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})
const catcher = async (options: Parameters<typeof startMailCatcher>[0] = {}): Promise<MailCatcher> => {
  const started = await startMailCatcher(options)
  open.push(started)
  return started
}

const marks: string[] = []
const quick = { connect: 500, upToHandOver: 700, answer: 700 }
const attempt = (server: MailServer, to: string, changes: Partial<Delivery> = {}) => {
  marks.splice(0)
  return deliver(
    server,
    {
      envelope: { from: 'tessera@contoso.example', to: `${to}@northwind.example` },
      message: Buffer.from('Subject: Hello\r\n\r\n.\r\nThe text\r\n..\r\n'),
      handingOver: async () => void marks.push('handed over'),
      signal: new AbortController().signal,
      ...changes,
    },
    quick,
  )
}

it('hands a message over once, dots and all', async () => {
  const { server, caught } = await catcher()
  expect(await attempt(server, 'somebody')).toEqual({ as: 'sent' })
  expect(caught).toEqual([{ to: 'somebody@northwind.example', raw: 'Subject: Hello\r\n\r\n.\r\nThe text\r\n..\r\n', needsUtf8: false }])
  expect(marks).toEqual(['handed over'])
})

it('is not ended before the point of no return is written down', async () => {
  const { server, caught } = await catcher()
  let release = (): void => undefined
  const isWritten = new Promise<void>((resolve) => { release = resolve })
  let isAsked = (): void => undefined
  const asked = new Promise<void>((resolve) => { isAsked = resolve })
  const attempted = attempt(server, 'somebody', {
    handingOver: async () => {
      isAsked()
      await isWritten
    },
  })
  await asked
  expect(caught).toEqual([])
  release()
  expect(await attempted).toEqual({ as: 'sent' })
  expect(caught).toHaveLength(1)
})

it('is never ended when that cannot be written down', async () => {
  const { server, caught } = await catcher()
  const failed = attempt(server, 'somebody', { handingOver: () => Promise.reject(new Error('the store is gone')) })
  await expect(failed).rejects.toThrow('the store is gone')
  expect(await attempt(server, 'another')).toEqual({ as: 'sent' })
  expect(caught.map(({ to }) => to)).toEqual(['another@northwind.example'])
})

it.each([
  ['refused', { as: 'refused', said: '550 5.1.1 No such mailbox' }, 0, []],
  ['deferred', { as: 'put_off', said: '451 4.7.1 Greylisted, come back later' }, 0, []],
  ['dropping-early', { as: 'put_off', said: 'unreachable' }, 0, []],
  ['hung', { as: 'put_off', said: 'no_answer' }, 0, []],
  ['refused-after', { as: 'refused', said: expect.stringMatching(/^550.5\.7\.1 Looks like spam/) }, 1, ['handed over']],
  ['deferred-after', { as: 'put_off', said: '451 4.3.2 Try again' }, 1, ['handed over']],
  ['stalling', { as: 'uncertain', said: 'no_answer' }, 1, ['handed over']],
  ['dropping', { as: 'uncertain', said: 'broke_off' }, 1, ['handed over']],
])('tells what became of a mail that the server finds %s', async (to, outcome, messages, marked) => {
  const { server, caught } = await catcher()
  expect(await attempt(server, to)).toEqual(outcome)
  expect(caught).toHaveLength(messages)
  expect(marks).toEqual(marked)
})

it('an answer of two lines is kept as one', async () => {
  const { server } = await catcher()
  const outcome = await attempt(server, 'refused-after')
  expect(JSON.stringify(outcome)).not.toMatch(/\\[rn]/)
})

it.each(['before', 'after'])('says what is known when it is broken off %s the point of no return', async (when) => {
  const started = await catcher()
  const stop = new AbortController()
  started.onMessage(async () => stop.abort())
  if (when === 'before') setTimeout(() => stop.abort(), 100)
  const to = when === 'before' ? 'hung' : 'stalling'
  const expected = when === 'before' ? { as: 'put_off', said: 'broke_off' } : { as: 'uncertain', said: 'broke_off' }
  expect(await attempt(started.server, to, { signal: stop.signal })).toEqual(expected)
})

it('is not begun once it is broken off', async () => {
  const { server, caught } = await catcher()
  expect(await attempt(server, 'somebody', { signal: AbortSignal.abort() })).toEqual({ as: 'put_off', said: 'broke_off' })
  expect(caught).toEqual([])
})

/** A server that greets with this and nothing more. */
async function saying(greeting: string | undefined): Promise<MailServer> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (greeting !== undefined) socket.write(greeting)
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  open.push(server)
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, tls: 'never', login: undefined }
}

it.each([
  ['says nothing', undefined, 'no_answer'],
  ['is no mail server', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'unreachable'],
  ['is closed', '554 Closed\r\n', 'unreachable'],
  ['is busy', '421 Too many connections\r\n', 'unreachable'],
])('is put off when the server %s', async (_what, greeting, said) => {
  expect(await attempt(await saying(greeting), 'somebody')).toEqual({ as: 'put_off', said })
})

it('is put off when there is no server', async () => {
  const { server, close } = await startMailCatcher()
  await close()
  expect(await attempt(server, 'somebody')).toEqual({ as: 'put_off', said: 'unreachable' })
})

const login = { user: 'tessera', pass: 'hunter2-hunter2' }
const authenticated = (accepts: boolean): SMTPServerOptions => ({
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, done) =>
    accepts && username === login.user && password === login.pass ? done(null, { user: 'tessera' }) : done(new Error(`No ${password}`)),
})

it('logs in where it was told to', async () => {
  const { server, caught } = await catcher(authenticated(true))
  expect(await attempt({ ...server, login }, 'somebody')).toEqual({ as: 'sent' })
  expect(caught).toHaveLength(1)
})

it.each([
  ['the server refuses it', authenticated(false)],
  ['the server knows no login', {}],
])('is put off when it is to log in and %s, and the password is in nothing that is kept', async (_what, options) => {
  const { server, caught } = await catcher(options)
  expect(await attempt({ ...server, login }, 'somebody')).toEqual({ as: 'put_off', said: 'login_refused' })
  expect(caught).toEqual([])
})

it.each([
  ['STARTTLS is required and not offered', 'required', { disabledCommands: ['AUTH', 'STARTTLS'] }],
  ['the certificate is nobody’s', 'required', { disabledCommands: ['AUTH'] }],
  ['the certificate of what is offered is nobody’s', 'offered', { disabledCommands: ['AUTH'] }],
  ['the certificate is nobody’s from the first byte', 'implicit', { secure: true, disabledCommands: ['AUTH'] }],
] satisfies [string, MailServer['tls'], object][])('is put off when %s', async (_what, tls, options) => {
  const { server, caught } = await catcher(options)
  expect(await attempt({ ...server, tls }, 'somebody')).toEqual({ as: 'put_off', said: 'not_secure' })
  expect(caught).toEqual([])
})

it.each(['a@b.example>\r\nRCPT TO:<c@d.example', 'a@b.example\nc@d.example'])('a second address cannot be slipped in: %j', async (to) => {
  const { server, caught } = await catcher()
  const outcome = await attempt(server, 'x', { envelope: { from: 'tessera@contoso.example', to } })
  expect(outcome).toEqual({ as: 'refused', said: 'unsuitable' })
  expect(caught).toEqual([])
})
