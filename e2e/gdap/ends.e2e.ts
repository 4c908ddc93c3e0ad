import { expect, test } from '../fixtures.ts'
import { askForRights, invite, settled, signIn } from '../steps.ts'

/** 7:32, in whatever language. */
const time = /\d{1,2}:\d\d/

test.use({ changes: true })

test('an end that somebody has to keep is told with its time of day, not by a day alone', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.admin')
  const { id } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  const asked = await askForRights(page, 'Ends-Support')
  await page.goto('/')
  const row = page.getByRole('listitem').filter({ hasText: 'Northwind Traders' }).filter({ hasText: say('home.next.send') }).first()
  await expect(row).toContainText(time)
  await page.goto('/invitations/new')
  const days = page.getByRole('spinbutton', { name: say('invitations.new.days') })
  await expect(days).toHaveAccessibleDescription(time)
  await page.goto(`/invitations/${id}`)
  await settled(page)
  await expect(page.getByRole('main').getByRole('time').filter({ hasText: time }).first()).toBeVisible()

  const customer = await visitor()
  const theirs = await signIn(customer, 'customer.globaladmin', `/approve/${asked.id}`)
  await customer.getByRole('button', { name: theirs('approval.later') }).click()
  await expect(customer.getByRole('paragraph').filter({ hasText: time }).filter({ hasText: /\(.+\)/ }).last()).toBeVisible()
})
