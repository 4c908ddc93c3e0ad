import { expect, type Page } from '@playwright/test'
import { heading, invite, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'
import { choose, expectAccessibleInBoth, test } from './issuer-fixtures.ts'

const say = wordsOf('en')
const phone = { width: 390, height: 844 }
const organization = { name: say('session.sign_in.with_organization') }

test('somebody signs in with the own organization and gets to the page that was wanted', { tag: '@every-engine' }, async ({
  somebody, accountAt, expectAccessible,
}) => {
  const sales = await accountAt('provider.sales', 'Sunhee Baek', { roles: ['SalesAgent'] })
  const page = await somebody()
  await page.goto('/customers?search=tailspin')
  await expect(heading(page, say('session.sign_in.title'))).toBeVisible()
  await expectAccessibleInBoth(page, expectAccessible)
  await page.getByRole('link', organization).click()
  await choose(page, sales)
  await expect(page).toHaveURL(/\/customers\?search=tailspin$/)
  await expect(page.getByRole('row').getByRole('link')).toHaveText([/^Tailspin Toys/])

  await test.step('the sign-in stands in the list of sign-ins, and ends with it', async () => {
    const ko = wordsOf('ko')
    await page.goto('/organization/sessions')
    const list = page.getByRole('list', { name: ko('organization.sessions.list') })
    await expect(list.getByText(ko('organization.sessions.this'))).toBeVisible()
    const other = await somebody(phone)
    await other.goto('/sign-in')
    await other.getByRole('link', organization).click()
    await choose(other, sales)
    await expect(other).toHaveURL(/\/$/)
    await page.reload()
    await page.getByRole('button', { name: ko('organization.sessions.end_others') }).click()
    await page.getByRole('dialog').getByRole('button', { name: ko('organization.sessions.end_others') }).click()
    await expect(page.getByRole('status').getByText(ko('organization.sessions.others_ended'))).toBeVisible()
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await other.goto('/customers')
    await expect(heading(other, ko('session.sign_in.title'))).toBeVisible()
  })
})

test('an administrator of an unknown tenant accepts an invitation on a phone', { tag: '@every-engine' }, async ({
  somebody, stranger, expectAccessible,
}) => {
  const visitor = stranger('Hana Seo')
  const maker = await somebody()
  await maker.goto('/sign-in')
  const { link } = await invitedBy(maker)
  const page = await somebody(phone)
  await page.goto(link)
  await page.getByRole('button', { name: say('acceptance.account.sign_in') }).click()
  await page.getByRole('link', organization).click()
  await choose(page, visitor)
  await test.step('it says what it is called and where it is', async () => {
    await expect(heading(page, say('session.welcome.title'))).toBeVisible()
    await expectAccessibleInBoth(page, expectAccessible)
    const name = page.getByRole('textbox', { name: say('session.welcome.name') })
    await expect(name).toHaveValue(visitor.verified_primary_domain?.[0] ?? '')
    await name.fill('Graphic Design Institute')
    await page.getByRole('button', { name: say('session.welcome.go_on') }).click()
    await expect(page.getByText(say('session.welcome.country.missing'))).toBeVisible()
    await page.getByRole('combobox', { name: say('session.welcome.country') }).fill('South Korea')
    await page.getByRole('option', { name: 'South Korea' }).click()
    await page.getByRole('button', { name: say('session.welcome.go_on') }).click()
  })
  await test.step('nothing but the invitation is open to it', async () => {
    await expect(page).toHaveURL(link)
    await page.goto('/my-partners')
    await expect(heading(page, say('session.visiting.title'))).toBeVisible()
    await expectAccessibleInBoth(page, expectAccessible)
    await page.goto(link)
  })
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: say('acceptance.accept') }).click()
  await expect(page).toHaveURL(/\/receipts\//)
  await page.goto('/my-partners')
  await expect(page.getByText('Contoso Distribution').first()).toBeVisible()
})

test('accepting long after the sign-in asks for it once more, and comes back with nothing lost', async ({
  somebody, issuer, stranger,
}) => {
  const customer = stranger('Yuna Choi', { tenant_ctry: 'KR' })
  const maker = await somebody()
  await maker.goto('/sign-in')
  const { link } = await invitedBy(maker)
  const page = await somebody()
  await page.goto(link)
  await page.getByRole('button', { name: say('acceptance.account.sign_in') }).click()
  await page.getByRole('link', organization).click()
  issuer.faults.claims = (claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - 3_600 })
  await choose(page, customer)
  await page.getByRole('checkbox').check()
  delete issuer.faults.claims
  await page.getByRole('button', { name: say('acceptance.accept') }).click()
  await page.waitForURL((url) => url.href === link)
  await expect(page.getByRole('checkbox')).toBeChecked()
  await page.getByRole('button', { name: say('acceptance.accept') }).click()
  await expect(page).toHaveURL(/\/receipts\//)
})

test('whoever signs out at the issuer is signed out here', { tag: '@every-engine' }, async ({ somebody, issuer, accountAt }) => {
  const sales = await accountAt('provider.sales', 'Sunhee Baek', { roles: ['SalesAgent'] })
  const page = await somebody()
  await page.goto('/sign-in')
  await page.getByRole('link', organization).click()
  await choose(page, sales)
  await expect(page).toHaveURL(/\/$/)
  const away = await page.context().newPage()
  await away.goto(`${issuer.url}/session/end`)
  await away.getByRole('button', { name: /^yes/i }).click()
  await expect(page.getByRole('heading', { level: 1, name: wordsOf('ko')('app.signed_out.ended') })).toBeVisible()
})

/** An invitation of the demo's provider, made in its person's browser. */
async function invitedBy(maker: Page) {
  await signIn(maker, 'provider.sales')
  return invite(maker, { language: 'en' })
}
