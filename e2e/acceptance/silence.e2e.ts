import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { askForRights, call, chooseAccount, goTo, heading, invite, resellerOf, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')

test.use({ changes: true, spoiled: true })

/** Counts calls that would do the work, not those that ask for its outcome. */
function countWrites(page: Page, path: RegExp): () => number {
  let writes = 0
  page.on('request', (request) => {
    const asks = 'idempotency-recall' in request.headers()
    if (request.method() === 'POST' && path.test(request.url()) && !asks) writes++
  })
  return () => writes
}

const openAndSignIn = async (phone: Page, link: string) => {
  await phone.goto(link)
  await phone.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(phone, 'newcustomer.globaladmin')
  await phone.getByRole('checkbox').check()
}
const acceptButton = (phone: Page) => phone.getByRole('button', { name: en('acceptance.accept'), exact: true })

test('nothing is fetched between reading the whole page and sending the answer', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const { link } = await invite(page)
  const phone = await visitor('phone')
  await openAndSignIn(phone, link)
  const asked: string[] = []
  await phone.route(/\.(?:js|css)$/, (route) => {
    asked.push(route.request().url())
    return route.abort()
  })
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await expect(phone.getByRole('heading', { name: en('acceptance.decline.title') })).toBeFocused()
  await phone.getByRole('button', { name: en('acceptance.decline.back') }).click()
  await phone.route(/\/accept$/, (route) => route.abort())
  await acceptButton(phone).click()
  await expect(phone.getByRole('heading', { name: en('acceptance.unknown.title') })).toBeFocused()
  expect(asked).toEqual([])
})

test('what answering needs and cannot be fetched is tried again, in words', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const { link } = await invite(page)
  for (const missing of [/\/answering-[^/]+\.js$/, /\/answer-[^/]+\.js$/]) {
    const phone = await visitor('phone')
    await phone.route(missing, (route) => route.abort())
    await phone.goto(`${link}x`)
    await expect(phone.getByText(en('ui.error.code.text'))).toBeVisible()
    await phone.goto(link)
    // What fails while the way to sign in is fetched is not needed there.
    const leads = phone.waitForRequest('**/api/session/ways*')
    await phone.route(missing, async (route) => {
      await leads
      await route.abort()
    })
    await phone.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
    await chooseAccount(phone, 'newcustomer.globaladmin')
    await expect(phone.getByText(en('ui.error.code.text'))).toBeVisible()
    await phone.unroute(missing)
    await phone.getByRole('button', { name: en('ui.error.retry') }).click()
    await expect(acceptButton(phone)).toBeVisible()
  }
})

test('an answer that arrived, though its receipt did not, is found by asking', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const { link } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  const phone = await visitor('phone')
  await openAndSignIn(phone, link)
  const writes = countWrites(phone, /\/accept$/)
  await phone.route(/\/accept$/, async (route) => {
    await route.fetch()
    await route.abort()
  }, { times: 1 })
  await acceptButton(phone).click()
  await expect(phone).toHaveURL(/\/receipts\//)
  expect(writes()).toBe(1)
})

test('an answer that never arrived is not given again unless the reader says so', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const { link } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  const phone = await visitor('phone')
  await openAndSignIn(phone, link)
  const writes = countWrites(phone, /\/accept$/)
  await phone.route(/\/accept$/, (route) => route.abort())
  await acceptButton(phone).click()
  await expect(phone.getByRole('heading', { name: en('acceptance.checking.title') })).toBeVisible()
  await expect(phone.getByRole('heading', { name: en('acceptance.unknown.title') })).toBeFocused()
  await phone.unroute(/\/accept$/)
  await phone.getByRole('button', { name: en('acceptance.unknown.check') }).click()
  await expect(phone.getByRole('alert')).toHaveText(en('acceptance.not_arrived'))
  expect(writes()).toBe(1)
  await phone.getByRole('checkbox').check()
  await acceptButton(phone).click()
  await expect(phone).toHaveURL(/\/receipts\//)
  expect(writes()).toBe(2)
})

