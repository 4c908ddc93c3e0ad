import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '../fixtures.ts'

const csv = readFileSync(fileURLToPath(new URL('../customers/partner-center/partner-center-customers.csv', import.meta.url)), 'utf8')

test.use({ changes: true })

test('a list of 5,300 is counted honestly, walked by keys and scrolled to its end', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/')
  expect(await page.evaluate(async (body) => {
    const answer = await fetch('/api/customers/import?dryRun=false', { method: 'POST', headers: { 'content-type': 'text/csv' }, body })
    await answer.text()
    return answer.status
  }, csv)).toBe(200)
  await page.goto('/customers')
  const grid = page.getByRole('grid', { name: say('customers.title') })
  const exact = page.getByText(say('customers.total', { count: 5300 }))
  await expect(exact.or(page.getByText(say('customers.total_capped', { count: 1000 })))).toBeVisible()

  await grid.getByRole('row').nth(1).getByRole('link').focus()
  for (const [key, row] of [['ArrowDown', 3], ['ArrowDown', 4], ['ArrowUp', 3], ['Control+Home', 2]] as const) {
    await page.keyboard.press(key)
    const focused = grid.getByRole('row').and(page.locator('[aria-rowindex]')).filter({ has: page.locator(':focus') })
    await expect(focused).toHaveAttribute('aria-rowindex', String(row))
  }
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  const link = page.getByRole('link').and(page.locator(':focus'))
  const [name = '', domain = ''] = (await link.innerText()).split('\n')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
  await page.goBack()
  const before = grid.getByRole('link', { name: `${name} ${domain}` })
  await expect(before).toBeInViewport()

  await before.focus()
  await page.keyboard.press('Control+End')
  const last = grid.getByRole('row').last()
  await expect(last).toHaveAttribute('aria-rowindex', '5301')
  await expect(last.getByRole('link')).toBeVisible({ timeout: 60_000 })
  await expect(last.getByRole('link')).toBeInViewport()
})
