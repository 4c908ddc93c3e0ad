import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '../fixtures.ts'
import { type JumpingPortal, startPortal } from '../hosts/portal-process.ts'
import { wordsOf } from '../words.ts'

const daysAhead = `--import=${new URL('../hosts/days-ahead.ts', import.meta.url).href}`
const said = 'app.clock_held'

/** A portal whose store's clock is three days ahead, so that neither time can be trusted. */
const test = base.extend({
  world: async ({}, use) => {
    const directory = await mkdtemp(join(tmpdir(), 'tessera-clock-'))
    const ahead = { NODE_OPTIONS: daysAhead, DAYS_AHEAD: '3' }
    await (await startPortal({ DATA_DIR: directory, ...ahead })).stop()
    const portal = await startPortal({ DATA_DIR: directory })
    await use({ url: portal.url, tabsArePeople: false, close: portal.stop })
    await portal.stop()
    await rm(directory, { recursive: true })
  },
})

test('a partner reads on every page that time waits for the operator, a customer on none', async ({
  page, signInAs, expectAccessible,
}) => {
  const english = await signInAs('provider.sales', '/customers')
  await expect(page.getByRole('main').getByText(english(said))).toBeVisible()
  await page.goto('/invitations')
  await expect(page.getByRole('main').getByText(english(said))).toBeVisible()
  await expectAccessible(page)
  const german = await signInAs('direct-de.admin', '/')
  expect(german(said)).toBe(wordsOf('de')(said))
  await expect(page.getByRole('main').getByText(german(said))).toBeVisible()
  const customers = await signInAs('customer.globaladmin', '/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(customers(said))).toHaveCount(0)
})

/** A portal whose clock is right until it jumps. */
const jumping = base.extend<{ portal: JumpingPortal }>({
  portal: async ({}, use) => {
    const directory = await mkdtemp(join(tmpdir(), 'tessera-clock-'))
    const portal = await startPortal({ DATA_DIR: directory, NODE_OPTIONS: daysAhead, DAYS_AHEAD: '-3', DAYS_AHEAD_LATER: '1' })
    await use(portal)
    await portal.stop()
    await rm(directory, { recursive: true })
  },
  world: async ({ portal }, use) => use({ url: portal.url, tabsArePeople: false, close: portal.stop }),
})

jumping('an open page hears that time waits without being loaded again', async ({ page, portal, signInAs, expectAccessible }) => {
  const english = await signInAs('provider.sales', '/customers')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(english(said))).toHaveCount(0)
  portal.jump()
  await expect(page.getByRole('main').getByText(english(said))).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
})
