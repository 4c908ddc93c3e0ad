import { expect, test } from '../fixtures.ts'
import { settled, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

const said = 'app.clock_held'

test.use({ changes: true })

test('when its clock jumps, a partner reads on every page that time waits for the operator, a customer on none', async ({
  page, world, signInAs, visitor, expectAccessible,
}) => {
  const english = await signInAs('provider.sales', '/customers')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(english(said))).toHaveCount(0)
  const [german, customer] = [await visitor(), await visitor()]
  const deutsch = await signIn(german, 'direct-de.admin')
  const customers = await signIn(customer, 'customer.globaladmin')
  await world.jump?.(-3)
  // The page that is open hears it without being loaded again.
  await expect(page.getByRole('main').getByText(english(said))).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
  await page.goto('/invitations')
  await expect(page.getByRole('main').getByText(english(said))).toBeVisible()
  await expectAccessible(page)
  await german.goto('/')
  expect(deutsch(said)).toBe(wordsOf('de')(said))
  await expect(german.getByRole('main').getByText(deutsch(said))).toBeVisible()
  await customer.goto('/')
  await expect(customer.getByRole('heading', { level: 1 })).toBeVisible()
  await settled(customer)
  await expect(customer.getByText(customers(said))).toHaveCount(0)
})
