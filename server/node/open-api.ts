import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createApp } from '../app/create-app.ts'
import { tellPeople } from '../app/notices/due-notices.ts'
import { writeDueReminders } from '../app/reminders/due-reminders.ts'
import { lookAtDomains } from '../app/organizations/domain-looks.ts'
import { remindOfGdapEnds } from '../app/gdap/mail/reminders.ts'
import { passGdapTime } from '../app/gdap/time.ts'
import { logoForMail } from '../app/organizations/standing.ts'
import { linkOf } from '../app/invitations/links.ts'
import type { HostPorts } from '../app/ports.ts'
import { createStore, type Store } from '../store/store.ts'
import { seedDemo } from '../store/demo/seed-demo.ts'
import { type TableSize, tableSizes } from '../store/sql/table-sizes.ts'
import { uuidV7 } from '../store/sql/uuid-v7.ts'
import { type DataDirLock, lockDataDir } from './database/data-dir-lock.ts'
import type { StoreOptions } from './database/embedded-store.ts'
import { openTables } from './database/open-tables.ts'
import type { Settings } from './env.ts'
import { findTxt } from './find-txt.ts'
import { createLogoRedrawing } from './logos/redraw-logo.ts'
import { type MailWorker, startMailWorker } from './mail/mail-worker.ts'
import type { Metrics } from './upkeep/metrics.ts'
import { addressOf } from './http/request-address.ts'
import type { Api } from './portal.ts'
import { reportFailure } from './report-failure.ts'
import { browserCookie, sessionCookie } from './session/session-cookie.ts'
import { openIdentityProviders } from './sign-in/identity-providers.ts'
import { keptSecret } from './session/session-secret.ts'
import { trustClock } from './upkeep/trusted-clock.ts'
import { type UpkeepJobs, startUpkeep } from './upkeep/upkeep.ts'
import { startWebhookWorker } from './webhooks/webhook-worker.ts'

/** How many relationships one round deletes. */
const cleanedUpAtOnce = 1_000

export type OpenedApi = {
  api: Api
  store: Store
  sizes: () => Promise<TableSize[]>
  isTimeTrusted: () => boolean
  /** Ends background work: mails and jobs. */
  rest(): Promise<void>
  close(): Promise<void>
}

/** Takes the data directory's lock for the embedded store; PostgreSQL serves any number of processes. */
export const lockWhenEmbedded = ({ databaseUrl, dataDir }: Settings, now: () => Date): DataDirLock | undefined =>
  databaseUrl === undefined ? lockDataDir(dataDir, now) : undefined

/** Deletes in short statements until nothing is left, so that others get their turn. */
async function pruneAll(store: Store, now: () => Date): Promise<void> {
  while (!(await store.prune(now().toISOString())).isDone);
}

/** Deletes what is older than each organisation keeps its log, in short transactions. */
async function pruneAudit(store: Store, now: () => Date): Promise<void> {
  while ((await store.audit.prune(now().toISOString())) > 0);
}

type Opening = StoreOptions & {
  lock: DataDirLock | undefined
  publicUrl: string
  log: Logger
  now: () => Date
  onMail?: Metrics['onMail'] | undefined
  onDelivery?: Metrics['onDelivery'] | undefined
}

/** Opens the API over its store: migrates, and seeds the demo when personas may sign in. Closes what it opened on failure. */
export async function openApi(
  settings: Settings,
  { lock, publicUrl, log, now, onQuery, onMail, onDelivery }: Opening,
): Promise<OpenedApi> {
  const opened = await openTables(settings, lock, { onQuery })
  const { db } = opened
  try {
    if (!lock && settings.sessionSecret === undefined)
      log.warn('SESSION_SECRET is not set: links that this process makes are unknown to processes with another DATA_DIR')
    const secret = settings.sessionSecret ?? keptSecret(settings.dataDir)
    const links = { secret, publicUrl }
    if (settings.demo) await seedDemo(db, { now: now(), tokenHashOf: async (invitation) => (await linkOf(links, invitation)).tokenHash })
    const store = createStore(db)
    const clock = await trustClock(db, { now, log, confirmedDay: settings.clockConfirmed })
    const underWay = new Set<Promise<void>>()
    const sending = settings.webhooksPrivate ? 'anywhere' : 'public'
    const ports: HostPorts = {
      store,
      publicUrl,
      secret,
      now,
      isTimeTrusted: () => clock.isTrusted(),
      newId: () => uuidV7(now()),
      turn: () => setImmediate(),
      meanwhile: (work) => {
        underWay.add(work)
        void work.finally(() => underWay.delete(work))
      },
      session: sessionCookie(publicUrl),
      browser: browserCookie(publicUrl),
      addressOf,
      identity: settings.signIn && (await openIdentityProviders(settings.signIn, publicUrl, log)),
      demo: settings.demo,
      isDemoOpen: settings.isOpen,
      sendsMail: settings.mail !== undefined,
      sendsWebhooks: sending,
      findTxt,
      redrawLogo: createLogoRedrawing(),
      reportFailure: (error, requestId) => reportFailure(log, error, requestId),
    }
    const api = createApp(ports)
    const jobs: UpkeepJobs = {
      prune: () => pruneAll(store, now),
      remindCustomers: () => writeDueReminders(ports),
      tellPeople: () => tellPeople(ports),
      passGdapTime: () => passGdapTime(ports),
      remindOfGdapEnds: () => remindOfGdapEnds(ports),
      cleanUpGdap: () => store.gdap.cleanUp(now().toISOString(), cleanedUpAtOnce),
      chainAudit: () => store.audit.chain(now().toISOString()),
      lookAtDomains: () => lookAtDomains(ports),
      pruneAudit: () => pruneAudit(store, now),
    }
    const upkeep = startUpkeep(jobs, { log, mayGoOn: () => clock.look(), embedded: lock && db })
    const mailing: MailWorker | undefined =
      settings.mail &&
      startMailWorker({
        outbox: store.outbox, mail: settings.mail, links, log, now, isAlone: lock !== undefined, onMail, mayGoOn: () => clock.look(),
        logoOf: (organizationId) => logoForMail(store, organizationId),
      })
    const hooks = startWebhookWorker({
      webhooks: store.webhooks, secret, sending, log, now, onDelivery, mayGoOn: () => clock.look(),
    })
    const rest = async () => {
      await Promise.all([mailing?.stop(), hooks.stop(), upkeep.stop(), ...underWay])
    }
    return {
      api: { fetch: (request) => api.fetch(request) },
      store,
      sizes: () => tableSizes(db),
      isTimeTrusted: () => clock.isTrusted(),
      rest,
      async close() {
        await rest()
        await opened.close()
      },
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}
