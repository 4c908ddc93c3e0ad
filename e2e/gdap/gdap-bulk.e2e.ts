import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { call, heading } from '../steps.ts'
import type { Say } from '../words.ts'

test.use({ changes: true, spoiled: true })

const tenant = '9f7c1d7e-6a70-4f7e-8f5d-2b6a3f0c9d11'
const list = ['tailspintoys.example', 'Lamna 병원', 'Nobody at all', tenant, 'Tailspin Toys'].join('\n')

const madeSoFar = async (page: Page) =>
  (await call<{ total: { count: number } }>(page, 'GET', '/api/delegated-admin/relationships?limit=1')).total.count

const rowOf = (page: Page, say: Say, customer: string) =>
  page.getByRole('grid', { name: say('bulk.rows') }).getByRole('row').filter({ hasText: customer }).first()

const countOf = (page: Page, outcome: string) =>
  page.getByRole('term').filter({ hasText: new RegExp(`^${outcome}$`) }).locator('..').getByRole('definition')

async function fill(page: Page, say: Say, text: string): Promise<void> {
  await page.goto('/delegated-admin/bulk')
  await page.getByRole('textbox', { name: say('gdap-requests.bulk.list') }).fill(text)
  await page.getByRole('combobox', { name: say('gdap-requests.roles.template') }).selectOption('service_desk_agent')
  await expect(page.getByRole('status').filter({ hasText: 'Service-desk-agent' })).toBeVisible()
}

test('many are asked from a list: judged first, made once although an answer is lost, and saved', async ({
  page, signInAs, expectAccessible,
}) => {
  const say = await signInAs('provider.admin', '/')
  const before = await madeSoFar(page)
  await fill(page, say, list)
  await expect(page.getByText(say('gdap-requests.bulk.count', { count: 5 }))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: say('gdap-requests.bulk.check') }).click()

  await expect(page.getByRole('heading', { name: say('gdap-requests.bulk.checked') })).toBeVisible()
  await expect(rowOf(page, say, 'Tailspin Toys')).toContainText('Tailspin-Toys-Service-desk-agent')
  await expect(rowOf(page, say, 'Nobody at all')).toContainText(say('gdap-requests.bulk.problem.unknown', { value: 'Nobody at all' }))
  await expect(rowOf(page, say, tenant)).toContainText(say('gdap-requests.bulk.advice.no_reseller_relationship'))
  await expect(countOf(page, say('gdap-requests.bulk.outcome.repeated'))).toHaveText('1')
  await expectAccessible(page)
  expect(await madeSoFar(page)).toBe(before)

  // The server makes them, but its response is lost.
  await page.route('**/api/delegated-admin/bulk', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: say('gdap-requests.bulk.make', { count: 3 }) }).click()
  await expect(page.getByText(say('gdap-requests.bulk.stopped.unknown'))).toBeVisible()
  expect(await madeSoFar(page)).toBe(before + 3)
  await page.unroute('**/api/delegated-admin/bulk')

  await page.reload()
  await expect(page.getByText(say('gdap-requests.bulk.stopped.interrupted'))).toBeVisible()
  await page.getByRole('button', { name: say('gdap-requests.bulk.continue') }).click()
  await expect(page.getByRole('heading', { name: say('gdap-requests.bulk.done') })).toBeVisible()
  await expect(countOf(page, say('gdap-requests.bulk.outcome.already_created'))).toHaveText('3')
  expect(await madeSoFar(page)).toBe(before + 3)

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: say('bulk.download') }).click()
  const saved = await readFile(await (await downloading).path(), 'utf8')
  expect(saved.startsWith('\uFEFF')).toBe(true)
  expect(saved.match(/\/approve\/[\da-f-]{73}/g)).toHaveLength(3)

  await page.getByRole('link', { name: 'Tailspin Toys' }).click()
  await page.waitForURL(/\/delegated-admin\/[\da-f-]{73}$/)
})

test('customers are added from the list, a pattern names them, drafts are made; the list is still there', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/')
  await fill(page, say, '')
  const search = page.getByRole('combobox', { name: say('gdap-requests.bulk.add') })
  await search.click()
  await search.pressSequentially('tailspin')
  await page.getByRole('option', { name: /Tailspin Toys/ }).click()
  await expect(page.getByRole('textbox', { name: say('gdap-requests.bulk.list') })).toHaveValue(/\tTailspin Toys$/)
  await page.getByRole('textbox', { name: say('gdap-requests.bulk.pattern') }).fill('{domain} {roles}')
  await expect(page.getByRole('textbox', { name: say('gdap-requests.bulk.pattern') })).toHaveAccessibleDescription(
    new RegExp(say('refusal.gdap.name_form', { limit: 50 }).slice(0, 10)),
  )
  await page.getByRole('textbox', { name: say('gdap-requests.bulk.pattern') }).fill('{domain}_2027')
  await page.getByRole('checkbox', { name: say('gdap-requests.bulk.finalises') }).uncheck()
  await page.reload()
  await page.getByRole('button', { name: say('gdap-requests.bulk.check') }).click()
  await expect(rowOf(page, say, 'Tailspin Toys')).toContainText('tailspintoys_2027')
  await page.getByRole('button', { name: say('gdap-requests.bulk.make_drafts', { count: 1 }) }).click()
  await expect(page.getByText(say('gdap-requests.bulk.done.drafts'))).toBeVisible()
  await expect(countOf(page, say('gdap-requests.bulk.outcome.created'))).toHaveText('1')
  await page.getByRole('button', { name: say('gdap-requests.bulk.new') }).click()
  await expect(page.getByRole('textbox', { name: say('gdap-requests.bulk.list') })).toHaveValue('')
})

test('who may not ask reads why', async ({ page, signInAs }) => {
  const say = await signInAs('provider.helpdesk', '/delegated-admin/bulk')
  await expect(heading(page, say('gdap-requests.bulk.title'))).toBeVisible()
  await expect(page.getByText(say('refusal.gdap.needs_admin_agent'))).toBeVisible()
})
