import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { fact, goTo } from './steps.ts'
import type { Say } from './words.ts'

const fileOf = (name: string) => fileURLToPath(new URL(`partner-center/${name}`, import.meta.url))
const export5000 = fileOf('partner-center-customers.csv')
const messy = fileOf('partner-center-customers-messy.csv')
const strayQuotes = fileURLToPath(new URL('../server/app/testdata/stray-quotes-2.csv', import.meta.url))

test.use({ changes: true })

async function choose(page: Page, say: Say, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: say('customers.import.choose') }).click()
  await (await chooser).setFiles(file)
}

async function expectCounts(page: Page, say: Say, counts: Record<string, string>): Promise<void> {
  for (const [name, count] of Object.entries(counts)) await expect(fact(page, say(`customers.import.${name}`))).toHaveText(count)
}

const whole = 'a provider looks at what its customer list would change, imports it, and finds nothing left to do'
test(whole, { tag: '@every-host' }, async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  await goTo(page, say('app.nav.customers'))
  await page.getByRole('link', { name: say('customers.import.title') }).click()
  await choose(page, say, export5000)
  await expect(page.getByRole('heading', { name: say('customers.import.would_change') })).toBeVisible()
  await expectCounts(page, say, { created: '5,000', updated: '0', rejected: '0' })

  await page.goto('/customers')
  await expect(page.getByText(say('customers.total', { count: 300 }))).toBeVisible()
  await page.getByRole('link', { name: say('customers.import.title') }).click()
  await choose(page, say, export5000)
  await page.getByRole('button', { name: say('customers.import.start', { count: 5000 }) }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('heading', { name: say('customers.import.did_change') })).toBeVisible({ timeout: 60_000 })
  await expectCounts(page, say, { created: '5,000', rejected: '0' })

  await page.getByRole('button', { name: say('customers.import.another') }).click()
  await choose(page, say, export5000)
  await expect(page.getByText(say('customers.import.nothing_would'))).toBeVisible()
  await expectCounts(page, say, { created: '0', updated: '0', unchanged: '5,000' })
})

test('the troubles of a messy list are told row by row, and its good rows are taken', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/customers/import')
  await choose(page, say, messy)
  await expect(page.getByRole('heading', { name: say('customers.import.would_change') })).toBeVisible()
  const countOf = async (name: string) => Number(await fact(page, say(`customers.import.${name}`)).innerText())
  const created = await countOf('created')
  const taken = created + (await countOf('updated')) + (await countOf('unchanged'))
  const report = page.getByRole('grid', { name: say('customers.import.rows') })
  const line5 = report.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '5', exact: true }) })
  await expect(line5).toContainText(say('customers.import.is_rejected'))
  await page.getByRole('button', { name: say('customers.import.start', { count: taken }) }).click()
  await expect(page.getByRole('heading', { name: say('customers.import.did_change') })).toBeVisible()
  await expect(fact(page, say('customers.import.created'))).toHaveText(String(created))
  await page.getByRole('button', { name: say('customers.import.another') }).click()
  await choose(page, say, messy)
  await expect(page.getByText(say('customers.import.nothing_would'))).toBeVisible()
})

test('lines that a stray quotation mark ran together are named, and the other rows are taken', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/customers/import')
  await choose(page, say, strayQuotes)
  await expectCounts(page, say, { created: '1', rejected: '0', ranges: '3' })
  const report = page.getByRole('grid', { name: say('customers.import.rows') })
  const lines = report.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '2–4', exact: true }) })
  await expect(lines).toContainText(say('customers.import.is_range'))
  await expect(lines).toContainText(say('problem.import.quote_over_rows', { line: 2, lastLine: 4 }))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: say('customers.import.download') }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain('2–4,')
  await page.getByRole('button', { name: say('customers.import.start', { count: 1 }) }).click()
  await expect(page.getByRole('heading', { name: say('customers.import.did_change') })).toBeVisible()
  await expectCounts(page, say, { created: '1', ranges: '3' })
})
