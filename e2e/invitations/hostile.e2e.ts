import { expect, test } from '../fixtures.ts'
import { chooseAccount, heading, invite } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')

test.use({ changes: true })

const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
const turned = 'left \u202E\u200Bright'
const straight = 'left right'
const reason = (words: string) => `No, since ${markup} ${words}`

test('what somebody wrote is shown as theirs, without what nobody can see, and runs nowhere', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  const note = (words: string) => `=HYPERLINK("https://example.com") ${markup} ${words} ${'long '.repeat(350)}`.trim()
  const { id, link } = await invite(page, { note: note(turned), customer: { companyName: markup } })
  await page.goto(`/invitations/${id}`)
  await expect(heading(page, say('invitations.detail.named', { customer: markup }))).toBeVisible()
  await expect(page.getByText(note(straight))).toBeVisible()
  await expect(page).toHaveTitle(new RegExp('Tessera'))
  const phone = await visitor('phone')
  await phone.goto(link)
  const inviter = 'Contoso Distribution'
  await expect(phone.getByText(en('acceptance.lead.anyone', { inviter }))).toBeVisible()
  await expect(phone.getByRole('figure', { name: en('acceptance.addressed_to', { inviter }) })).toContainText(markup)
  await phone.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(phone, 'newcustomer.globaladmin')
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await phone.getByLabel(en('acceptance.decline.reason')).fill(reason(turned))
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await expect(phone).toHaveURL(/\/receipts\//)
  await expect(phone.getByText(reason(straight))).toBeVisible()
  await expect(page.getByText(reason(straight))).toBeVisible()
})

test('a name of 200 characters stands apart on a page as narrow as the phone', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const companyName = 'Northwind\u200f'.padEnd(200, 'x')
  const { link } = await invite(page, { customer: { companyName } })
  const phone = await visitor('phone')
  await phone.goto(link)
  await expect(phone.getByRole('figure')).toContainText(companyName.replace('\u200f', ''))
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

test('a page that is open already cannot accept what was withdrawn meanwhile', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales', '/')
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
