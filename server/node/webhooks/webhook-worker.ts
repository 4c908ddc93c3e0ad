import type { Logger } from 'pino'
import { Webhook } from 'standardwebhooks'
import type { Sending } from '../../../domain/webhooks/schemas.ts'
import { afterTry, lastFourOf, type TryOutcome, waitsInVain } from '../../../domain/webhooks/webhook.ts'
import { recordOf } from '../../app/audit/record.ts'
import { webhookSecretOf } from '../../app/secrets.ts'
import { StaleWrite } from '../../store/errors.ts'
import type { Store } from '../../store/store.ts'
import type { HeldDelivery } from '../../store/webhooks/held-deliveries.ts'
import type { Resolve } from './checked-address.ts'
import { patience, post } from './post.ts'

type Works = {
  webhooks: Pick<Store['webhooks'], 'claim' | 'settle'>
  secret: string
  sending: Exclude<Sending, 'none'>
  log: Logger
  now: () => Date
  onDelivery?: ((outcome: Outcome) => void) | undefined
  /** Checked before each delivery, since leases depend on the clock, which may be wrong. */
  mayGoOn?: (() => Promise<boolean>) | undefined
  resolve?: Resolve | undefined
}

type Outcome = 'delivered' | 'put_off' | 'dead'

/**
 * Milliseconds. A lease outlives the longest try. A webhook that does not answer is left alone for `rest` at least, and one that is not
 * `quick`, whatever it answers, for as long as the try took.
 */
const usual = { poll: 2_000, lease: 60_000, rest: 10_000, quick: 1_000, patience }

/** Deliveries of this process at once, one to a webhook; a claim bounds those of an organisation. */
const mostAtOnce = 10

/**
 * Sends deliveries, beside other processes: each at least once, since one whose process dies is tried again when its lease ends. The
 * receiver knows it by its `webhook-id`.
 */
export function startWebhookWorker(works: Works, pace: Partial<typeof usual> = {}) {
  const { webhooks, secret, sending, log, now, onDelivery, mayGoOn, resolve } = works
  const { poll, lease, rest, quick, patience: wait } = { ...usual, ...pace }
  const stopping = new AbortController()
  const atWork = new Map<string, Promise<void>>()
  const resting = new Map<string, number>()
  /** Organisations that had their turn in this round. */
  const served = new Set<string>()
  let wake: () => void = () => undefined
  const isoNow = () => now().toISOString()

  const running = watch()
  return {
    /** Takes no further delivery and breaks off those under way, which are tried again. */
    async stop(): Promise<void> {
      stopping.abort()
      wake()
      await running
      await Promise.all(atWork.values())
    },
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const isBusy = atWork.size < mostAtOnce && (await next().catch(failed))
      if (!isBusy) await pause(poll)
    }
  }

  function failed(error: unknown): false {
    log.error({ failure: error instanceof Error ? error.name : 'unknown' }, 'webhooks could not be worked on')
    return false
  }

  async function next(): Promise<boolean> {
    if (mayGoOn && !(await mayGoOn())) return false
    const passed = performance.now()
    for (const [webhook, until] of resting) if (until <= passed) resting.delete(webhook)
    const turn = { busy: [...atWork.keys(), ...resting.keys()], served: [...served] }
    const held = await webhooks.claim(isoNow(), new Date(now().getTime() + lease).toISOString(), turn)
    if (!held) return false
    const { organizationId, webhookId } = held
    // All others that could be served were.
    if (served.has(organizationId)) served.clear()
    served.add(organizationId)
    atWork.set(webhookId, attempt(held).catch((error: unknown) => void failed(error)).finally(() => {
      atWork.delete(webhookId)
      wake()
    }))
    return true
  }

  async function attempt(held: HeldDelivery): Promise<void> {
    const began = performance.now()
    const outcome = await tried(held)
    const took = performance.now() - began
    // It was not the receiver who broke it off: the lease ends, and another try begins.
    if (stopping.signal.aborted && outcome.fault === 'broke_off') return
    const idle = Math.max(outcome.status === null ? rest : 0, took > quick ? took : 0)
    if (idle > 0) resting.set(held.webhookId, performance.now() + idle)
    const at = now()
    const after = afterTry(held, outcome, at, Math.random())
    try {
      await webhooks.settle(held, outcome, after, disabling(held, at), at.toISOString())
    } catch (error) {
      if (!(error instanceof StaleWrite)) throw error
      log.warn({ delivery: held.id }, 'delivery went to another process')
      return
    }
    const became = after.state === 'waiting' ? 'put_off' : after.state
    onDelivery?.(became)
    const { attempts, id, webhookId: webhook } = held
    log.info({ delivery: id, webhook, outcome: became, attempts, fault: outcome.fault, status: outcome.status }, 'webhook')
  }

  async function tried({ organizationId, webhookId, id, url, request, lastFour, ...held }: HeldDelivery): Promise<TryOutcome> {
    const without = { status: null, response: null }
    if (waitsInVain(held)) return { ...without, fault: 'disabled' }
    const signing = await webhookSecretOf(secret, { organizationId, webhookId })
    if (lastFourOf(signing) !== lastFour) return { ...without, fault: 'secret_lost' }
    const at = now()
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Tessera',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(signing).sign(id, at, request),
    }
    return post({ url, headers, body: request, isAnywhere: sending === 'anywhere', signal: stopping.signal }, wait, resolve)
  }

  /** Resolves early when a delivery has ended or the worker stops. */
  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve_) => {
      const timer = setTimeout(done, milliseconds)
      wake = done
      if (stopping.signal.aborted) done()
      function done() {
        clearTimeout(timer)
        resolve_()
      }
    })
  }
}

const disabling = ({ organizationId, webhookId, url }: HeldDelivery, at: Date) =>
  recordOf('worker', [{
    at: at.toISOString(), action: 'webhook.disabled', noun: 'webhooks', nounId: webhookId, organizationIds: [organizationId],
    details: { host: new URL(url).host },
  }]).audit[0]

