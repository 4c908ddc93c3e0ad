import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { heading, settled } from '../steps.ts'

test.use({ spoiled: true })

const focused = (page: Page) => page.locator(':focus')

const narrowed: [path: string, clear: string][] = [
  ['/customers?search=tailspin', 'customers.filter.clear'],
  ['/customers?search=nobody-is-called-so', 'customers.filter.clear'],
  ['/invitations?state=sent', 'invitations.list.clear'],
  ['/delegated-admin?search=support', 'gdap-board.filter.clear'],
  ['/delegated-admin/roles?search=password', 'role-templates.filter.clear'],
]

for (const [path, clear] of narrowed)
  test(`what clears ${path} gives the focus to the count when it goes`, async ({ page, signInAs }) => {
    const say = await signInAs('provider.admin', path)
    await settled(page)
    const button = page.getByRole('button', { name: say(clear) })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(button).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('status').and(focused(page))).toHaveText(/\d/)
  })

test('what empties a search field gives the focus back to it', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/customers?search=tailspin')
  await settled(page)
  await page.getByRole('button', { name: say('customers.search_clear') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox', { name: say('customers.search') })).toBeFocused()
})

test('what tries again gives the focus to the heading when it has worked', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  for (const [path, api] of [['/customers', '**/api/customers?*'], ['/partnerships', '**/api/partnerships*']] as const) {
    await page.route(api, (route) => route.abort())
    await page.goto(path)
    const retry = page.getByRole('main').getByRole('button', { name: say('ui.error.retry') }).first()
    await retry.focus()
    await page.unroute(api)
    await page.keyboard.press('Enter')
    await expect(retry).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  }
})

test('what undoes changes gives the focus on, and leaves it where a person has gone meanwhile', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/invitations/templates?language=en')
  await settled(page)
  const subject = page.getByLabel(say('kit.subject'))
  await subject.pressSequentially('!')
  const undo = page.getByRole('button', { name: say('kit.undo') })
  await undo.focus()
  await page.keyboard.press('Enter')
  await expect(undo).toHaveCount(0)
  await expect(heading(page, say('kit.templates'))).toBeFocused()
  await subject.pressSequentially('!')
  await undo.focus()
  await page.keyboard.press('Enter')
  await subject.focus()
  await page.keyboard.type('?')
  await expect(subject).toBeFocused()
})
