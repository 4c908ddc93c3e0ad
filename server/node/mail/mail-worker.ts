import type { Logger } from 'pino'
import { nextTry, reasonToKeep } from '../../../domain/mail/sending.ts'
import { kindsWithLogo, mailReasons } from '../../../domain/mail/states.ts'
import { asciiAddress } from '../../../domain/words-of-others/ascii-domain.ts'
import { leavingMail } from '../../app/mail/leaving-mail.ts'
import type { MailLogo } from '../../app/organizations/standing.ts'
import type { HeldMail, HeldMails } from '../../store/mail/held-mails.ts'
import { StaleWrite } from '../../store/errors.ts'
import { deliver, type Outcome, patience } from './deliver.ts'
import type { MailSettings } from './mail-server.ts'
import { mimeOf } from './mime.ts'

type Works = {
  outbox: HeldMails
  mail: MailSettings
  links: { secret: string; publicUrl: string }
  log: Logger
  now: () => Date
  /** The logo that an organisation's mails carry. */
  logoOf?: ((organizationId: string) => Promise<MailLogo | undefined>) | undefined
  /** True when no other process uses the store, so that held mails belong to a dead one. */
  isAlone?: boolean | undefined
  onMail?: ((outcome: Outcome['as']) => void) | undefined
  /** Checked before each mail, since leases and ages depend on the clock, which may be wrong. */
  mayGoOn?: (() => Promise<boolean>) | undefined
}

/** Milliseconds. A lease is renewed while its mail is worked on, so it only has to outlive a stalled process. */
const usual = { poll: 2_000, lease: 60_000, grace: 4_000, patience }

/** The number of mails sent at once; a slow server delays one of them. */
const concurrency = 3

/**
 * Sends the outbox's mails, beside other processes. Records each attempt before its message is ended, so that no mail is ended twice: one
 * lost before is retried, one lost after is uncertain.
 */
export function startMailWorker(works: Works, pace: Partial<typeof usual> = {}) {
  const { outbox, mail: { server, from }, links, log, now, logoOf, isAlone = false, onMail, mayGoOn } = works
  const { poll, lease, grace, patience: wait } = { ...usual, ...pace }
  const stopping = new AbortController()
  const breakingOff = new AbortController()
  const leaseEnd = () => new Date(now().getTime() + lease).toISOString()
  const isoNow = () => now().toISOString()

  const begun = isAlone ? outbox.endLeases(isoNow()).catch(failed) : Promise.resolve()
  const running = Array.from({ length: concurrency }, (_, worker) => work(worker))
  return {
    /** Takes no further mail and finishes those in work; after a while aborts and records what is known of each. */
    async stop(): Promise<void> {
      stopping.abort()
      const timer = setTimeout(() => breakingOff.abort(), grace)
      await Promise.all(running)
      clearTimeout(timer)
    },
  }

  async function work(worker: number): Promise<void> {
    await begun
    while (!stopping.signal.aborted) {
      const isBusy = await next(worker).catch(failed)
      if (!isBusy) await pause(poll)
    }
  }

  function failed(error: unknown): false {
    log.error({ failure: error instanceof Error ? error.name : 'unknown' }, 'the outbox could not be worked on')
    return false
  }

  async function next(worker: number): Promise<boolean> {
    if (mayGoOn && !(await mayGoOn())) return false
    if (worker === 0) await outbox.settleLost(isoNow())
    if (stopping.signal.aborted) return false
    const mail = await outbox.claim(isoNow(), leaseEnd())
    if (!mail) return false
    const reason = reasonToKeep(mail, mail, now())
    try {
      if (reason !== undefined) await settle(mail, { as: 'refused', said: reason })
      else await attempt(mail)
    } catch (error) {
      if (!(error instanceof StaleWrite)) throw error
      log.warn({ mail: mail.id }, 'mail went to another process')
    }
    return true
  }

  async function attempt(claimed: HeldMail): Promise<void> {
    let mail = claimed
    const renewing = setInterval(() => void outbox.renew(mail, leaseEnd()).catch(() => undefined), lease / 3)
    try {
      const logo = kindsWithLogo.includes(mail.kind) ? await logoOf?.(mail.organizationId) : undefined
      const leaving = await leavingMail(links, mail, logo)
      const outcome = await deliver(
        server,
        {
          envelope: { from: asciiAddress(from), to: asciiAddress(mail.to) },
          message: await mimeOf(leaving, asciiAddress(from), now()),
          handingOver: async () => {
            mail = await outbox.handingOver(mail, isoNow())
          },
          signal: breakingOff.signal,
        },
        wait,
      )
      await settle(mail, outcome)
    } finally {
      clearInterval(renewing)
    }
  }

  async function settle(mail: HeldMail, outcome: Outcome): Promise<void> {
    const at = isoNow()
    const again = nextTry(mail.attempts, now())?.toISOString()
    await insistently(() => {
      if (outcome.as === 'sent') return outbox.sent(mail, at)
      if (outcome.as === 'uncertain') return outbox.uncertain(mail, outcome.said, at)
      if (outcome.as === 'put_off' && again !== undefined) return outbox.putOff(mail, outcome.said, again, at)
      return outbox.refused(mail, outcome.said, at)
    })
    onMail?.(outcome.as)
    const said = 'said' in outcome ? inBrief(outcome.said) : undefined
    log.info({ mail: mail.id, outcome: outcome.as, attempts: mail.attempts, said }, 'mail')
  }

  /** A mail's outcome is worth several attempts to record it. */
  async function insistently(write: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await write()
      } catch (error) {
        if (error instanceof StaleWrite || tries === 5) throw error
        failed(error)
        await pause(poll)
      }
    }
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds)
      stopping.signal.addEventListener('abort', done, { once: true })
      if (stopping.signal.aborted) done()
      function done() {
        clearTimeout(timer)
        stopping.signal.removeEventListener('abort', done)
        resolve()
      }
    })
  }
}
export type MailWorker = ReturnType<typeof startMailWorker>

/** Logs hold no address: a reason, or a response's code. */
const inBrief = (said: string): string => mailReasons.find((reason) => reason === said) ?? said.slice(0, 3)
