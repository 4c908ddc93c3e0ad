import type { Page, Route } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { call, goTo, heading, invite, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

const apiWorker = '**/api-worker-*.js'

/** Responds with the original script after this one, which runs in the worker. */
const beginWith = (script: string) => async (route: Route) => {
  const answer = await route.fetch()
  await route.fulfill({ response: answer, body: `${script}\n${await answer.text()}` })
}

const shared = 'what is done in one tab is there in another and after a reload, until it is reset'
test(shared, { tag: '@in-browser' }, async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales', '/')
  const other = await visitor()
  await signIn(other, 'reseller.admin', '/')
  const { id } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  await page.reload()
  await page.goto(`/invitations/${id}`)
  await expect(page.getByRole('heading', { name: say('invitations.detail.named', { customer: 'Northwind Traders' }) })).toBeVisible()
  const userOf = async (tab: Page) => (await call<{ user: { email: string } }>(tab, 'GET', '/api/session')).user
  expect(await userOf(other)).not.toEqual(await userOf(page))

  await other.close()
  await page.goto('about:blank')
  await page.goto(`/invitations/${id}`)
  await expect(page.getByRole('heading', { name: say('invitations.detail.named', { customer: 'Northwind Traders' }) })).toBeVisible()

  await page.getByRole('banner').getByRole('button').last().click()
  await page.getByRole('menuitem', { name: say('app.demo.reset') }).click()
  await expect(page).toHaveURL(/\/sign-in/, { timeout: 60_000 })
  await signInAs('provider.sales')
  await page.goto(`/invitations/${id}`)
  await expect(page.getByRole('heading', { name: say('invitations.detail.not_found') })).toBeVisible()
})

test('while it starts, the page says in words what it is doing', { tag: '@in-browser' }, async ({ page, expectAccessible }) => {
  const say = wordsOf('en')
  // Another tab of this browser has the database open, so the start waits.
  await page.goto('/mark.svg')
  await page.evaluate(() => new Promise<void>((resolve) => {
    void navigator.locks.request('tessera-store', () => {
      resolve()
      return new Promise<never>(() => undefined)
    })
  }))
  const second = await page.context().newPage()
  await second.goto('/sign-in')
  await expect(second.getByRole('heading', { name: say('demo.start.title') })).toBeVisible()
  await expect(second.getByRole('status')).toHaveText(say('demo.start.waiting'))
  await expectAccessible(second)
  await page.close()
  await expect(second.getByRole('heading', { name: say('session.sign_in.title') })).toBeVisible()
})

test('what was kept and cannot be opened is told, and the demo starts anew', { tag: '@in-browser' }, async ({ page }) => {
  const say = wordsOf('en')
  await signIn(page, 'provider.sales')
  await page.goto('/mark.svg')
  await page.evaluate(emptyKeptFiles)
  await page.goto('/sign-in')
  await expect(page.getByText(say('demo.notice.anew'))).toBeVisible()
  await expect(page.getByRole('heading', { name: say('session.sign_in.title') })).toBeVisible()
})

/** Runs in the page: leaves the engine's first file empty. */
async function emptyKeptFiles(): Promise<void> {
  const done = <Value>(request: IDBRequest<Value>) => new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('refused'))
  })
  const database = await done(indexedDB.open('/pglite/tessera'))
  const files = database.transaction('FILE_DATA', 'readwrite').objectStore('FILE_DATA')
  const path = '/pglite/tessera/global/pg_control'
  const control = await done<{ contents: Uint8Array }>(files.get(path) as IDBRequest<{ contents: Uint8Array }>)
  await done(files.put({ ...control, contents: control.contents.map(() => 0) }, path))
  database.close()
}

test('a browser that keeps nothing runs the demo and says so', { tag: '@in-browser' }, async ({ page }) => {
  const say = wordsOf('en')
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
  await page.route(apiWorker, beginWith(
    'Object.defineProperty(globalThis, "indexedDB", { value: { databases: () => Promise.reject(new Error("refused")) } });'))
  await page.goto('/sign-in')
  await expect(page.getByText(say('demo.notice.memory'))).toBeVisible()
  await expect(page.getByRole('heading', { name: say('session.sign_in.title') })).toBeVisible()
})

test('a browser without room runs the demo and says so', { tag: '@in-browser' }, async ({ page, world }) => {
  const say = wordsOf('en')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: world.url, quotaSize: 1_000_000 })
  await page.goto('/sign-in')
  await expect(page.getByText(say('demo.notice.full'))).toBeVisible()
  await expect(page.getByRole('heading', { name: say('session.sign_in.title') })).toBeVisible()
})

