import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { call, chooseAccount, heading, invite, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')
const inviter = 'Contoso Distribution'
const bora = { person: 'Bora Choi', organization: 'Northwind Traders' }
const sora = { person: 'Sora Min', organization: 'Tailspin Toys' }

test.use({ changes: true })

type Found = { items: { id: string }[] }
const receiptsOf = async (page: Page) => (await call<Found>(page, 'GET', '/api/receipts')).items.map(({ id }) => id)
const asBora = async (page: Page, link: string) => {
  await page.goto(link)
  await page.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(page, 'newcustomer.globaladmin')
}
const becomesVisible = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

const accepting = 'an acceptance in one tab never counts for whoever has signed in in another'
test(accepting, async ({ page, context, visitor, expectAccessible }) => {
  const provider = await visitor()
  await signIn(provider, 'provider.sales')
  const { id, link } = await invite(provider, { reusable: true })
  await asBora(page, link)
  await page.getByRole('checkbox', { name: en('acceptance.agreement.label', { tenant: bora.organization }) }).check()

  const second = await context.newPage()
  await signIn(second, 'customer.globaladmin', '/')
  const before = await receiptsOf(second)
  await page.getByRole('button', { name: en('acceptance.accept'), exact: true }).click()
  await expect(heading(page, en('app.other_person', sora))).toBeFocused()
  await expect(page.getByText(en('app.other_person.page_of', bora))).toBeVisible()
  const ids = await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id))
  expect(ids.filter((each, at) => ids.indexOf(each) !== at), 'ids that stand for two elements').toEqual([])
  await page.getByRole('link', { name: en('app.skip_to_content') }).press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page.getByRole('button', { name: en('acceptance.accept'), exact: true })).toHaveCount(0)
  await expectAccessible(page)

  await test.step('nothing is recorded for either, and the invitation is as open as before', async () => {
    expect(await receiptsOf(second)).toEqual(before)
    const theirs = await visitor()
    await signIn(theirs, 'newcustomer.globaladmin', '/')
    expect(await receiptsOf(theirs)).toEqual([])
    expect(await call(provider, 'GET', `/api/invitations/${id}`)).not.toHaveProperty('state', 'accepted')
  })

  await test.step('signing in again leads back to the invitation, to be answered under one’s own name', async () => {
    await page.getByRole('button', { name: en('app.other_person.sign_in') }).click()
    await chooseAccount(page, 'newcustomer.globaladmin')
    await page.getByRole('checkbox', { name: en('acceptance.agreement.label', { tenant: bora.organization }) }).check()
    await page.getByRole('button', { name: en('acceptance.accept'), exact: true }).click()
    await expect(heading(page, en('acceptance.receipt.accepted', { inviter }))).toBeVisible()
    expect(await receiptsOf(page)).toHaveLength(1)
  })
})

test('nor does a no; going on as the other keeps the reason typed, and so does coming back', async ({ page, context, visitor }) => {
  const provider = await visitor()
  await signIn(provider, 'provider.sales')
  const { link } = await invite(provider, { reusable: true })
  await asBora(page, link)
  await page.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  const reason = page.getByLabel(en('acceptance.decline.reason'))
  await reason.fill('We have a partner already')

  const second = await context.newPage()
  await signIn(second, 'customer.globaladmin', '/')
  const before = await receiptsOf(second)
  await page.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await expect(heading(page, en('app.other_person', sora))).toBeFocused()

  await test.step('who has signed in again in the other tab finds the page as it was', async () => {
    await signIn(second, 'newcustomer.globaladmin', '/')
    await becomesVisible(page)
    await expect(reason).toHaveValue('We have a partner already')
    expect(await receiptsOf(second)).toEqual([])
  })

  await test.step('the page of the other names the other', async () => {
    await signIn(second, 'customer.globaladmin', '/')
    await becomesVisible(page)
    await page.getByRole('button', { name: en('app.other_person.go_on', sora) }).click()
    await expect(page.getByText(en('acceptance.account.answering_for', { tenant: sora.organization })).first()).toBeVisible()
    await expect(page.getByText(bora.organization)).toHaveCount(0)
    await expect(reason).toHaveValue('We have a partner already')
    expect(await receiptsOf(second)).toEqual(before)
  })
})

