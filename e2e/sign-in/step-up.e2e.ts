import { globalAdministrator } from '../../scripts/issuer/accounts.ts'
import { expect } from '../fixtures.ts'
import { wordsOf } from '../words.ts'
import { choose, test } from './issuer-fixtures.ts'

const say = wordsOf('en')
const ko = wordsOf('ko')
const organization = { name: say('session.sign_in.with_organization') }

test('a dialog in which roles were chosen is open again, as it was, after the sign-in that it wants', async ({
  somebody, issuer, accountAt,
}) => {
  const colleague = await accountAt('provider.sales', 'Minseo Oh', { roles: ['SalesAgent'] })
  const there = await somebody()
  await there.goto('/sign-in')
  await there.getByRole('link', organization).click()
  await choose(there, colleague)
  await expect(there).toHaveURL(/\/$/)

  const administrator = await accountAt('provider.sales', 'Sunhee Baek', { wids: [globalAdministrator] })
  const page = await somebody()
  await page.goto('/sign-in?returnTo=%2Forganization%2Fpeople')
  await page.getByRole('link', organization).click()
  issuer.faults.claims = (claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - 3_600 })
  await choose(page, administrator)
  await page.getByRole('button', { name: ko('people.change.of', { person: 'Minseo Oh' }) }).click()
  const role = page.getByRole('dialog').getByRole('checkbox', { name: ko('ui.role.helpdesk_agent') })
  await role.check()
  delete issuer.faults.claims
  const save = page.getByRole('dialog').getByRole('button', { name: ko('people.change.save') })
  await save.click()
  await page.waitForURL(/\/organization\/people$/)
  await expect(role).toBeChecked()
  await save.click()
  await expect(page.getByRole('status').getByText(ko('people.change.saved', { person: 'Minseo Oh' }))).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