test.describe('with a fault', () => {
  test.use({ spoiled: true })

  test('that is asked for, the page shows what a person would meet', { tag: '@in-browser' }, async ({ page, signInAs }) => {
    const say = await signInAs('provider.sales')
    await page.goto('/customers?fault=offline:/api/customers')
    await expect(page.getByText(say('ui.error.offline.title'))).toBeVisible()
  })

  test('the demo says that its program did not come, and goes on when it does', { tag: '@in-browser' }, async ({ page }) => {
    const say = wordsOf('en')
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
    await page.route(apiWorker, beginWith(`
      const fetched = globalThis.fetch
      globalThis.fetch = (url) => (String(url).endsWith('.wasm') ? Promise.reject(new Error('cut')) : fetched(url));`))
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { name: say('demo.failed.title') })).toBeVisible()
    await expect(page.getByRole('status')).toContainText(say('demo.failed.program'))
    await page.unroute(apiWorker)
    await page.getByRole('button', { name: say('ui.error.retry') }).click()
    await expect(page.getByRole('heading', { name: say('session.sign_in.title') })).toBeVisible()
  })

  test('the demo says that its database cannot be opened, and a reset opens a new one', { tag: '@in-browser' }, async ({
    page, expectAccessible,
  }) => {
    const say = wordsOf('en')
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
    // Once for the kept files, once for those that replace them.
    await page.route(apiWorker, beginWith(`
      let left = 2
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = function (...given) {
        if (left-- > 0) throw new Error('damaged')
        return open.apply(this, given)
      };`))
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { name: say('demo.failed.title') })).toBeVisible()
    await expect(page.getByRole('status')).toContainText(say('demo.failed.database'))
    await expect(page.getByRole('status')).toContainText('damaged')
    await expectAccessible(page)
    await page.unroute(apiWorker)
    await page.getByRole('button', { name: say('app.demo.reset') }).click()
    await expect(page.getByRole('heading', { name: say('session.sign_in.title') })).toBeVisible()
  })
})

test.describe('when the browser stops what answers', () => {
  test.use({ spoiled: true })

  const list = '/invitations?search=fair'
  const seen = (page: Page, companyName: string) => expect(page.getByRole('link', { name: companyName, exact: true })).toBeVisible()
  const answers = (page: Page) =>
    expect.poll(() => page.evaluate(() => fetch('/api/session').then(({ status }) => status, () => 0))).toBe(200)

  /** Ends the workers, as a browser short of memory does. */
  const endWorkers = async (page: Page) => {
    for (const worker of page.workers()) await worker.evaluate(() => close())
    const devtools = await page.context().browser()?.newBrowserCDPSession()
    const { targetInfos = [] } = await devtools?.send('Target.getTargets') ?? {}
    for (const { type, targetId } of targetInfos) if (type === 'shared_worker') await devtools?.send('Target.closeTarget', { targetId })
  }

  test('what hands requests over to the page goes on, again and again', { tag: '@in-browser' }, async ({ page, signInAs }) => {
    const say = await signInAs('provider.sales', list)
    await heading(page, say('invitations.title')).waitFor()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('ServiceWorker.enable')
    // One more than a session's places for streams.
    for (let time = 1; time <= 9; time += 1) {
      await devtools.send('ServiceWorker.stopAllWorkers')
      await answers(page)
      await invite(page, { customer: { companyName: `Fair number ${time}` } })
      await seen(page, `Fair number ${time}`)
    }
  })

  for (const [name, isShared] of [['that all tabs share', true], ['of a tab', false]] as const) {
    test(`the worker ${name} is begun anew, and nothing is lost`, { tag: '@in-browser' }, async ({ page, signInAs }) => {
      const say = await signInAs('provider.sales', list)
      await heading(page, say('invitations.title')).waitFor()
      await invite(page, { customer: { companyName: 'Fair of spring' } })
      if (!isShared) await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
      await page.reload()
      await seen(page, 'Fair of spring')
      await page.getByRole('searchbox').fill('fair of')
      await endWorkers(page)
      await answers(page)
      await invite(page, { customer: { companyName: 'Fair of summer' } })
      await seen(page, 'Fair of summer')
      await seen(page, 'Fair of spring')
      await expect(page.getByRole('searchbox')).toHaveValue('fair of')
      await endWorkers(page)
      await goTo(page, say('app.nav.customers'))
      await expect(page.getByRole('link', { name: /^Adventure Works/ }).first()).toBeVisible()
    })
  }

  test('a tab whose worker ended while another one waited says that it waits now, and goes on after it', { tag: '@in-browser' }, async ({
    page, signInAs,
  }) => {
    const context = page.context()
    await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
    const say = await signInAs('provider.sales', list)
    await heading(page, say('invitations.title')).waitFor()
    const second = await context.newPage()
    await second.goto('/sign-in')
    // Nobody is signed in there, so it speaks the browser's language.
    const english = wordsOf('en')
    await expect(second.getByRole('status')).toHaveText(english('demo.start.waiting'))
    await endWorkers(page)
    await expect(second.getByRole('heading', { name: english('session.sign_in.title') })).toBeVisible()
    await expect(page.getByRole('status')).toHaveText(say('demo.start.waiting'))
    await second.close()
    await expect(heading(page, say('invitations.title'))).toBeVisible()
  })
})
