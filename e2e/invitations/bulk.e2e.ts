import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Invitation } from '../../domain/invitations/schemas.ts'
import { expect, test } from '../fixtures.ts'
import { call, goTo, heading, signIn } from '../steps.ts'
import type { Say } from '../words.ts'

test.use({ changes: true, spoiled: true })

const list = [
  'Company name\tDomain\tEmail\tCountry\tReseller\tDays',
  'Fourth Coffee\tfourthcoffee.example\tjo@fourthcoffee.example\tKR\t\t',
  'Alpine Ski House\talpineski.example\t\t\tLitware Resell\t60',
  'Relecloud\trelecloud.example\t\tAtlantis\t\t',
  '=cmd\tbellows.example\t\t\t\t',
  'Margie Travel\tmargie.example\t\tBrazil\t\t',
  'Wide World Importers\twideworld.example\t\tKR\t\t14',
].join('\n')

const invitationsMade = async (page: Page) =>
  (await call<{ total: { count: number } }>(page, 'GET', '/api/invitations?limit=1')).total.count

const rowOf = (page: Page, say: Say, customer: string) =>
  page.getByRole('grid', { name: say('bulk.rows') }).getByRole('row').filter({ hasText: customer })

const countOf = (page: Page, outcome: string) =>
  page.getByRole('term').filter({ hasText: new RegExp(`^${outcome}$`) }).locator('..').getByRole('definition')

test('a list is pasted, checked, made once although an answer is lost, and saved', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.sales', '/')
  const before = await invitationsMade(page)
  await goTo(page, say('app.nav.invitations'))
  await page.getByRole('link', { name: say('bulk.open') }).click()
  await expect(heading(page, say('bulk.title'))).toBeVisible()
  await page.getByRole('textbox', { name: say('bulk.list.label') }).fill(list)
  await expectAccessible(page)
  await page.getByRole('button', { name: say('bulk.check') }).click()

  await expect(page.getByRole('heading', { name: say('bulk.checked') })).toBeVisible()
  await expect(rowOf(page, say, 'Relecloud')).toContainText(say('bulk.problem.country', { value: 'Atlantis' }))
  await expect(rowOf(page, say, 'Margie Travel')).toContainText(say('ui.reason.rule', { rule: 'BR-39' }))
  await page.getByRole('checkbox', { name: say('bulk.only_problems', { count: 2 }) }).check()
  await expect(rowOf(page, say, 'Fourth Coffee')).toBeHidden()
  await expect(rowOf(page, say, 'Relecloud')).toBeVisible()
  await expectAccessible(page)
  expect(await invitationsMade(page)).toBe(before)

  const apart = page.getByRole('region', { name: say('bulk.apart', { count: 1 }) })
  await expect(countOf(page, say('bulk.outcome.already_invited'))).toHaveText('1')
  await expect(rowOf(page, say, 'Alpine Ski House')).toHaveCount(0)
  const meant = apart.getByRole('checkbox', { name: say('bulk.apart.row', { line: '3', customer: 'Alpine Ski House' }) })
  await expect(meant).not.toBeChecked()
  const open = apart.getByRole('link', { name: say('bulk.apart.show.of', { customer: 'Alpine Ski House' }) })
  await expect(open).toHaveAttribute('href', /\/invitations\/[\da-f-]{36}$/)
  await expect(page.getByRole('button', { name: say('bulk.create', { count: 3 }) })).toBeVisible()
  await meant.check()

  // The server makes them, but its response is lost.
  await page.route('**/api/invitations/bulk', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: say('bulk.create', { count: 4 }) }).click()
  await expect(page.getByText(say('bulk.stopped.unknown'))).toBeVisible()
  expect(await invitationsMade(page)).toBe(before + 4)
  await page.unroute('**/api/invitations/bulk')

  await page.reload()
  await expect(page.getByText(say('bulk.stopped.interrupted'))).toBeVisible()
  await page.getByRole('button', { name: say('bulk.continue') }).click()
  await expect(page.getByRole('heading', { name: say('bulk.done') })).toBeVisible()
  await expect(countOf(page, say('bulk.outcome.already_created'))).toHaveText('4')
  expect(await invitationsMade(page)).toBe(before + 4)

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: say('bulk.download') }).click()
  const saved = await readFile(await (await downloading).path(), 'utf8')
  expect(saved.startsWith('\uFEFF')).toBe(true)
  expect(saved.match(/\/accept\/[\w-]{43}/g)).toHaveLength(4)
  expect(saved).toContain(`"'=cmd"`)

  const { items } = await call<{ items: Invitation[] }>(page, 'GET', '/api/invitations?limit=4')
  const alpine = items.find(({ customer }) => customer?.companyName === 'Alpine Ski House')
  expect(alpine).toMatchObject({ delivery: 'via_reseller', state: 'sent', reseller: { displayName: 'Litware Resell' } })
})

