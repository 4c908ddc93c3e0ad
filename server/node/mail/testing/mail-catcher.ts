import { buffer } from 'node:stream/consumers'
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A whole message, whatever the response; `to` as people read it, and whether it used SMTPUTF8 (RFC 6531). */
export type Caught = { to: string; raw: string; needsUtf8: boolean }

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/**
 * A local mail server that treats a mail as the address's local part says: `refused`, `deferred` (at RCPT), `refused-after`,
 * `deferred-after` (the message), `quoting` (refuses and quotes the links), `stalling` (never responds to the message), `dropping` (accepts
 * and hangs up), `dropping-early` (hangs up at RCPT), `hung` (never responds to RCPT). Accepts others.
 */
export async function startMailCatcher(options: SMTPServerOptions = {}) {
  const caught: Caught[] = []
  const told: (() => void)[] = []
  const sockets = new Set<Socket>()
  let beforeAnswer = async (_mail: Caught): Promise<void> => undefined
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const what = address.split('@')[0]
      if (what === 'refused') return done(answer(550, '5.1.1 No such mailbox'))
      if (what === 'deferred') return done(answer(451, '4.7.1 Greylisted, come back later'))
      if (what === 'dropping-early') return hangUp()
      if (what !== 'hung') done()
    },
    onData(stream, session, done) {
      void (async () => {
        const raw = (await buffer(stream)).toString('latin1')
        const { mailFrom, rcptTo } = session.envelope
        const needsUtf8 = mailFrom !== false && 'SMTPUTF8' in (mailFrom.args || {})
        const mail = { to: rcptTo[0]?.address ?? '', raw, needsUtf8 }
        caught.push(mail)
        for (const tell of told.splice(0)) tell()
        await beforeAnswer(mail)
        const what = mail.to.split('@')[0]
        if (what === 'stalling') return
        if (what === 'dropping') return hangUp()
        if (what === 'refused-after') return done(answer(550, '5.7.1 Looks like spam\r\nsecond line'))
        if (what === 'deferred-after') return done(answer(451, '4.3.2 Try again'))
        if (what === 'quoting') return done(answer(550, `5.7.1 Bad link ${/https:\S+/.exec(decoded(raw))?.[0]}`))
        done()
      })().catch(() => undefined)
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    server: { host: '127.0.0.1', port, tls: 'never' as const, login: undefined },
    caught,
    connections: () => sockets.size,
    hangUp,
    /** Awaited between a message and its response. */
    onMessage(work: (mail: Caught) => Promise<void>) {
      beforeAnswer = work
    },
    nextMessage: () => new Promise<void>((resolve) => told.push(resolve)),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
export type MailCatcher = Awaited<ReturnType<typeof startMailCatcher>>

/** Decodes quoted-printable as far as links need it. */
export const decoded = (raw: string): string => raw.replaceAll(/=\r\n/g, '').replaceAll('=3D', '=')
