import { type MailCatcher, startMailCatcher } from '../server/node/mail/testing/mail-catcher.ts'
import { test as base } from './fixtures.ts'

/** A portal that sends mail to its own mail server. */
export const test = base.extend<{ mail: MailCatcher }>({
  mail: async ({}, use) => {
    const mail = await startMailCatcher()
    await use(mail)
    await mail.close()
  },
  world: async ({ host, mail }, use) => {
    const world = await host.fresh({ SMTP_URL: `smtp://127.0.0.1:${mail.port}?tls=never`, MAIL_FROM: 'tessera@contoso.example' })
    await use(world)
    await world.close()
  },
})
