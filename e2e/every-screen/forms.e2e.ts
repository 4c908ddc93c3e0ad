import { expect, test } from '../fixtures.ts'

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

test('a form sent too early says how many fields need a change, and the focus is in the first of them', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/invitations/new')
  const wrong = (count: number) => page.getByRole('alert').filter({ hasText: say('ui.form.wrong', { count }) })

  await test.step('an invitation for a named customer', async () => {
    await page.getByRole('radio', { name: say('invitations.new.delivery.via_reseller') }).check()
    await page.getByRole('spinbutton', { name: say('invitations.new.days') }).fill('0')
    await page.keyboard.press('Enter')
    await expect(wrong(3)).toBeVisible()
    await expect(page.getByRole('combobox', { name: say('invitations.new.reseller') })).toBeFocused()
  })

  await test.step('a draft of a request, which is not sent by its first button', async () => {
    await page.goto('/delegated-admin/new')
    await page.getByRole('spinbutton', { name: say('gdap-requests.days.label') }).fill('0')
    await page.getByRole('button', { name: say('gdap-requests.save_draft') }).press('Enter')
    await expect(page.getByRole('combobox', { name: say('gdap-requests.customer.search') })).toBeFocused()
    await expect(wrong(3)).toBeVisible()
  })

  await test.step('a move from DAP', async () => {
    await page.goto('/delegated-admin/dap?move=1')
    await page.getByRole('button', { name: say('dap.move.check') }).click()
    await expect(wrong(2)).toBeVisible()
    await expect(page.getByRole('searchbox', { name: say('dap.move.find') })).toBeFocused()
  })

  await test.step('a role template: what is mended no longer counts', async () => {
    await page.goto('/delegated-admin/templates?edit=new')
    await page.getByRole('button', { name: say('role-templates.create') }).click()
    await expect(wrong(2)).toBeVisible()
    const name = page.getByRole('textbox', { name: say('role-templates.name') })
    await expect(name).toBeFocused()
    await name.fill('Night desk')
    await expect(wrong(1)).toBeVisible()
    await page.getByRole('button', { name: say('role-templates.create') }).click()
    await expect(page.getByRole('combobox', { name: say('role-templates.picker.search') })).toBeFocused()
  })
})
