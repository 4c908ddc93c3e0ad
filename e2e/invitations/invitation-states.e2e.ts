import type { Page } from '@playwright/test'
import type { Invitation } from '../../domain/invitations/schemas.ts'
import { expect, test } from '../fixtures.ts'
import { call, fact, invite, resellerOf, signIn } from '../steps.ts'
import type { Say } from '../words.ts'

test.use({ changes: true })

const withdraw = (page: Page, id: string) => call(page, 'POST', `/api/invitations/${id}/withdraw`)
const actions = (page: Page, say: Say) => page.getByRole('region', { name: say('invitations.actions') })

test('without a service the form, what the customer reads, the mail and the facts say the same', async ({ page, signInAs }) => {
  const say = await signInAs('provider-cn.admin', '/invitations/new')
  const services = page.getByRole('group', { name: say('invitations.new.services') })
  await expect(services.getByText(say('invitations.new.services.hint'))).toBeVisible()
  await expect(page.getByText(say('invitations.new.asks.relationship'))).toBeVisible()
  await page.getByRole('checkbox', { name: say('invitations.new.restore') }).check()
  await expect(page.getByText(say('invitations.new.asks.restore'))).toBeVisible()
  await expect(page.getByText(say('invitations.new.asks.relationship'))).toHaveCount(0)
  await page.getByRole('checkbox', { name: say('invitations.new.restore') }).uncheck()

  const { id } = await invite(page, { includeDap: true, customer: { companyName: 'Northwind Traders' } })
  await page.goto(`/invitations/${id}`)
  await expect(fact(page, say('invitations.facts.asks'))).toHaveText(say('invitations.facts.asks.relationship_and_admin'))
  await expect(fact(page, say('invitations.facts.services'))).toHaveText(say('invitations.facts.services.none'))
})

test('an invitation that is over says so once, and offers what is possible', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  const { items } = await call<{ items: Invitation[] }>(page, 'GET', '/api/invitations?limit=200')
  const over = ['accepted', 'declined'].map((state) => items.find((each) => each.state === state && !each.reusable)?.id ?? '')
  const { id: withdrawn } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  await withdraw(page, withdrawn)

  for (const id of [...over, withdrawn]) {
    await page.goto(`/invitations/${id}`)
    const reason = id === withdrawn ? 'refusal.invitation.withdrawn' : 'refusal.invitation.already_answered'
    await expect(page.getByText(say(reason, { reader: 'maker' }))).toHaveCount(1)
    await expect(actions(page, say).getByRole('button')).toHaveCount(0)
    await expect(page.getByText(say('invitations.column.expires'), { exact: true })).toHaveCount(0)
  }
  await expectAccessible(page)

  const lapsed = items.find((each) => each.state === 'lapsed')
  await page.goto(`/invitations/${lapsed?.id}`)
  await expect(fact(page, say('invitations.facts.expired'))).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: say('invitations.history.lapsed') }).last()).toBeVisible()
  await expect(actions(page, say).getByRole('button', { name: say('invitations.reissue') })).toBeEnabled()
})

test('a link that is shown goes with its invitation', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const { id } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  await page.goto(`/invitations/${id}`)
  await page.getByRole('button', { name: say('invitations.show_link') }).click()
  await expect(page.getByLabel(say('invitations.made.link'))).toBeVisible()
  await actions(page, say).getByRole('button', { name: say('invitations.withdraw') }).click()
  await page.getByRole('dialog').getByRole('button', { name: say('invitations.withdraw.confirm'), exact: true }).click()
  await expect(page.getByLabel(say('invitations.made.link'))).toHaveCount(0)
  await expect(page.getByText(say('refusal.invitation.withdrawn', { reader: 'maker' }))).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
})

