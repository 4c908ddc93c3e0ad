import pino from 'pino'
import { linkMark } from '../../../domain/mail/mail.ts'
import { createStore } from '../../store/store.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import { migrate } from '../../store/migrations/migrate.ts'
import { contoso, openWithCast, scopeFor, sentInvitation, writeOf } from '../../store/testing/cast.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import { openEmbeddedStore } from '../database/embedded-store.ts'
import { startMailWorker } from '../mail/mail-worker.ts'

// A process for mail-kill.test.ts. `prepared` puts one mail into an outbox and ends; another step kills it at that point of sending;
// without one it runs until nothing waits, prints every mail's outcome, and ends.
const [dataDir = '', port = '0', step = ''] = process.argv.slice(2)

const opened = await openEmbeddedStore<Database>({ dataDir })
const { db } = opened
await migrate(db)
const store = createStore(db)
const scope = scopeFor('provider.sales')

async function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}

if (step === 'prepared') {
  await openWithCast({ name: 'PGlite', open: async () => ({ db, store, close: async () => undefined }) })
  const { invitation } = await sentInvitation(store, { at: new Date() })
  const mail = {
    id: uuidV7(new Date()), organizationId: contoso.id, intent: 'the intent', kind: 'invitation', language: 'en', from: 'Contoso',
    invitation: { partnerId: contoso.id, id: invitation.id, linkNumber: 1 }, to: 'somebody@northwind.example', subject: 'Hello',
    text: linkMark, replyTo: null, dueAt: new Date().toISOString(),
  } as const
  await store.invitations.update(scope, invitation, { ...writeOf([]), mails: [mail] })
  await opened.close()
  process.exit(0)
}

const { outbox } = store
const worker = startMailWorker(
  {
    outbox: {
      ...outbox,
      claim: async (...given) => {
        const mail = await outbox.claim(...given)
        if (mail && step === 'claimed') await die()
        return mail
      },
      handingOver: async (...given) => {
        if (step === 'before the mark') await die()
        const mail = await outbox.handingOver(...given)
        if (step === 'after the mark') await die()
        return mail
      },
      sent: async (...given) => {
        if (step === 'answered') await die()
        await outbox.sent(...given)
      },
    },
    mail: { server: { host: '127.0.0.1', port: Number(port), tls: 'never', login: undefined }, from: 'tessera@contoso.example' },
    links: { secret: 'a secret of the tests, 32 bytes and more', publicUrl: 'https://portal.example' },
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    isAlone: true,
  },
  { poll: 20 },
)

const mails = () => db.selectFrom('outbox').select(['state', 'attempts', 'said']).execute()
process.stdout.write('working\n')
const isAtWork = async () => (await mails()).some(({ state }) => state === 'queued' || state === 'sending')
while (await isAtWork()) await new Promise((resolve) => setTimeout(resolve, 30))
await worker.stop()
process.stdout.write(JSON.stringify(await mails()))
process.exit(0)