test('what became of an answer is asked by itself once the connection returns', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const { link } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  const phone = await visitor('phone')
  await openAndSignIn(phone, link)
  await phone.context().setOffline(true)
  await acceptButton(phone).click()
  await expect(phone.getByRole('heading', { name: en('acceptance.unknown.title') })).toBeFocused()
  await phone.context().setOffline(false)
  await expect(phone.getByRole('alert')).toHaveText(en('acceptance.not_arrived'))
})

test('so is an approval of admin rights', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.admin')
  const [{ id: arriving }, { id: lost }] = [await askForRights(page, 'Arrives'), await askForRights(page, 'Is-lost')]
  const phone = await visitor('phone')
  const say = await signIn(phone, 'customer.globaladmin', '/')
  const writes = countWrites(phone, /\/approve$/)
  const approve = phone.getByRole('button', { name: say('approval.approve') })
  const granted = heading(phone, say('approval.granted.title', { partner: 'Contoso Distribution' }))
  await phone.goto(`/approve/${arriving}`)
  await phone.route(/\/approve$/, async (route) => {
    await route.fetch()
    await route.abort()
  }, { times: 1 })
  await approve.click()
  await expect(granted).toBeFocused()
  expect(writes()).toBe(1)

  await phone.goto(`/approve/${lost}`)
  await phone.route(/\/approve$/, (route) => route.abort())
  await approve.click()
  await expect(phone.getByRole('heading', { name: say('acceptance.unknown.title') })).toBeFocused()
  await phone.unroute(/\/approve$/)
  await phone.getByRole('button', { name: say('acceptance.unknown.check') }).click()
  await expect(phone.getByRole('alert')).toHaveText(say('acceptance.not_arrived'))
  expect(writes()).toBe(2)
  await approve.click()
  await expect(granted).toBeFocused()
  expect(writes()).toBe(3)
})

test('a create without an answer still shows its link, once', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/')
  await goTo(page, say('app.nav.invitations'))
  await page.getByRole('link', { name: say('invitations.new') }).click()
  const writes = countWrites(page, /\/api\/invitations$/)
  await page.route(/\/api\/invitations$/, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    await route.abort()
  }, { times: 1 })
  await page.getByRole('radio', { name: say('invitations.new.who.reusable') }).check()
  await page.getByRole('button', { name: say('invitations.new.submit') }).click()
  await expect(page.getByLabel(say('invitations.made.link'))).toHaveValue(/\/accept\//)
  expect(writes()).toBe(1)
})

test('a forward that something in between answered for is found on the next press, and not sent twice', async ({
  page, signInAs, visitor,
}) => {
  await signInAs('provider.sales')
  const { id } = await invite(page, { delivery: 'via_reseller', resellerId: await resellerOf(page, 'Litware Resell') })
  const reseller = await visitor()
  const say = await signIn(reseller, 'reseller.admin', `/invitations/${id}`)
  const writes = countWrites(reseller, /\/forward$/)
  await reseller.route(/\/forward$/, async (route) => {
    if ('idempotency-recall' in route.request().headers()) return route.abort()
    await route.fetch()
    await route.fulfill({ status: 504, contentType: 'text/html', body: '<h1>Gateway timeout</h1>' })
  })
  const email = reseller.getByLabel(say('invitations.forward.email'))
  const forward = reseller.getByRole('button', { name: say('invitations.forward'), exact: true })
  await email.fill('it@northwind.example')
  await forward.click()
  await expect(reseller.getByText(say('ui.act.unknown'))).toBeVisible()
  await expect(email).toHaveValue('it@northwind.example')
  await reseller.unroute(/\/forward$/)
  await forward.click()
  await expect(reseller.getByText(say('ui.act.earlier'))).toBeVisible()
  expect(writes()).toBe(1)
  await email.fill('admin@northwind.example')
  await forward.click()
  await expect(reseller.getByRole('status').filter({ hasText: say('invitations.forward.done') })).toBeVisible()
  await expect(email).toHaveValue('')
  expect(writes()).toBe(2)
  await expect(reseller.getByText('it@northwind.example', { exact: false })).toHaveCount(1)
})

