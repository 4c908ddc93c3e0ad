import { expect, test } from './fixtures.ts'

test('what the cloud never asks is a sentence with its reason, not a choice', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/invitations/new')
  const sentence = say('invitations.new.dap.never')
  const asked = page.getByRole('group', { name: say('invitations.new.asks') })
  await expect(asked.getByText(sentence)).toBeVisible()
  await expect(asked).toContainText('BR-42')
  await expect(page.getByRole('checkbox', { name: sentence })).toHaveCount(0)
  await page.goto('/invitations/bulk')
  await expect(page.getByText(sentence)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: sentence })).toHaveCount(0)
})