test('a reseller reads once who can change an invitation, and who can ask again', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.admin')
  const resellerId = await resellerOf(page, 'Litware Resell')
  const { id, link } = await invite(page, { delivery: 'via_reseller', resellerId, customer: { companyName: 'Northwind Traders' } })
  const carrier = await visitor()
  const say = await signIn(carrier, 'reseller.admin', `/invitations/${id}`)
  await expect(carrier.getByLabel(say('invitations.made.link'))).toHaveValue(link)
  await expect(carrier.getByText(say('refusal.invitation.not_yours_to_change'))).toHaveCount(1)
  await expect(actions(carrier, say).getByRole('button')).toHaveCount(0)

  await withdraw(page, id)
  await expect(carrier.getByText(say('refusal.invitation.withdrawn', { reader: 'carrier' }))).toHaveCount(1)
  await expect(carrier.getByText(say('refusal.invitation.reseller_cannot_create'))).toHaveCount(0)
  await expect(actions(carrier, say).getByRole('button')).toHaveCount(0)
})

test('what was made is still there when the page is loaded again or come back to', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/invitations')
  await page.getByRole('link', { name: say('invitations.new') }).first().click()
  const madeFor = (customer: string) => page.getByRole('heading', { level: 1, name: say('invitations.detail.named', { customer }) })
  const company = page.getByLabel(say('invitations.field.companyName'))
  await company.fill('Northwind Traders')
  await page.getByRole('button', { name: say('invitations.new.submit') }).click()
  const shown = page.getByLabel(say('invitations.made.link'))
  const link = await shown.inputValue()

  await test.step('one way back, one forward', async () => {
    await page.goBack()
    await expect(page).toHaveURL(/\/invitations$/)
    await page.goForward()
    await expect(madeFor('Northwind Traders')).toBeVisible()
    await page.getByRole('button', { name: say('invitations.show_link') }).click()
    await expect(shown).toHaveValue(link)
  })

  await test.step('loaded again, and then another', async () => {
    await page.goto('/invitations/new')
    await company.fill('Fabrikam')
    await page.getByRole('button', { name: say('invitations.new.submit') }).click()
    await expect(shown).toBeVisible()
    await page.getByRole('button', { name: say('invitations.made.another') }).click()
    await expect(company).toHaveValue('')
    await expect(page).toHaveURL(/\/invitations\/new$/)
    await company.fill('Wingtip Toys')
    await page.getByRole('button', { name: say('invitations.new.submit') }).click()
    await expect(shown).toBeVisible()
    await page.reload()
    await expect(page).toHaveURL(/\/invitations\/[\da-f-]{36}$/)
    await expect(madeFor('Wingtip Toys')).toBeVisible()
  })
})

test('a moment stands in its sentence where the language wants it', async ({ page, signInAs }) => {
  const say = await signInAs('direct-de.admin')
  await invite(page, { includeDap: true, customer: { companyName: 'Northwind Traders', tenantId: crypto.randomUUID() } })
  await page.goto('/requests')
  const row = page.getByRole('listitem').filter({ hasText: 'Northwind Traders' })
  const [before, after] = say('requests.expires', { when: '|' }).split('|')
  await expect(row.getByRole('time').filter({ hasText: new RegExp(`^${before}.+\\)\\S?${after}$`) })).toBeVisible()
})

test('an accepted invitation leads on to its customer and its admin rights, a declined one to a new one for the same', async ({
  page, signInAs,
}) => {
  const say = await signInAs('provider.admin')
  const { items } = await call<{ items: { id: string; state: string; reusable: boolean; customer: { companyName?: string } | null }[] }>(
    page, 'GET', '/api/invitations?limit=200')
  const inState = (state: string) => items.find((each) => each.state === state && !each.reusable && each.customer?.companyName)
  await page.goto(`/invitations/${inState('accepted')?.id}`)
  const next = page.getByRole('region', { name: say('invitations.next') })
  await expect(next.getByRole('link', { name: say('invitations.next.customer') })).toHaveAttribute('href', /^\/customers\//)
  await next.getByRole('button', { name: say('customers.detail.request_admin') }).click()
  await expect(page).toHaveURL(/\/delegated-admin\/new\?customer=/)

  const declined = inState('declined')
  await page.goto(`/invitations/${declined?.id}`)
  await next.getByRole('button', { name: say('invitations.next.again') }).click()
  await expect(page).toHaveURL('/invitations/new')
  await expect(page.getByLabel(say('invitations.field.companyName'))).toHaveValue(declined?.customer?.companyName ?? '')
})
