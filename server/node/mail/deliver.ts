import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailReason } from '../../../domain/mail/states.ts'
import type { MailServer } from './mail-server.ts'
import { saidOf } from './said.ts'

/** The outcome of one attempt. `uncertain`: the message was ended and no response came. */
export type Outcome = { as: 'sent' } | { as: 'refused' | 'put_off' | 'uncertain'; said: string }

/** Milliseconds. RFC 5321 allows ten minutes for the response to a whole message; earlier steps are shorter. */
export type Patience = { connect: number; upToHandOver: number; answer: number }
export const patience: Patience = { connect: 20_000, upToHandOver: 120_000, answer: 600_000 }

export type Delivery = {
  envelope: { from: string; to: string }
  message: Buffer
  /** Awaited before the dot that ends the message, after which the server may have the mail. */
  handingOver: () => Promise<void>
  /** Aborts at any point. */
  signal: AbortSignal
}

type Failure = Error & { code?: string; command?: string; response?: string; responseCode?: number }

class BrokenOff extends Error {}

/** Makes one attempt over a connection of its own. Rethrows what `handingOver` throws; the server then has no message. */
export async function deliver(server: MailServer, { envelope, message, handingOver, signal }: Delivery, wait = patience): Promise<Outcome> {
  const connection = connectionTo(server, envelope.from, wait)
  let marking: Promise<void> | undefined
  let isOver = false
  let wasHandedOver = false
  const guard = guarded(connection, signal)
  async function* content() {
    yield message
    marking = handingOver()
    await marking
    // The connection ended during `handingOver`, so the dot cannot follow.
    if (isOver) throw new BrokenOff()
    wasHandedOver = true
    guard.expectWithin(wait.answer)
  }
  try {
    guard.expectWithin(wait.upToHandOver)
    await guard.first(opened(connection, server))
    await guard.first(
      new Promise<void>((resolve, reject) => {
        connection.send(envelope, Readable.from(content(), { objectMode: false }), (error) => (error ? reject(error) : resolve()))
      }),
    )
    connection.quit()
    // Closes even when the server does not respond to QUIT.
    setTimeout(() => connection.close(), wait.connect).unref()
    return { as: 'sent' }
  } catch (error) {
    isOver = true
    connection.close()
    await marking
    return outcomeOf(error as Failure, wasHandedOver)
  } finally {
    guard.release()
  }
}

function connectionTo({ host, port, tls }: MailServer, sender: string, { connect, answer }: Patience): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    name: sender.slice(sender.lastIndexOf('@') + 1),
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'never',
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: connect,
    greetingTimeout: connect,
    dnsTimeout: connect,
    socketTimeout: answer,
    allowInternalNetworkInterfaces: true,
  })
}

async function opened(connection: SMTPConnection, { login }: MailServer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
  if (!login) return
  if (!connection.allowsAuth) throw Object.assign(new Error('The server offers no way to log in'), { code: 'EAUTH' })
  await new Promise<void>((resolve, reject) => {
    connection.login({ credentials: login }, (error) => (error ? reject(error) : resolve()))
  })
}

/** Rejects when the connection ends, also between two steps. */
function guarded(connection: SMTPConnection, signal: AbortSignal) {
  let timer: NodeJS.Timeout | undefined
  let fail: (reason: Error) => void = () => undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  failed.catch(() => undefined)
  const late = () => fail(Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' }))
  const broken = () => fail(new BrokenOff())
  connection.on('error', fail)
  // The reason for the end comes right after it.
  connection.once('end', () => setImmediate(broken))
  signal.addEventListener('abort', broken, { once: true })
  if (signal.aborted) broken()
  return {
    first: <Result>(work: Promise<Result>): Promise<Result> => Promise.race([failed, work]),
    expectWithin(milliseconds: number) {
      clearTimeout(timer)
      timer = setTimeout(late, milliseconds)
    },
    release() {
      clearTimeout(timer)
      signal.removeEventListener('abort', broken)
    },
  }
}

/** A response to the mail itself decides; a refused sender does not, since the portal's own address can be corrected. */
function outcomeOf(failure: Failure, wasHandedOver: boolean): Outcome {
  const { command, response, responseCode } = failure
  const isAboutTheMail = command === 'RCPT TO' || command === 'DATA'
  if (response !== undefined && responseCode !== undefined && (isAboutTheMail || command === 'MAIL FROM' || wasHandedOver)) {
    const isFinal = isAboutTheMail && responseCode >= 500 && responseCode !== 503
    return { as: isFinal ? 'refused' : 'put_off', said: saidOf(response) }
  }
  const said = reasonOf(failure)
  if (wasHandedOver) return { as: 'uncertain', said: said === 'no_answer' ? said : 'broke_off' }
  return { as: said === 'unsuitable' ? 'refused' : 'put_off', said }
}

function reasonOf({ code, command, message }: Failure): MailReason {
  if (code === 'EAUTH' || command?.startsWith('AUTH')) return 'login_refused'
  if (code === 'ETLS' || command === 'STARTTLS' || /STARTTLS|certificate|SSL|TLS/i.test(message)) return 'not_secure'
  if (code === 'ETIMEDOUT') return 'no_answer'
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'unsuitable'
  return code === 'EDNS' || code === 'ESOCKET' || command === 'CONN' ? 'unreachable' : 'broke_off'
}
