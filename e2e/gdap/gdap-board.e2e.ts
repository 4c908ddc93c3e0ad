import type { Page } from '@playwright/test'
import type { ExpiryBoard, GdapRelationshipOnWire } from '../../domain/gdap/schemas.ts'
import { expect, test } from '../fixtures.ts'
import { call, goTo, heading, settled } from '../steps.ts'
import type { Say } from '../words.ts'

const board = (page: Page) => call<ExpiryBoard>(page, 'GET', '/api/delegated-admin/expiry')
const listed = async (page: Page, query: string) =>
  (await call<{ items: GdapRelationshipOnWire[] }>(page, 'GET', `/api/delegated-admin/relationships?${query}`)).items
const grid = (page: Page, say: Say) => page.getByRole('grid', { name: say('gdap-board.title') })
const chart = (page: Page, say: Say) => page.getByRole('region', { name: say('gdap-board.chart') })

/** Resolves when the scene's approved relationship is active, since it counts. */
const arrived = (page: Page) =>
  expect.poll(async () => [...(await listed(page, 'status=approved')), ...(await listed(page, 'status=activating'))].length).toBe(0)

test('every column of the board leads to the relationships behind it, and the address is the view', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/')
  await arrived(page)
  await goTo(page, say('app.nav.delegated_admin'))
  await expect(heading(page, say('gdap-board.title'))).toBeFocused()
  const numbers = await board(page)
  for (const column of ['expired', 'within_7', 'within_30', 'within_90', 'later'] as const) {
    const link = chart(page, say).getByRole('link', { name: say(`gdap-board.column.${column}`) })
    await expect(link).toContainText(String(numbers[column]))
    await expect(link).toHaveAttribute('href', `/delegated-admin?bucket=${column}&sort=endDateTime`)
  }
  const later = chart(page, say).getByRole('link', { name: say('gdap-board.column.later') })
  await later.click()
  await expect(page).toHaveURL('/delegated-admin?bucket=later&sort=endDateTime')
  await expect(later).toHaveAttribute('aria-current', 'true')
  await expect(page.getByText(say('gdap-board.total', { count: numbers.later }), { exact: true })).toBeVisible()
  await chart(page, say).getByRole('link', { name: say('gdap-board.renewal.ends') }).click()
  await expect(page.getByText(say('gdap-board.total', { count: numbers.willNotRenew }), { exact: true })).toBeVisible()
  await page.goBack()
  await expect(page.getByText(say('gdap-board.total', { count: numbers.later }), { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByText(say('gdap-board.total', { count: numbers.later }), { exact: true })).toBeVisible()
  await page.getByRole('button', { name: say('gdap-board.filter.clear') }).click()
  await expect(page).toHaveURL('/delegated-admin?sort=endDateTime')
})

test('the chart is a table for whoever reads one, and no barrier to anybody', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  const numbers = await board(page)
  await page.goto('/delegated-admin?bucket=within_7')
  await chart(page, say).getByText(say('gdap-board.chart.table')).click()
  const line = chart(page, say).getByRole('row').filter({ has: page.getByRole('rowheader', { name: say('gdap-board.column.expired') }) })
  await expect(line.getByRole('cell')).toHaveText(String(numbers.expired))
  await expectAccessible(page)
})

