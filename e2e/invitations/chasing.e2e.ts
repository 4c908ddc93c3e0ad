import type { Locator, Page } from '@playwright/test'
import type { Invitation } from '../../domain/invitations/schemas.ts'
import { expect, test } from '../fixtures.ts'
import { call, heading, invite, signIn } from '../steps.ts'
import type { Say } from '../words.ts'

test.use({ changes: true })

const names = ['Chased Bakery', 'Chased Cinema', 'Chased Dairy', 'Chased Forge']
const address = '/invitations?search=chased'
const grid = (page: Page, say: Say) => page.getByRole('grid', { name: say('invitations.title') })
const boxOf = (page: Page, say: Say, name: string) => page.getByRole('checkbox', { name: say('chase.choose', { name }), exact: true })
const bar = (page: Page, say: Say) => page.getByRole('region', { name: say('chase.bar') })
const stateOf = async (page: Page, id: string) => (await call<Invitation>(page, 'GET', `/api/invitations/${id}`)).state

/** Presses the key until the control has the focus, at most forty times. */
async function press(page: Page, key: string, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key)
    if ((await page.locator(':focus').and(wanted).count()) > 0) return
  }
  throw new Error(`${key} never came there.`)
}

/** Makes four invitations, the newest first: Forge, Dairy, Cinema, Bakery; withdraws Dairy. */
async function furnish(page: Page): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const companyName of names) ids[companyName] = (await invite(page, { customer: { companyName } })).id
  await call(page, 'POST', `/api/invitations/${ids['Chased Dairy'] ?? ''}/withdraw`, {})
  return ids
}

test('many are marked as sent and withdrawn by keyboard alone, each with its outcome', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.sales')
  const ids = await furnish(page)
  await page.goto(address)
  await expect(grid(page, say).getByRole('rowheader')).toHaveCount(4)

  await test.step('Space chooses a row, Shift with an arrow the next, Space in any cell its row', async () => {
    await press(page, 'Tab', boxOf(page, say, 'Chased Forge'))
    await page.keyboard.press('Space')
    await expect(bar(page, say).getByRole('status')).toHaveText(say('chase.chosen', { count: 1 }))
    await page.keyboard.press('Shift+ArrowDown')
    await expect(bar(page, say).getByRole('status')).toHaveText(say('chase.chosen', { count: 2 }))
    await expect(boxOf(page, say, 'Chased Dairy')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await expect(boxOf(page, say, 'Chased Cinema')).toBeChecked()
    await page.keyboard.press('Space')
    await expect(boxOf(page, say, 'Chased Cinema')).not.toBeChecked()
    await page.keyboard.press('Shift+Space')
    await expect(bar(page, say).getByRole('status')).toHaveText(say('chase.chosen', { count: 3 }))
    await expectAccessible(page)
  })

  await test.step('before it is done it says to how many, to how many not, and why', async () => {
    await press(page, 'Shift+Tab', page.getByRole('button', { name: say('chase.send', { count: 2 }) }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: say('chase.send.title', { count: 2 }) })
    await expect(dialog).toContainText(say('chase.share', { may: 2, count: 3 }))
    await expect(dialog.getByText(say('refusal.invitation.withdrawn'))).toHaveCount(1)
    await expectAccessible(page)
    await press(page, 'Tab', dialog.getByRole('button', { name: say('chase.send', { count: 2 }) }))
    await page.keyboard.press('Enter')
  })

  await test.step('each has its outcome; what was refused stays chosen', async () => {
    const report = page.getByRole('dialog', { name: say('chase.send.report') })
    await expect(report.getByText(say('row-job.progress', { done: 3, total: 3 }))).toBeVisible()
    await expect(report.getByRole('listitem').filter({ hasText: 'Chased Forge' })).toContainText(say('invitations.send.done'))
    await expect(report.getByRole('listitem').filter({ hasText: 'Chased Dairy' })).toContainText(say('refusal.invitation.withdrawn'))
    await expect(report.getByRole('link', { name: 'Chased Forge' })).toHaveAttribute('href', `/invitations/${ids['Chased Forge'] ?? ''}`)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(report).toHaveCount(0)
    await expect(bar(page, say).getByRole('status')).toHaveText(say('chase.chosen', { count: 1 }))
    await expect(boxOf(page, say, 'Chased Dairy')).toBeChecked()
    expect(await Promise.all(names.map((name) => stateOf(page, ids[name] ?? '')))).toEqual(['created', 'sent', 'withdrawn', 'sent'])
  })

  await test.step('all that match are withdrawn, and the focus is not lost with the bar', async () => {
    await press(page, 'Shift+Tab', page.getByRole('button', { name: say('chase.all', { count: 4 }) }))
    await page.keyboard.press('Enter')
    await press(page, 'Tab', page.getByRole('button', { name: say('chase.withdraw', { count: 3 }) }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: say('chase.withdraw.title', { count: 3 }) })
    await expect(dialog).toContainText(say('invitations.withdraw.changes.final'))
    await press(page, 'Tab', dialog.getByRole('button', { name: say('chase.withdraw', { count: 3 }) }))
    await page.keyboard.press('Enter')
    const report = page.getByRole('dialog', { name: say('chase.withdraw.report') })
    await expect(report.getByText(say('row-job.progress', { done: 4, total: 4 }))).toBeVisible()
    await page.keyboard.press('Escape')
    await press(page, 'Tab', page.getByRole('button', { name: say('chase.clear') }))
    await page.keyboard.press('Enter')
    await expect(bar(page, say)).toHaveCount(0)
    await expect(page.locator('body')).not.toBeFocused()
    expect(await Promise.all(names.map((name) => stateOf(page, ids[name] ?? '')))).toEqual(Array(4).fill('withdrawn'))
  })
})

