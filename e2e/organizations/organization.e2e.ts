import { expect, test } from '../fixtures.ts'
import { fact, goTo, heading, signIn } from '../steps.ts'

test.use({ changes: true })

test('a partner says how it is reached, its colleague reads who may, its reseller sees the new name', async ({
  page, signInAs, visitor, expectAccessible,
}) => {
  const say = await signInAs('provider.admin', '/')
  await goTo(page, say('app.nav.organization'))
  await expect(heading(page, say('organization.title'))).toBeVisible()
  const name = page.getByLabel(say('organization.fact.name'), { exact: true })
  const save = page.getByRole('button', { name: say('organization.save') })
  await expect(name).toHaveValue('Contoso Distribution')
  await page.getByLabel(say('organization.contact.name')).fill('Sora Min')
  await page.getByLabel(say('organization.contact.email')).fill('nobody')
  await save.click()
  await expect(page.getByLabel(say('organization.contact.email'))).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel(say('organization.contact.email')).fill('sora@contoso-distribution.example')
  const zone = page.getByRole('combobox', { name: say('organization.time_zone') })
  await zone.fill('seoul')
  await page.getByRole('option', { name: 'Asia/Seoul' }).click()
  await name.fill('Contoso Verteiler')
  await save.click()
  await expect(page.getByText(say('organization.saved'))).toBeVisible()
  await expect(page.getByRole('banner').getByText('Contoso Verteiler')).toBeVisible()
  await page.reload()
  await expect(zone).toHaveValue('Asia/Seoul')

  const colleague = await visitor('phone')
  const toColleague = await signIn(colleague, 'provider.sales', '/organization')
  await expect(colleague.getByText(toColleague('refusal.organization.needs_admin_agent'))).toBeVisible()
  await expect(fact(colleague, toColleague('organization.contact'))).toContainText('Sora Min')
  const reseller = await visitor()
  await signIn(reseller, 'reseller.admin', '/partnerships')
  await expect(reseller.getByText('Contoso Verteiler').first()).toBeVisible()
})