test('the list is searched, sorted and walked by keys, and says what comes next', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/delegated-admin')
  await page.getByRole('searchbox', { name: say('gdap-board.search') }).fill('MLT_')
  await expect(grid(page, say).getByRole('rowheader')).toHaveCount(2)
  await expect(grid(page, say).getByText(say('gdap-board.row.system'))).toHaveCount(2)
  await page.getByRole('searchbox', { name: say('gdap-board.search') }).fill('spring-campaign')
  const open = grid(page, say).getByRole('row').nth(1)
  await expect(open).toContainText(say('gdap-board.row.no_tenant'))
  await expect(open).toContainText(say('gdap-board.next.lapses', { date: '' }).split(',')[0] ?? '')
  await page.getByRole('searchbox', { name: say('gdap-board.search') }).fill('nobody-is-called-so')
  await expect(page.getByText(say('gdap-board.empty.filtered.title'))).toBeVisible()
  await page.getByRole('button', { name: say('gdap-board.filter.clear') }).click()

  await grid(page, say).getByRole('button', { name: say('gdap-board.field.name') }).click()
  await expect(page).toHaveURL('/delegated-admin?sort=displayName')
  const [first, second] = await listed(page, 'sort=displayName&limit=2')
  await expect(grid(page, say).getByRole('row').nth(1)).toContainText(first?.displayName ?? '')
  await grid(page, say).getByRole('row').nth(1).getByRole('link').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link').and(page.locator(':focus'))).toContainText(second?.displayName ?? '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/delegated-admin/${second?.id}`)
})

test.describe('auto-extend of many', () => {
  test.use({ changes: true })

  test('what Global administrator blocks loses that role, and can be extended then', async ({ page, signInAs, expectAccessible }) => {
    const say = await signInAs('provider.admin')
    const [blocked] = await listed(page, 'blockedBy=global_administrator')
    const name = blocked?.displayName ?? ''
    await arrived(page)
    const { willNotRenew } = await board(page)
    await page.goto('/delegated-admin/auto-extend')
    await page.getByRole('button', { name: say('gdap-board.remove.of', { name }) }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(say('gdap-board.remove.changes.groups'))
    await expect(dialog).toContainText(say('gdap-board.remove.keeps.reseller'))
    await expect(dialog).toContainText(say('gdap-board.remove.keeps.subscriptions'))
    await expectAccessible(page)
    await dialog.getByRole('button', { name: say('gdap-board.remove.submit') }).click()

    const removed = page.getByRole('region', { name: say('gdap-board.job.remove') })
    await expect(removed.getByRole('listitem').filter({ hasText: name })).toContainText(say('gdap-board.outcome.removed'))
    await expect(page.getByRole('table', { name: say('gdap-board.renewal.blocked') })).toBeHidden()
    await expect(page.getByText(say('gdap-board.extend.chosen', { chosen: 0, count: willNotRenew }))).toBeVisible()
    await expect(removed.locator('..')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(removed.getByRole('button', { name: say('row-job.download') })).toBeFocused()
    const ready = page.getByRole('table', { name: say('gdap-board.extend.ready') })
    await expect(ready.getByRole('checkbox', { name: say('gdap-board.extend.choose', { name }), exact: true })).not.toBeChecked()
  })

  test('those chosen extend themselves after what it does was read, and no longer once it is undone', async ({
    page, signInAs, expectAccessible,
  }) => {
    const say = await signInAs('provider.admin', '/')
    const [left, other, touched] = await listed(page, 'bucket=within_7&ends=true')
    const count = (await listed(page, 'bucket=within_7&ends=true&limit=200')).length
    const boxOf = (row: GdapRelationshipOnWire | undefined) =>
      ready.getByRole('checkbox', { name: say('gdap-board.extend.choose', { name: row?.displayName ?? '' }), exact: true })
    const ready = page.getByRole('region', { name: say('gdap-board.extend.ready') })

    await test.step('nothing is chosen until somebody chooses', async () => {
      await page.goto('/delegated-admin')
      await page.getByRole('link', { name: say('gdap-board.to.auto_extend') }).click()
      await expect(heading(page, say('gdap-board.to.auto_extend'))).toBeFocused()
      await page.getByRole('link', { name: say('gdap-board.column.within_7') }).click()
      await expect(page).toHaveURL('/delegated-admin/auto-extend?bucket=within_7')
      await expect(ready.getByText(say('gdap-board.extend.chosen', { chosen: 0, count }))).toBeVisible()
      await ready.getByRole('button', { name: say('gdap-board.extend.submit', { count: 0 }) }).click()
      await expect(ready.getByText(say('gdap-board.extend.none_chosen'))).toBeVisible()
      await ready.getByRole('checkbox', { name: say('gdap-board.extend.choose_all') }).check()
      await boxOf(left).uncheck()
    })

    await test.step('a search narrows what is shown and keeps what was chosen', async () => {
      const search = page.getByRole('searchbox', { name: say('gdap-board.search') })
      await search.fill(left?.displayName ?? '')
      await expect(page).toHaveURL(/search=/)
      await expect(boxOf(left)).not.toBeChecked()
      await expect(ready.getByText(say('gdap-board.extend.chosen_hidden', { count: count - 1 }))).toBeVisible()
      await search.fill('')
      await expect(boxOf(other)).toBeChecked()
    })

    await test.step('it says how many go on for how long and who is told, before anything is done', async () => {
      await ready.getByRole('button', { name: say('gdap-board.extend.submit', { count: count - 1 }) }).click()
      const dialog = page.getByRole('dialog', { name: say('gdap-board.extend.ask.title', { count: count - 1 }) })
      await expect(dialog).toContainText(/180/)
      await expect(dialog).toContainText(say('gdap-board.extend.ask.told'))
      await expect(dialog).toContainText(other?.displayName ?? '')
      await expect(dialog).not.toContainText(left?.displayName ?? '')
      expect(await listed(page, 'bucket=within_7&ends=true&limit=200')).toHaveLength(count)
      await expectAccessible(page)
      await dialog.getByRole('button', { name: say('gdap-board.extend.submit', { count: count - 1 }) }).click()
    })

    const extended = page.getByRole('region', { name: say('gdap-board.job.extend') })
    await expect(extended.getByText(say('row-job.progress', { done: count - 1, total: count - 1 }))).toBeVisible()
    await expect(extended.getByRole('listitem').filter({ hasText: other?.displayName ?? '' }))
      .toContainText(say('gdap-board.outcome.extended'))
    const download = page.waitForEvent('download')
    await extended.getByRole('button', { name: say('row-job.download') }).click()
    expect((await download).suggestedFilename()).toBe('auto-extend.csv')
    await expect(ready.getByText(say('gdap-board.extend.chosen', { chosen: 0, count: 1 }))).toBeVisible()
    expect(await listed(page, 'bucket=within_7&ends=true')).toHaveLength(1)
    await expectAccessible(page)

    const set = (autoExtendDuration: string) =>
      call(page, 'POST', '/api/delegated-admin/auto-extend', { ids: [touched?.id], autoExtendDuration })

    await test.step('undone, exactly those end on their day again; one turned off and on meanwhile is left, with the reason', async () => {
      for (const duration of ['PT0S', 'P180D']) await set(duration)
      await extended.getByRole('button', { name: say('gdap-board.job.undo_these', { count: count - 1 }) }).click()
      const undone = page.getByRole('region', { name: say('gdap-board.job.undo') })
      await expect(undone.getByRole('listitem').filter({ hasText: other?.displayName ?? '' }))
        .toContainText(say('gdap-board.outcome.undone'))
      await expect(undone.getByText(say('row-job.progress', { done: count - 1, total: count - 1 }))).toBeVisible()
      const leftAlone = undone.getByRole('listitem').filter({ hasText: touched?.displayName ?? '' })
      await expect(leftAlone).toContainText(say('problem.gdap.changed_since'))
      await expect(undone.getByRole('button', { name: say('row-job.retry', { count: 1 }) })).toHaveCount(0)
      await expect(extended).toBeHidden()
      expect(await listed(page, 'bucket=within_7&ends=true&limit=200')).toHaveLength(count - 1)
      await expect(ready.getByText(say('gdap-board.extend.chosen', { chosen: 0, count: count - 1 }))).toBeVisible()
      await set('PT0S')
      expect(await listed(page, 'bucket=within_7&ends=true&limit=200')).toHaveLength(count)
    })
  })
})

test('a reseller sees what its provider asks its consent for, first thing', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('reseller.admin', '/delegated-admin')
  const card = page.getByRole('region', { name: say('gdap-board.consent.title') })
  await card.getByRole('link', { name: 'Southridge-by-Contoso' }).waitFor()
  await expectAccessible(page)
  await card.getByRole('link', { name: 'Southridge-by-Contoso' }).click()
  await expect(page).toHaveURL(/\/delegated-admin\/[\da-f-]+$/)
})

test('where the cloud has no granular rights the reason stands, with the way to what there is', async ({ page, signInAs }) => {
  const say = await signInAs('provider-cn.admin', '/delegated-admin')
  await expect(page.getByText(say('refusal.gdap.cloud_undocumented'))).toBeVisible()
  await expect(page.getByRole('link', { name: say('gdap-board.to.dap') })).toHaveAttribute('href', '/delegated-admin/dap')
})

test('who may not ask or extend reads why, and still sees the list', async ({ page, signInAs }) => {
  const say = await signInAs('provider.helpdesk', '/delegated-admin')
  await expect(page.getByRole('button', { name: say('gdap-board.request') }))
    .toHaveAccessibleDescription(new RegExp(say('refusal.gdap.needs_admin_agent')))
  await expect(grid(page, say).getByRole('rowheader').first()).toBeVisible()
  await page.goto('/delegated-admin/auto-extend')
  const ready = page.getByRole('region', { name: say('gdap-board.extend.ready') })
  await expect(ready.getByRole('button')).toHaveAccessibleDescription(new RegExp(say('refusal.gdap.needs_admin_agent')))
  await expect(ready.getByRole('checkbox')).toHaveCount(0)
  await expect(ready.getByRole('rowheader').first()).toBeVisible()
})

test('a customer is shown where its partners are', async ({ page, signInAs }) => {
  const say = await signInAs('customer.globaladmin', '/delegated-admin')
  await page.getByRole('link', { name: say('gdap-board.customer.link') }).click()
  await expect(page).toHaveURL('/my-partners')
})

test('home counts what ends and what is not answered, and leads there', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/')
  const tile = page.getByRole('list', { name: say('home.tile.expiring') })
  const within = (count: number) => tile.getByRole('link', { name: say('home.tile.expiring.days', { count }) })
  for (const days of [30, 90])
    await expect(within(days)).toContainText(String((await listed(page, `bucket=next_${days}&ends=true&limit=200`)).length))
  const ending = await listed(page, 'bucket=next_60&ends=true&limit=200')
  await expect(within(60)).toContainText(String(ending.length))
  await expect(page.getByRole('link', { name: say('home.tile.unanswered') })).toBeVisible()
  await within(60).click()
  await expect(page.getByText(say('gdap-board.total', { count: ending.length }), { exact: true })).toBeVisible()
})

test('both screens fit a small phone, in the dark and in forced colours', async ({ page, signInAs, expectAccessible }) => {
  await signInAs('provider.admin')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const path of ['/delegated-admin?bucket=within_30', '/delegated-admin/auto-extend']) {
    await page.goto(path)
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await expectAccessible(page)
  }
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/delegated-admin')
  await settled(page)
  await expectAccessible(page)
})
