import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { DapCustomer } from '../../domain/dap/schemas.ts'
import { expect, test } from '../fixtures.ts'
import { call, heading, settled } from '../steps.ts'
import type { Say } from '../words.ts'

const requestsMade = async (page: Page) =>
  (await call<{ total: { count: number } }>(page, 'GET', '/api/delegated-admin/relationships?limit=1&search=From-DAP')).total.count

const countOf = (page: Page, outcome: string) =>
  page.getByRole('term').filter({ hasText: new RegExp(`^${outcome}$`) }).locator('..').getByRole('definition')

async function choose(page: Page, say: Say, names: readonly string[]) {
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByLabel(say('dap.move.template')).selectOption(say('roles.template.service_desk_agent'))
  await page.getByRole('button', { name: say('dap.move.check') }).click()
  await expect(page.getByRole('heading', { name: say('dap.move.checked') })).toBeVisible()
}

test('where DAP stands is listed with its use, GDAP beside it, and what ends it', async ({ page, signInAs, expectAccessible }) => {
  test.slow()
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  const say = await signInAs('provider.admin', '/delegated-admin/dap')
  const { items, total } = await call<{ items: DapCustomer[]; total: { count: number } }>(page, 'GET', '/api/delegated-admin/dap?limit=1')
  const name = items[0]?.customer.displayName ?? ''
  await expect(page.getByText(say('dap.total', { count: total.count }))).toBeVisible()
  await expect(page.getByRole('grid').getByRole('link', { name })).toHaveAttribute('href', `/customers/${items[0]?.customer.tenantId}`)
  await expect(page.getByText(say('dap.leaves.subscriptions'))).toBeVisible()
  await expect(page.getByText(say('dap.ends.who.microsoft_365_admin_center'))).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 640 })
  await expect(page.getByRole('list', { name: say('dap.title') })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectAccessible(page)
  await page.goto('/delegated-admin/dap?move=1')
  await settled(page)
  await page.getByLabel(say('dap.move.template')).selectOption(say('roles.template.specialist'))
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectAccessible(page)
})

test.describe('moving to GDAP', () => {
  test.use({ changes: true, spoiled: true })

  test('is checked, and run once although an answer is lost', async ({ page, signInAs, expectAccessible }) => {
    test.slow()
    const say = await signInAs('provider.admin')
    const { items } = await call<{ items: DapCustomer[] }>(page, 'GET', '/api/delegated-admin/dap?limit=3')
    const names = items.map(({ customer }) => customer.displayName)
    await page.goto('/delegated-admin/dap')
    await page.getByRole('link', { name: say('dap.move') }).click()
    await expect(heading(page, say('dap.move.title'))).toBeVisible()
    await page.getByRole('button', { name: say('dap.move.check') }).click()
    await expect(page.getByText(say('dap.move.customers.missing'))).toBeVisible()
    await choose(page, say, names)
    await expect(countOf(page, say('dap.outcome.would_create'))).toHaveText('3')
    await expect(page.getByText(say('dap.move.advice'))).toBeVisible()
    expect(await requestsMade(page)).toBe(0)
    await expectAccessible(page)

    // The server makes them, but its response is lost.
    await page.route('**/api/delegated-admin/dap/move', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: say('dap.move.run', { count: 3 }) }).click()
    await expect(page.getByText(say('dap.move.stopped.unknown'))).toBeVisible()
    await page.unroute('**/api/delegated-admin/dap/move')
    expect(await requestsMade(page)).toBe(3)

    await page.reload()
    await expect(page.getByText(say('dap.move.stopped.interrupted'))).toBeVisible()
    await page.getByRole('button', { name: say('dap.move.continue') }).click()
    await expect(page.getByRole('heading', { name: say('dap.move.done') })).toBeVisible()
    await expect(countOf(page, say('dap.outcome.already_created'))).toHaveText('3')
    expect(await requestsMade(page)).toBe(3)

    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: say('dap.outcomes.download') }).click()
    const saved = await readFile(await (await downloading).path(), 'utf8')
    expect(saved.match(/\/approve\/[\da-f-]{73}/g)).toHaveLength(3)
  })

  test('is left and found again where it was', async ({ page, signInAs }) => {
    const say = await signInAs('direct.admin')
    const { items } = await call<{ items: DapCustomer[] }>(page, 'GET', '/api/delegated-admin/dap?limit=1')
    await page.goto('/delegated-admin/dap?move=1')
    await choose(page, say, items.map(({ customer }) => customer.displayName))
    await page.getByRole('link', { name: say('dap.title') }).click()
    await expect(page.getByText(say('dap.notice.checked'))).toBeVisible()
    await page.getByRole('link', { name: say('dap.notice.show') }).click()
    await page.getByRole('button', { name: say('dap.move.run', { count: 1 }) }).click()
    await expect(countOf(page, say('dap.outcome.created'))).toHaveText('1')

    // Another name would be a second request, which the page says first.
    await page.getByRole('button', { name: say('dap.move.another') }).click()
    await page.getByLabel(say('dap.move.prefix')).fill('Once-more')
    await choose(page, say, items.map(({ customer }) => customer.displayName))
    await expect(countOf(page, say('dap.outcome.would_create'))).toHaveText('1')
    await expect(page.getByText(say('dap.advice.same_roles_asked'))).toBeVisible()
  })
})

test('in China DAP is listed, and why it is not moved is said', async ({ page, signInAs }) => {
  const say = await signInAs('provider-cn.admin', '/delegated-admin/dap')
  const button = page.getByRole('button', { name: say('dap.move') })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription(/BR-77/)
  await expect(page.getByText(say('dap.ends.who.office_365_by_21vianet'))).toBeVisible()
  await expect(page.getByText(say('dap.leaves.subscriptions'))).toBeVisible()
  for (const id of ['dap.leaves.granular_relationships', 'dap.loses.unless', 'dap.column.gdap', 'dap.gdap.none', 'dap.legend.decides'])
    await expect(page.getByText(say(id), { exact: true })).toHaveCount(0)
})

test('a customer reads why this is not for it', async ({ page, signInAs }) => {
  const say = await signInAs('customer.globaladmin', '/delegated-admin/dap')
  await expect(page.getByText(say('refusal.gdap.customer_cannot_request'))).toBeVisible()
  await expect(page.getByRole('link', { name: say('dap.to_my_partners') })).toBeVisible()
})