test('a list that was left is still there, and a mended row is made beside those that were', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  await page.goto('/invitations/bulk')
  await page.getByRole('textbox', { name: say('bulk.list.label') }).fill(list)
  await page.getByRole('button', { name: say('bulk.check') }).click()
  await page.getByRole('button', { name: say('bulk.create', { count: 3 }) }).click()
  await expect(page.getByRole('heading', { name: say('bulk.done') })).toBeVisible()
  await expect(countOf(page, say('bulk.outcome.already_invited'))).toHaveText('1')
  await goTo(page, say('app.nav.invitations'))
  await page.getByRole('link', { name: say('bulk.open') }).click()
  await page.getByRole('button', { name: say('bulk.back') }).click()
  await page.getByRole('textbox', { name: say('bulk.list.label') }).fill(list.replace('Atlantis', 'South Korea'))
  await page.reload()
  await page.getByRole('button', { name: say('bulk.check') }).click()
  await page.getByRole('button', { name: say('bulk.create', { count: 1 }) }).click()
  await expect(page.getByRole('heading', { name: say('bulk.done') })).toBeVisible()
  await expect(countOf(page, say('bulk.outcome.created'))).toHaveText('1')
  await expect(countOf(page, say('bulk.outcome.already_created'))).toHaveText('3')
})

test('the same list pasted again invites nobody twice', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/')
  const rows = ['Company name\tDomain', 'Adatum\tadatum.example', 'Proseware\tproseware.example', 'Adatum again\tADATUM.example'].join('\n')
  const paste = async () => {
    await page.getByRole('textbox', { name: say('bulk.list.label') }).fill(rows)
    await page.getByRole('button', { name: say('bulk.check') }).click()
  }
  await page.goto('/invitations/bulk')
  await paste()
  const apart = (count: number) => page.getByRole('region', { name: say('bulk.apart', { count }) })
  await expect(apart(1)).toContainText(say('bulk.apart.repeats', { line: '2' }))
  await page.getByRole('button', { name: say('bulk.create', { count: 2 }) }).click()
  await expect(page.getByRole('heading', { name: say('bulk.done') })).toBeVisible()
  const before = await invitationsMade(page)
  await page.getByRole('button', { name: say('bulk.new') }).click()
  await paste()
  await expect(apart(3).getByRole('checkbox')).toHaveCount(3)
  await expect(page.getByText(say('bulk.nothing'))).toBeVisible()
  await apart(3).getByRole('checkbox').first().check()
  await page.getByRole('button', { name: say('bulk.create', { count: 1 }) }).click()
  await expect(page.getByRole('heading', { name: say('bulk.done') })).toBeVisible()
  expect(await invitationsMade(page)).toBe(before + 1)
})

test('whoever signs in next finds nothing of a list, in no tab of the browser', async ({ page, context, signInAs }) => {
  const say = await signInAs('provider.sales', '/')
  const kept = (tab: Page) => tab.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
  const paste = async (tab: Page) => {
    await tab.goto('/invitations/bulk')
    await tab.getByRole('textbox', { name: say('bulk.list.label') }).fill(list)
    await expect.poll(() => kept(tab)).toContain('fourthcoffee.example')
  }
  await paste(page)
  const other = await context.newPage()
  // Where each tab is a person, this one signs in itself.
  await signIn(other, 'provider.sales', '/')
  await paste(other)

  await page.getByRole('button', { name: say('app.person', { name: 'Minseo Bae' }) }).click()
  await page.getByRole('menuitem', { name: say('app.sign_out') }).click()
  await expect(page.getByRole('heading', { name: say('app.signed_out.by_you') })).toBeVisible()
  expect(await kept(page)).not.toContain('fourthcoffee')
  await expect.poll(() => kept(other)).not.toContain('fourthcoffee')

  const sayNext = await signIn(page, 'provider.admin')
  await page.goto('/invitations/bulk')
  await expect(page.getByRole('textbox', { name: sayNext('bulk.list.label') })).toHaveValue('')
  expect(await kept(page)).not.toContain('fourthcoffee')
})
