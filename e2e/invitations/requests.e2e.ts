import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { call, goTo, heading, invite, signIn } from '../steps.ts'
import type { Say } from '../words.ts'

test.use({ changes: true })

const requestOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true, level: 2 }) })

const view = (page: Page, say: Say, name: string) =>
  page.getByRole('navigation', { name: say('requests.views') }).getByRole('link', { name: say(`requests.view.${name}`) })

test('one reusable link becomes a request of each customer, which both sides follow to its answer', async ({
  page, signInAs, visitor, expectAccessible,
}) => {
  const say = await signInAs('provider.sales', '/')
  const { link } = await invite(page, { reusable: true, language: 'ko' })
  await goTo(page, say('app.nav.requests'))
  await expect(heading(page, say('requests.title'))).toBeVisible()
  await expectAccessible(page)

  const customer = await visitor('phone')
  const toCustomer = await signIn(customer, 'newcustomer.globaladmin', '/')
  await goTo(customer, toCustomer('app.nav.requests'))
  await expect(customer.getByText(toCustomer('requests.empty.open'))).toBeVisible()

  await test.step('the customer opens it, and both find it open, whose turn it is', async () => {
    await customer.goto(link)
    await expect(customer.getByText(toCustomer('acceptance.account.answering_for', { tenant: 'Northwind Traders' })).first()).toBeVisible()
    await expect(requestOf(page, 'Northwind Traders')).toContainText(say('requests.turn.customer'))
    const theirs = await visitor('phone')
    await signIn(theirs, 'newcustomer.globaladmin', '/')
    const waiting = theirs.getByRole('region', { name: toCustomer('home.customer.invitations') })
    await expect(waiting.getByRole('listitem')).toContainText('Contoso Distribution')
    await expectAccessible(theirs)
    await waiting.getByRole('link', { name: 'Contoso Distribution' }).click()
    await expect(requestOf(theirs, 'Contoso Distribution'))
      .toContainText(toCustomer('requests.turn.you', { sender: 'Contoso Distribution' }))
    await expectAccessible(theirs)
    expect(await theirs.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await theirs.content()).not.toContain(new URL(link).pathname)
  })

  await test.step('its answer moves it on both sides, and leads the customer to its receipt', async () => {
    await customer.getByRole('checkbox', { name: toCustomer('acceptance.agreement.label', { tenant: 'Northwind Traders' }) }).check()
    await customer.getByRole('button', { name: toCustomer('acceptance.accept') }).click()
    await expect(heading(customer, toCustomer('acceptance.receipt.accepted', { inviter: 'Contoso Distribution' }))).toBeVisible()
    await expect(requestOf(page, 'Northwind Traders')).toBeHidden()
    await view(page, say, 'answered').click()
    await expect(requestOf(page, 'Northwind Traders')).toContainText(say('requests.state.accepted'))
    await customer.goto('/requests?view=all')
    await requestOf(customer, 'Contoso Distribution').getByRole('link', { name: toCustomer('requests.receipt') }).click()
    await expect(heading(customer, toCustomer('acceptance.receipt.accepted', { inviter: 'Contoso Distribution' }))).toBeVisible()
  })
})

test('a partner asks a customer that took admin rights away for them again, and the relationship stays one', async ({
  page, signInAs, visitor,
}) => {
  const say = await signInAs('provider-cn.admin')
  const customer = await visitor()
  const toCustomer = await signIn(customer, 'customer-cn.globaladmin')
  const { link: first } = await invite(page, { includeDap: true, language: 'zh-Hans' })
  await call(customer, 'POST', `/api/acceptance/${new URL(first).pathname.split('/').at(-1)}/accept`, {})
  const { items } = await call<{ items: { partner: { id: string } }[] }>(customer, 'GET', '/api/my-partners')
  await call(customer, 'POST', `/api/my-partners/${items[0]?.partner.id}/remove-delegated-admin`)
  const { organization } = await call<{ organization: { tenantId: string; displayName: string } }>(customer, 'GET', '/api/session')

  await page.goto('/invitations/new')
  await page.getByRole('radio', { name: say('invitations.new.who.named') }).check()
  await page.getByRole('checkbox', { name: say('invitations.new.restore') }).check()
  await page.getByRole('button', { name: say('invitations.new.submit') }).click()
  await expect(page.getByText(say('invitations.error.tenantId'))).toBeVisible()
  await page.getByLabel(say('invitations.field.tenantId')).fill(organization.tenantId)
  await page.getByRole('button', { name: say('invitations.new.submit') }).click()
  const link = await page.getByLabel(say('invitations.made.link')).inputValue()

  await customer.goto(link)
  await expect(customer.getByText(toCustomer('acceptance.lead.admin', { inviter: 'Woodgrove China' }))).toBeVisible()
  await expect(customer.getByText(toCustomer('acceptance.grants.reseller_relationship', { inviter: 'Woodgrove China' }))).toBeHidden()
  await customer.getByRole('button', { name: toCustomer('acceptance.accept') }).click()
  const role = customer.getByRole('checkbox', {
    name: toCustomer('acceptance.dap.label', { inviter: 'Woodgrove China', tenant: organization.displayName }),
  })
  await expect(role).toBeFocused()
  await expect(role).toHaveAccessibleDescription(toCustomer('acceptance.dap.missing'))
  await role.check()
  await customer.getByRole('button', { name: toCustomer('acceptance.accept') }).click()
  await expect(heading(customer, toCustomer('acceptance.receipt.accepted', { inviter: 'Woodgrove China' }))).toBeVisible()
  await goTo(customer, toCustomer('app.nav.my_partners'))
  await expect(customer.getByRole('region', { name: 'Woodgrove China' })).toHaveCount(1)
  await expect(customer.getByRole('region', { name: 'Woodgrove China' })).toContainText(toCustomer('my-partners.may.admin'))
})