test('a page that took its reader for signed out says who has signed in since', async ({ page, context, visitor }) => {
  const provider = await visitor()
  await signIn(provider, 'provider.sales')
  const { link } = await invite(provider)
  await page.goto(link)
  await expect(page.getByRole('button', { name: en('acceptance.account.sign_in') })).toBeVisible()
  await signIn(await context.newPage(), 'newcustomer.globaladmin')
  await becomesVisible(page)
  await expect(heading(page, en('app.other_person', bora))).toBeFocused()
  await expect(page.getByText(en('app.other_person.page_of_nobody'))).toBeVisible()
  await page.getByRole('button', { name: en('app.other_person.go_on', bora) }).click()
  await expect(page.getByText(en('acceptance.account.answering_for', { tenant: bora.organization })).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a form is not sent under another name, and a colleague who goes on finds what was typed', async ({ page, context, signInAs }) => {
  const say = await signInAs('provider.sales', '/invitations/new')
  await page.getByRole('radio', { name: say('invitations.new.who.reusable') }).check()
  await page.getByLabel(say('invitations.new.note')).fill('Asked for at the spring fair')
  const second = await context.newPage()
  const secondSays = await signIn(second, 'provider.admin', '/')
  const colleague = { person: 'Jiwoo Han', organization: inviter }
  const countOf = async () => (await call<Found>(second, 'GET', '/api/invitations?search=spring')).items.length
  const before = await countOf()
  // The page may have noticed already.
  await page.getByRole('button', { name: say('invitations.new.submit') }).click({ timeout: 3_000 }).catch(() => undefined)
  await expect(heading(page, say('app.other_person', colleague))).toBeFocused()
  expect(await countOf()).toBe(before)
  await page.getByRole('button', { name: say('app.other_person.go_on', colleague) }).click()
  await expect(page.getByLabel(secondSays('invitations.new.note'))).toHaveValue('Asked for at the spring fair')
  await expect(page.getByRole('radio', { name: secondSays('invitations.new.who.reusable') })).toBeChecked()
  await page.getByRole('button', { name: secondSays('invitations.new.submit') }).click()
  await expect(page.getByLabel(secondSays('invitations.made.link'))).toBeVisible()
})

test('a list of one person gives way by itself, and is never shown to the other', async ({ page, context, signInAs }) => {
  const say = await signInAs('provider.sales', '/customers')
  await page.getByRole('searchbox').fill('tailspin')
  const row = page.getByRole('link', { name: /^Tailspin Toys/ })
  await expect(row).toBeVisible()
  const second = await context.newPage()
  const theirs = await signIn(second, 'direct.admin', '/')
  const livia = { person: 'Livia Prado', organization: 'Adatum Direct' }
  await expect(heading(page, say('app.other_person', livia))).toBeFocused()
  await expect(row).toBeHidden()
  await page.getByRole('button', { name: say('app.other_person.go_on', livia) }).click()
  await expect(heading(page, theirs('customers.title'))).toBeVisible()
  await expect(page.getByText(theirs('customers.none_match.title'))).toBeVisible()
  await expect(row).toHaveCount(0)
})

test('a page whose session has ended says so by itself, and what was typed is there again', async ({ page, context, signInAs }) => {
  const say = await signInAs('provider.sales', '/invitations/new')
  await page.getByRole('radio', { name: say('invitations.new.who.reusable') }).check()
  await page.getByLabel(say('invitations.new.note')).fill('Asked for at the spring fair')
  await page.request.delete('/api/session')
  await expect(heading(page, say('app.signed_out.ended'))).toBeFocused()
  await page.getByRole('link', { name: say('app.signed_out.again') }).click()
  await chooseAccount(page, 'provider.sales')
  await expect(page.getByLabel(say('invitations.new.note'))).toHaveValue('Asked for at the spring fair')

  await test.step('nobody else finds it', async () => {
    await page.request.delete('/api/session')
    await page.getByRole('link', { name: say('app.signed_out.again') }).click()
    const theirs = await chooseAccount(page, 'provider.admin')
    await expect(page.getByLabel(theirs('invitations.new.note'))).toHaveValue('')
  })
  expect(context.pages()).toHaveLength(1)
})

test('a list that was pasted is said to be gone when its person signs out in another tab', async ({ page, context, signInAs, world }) => {
  // Where each tab is a person of its own, no tab signs another one out.
  if (world.tabsArePeople) return
  const say = await signInAs('provider.sales', '/invitations/bulk')
  await page.getByRole('textbox', { name: say('bulk.list.label') }).fill('Company\nNorthwind Traders')
  const other = await context.newPage()
  await other.goto('/')
  await other.getByRole('button', { name: say('app.person', { name: 'Minseo Bae' }) }).click()
  await other.getByRole('menuitem', { name: say('app.sign_out') }).click()
  await expect(heading(page, say('app.signed_out.ended'))).toBeVisible()
  await expect(page.getByText(say('app.signed_out.ended.cleared'))).toBeVisible()
  await page.getByRole('link', { name: say('app.signed_out.again') }).click()
  await chooseAccount(page, 'provider.sales')
  await expect(page.getByRole('textbox', { name: say('bulk.list.label') })).toHaveValue('')
})
