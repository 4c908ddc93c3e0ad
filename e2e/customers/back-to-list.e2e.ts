import { expect, test } from '../fixtures.ts'
import { settled } from '../steps.ts'

test('a list is found as it was left: by the way up, by going back and after a reload', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/customers?sort=-companyName')
  const grid = page.getByRole('grid', { name: say('customers.title') })
  await grid.getByRole('row').nth(1).getByRole('link').focus()
  for (let pages = 0; pages < 6; pages++) await page.keyboard.press('PageDown')
  const row = page.getByRole('link').and(page.locator(':focus'))
  await expect(row).toBeInViewport()
  const name = await row.innerText()
  const before = grid.getByRole('link', { name: name.replaceAll('\n', ' ') })

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: name.split('\n')[0] ?? '' })).toBeFocused()
  await page.reload()
  await page.getByRole('main').getByRole('link', { name: say('customers.title') }).click()
  await expect(page).toHaveURL(/sort=-companyName/)
  await expect(before).toBeInViewport()

  await page.reload()
  await settled(page)
  await expect(before).toBeInViewport()

  await before.click()
  await expect(page.getByRole('heading', { level: 1, name: name.split('\n')[0] ?? '' })).toBeVisible()
  await page.goBack()
  await expect(before).toBeInViewport()
})
