import { decoded, type MailCatcher, startMailCatcher } from '../server/node/mail/testing/mail-catcher.ts'
import { expect, test as base } from './fixtures.ts'
import { invite } from './steps.ts'

/** A portal whose mail leaves, to a mail server of its own. */
const test = base.extend<{ mail: MailCatcher }>({
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

const journey = 'a provider mails an invitation, sees what became of it, and the customer follows its link'
test(journey, async ({ page, mail, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.sales')
  const card = page.getByRole('region', { name: say('mail-states.title'), exact: true })
  const send = async (email: string) => {
    const { id, link } = await invite(page, { customer: { companyName: 'Northwind Traders', email } })
    await page.goto(`/invitations/${id}`)
    await expect(card).toContainText(say('mail-states.none'))
    await expect(page.getByText(say('invitations.send.mail.hint', { email }))).toBeVisible()
    await page.getByRole('button', { name: say('invitations.send.mail'), exact: true }).click()
    await expect(page.getByText(say('invitations.send.mail.done'))).toBeVisible()
    await expect(card.getByRole('listitem')).toContainText(email)
    return link
  }

  await test.step('it is sent with one press, and the open page says so by itself', async () => {
    const link = await send('somebody@northwind.example')
    await expect(card.getByRole('listitem')).toContainText(say('mail-states.sent'))
    await expectAccessible(page)
    // Beside what the portal tells its own people of the scene.
    const mails = mail.caught.filter(({ to }) => to === 'somebody@northwind.example')
    expect(mails).toHaveLength(1)
    const carried = /https?:\S+\/accept\/[\w-]{43}/.exec(decoded(mails[0]?.raw ?? ''))?.[0]
    expect(carried).toBe(link)
    const customer = await visitor('phone')
    await customer.goto(link)
    await expect(customer.getByRole('heading', { level: 1 })).toContainText('Contoso Distribution')
  })

  await test.step('a mail that was refused says what the mail server answered', async () => {
    await send('refused@northwind.example')
    const row = card.getByRole('listitem')
    await expect(row).toContainText(say('mail-states.refused'))
    await expect(row).toContainText(say('mail-states.server_said', { answer: '550 5.1.1 No such mailbox' }))
  })

  await test.step('one in doubt is explained, and is not sent again', async () => {
    await send('dropping@northwind.example')
    const row = card.getByRole('listitem')
    await expect(row).toContainText(say('mail-states.uncertain'))
    await expect(row).toContainText(say('mail-states.uncertain.hint'))
    await page.reload()
    await expect(row).toContainText(say('mail-states.uncertain.hint'))
    await expectAccessible(page)
    expect(mail.caught.filter(({ to }) => to.startsWith('dropping'))).toHaveLength(1)
  })
})