test('an invitation that was made after all is shown before another is', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  await page.goto('/invitations/new')
  const writes = countWrites(page, /\/api\/invitations$/)
  await page.route(/\/api\/invitations$/, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    if ('idempotency-recall' in route.request().headers()) return route.abort()
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('radio', { name: say('invitations.new.who.reusable') }).check()
  const submit = page.getByRole('button', { name: say('invitations.new.submit') })
  await submit.click()
  await expect(page.getByText(say('invitations.new.unknown'))).toBeVisible()
  await page.unroute(/\/api\/invitations$/)
  await page.getByLabel(say('invitations.new.language')).selectOption('de')
  await submit.click()
  await expect(page.getByText(say('invitations.new.earlier'))).toBeVisible()
  expect(writes()).toBe(1)
  await page.getByRole('button', { name: say('invitations.new.earlier.show') }).click()
  await expect(page.getByLabel(say('invitations.made.link'))).toHaveValue(/\/accept\//)
})

test('a forward whose answer was lost is not done again after the page was loaded anew: its first answer is told', async ({
  page, signInAs, visitor,
}) => {
  await signInAs('provider.sales')
  const { id } = await invite(page, { delivery: 'via_reseller', resellerId: await resellerOf(page, 'Litware Resell') })
  const reseller = await visitor()
  const say = await signIn(reseller, 'reseller.admin', `/invitations/${id}`)
  const writes = countWrites(reseller, /\/forward$/)
  const keys = new Set<string | undefined>()
  await reseller.route(/\/forward$/, async (route) => {
    if ('idempotency-recall' in route.request().headers()) return route.abort()
    keys.add(route.request().headers()['idempotency-key'])
    await route.fetch()
    await route.abort()
  })
  const forward = async () => {
    await reseller.getByLabel(say('invitations.forward.email')).fill('it@northwind.example')
    await reseller.getByRole('button', { name: say('invitations.forward'), exact: true }).click()
  }
  await forward()
  await expect(reseller.getByText(say('ui.act.unknown'))).toBeVisible()
  await reseller.unroute(/\/forward$/)
  await reseller.reload()
  await reseller.route(/\/forward$/, (route) => {
    keys.add(route.request().headers()['idempotency-key'])
    return route.continue()
  })
  await forward()
  await expect(reseller.getByRole('status').filter({ hasText: say('invitations.forward.done') })).toBeVisible()
  expect([writes(), keys.size]).toEqual([2, 1])
  expect((await call<{ forwards: unknown[] }>(reseller, 'GET', `/api/invitations/${id}`)).forwards).toHaveLength(1)
})

test('an invitation whose link was lost is found after the page was loaded anew, and not made twice', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  const made = async () => (await call<{ items: unknown[] }>(page, 'GET', '/api/invitations?limit=200')).items.length
  const before = await made()
  await page.goto('/invitations/new')
  await page.route(/\/api\/invitations$/, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    if (!('idempotency-recall' in route.request().headers())) await route.fetch()
    await route.abort()
  })
  const submit = async () => {
    await page.getByRole('radio', { name: say('invitations.new.who.reusable') }).check()
    await page.getByRole('button', { name: say('invitations.new.submit') }).click()
  }
  await submit()
  await expect(page.getByText(say('invitations.new.unknown'))).toBeVisible()
  await page.unroute(/\/api\/invitations$/)
  await page.reload()
  await submit()
  await expect(page.getByLabel(say('invitations.made.link'))).toHaveValue(/\/accept\//)
  expect(await made()).toBe(before + 1)
})
