import { expect, test } from './fixtures.ts'
import { chooseAccount, heading, invite } from './steps.ts'
import { wordsOf } from './words.ts'

const en = wordsOf('en')

test.use({ changes: true })

const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
const turned = 'left \u202Eright'
const reason = `No, since ${markup} ${turned}`

test('what somebody wrote is shown as they wrote it, and runs nowhere', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  const note = `=HYPERLINK("https://example.com") ${markup} ${turned} ${'long '.repeat(1_900)}`.trim()
  const { id, link } = await invite(page, { note, customer: { companyName: markup } })
  await page.goto(`/invitations/${id}`)
  await expect(heading(page, say('invitations.detail.named', { customer: markup }))).toBeVisible()
  await expect(page.getByText(note)).toBeVisible()
  await expect(page).toHaveTitle(new RegExp('Tessera'))
  const phone = await visitor('phone')
  await phone.goto(link)
  await expect(phone.getByText(en('acceptance.lead.named', { inviter: 'Contoso Distribution', customer: markup }))).toBeVisible()
  await phone.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(phone, 'newcustomer.globaladmin')
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await phone.getByLabel(en('acceptance.decline.reason')).fill(reason)
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await expect(phone).toHaveURL(/\/receipts\//)
  await expect(phone.getByText(reason)).toBeVisible()
  await expect(page.getByText(reason)).toBeVisible()
})

test('a page that is open already cannot accept what was withdrawn meanwhile', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const { id, link } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  const phone = await visitor('phone')
  await phone.goto(link)
  await phone.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(phone, 'newcustomer.globaladmin')
  await phone.getByRole('checkbox').check()
  await page.evaluate((path) => fetch(path, { method: 'POST' }), `/api/invitations/${id}/withdraw`)
  await phone.getByRole('button', { name: en('acceptance.accept'), exact: true }).click()
  await expect(heading(phone, en('acceptance.refused.withdrawn.title'))).toBeVisible()
})
