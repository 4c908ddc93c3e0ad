import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { expect, test as base } from '../fixtures.ts'
import { heading, invite } from '../steps.ts'

type Receiver = { url: string; heard: { headers: IncomingHttpHeaders; body: string }[]; answer: { status: number; text: string } }

const test = base.extend<{ receiver: Receiver }>({
  receiver: async ({}, use) => {
    const receiver: Receiver = { url: '', heard: [], answer: { status: 200, text: 'Thanks' } }
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (part) => { body += String(part) }).on('end', () => {
        receiver.heard.push({ headers: request.headers, body })
        response.writeHead(receiver.answer.status).end(receiver.answer.text)
      })
    })
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
    receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
    await use(receiver)
    server.closeAllConnections()
    server.close()
  },
  world: async ({ host }, use) => {
    const world = await host.fresh({ WEBHOOKS_PRIVATE: '1' })
    await use(world)
    await world.close()
  },
})

const journey = 'an Admin agent adds a webhook, tests it, and reads what was sent and answered'
test(journey, { tag: '@every-host' }, async ({ page, world, receiver, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin', '/organization/webhooks')
  await expect(heading(page, say('webhooks.title'))).toBeVisible()
  // A page sends nothing.
  const isSent = !world.tabsArePeople
  const url = isSent ? receiver.url : 'https://hooks.contoso.example/in'

  const secret = await test.step('the form says what is missing, then shows the secret once', async () => {
    await page.getByRole('button', { name: say('webhooks.add') }).click()
    await expect(page.getByText(say('webhooks.url.missing'))).toBeVisible()
    await expect(page.getByText(say('webhooks.events.missing'))).toBeVisible()
    await page.getByRole('textbox', { name: say('webhooks.url') }).fill('contoso')
    await page.getByRole('checkbox', { name: say('home.event.invitation.created') }).check()
    await page.getByRole('button', { name: say('webhooks.add') }).click()
    await expect(page.getByRole('textbox', { name: say('webhooks.url') })).toHaveAccessibleDescription(/https:\/\/contoso\.com/)
    await expectAccessible(page)
    await page.getByRole('textbox', { name: say('webhooks.url') }).fill(url)
    await page.getByRole('button', { name: say('webhooks.add') }).click()
    await expect(page.getByRole('heading', { name: say('webhooks.added') })).toBeFocused()
    const shown = await page.getByText(/^whsec_/).textContent() ?? ''
    await expectAccessible(page)
    await page.getByRole('button', { name: say('webhooks.added.done') }).click()
    await expect(page.getByText(shown)).toHaveCount(0)
    return shown
  })

  const list = page.getByRole('list', { name: say('webhooks.deliveries') })
  await page.getByRole('link', { name: url }).click()
  await expect(heading(page, say('webhooks.page'))).toBeVisible()
  if (!isSent) {
    await expect(page.getByText(say('refusal.webhook.not_sent_here'))).toBeVisible()
    await expect(page.getByText(say('webhooks.deliveries.empty'))).toBeVisible()
  } else {
    await test.step('a test arrives, signed, and the open page says what was answered', async () => {
      await page.getByRole('button', { name: say('webhooks.test') }).click()
      await expect(list.getByText('test-created', { exact: true })).toBeVisible()
      await expect(list.getByText(say('webhooks.delivery.delivered'), { exact: true })).toBeVisible()
      await list.getByText(say('webhooks.delivery.bodies')).click()
      await expect(list.getByText('Thanks', { exact: true })).toBeVisible()
      await expectAccessible(page)
      const [message] = receiver.heard
      expect(new Webhook(secret).verify(message?.body ?? '', message?.headers as Record<string, string>)).toMatchObject({
        type: 'test-created',
      })
    })

    await test.step('what happens arrives, too; a receiver that is gone is one, and what is sent again turns it on', async () => {
      receiver.answer = { status: 410, text: '' }
      const { id } = await invite(page)
      await expect(page.getByText(say('webhooks.state.disabled'), { exact: true })).toBeVisible()
      const dead = list.getByRole('listitem').filter({ hasText: 'invitation-created' })
      await expect(dead).toContainText(say('webhooks.fault.gone'))
      await page.getByRole('link', { name: say('webhooks.delivery.dead'), exact: true }).click()
      await expect(list.getByRole('listitem')).toHaveCount(1)
      await page.reload()
      await expect(list.getByRole('listitem')).toHaveCount(1)
      receiver.answer = { status: 204, text: '' }
      await dead.getByRole('button', { name: say('webhooks.redeliver') }).click()
      await expect(page.getByText(say('webhooks.state.active'), { exact: true })).toBeVisible()
      await expect(page.getByText(say('webhooks.deliveries.no_match'))).toBeVisible()
      const sent = receiver.heard.slice(1)
      expect(sent.map(({ headers }) => headers['webhook-id'])).toEqual([sent[0]?.headers['webhook-id'], sent[0]?.headers['webhook-id']])
      expect(sent[1]?.body).toContain(id)
    })
  }

  await test.step('removed, it is gone from the list', async () => {
    await page.getByRole('button', { name: say('webhooks.remove') }).click()
    const dialog = page.getByRole('dialog', { name: say('webhooks.remove.title') })
    await expectAccessible(page)
    await dialog.getByRole('button', { name: say('webhooks.remove') }).click()
    await expect(page.getByText(say('webhooks.empty'))).toBeVisible()
  })
})

base('a Sales agent reads who manages webhooks', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/organization/webhooks')
  await expect(page.getByText(say('refusal.webhook.needs_admin'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('webhooks.add') })).toHaveCount(0)
})
