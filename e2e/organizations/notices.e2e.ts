import { expect } from '../fixtures.ts'
import { test } from '../mail-fixtures.ts'
import { call, heading } from '../steps.ts'

const journey = 'a Global admin chooses mails, gets one of them, and turns it off by its own link'
test(journey, { tag: '@every-host' }, async ({ page, world, mail, signInAs, expectAccessible }) => {
  const say = await signInAs('reseller2.globaladmin', '/organization/notices')
  await expect(heading(page, say('notices.title'))).toBeVisible()
  const how = (kind: 'partnerships' | 'security') => page.getByRole('combobox', { name: say(`notices.kind.${kind}`) })

  await test.step('what is chosen stays', async () => {
    await expect(how('security')).toHaveValue('at_once')
    await how('partnerships').selectOption('daily')
    await page.getByRole('button', { name: say('notices.save') }).click()
    await expect(page.getByText(say('notices.saved'))).toBeVisible()
    await page.reload()
    await expect(how('partnerships')).toHaveValue('daily')
    await expectAccessible(page)
  })

  // A page sends nothing.
  if (world.tabsArePeople) return expect(page.getByText(say('notices.not_sent_here'))).toBeVisible()

  await test.step('a mail tells of a new token, once, and its link ends such mails', async () => {
    await call(page, 'POST', '/api/tokens', { name: 'Nightly export', kind: 'personal', scopes: ['read'], expiresInDays: 30 })
    const caught = () => mail.caught.filter(({ raw }) => raw.includes('/security/'))
    await expect.poll(() => caught().length, { timeout: 30_000 }).toBe(1)
    const address = /^List-Unsubscribe: <([^>]+)>/m.exec(caught()[0]?.raw ?? '')?.[1] ?? ''
    const answer = await page.request.post(address, { form: { 'List-Unsubscribe': 'One-Click' } })
    expect(answer.status()).toBe(204)
    await page.reload()
    await expect(how('security')).toHaveValue('never')
  })
})
