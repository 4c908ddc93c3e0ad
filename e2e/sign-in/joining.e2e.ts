import { expect } from '@playwright/test'
import { heading } from '../steps.ts'
import { wordsOf } from '../words.ts'
import { choose, test } from './issuer-fixtures.ts'

const say = wordsOf('en')
const organization = { name: say('session.sign_in.with_organization') }

test('a provider invites a reseller by tenant, whose Global admin joins and is in', { tag: '@every-engine' }, async ({
  portal, somebody, stranger, accountAt, expectAccessible,
}) => {
  const founder = stranger('Hana Seo')
  const agent = await accountAt('provider.admin', 'Minseo Oh', { roles: ['AdminAgent'] })
  const provider = await somebody()
  await provider.goto('/sign-in?returnTo=%2Fpartnerships')
  await provider.getByRole('link', organization).click()
  await choose(provider, agent)
  const ko = wordsOf('ko')
  await expect(heading(provider, ko('app.nav.resellers'))).toBeVisible()
  await provider.getByRole('textbox', { name: ko('partnerships.invite.tenant') }).fill(founder.tid ?? '')
  await provider.getByRole('textbox', { name: ko('partnerships.invite.name'), exact: true }).fill('Graphic Design')
  await provider.getByRole('button', { name: ko('partnerships.invite.make') }).click()
  const told = provider.getByRole('status').filter({ hasText: '/join/' })
  await expect(told).toBeVisible()
  await expectAccessible(provider)
  const link = /https?:\S+\/join\/\S+/.exec(await told.innerText())?.[0] ?? ''
  const waiting = provider.getByRole('listitem').filter({ hasText: founder.tid ?? '' })
  await expect(waiting.getByText(ko('partnerships.invites.state.waiting'))).toBeVisible()

  const page = await somebody({ width: 390, height: 844 })
  await page.goto(link)
  await expect(heading(page, 'Contoso Distribution')).toBeVisible()
  await expect(page.getByText(say('joining.lead', { provider: 'Contoso Distribution', reseller: 'Graphic Design' }))).toBeVisible()
  await expectAccessible(page)

  await test.step('people of another tenant read that it is not for them', async () => {
    const other = await accountAt('reseller.admin', 'Other Tenant', { roles: ['AdminAgent'] })
    const elsewhere = await somebody()
    await elsewhere.goto(link)
    await elsewhere.getByRole('button', { name: say('joining.sign_in') }).click()
    await elsewhere.getByRole('link', organization).click()
    await choose(elsewhere, other)
    await expect(heading(elsewhere, ko('joining.refused.other_tenant'))).toBeVisible()
    await expectAccessible(elsewhere)
  })

  await page.getByRole('button', { name: say('joining.sign_in') }).click()
  await page.getByRole('link', organization).click()
  await choose(page, founder)
  await page.getByRole('combobox', { name: say('session.welcome.country') }).fill('South Korea')
  await page.getByRole('option', { name: 'South Korea' }).click()
  await page.getByRole('button', { name: say('session.welcome.go_on') }).click()
  await expect(page).toHaveURL(link)
  await page.getByRole('button', { name: say('partnerships.authorize') }).click()
  await expect(page.getByText(say('refusal.partnership.consent_required'))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: say('joining.name') }).fill('Graphic Design Institute')
  await page.getByRole('textbox', { name: say('partnerships.agreement.signed_by') }).fill('Hana Seo')
  await page.getByLabel(say('partnerships.agreement.signed_on')).fill('2026-01-15')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: say('partnerships.authorize') }).click()
  await expect(heading(page, say('joining.done.title'))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: say('joining.done.open') }).click()
  await page.goto('/partnerships')
  await expect(page.getByText('Contoso Distribution').first()).toBeVisible()

  const active = provider.getByRole('listitem').filter({ hasText: 'Graphic Design Institute' })
  await expect(active.getByText(ko('partnerships.state.active'))).toBeVisible()
  await expect(active).toContainText(ko('partnerships.agreement.said', { reseller: 'Graphic Design Institute' }))
  await page.goto(`${portal.url}/organization`)
  await expect(page.getByText(/Hana Seo/).first()).toBeVisible()
})
