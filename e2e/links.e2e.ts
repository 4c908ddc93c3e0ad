import { expect, test } from './fixtures.ts'
import { call, chooseAccount, heading, invite, signIn } from './steps.ts'
import { wordsOf } from './words.ts'

const en = wordsOf('en')

test.use({ changes: true })

test('withdrawing says what it changes, and ends the link at once', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  const { id, link } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  const reader = await visitor('phone')
  await reader.goto(link)
  await expect(heading(reader, 'Contoso Distribution')).toBeVisible()
  await page.goto(`/invitations/${id}`)
  await page.getByRole('button', { name: say('invitations.withdraw'), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: say('invitations.withdraw.title') })
  await expect(dialog).toContainText(say('invitations.withdraw.changes.link'))
  await expect(dialog).toContainText(say('invitations.withdraw.keeps.relationships'))
  await dialog.getByRole('button', { name: say('invitations.withdraw.confirm'), exact: true }).click()
  await expect(page.getByText(say('invitations.strip.withdrawn'))).toBeVisible()
  await reader.reload()
  await expect(heading(reader, en('acceptance.refused.withdrawn.title'))).toBeVisible()
})

test('reissuing gives a new link once, ends the old one, and the reseller finds the new one', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  const resellerId = await litware(page)
  const { id, link: old } = await invite(page, { delivery: 'via_reseller', resellerId, customer: { companyName: 'Northwind Traders' } })
  await page.goto(`/invitations/${id}`)
  await page.getByRole('button', { name: say('invitations.reissue') }).click()
  await page.getByRole('dialog').getByRole('button', { name: say('invitations.reissue.confirm') }).click()
  const link = await page.getByLabel(say('invitations.made.link')).inputValue()
  expect(link).not.toBe(old)
  await page.reload()
  await expect(page.getByText(link)).toHaveCount(0)
  const reseller = await visitor()
  await signIn(reseller, 'reseller.admin')
  await reseller.goto(`/invitations/${id}`)
  await expect(reseller.getByText(link)).toBeVisible()
  const reader = await visitor('phone')
  await reader.goto(old)
  await expect(heading(reader, en('acceptance.refused.reissued.title'))).toBeVisible()
  await reader.goto(link)
  await expect(heading(reader, 'Contoso Distribution')).toBeVisible()
})

test('a customer declines with a reason, which the partner reads', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  const { id, link } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  await page.goto(`/invitations/${id}`)
  const phone = await visitor('phone')
  await phone.goto(link)
  await phone.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(phone, 'newcustomer.globaladmin')
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await phone.getByLabel(en('acceptance.decline.reason')).fill('We have a partner already')
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await expect(phone).toHaveURL(/\/receipts\//)
  await expect(phone.getByText('We have a partner already')).toBeVisible()
  await expect(page.getByText(say('invitations.strip.declined'))).toBeVisible()
  await expect(page.getByText('We have a partner already')).toBeVisible()
})

test('the receipt is found again after the work is done, and by nobody else', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const { link } = await invite(page)
  const customer = await visitor('phone')
  await signIn(customer, 'newcustomer.globaladmin')
  await call(customer, 'POST', `/api/acceptance/${new URL(link).pathname.split('/').pop()}/accept`, { agreementAccepted: true })
  const { items } = await call<{ items: { id: string }[] }>(customer, 'GET', '/api/receipts')
  const address = `/receipts/${items[0]?.id}`
  await customer.goto(address)
  await expect(customer.getByText('Contoso Distribution').first()).toBeVisible()
  const stranger = await visitor()
  const say = await signIn(stranger, 'newcustomer-br.globaladmin')
  await stranger.goto(address)
  await expect(heading(stranger, say('acceptance.receipt.not_found'))).toBeVisible()
})

async function litware(page: Parameters<typeof call>[0]): Promise<string> {
  const { items } = await call<{ items: { reseller: { id: string; displayName: string } }[] }>(page, 'GET', '/api/partnerships')
  const found = items.find(({ reseller }) => reseller.displayName === 'Litware Resell')
  if (!found) throw new Error('Litware Resell is not among the resellers.')
  return found.reseller.id
}
