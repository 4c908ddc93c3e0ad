import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { fact, goTo } from '../steps.ts'
import type { Say } from '../words.ts'

const fileOf = (name: string) => fileURLToPath(new URL(`partner-center/${name}`, import.meta.url))
const export5000 = fileOf('partner-center-customers.csv')
const messy = fileOf('partner-center-customers-messy.csv')
const strayQuotes = fileURLToPath(new URL('../../server/app/customers/import/testdata/stray-quotes-2.csv', import.meta.url))

test.use({ changes: true })

async function choose(page: Page, say: Say, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: say('customers.import.choose') }).click()
  await (await chooser).setFiles(file)
}

async function chooseBytes(page: Page, say: Say, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: say('customers.import.choose') }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer })
}

async function expectCounts(page: Page, say: Say, counts: Record<string, string>): Promise<void> {
  for (const [name, count] of Object.entries(counts)) await expect(fact(page, say(`customers.import.${name}`))).toHaveText(count)
}

const whole = 'a provider looks at what its customer list would change, imports it, and finds nothing left to do'
test(whole, { tag: '@every-host' }, async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/')
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
  await expect(page.getByText(say('customers.import.rows_none_did'))).toBeVisible()

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

test('a list of which no row can be taken says so, and what to do', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/customers/import')
  const rows = ['1,Contoso,c.example,Advisor', ',Fabrikam,f.example,Advisor']
  await chooseBytes(page, say, 'bad.csv', Buffer.from(['Microsoft ID,Company name,Primary domain name,Relationship', ...rows].join('\n')))
  await expectCounts(page, say, { created: '0', unchanged: '0', rejected: '2' })
  await expect(page.getByText(say('customers.import.none_would'))).toBeVisible()
  await expect(page.getByText(say('customers.import.nothing_would'))).toBeHidden()
  await page.getByRole('button', { name: say('customers.import.another') }).click()
  await chooseBytes(page, say, 'none.csv', Buffer.from('Microsoft ID,Company name,Primary domain name,Relationship\n'))
  await expect(page.getByText(say('customers.import.no_rows'))).toBeVisible()
  await expect(page.getByText(say('customers.import.rows_none'))).toBeHidden()
})

test('a file that the server cannot use is refused in place, with its sentence, and another can be chosen', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/customers/import')
  await chooseBytes(page, say, 'bars.csv', Buffer.from('Microsoft ID|Company name|Primary domain name|Relationship\n'))
  await expect(page.getByRole('alert')).toContainText(say('problem.import.no_separator'))
  await expect(page.getByRole('alert')).toContainText('bars.csv')
  await choose(page, say, strayQuotes)
  await expectCounts(page, say, { created: '1' })
})

const idOf = (number: number) => `6b3e7e06-99a9-482a-ac8b-${String(number).padStart(12, '0')}`

test('a list that is not Unicode is shown with its names in each encoding, and imported as a person confirms', async (
  { page, signInAs, expectAccessible },
) => {
  const say = await signInAs('provider.sales', '/customers/import')
  const names = ['Größe & Söhne', 'Bäckerei Weiß', 'Müller AG']
  const rows = names.map((name, index) => `${idOf(index)};${name};c${index}.example;Cloud Reseller`)
  const text = ['Microsoft-ID;Firmenname;Primärer Domänenname;Beziehung', ...rows].join('\r\n')
  await chooseBytes(page, say, 'alt.csv', Buffer.from(text, 'latin1'))
  await expect(page.getByRole('heading', { name: say('customers.import.encoding.title') })).toBeVisible()
  const western = page.getByRole('radio', { name: say('customers.import.encoding.windows-1252') })
  await expect(western).toBeChecked()
  await expect(western).toHaveAccessibleDescription(/Größe & Söhne.*Bäckerei Weiß.*Müller AG/)
  await expectAccessible(page)
  await page.getByRole('radio', { name: say('customers.import.encoding.windows-1251') }).check()
  await western.check()
  await page.getByRole('button', { name: say('customers.import.encoding.confirm') }).click()
  await expectCounts(page, say, { created: '3', rejected: '0' })
  await page.getByRole('button', { name: say('customers.import.start', { count: 3 }) }).click()
  await expect(page.getByRole('heading', { name: say('customers.import.did_change') })).toBeVisible()
  await expectCounts(page, say, { created: '3', rejected: '0' })
})

test('where nobody knows the columns a person says which is which, once for all files with that header', async (
  { page, signInAs, expectAccessible },
) => {
  const say = await signInAs('provider.sales', '/customers/import')
  const rowOf = (number: number) => `1;Contoso ${number};c.example;Advisor;${idOf(number)}`
  const list = (number: number) => Buffer.from(`Report\nNr;Betrieb;Seite;Art;Mandant\n${rowOf(number)}\n`)
  const column = (name: string) => page.getByRole('combobox', { name: say(`customers.import.mapping.of.${name}`), exact: true })
  await chooseBytes(page, say, 'own.csv', list(11))
  await expect(page.getByRole('heading', { name: say('customers.import.mapping.title') })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Contoso 11' })).toBeVisible()
  await column('companyName').selectOption('Betrieb')
  await column('domain').selectOption('Betrieb')
  await page.getByRole('button', { name: say('customers.import.mapping.confirm') }).click()
  await expect(column('id')).toBeFocused()
  await expect(column('id')).toHaveAccessibleDescription(say('customers.import.mapping.missing'))
  await expect(column('domain')).toHaveAccessibleDescription(say('customers.import.mapping.twice'))
  await expectAccessible(page)
  await column('id').selectOption('Mandant')
  await column('domain').selectOption('Seite')
  await column('relationship').selectOption('Art')
  await page.getByRole('button', { name: say('customers.import.mapping.confirm') }).click()
  await expectCounts(page, say, { created: '1', rejected: '0' })

  await page.getByRole('button', { name: say('customers.import.another') }).click()
  await chooseBytes(page, say, 'next.csv', list(12))
  await expectCounts(page, say, { created: '1', rejected: '0' })
  await expect(page.getByText(say('customers.import.mapping.used'))).toBeVisible()
  await page.getByRole('button', { name: say('customers.import.mapping.again') }).click()
  await expect(column('id')).toHaveValue('5')
})
