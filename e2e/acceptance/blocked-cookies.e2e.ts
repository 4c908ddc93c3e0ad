import { expect, test } from '../fixtures.ts'
import { chooseAccount, heading, invite, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')

test('who blocks cookies reads that and what to do, also on the way to an invitation', async ({
  world, page, visitor, expectAccessible,
}) => {
  const maker = await visitor()
  await signIn(maker, 'provider.sales')
  const { link } = await invite(maker)

  // Simulates a browser that blocks cookies: it keeps none, and storage throws.
  await page.context().route('**/api/**', async (route) => {
    const answer = await route.fetch()
    await page.context().clearCookies()
    const { 'set-cookie': _dropped, ...headers } = answer.headers()
    await route.fulfill({ response: answer, headers })
  })
  await page.addInitScript(() => {
    for (const storage of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, storage, { get: () => { throw new DOMException('Access is denied.', 'SecurityError') } })
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: (given: string) => { void given } })
  })
  const said = page.getByRole('alert').filter({ hasText: en('session.not_kept.cookies.title') })
  await page.goto('/sign-in')
  await chooseAccount(page, 'provider.sales')
  await expect(said).toContainText(en('session.not_kept.cookies.text', { host: new URL(world.url).host }))
  await expect(heading(page, en('session.sign_in.title'))).toBeVisible()
  await expect(page.getByText(en('app.signed_out.ended'))).toHaveCount(0)
  await expectAccessible(page)

  await page.goto(link)
  await page.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(page, 'newcustomer.globaladmin')
  await expect(said).toBeVisible()

  await page.context().unrouteAll({ behavior: 'wait' })
  await chooseAccount(page, 'newcustomer.globaladmin')
  await expect(page.getByRole('button', { name: en('acceptance.accept'), exact: true })).toBeVisible()
})