test('what became of each is still there when the page is loaded again, until it is closed', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  await furnish(page)
  await page.goto(address)
  for (const name of ['Chased Forge', 'Chased Dairy']) await boxOf(page, say, name).check()
  await page.getByRole('button', { name: say('chase.send', { count: 1 }) }).click()
  await page.getByRole('dialog').getByRole('button', { name: say('chase.send', { count: 1 }) }).click()
  const report = page.getByRole('dialog', { name: say('chase.send.report') })
  await expect(report.getByText(say('row-job.progress', { done: 2, total: 2 }))).toBeVisible()
  const show = bar(page, say).getByRole('button', { name: say('chase.show') })
  for (const path of [address, '/invitations']) {
    await page.goto(path)
    await show.click()
    await expect(report.getByRole('listitem').filter({ hasText: 'Chased Forge' })).toContainText(say('invitations.send.done'))
    await expect(report.getByRole('listitem').filter({ hasText: 'Chased Dairy' })).toContainText(say('refusal.invitation.withdrawn'))
  }
  await page.keyboard.press('Escape')
  await expect(show).toHaveCount(0)
  await page.reload()
  await expect(grid(page, say)).toBeVisible()
  await expect(show).toHaveCount(0)
})

test('what somebody changed meanwhile is left alone, and where nothing may be done one reads why', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  const ids = await furnish(page)
  await page.goto(address)
  for (const name of ['Chased Forge', 'Chased Cinema']) await boxOf(page, say, name).check()
  await page.getByRole('button', { name: say('chase.remind', { count: 0 }) }).click()
  const nothing = page.getByRole('dialog', { name: say('chase.nothing') })
  await expect(nothing.getByText(say('refusal.invitation.not_with_customer'))).toHaveCount(1)
  await page.keyboard.press('Escape')

  const reseller = await visitor()
  const theirs = await signIn(reseller, 'reseller.admin', '/invitations?turn=customer')
  await heading(reseller, theirs('invitations.title')).waitFor()
  await reseller.getByRole('grid').getByRole('checkbox').first().check()
  await reseller.getByRole('button', { name: theirs('chase.withdraw', { count: 0 }) }).click()
  const refused = reseller.getByRole('dialog', { name: theirs('chase.nothing') })
  await expect(refused).toContainText(theirs('refusal.invitation.not_yours_to_change'))

  await page.route(`**/api/invitations/${ids['Chased Forge'] ?? ''}/withdraw`, async (route) => {
    await call(page, 'POST', `/api/invitations/${ids['Chased Forge'] ?? ''}/send`, {})
    await route.continue()
  })
  await page.getByRole('button', { name: say('chase.withdraw', { count: 2 }) }).click()
  await page.getByRole('dialog').getByRole('button', { name: say('chase.withdraw', { count: 2 }) }).click()
  const report = page.getByRole('dialog', { name: say('chase.withdraw.report') })
  await expect(report.getByRole('listitem').filter({ hasText: 'Chased Forge' })).toContainText(say('ui.act.stale'))
  await expect(report.getByRole('listitem').filter({ hasText: 'Chased Cinema' })).toContainText(say('invitations.withdraw.done'))
  await page.getByRole('button', { name: say('row-job.close') }).click()
  await expect(boxOf(page, say, 'Chased Forge')).toBeChecked()
  expect([await stateOf(page, ids['Chased Forge'] ?? ''), await stateOf(page, ids['Chased Cinema'] ?? '')]).toEqual(['sent', 'withdrawn'])
})
