import { expect, test } from '../fixtures.ts'
import { heading, signIn } from '../steps.ts'

test.use({ changes: true })

test('a Global admin gives a role by hand, removes a colleague and restores the access', async ({
  page, visitor, signInAs, expectAccessible,
}) => {
  const say = await signInAs('reseller2.globaladmin', '/organization/people')
  const colleague = await visitor()
  await signIn(colleague, 'reseller2.admin', '/customers')
  const [boss, agent] = [{ person: 'Kyungmin Baek' }, { person: 'Eunji Nam' }]
  const people = page.getByRole('region', { name: say('people.list') })
  const row = people.getByRole('listitem').filter({ hasText: 'eunji.nam@' })

  await test.step('a role by hand stands beside that of the app role', async () => {
    await people.getByRole('button', { name: say('people.change.of', agent) }).click()
    const dialog = page.getByRole('dialog', { name: say('people.change.title', agent) })
    await dialog.getByRole('checkbox', { name: say('ui.role.sales_agent') }).check()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: say('people.change.save') }).click()
    await expect(dialog).toHaveCount(0)
    const byHand = say('people.role_from', { role: say('ui.role.sales_agent'), sources: say('people.from.hand') })
    await expect(row.getByText(byHand)).toBeVisible()
  })

  await test.step('a removed colleague is signed out at once, and reads why nobody lets them in', async () => {
    await people.getByRole('button', { name: say('people.remove.of', agent) }).click()
    const dialog = page.getByRole('dialog', { name: say('people.remove.title', agent) })
    await expect(dialog.getByText(say('people.remove.keeps', agent))).toBeVisible()
    await dialog.getByRole('button', { name: say('people.remove'), exact: true }).click()
    await expect(row.getByText(say('people.removed'), { exact: true })).toBeVisible()
    await expect(people.getByRole('list', { name: say('people.list') })).toBeFocused()
    await colleague.goto('/customers')
    await expect(heading(colleague, say('session.sign_in.title'))).toBeVisible()
  })

  await test.step('restored, the colleague signs in again', async () => {
    await people.getByRole('button', { name: say('people.restore.of', agent) }).click()
    await expect(row.getByText(say('people.removed'), { exact: true })).toHaveCount(0)
    await signIn(colleague, 'reseller2.admin', '/customers')
    await expect(heading(colleague, say('app.nav.customers'))).toBeVisible()
  })

  await test.step('erased, the colleague is gone from the list', async () => {
    await people.getByRole('button', { name: say('people.remove.of', agent) }).click()
    await page.getByRole('dialog').getByRole('button', { name: say('people.remove'), exact: true }).click()
    const download = page.waitForEvent('download')
    await people.getByRole('button', { name: say('people.data.of', agent) }).click()
    expect((await download).suggestedFilename()).toMatch(/^person-.*\.jsonl$/)
    await people.getByRole('button', { name: say('people.erase.of', agent) }).click()
    const dialog = page.getByRole('dialog', { name: say('people.erase.title', agent) })
    await expectAccessible(page)
    await dialog.getByRole('button', { name: say('people.erase'), exact: true }).click()
    await expect(row).toHaveCount(0)
  })

  await test.step('the last Global admin stays', async () => {
    await people.getByRole('button', { name: say('people.remove.of', boss) }).click()
    const dialog = page.getByRole('dialog', { name: say('people.remove.title', boss) })
    await dialog.getByRole('button', { name: say('people.remove'), exact: true }).click()
    await expect(page.getByText(say('refusal.people.last_global_admin'))).toBeVisible()
    await expect(dialog).toHaveCount(0)
  })
})

test('a mapping gives roles by group, and who loses one by it is out at once', async ({ page, visitor, signInAs, expectAccessible }) => {
  const say = await signInAs('reseller2.globaladmin', '/organization/people')
  const colleague = await visitor()
  await signIn(colleague, 'reseller2.admin', '/customers')
  const mapping = page.getByRole('region', { name: say('people.mapping'), exact: true })
  await mapping.getByRole('button', { name: say('people.mapping.add') }).click()
  await mapping.getByRole('button', { name: say('people.mapping.save') }).click()
  await expect(mapping.getByText(say('people.mapping.missing'))).toBeVisible()
  await expectAccessible(page)
  await mapping.getByRole('textbox', { name: say('people.mapping.claim', { number: 7 }) }).fill('7f3c1d2e-0000-4000-8000-00000000abcd')
  await mapping.getByRole('combobox', { name: say('people.mapping.role', { number: 7 }) }).selectOption(say('ui.role.admin_agent'))
  const first = mapping.getByRole('button', { name: say('people.mapping.remove', { number: 1 }) })
  await first.click()
  await first.click()
  await mapping.getByRole('button', { name: say('people.mapping.save') }).click()
  await expect(page.getByText(say('people.mapping.saved'))).toBeVisible()
  await expect(mapping.getByText(say('people.mapping.usual'))).toHaveCount(0)
  const row = page.getByRole('region', { name: say('people.list') }).getByRole('listitem').filter({ hasText: 'eunji.nam@' })
  await expect(row.getByText(say('people.no_role'))).toBeVisible()
  await colleague.goto('/customers')
  await expect(heading(colleague, say('session.sign_in.title'))).toBeVisible()
})

test('others read who decides, and what each role may do', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/organization/people')
  await expect(page.getByText(say('refusal.people.needs_global_admin')).first()).toBeVisible()
  await expect(page.getByRole('button', { name: say('people.remove.of', { person: 'Minseo Bae' }) })).toHaveCount(0)
  await expect(page.getByRole('region', { name: say('people.abilities') }).getByText(say('people.ability.invite')).first()).toBeVisible()
  await page.getByRole('searchbox', { name: say('people.search') }).fill('haneul')
  await expect(page).toHaveURL(/search=haneul/)
  const people = page.getByRole('list', { name: say('people.list') })
  await expect(people.getByRole('listitem').filter({ hasText: 'haneul.oh@' })).toBeVisible()
  await expect(people.getByText('Minseo Bae')).toHaveCount(0)
})
