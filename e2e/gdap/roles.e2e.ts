import type { Page } from '@playwright/test'
import type { RoleTemplate, TemplateDrift } from '../../domain/gdap/schemas.ts'
import { expect, test } from '../fixtures.ts'
import { call, heading, settled } from '../steps.ts'
import { wordsOf, type Say } from '../words.ts'

const role = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) }).filter({ hasNot: page.getByRole('listitem') })

const template = (page: Page, name: string) => page.getByRole('main').getByRole('listitem', { name, exact: true })

const expectFits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320)

/** By typing and Enter; the search field has the focus already. */
async function addRole(page: Page, search: string) {
  await page.keyboard.type(search)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

const newTemplate = async (page: Page, say: Say) => {
  await page.goto('/delegated-admin/templates')
  await page.getByRole('link', { name: say('role-templates.new') }).click()
  await expect(heading(page, say('role-templates.new'))).toBeVisible()
}

test('a task finds the least role for it, first, and the address keeps the search', async ({ page, signInAs }) => {
  const say = await signInAs('provider.helpdesk', '/delegated-admin/roles')
  await page.getByRole('searchbox').fill(say('roles.task.reset_password_of_user'))
  const first = page.getByRole('region', { name: say('role-templates.least') })
  await expect(first.getByText(say('role-templates.least_for', { task: say('roles.task.reset_password_of_user') }))).toBeVisible()
  await expect(first.getByRole('link', { name: say('roles.name.password_administrator'), exact: true })).toBeVisible()
  await expect(page).toHaveURL(/search=/)
  await page.reload()
  await expect(first.getByRole('link', { name: say('roles.name.password_administrator'), exact: true })).toBeVisible()
  await page.getByRole('searchbox').fill('no role does this')
  await expect(page.getByText(say('role-templates.none.title'))).toBeVisible()
  await page.getByRole('button', { name: say('role-templates.filter.clear') }).first().click()
  await page.getByLabel(say('role-templates.filter')).selectOption('privileged')
  await expect(page.getByRole('link', { name: say('roles.name.reports_reader'), exact: true })).toHaveCount(0)
  await expect(page.getByText(say('role-templates.version.none_removed'))).toBeVisible()
})

test('a role has an address, its consequence and the templates that hold it', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/delegated-admin/roles')
  const name = say('roles.name.global_administrator')
  await page.getByRole('region', { name: say('role-templates.tasks') }).getByRole('link', { name }).click()
  await expect(page).toHaveURL(/#62e90394/)
  await expect(role(page, name).and(page.locator(':focus'))).toContainText(say('role-templates.global_administrator'))
  await page.goto('/delegated-admin/roles?search=helpdesk')
  await page.getByRole('link', { name: say('roles.template.service_desk_agent') }).first().click()
  await expect(template(page, say('roles.template.service_desk_agent'))).toBeFocused()
})

test.describe('templates', () => {
  test.use({ changes: true })

  test('one is made with the keyboard, warned of, changed, copied and deleted', async ({ page, signInAs, expectAccessible }) => {
    test.slow()
    const say = await signInAs('provider.admin', '/')
    await newTemplate(page, say)
    await page.getByRole('button', { name: say('role-templates.create') }).press('Enter')
    await expect(page.getByRole('textbox', { name: say('role-templates.name') })).toBeFocused()
    await expect(page.getByText(say('role-templates.name.missing'))).toBeVisible()
    await page.keyboard.type('Night shift')
    await page.keyboard.press('Tab')
    await addRole(page, say('roles.task.submit_support_ticket'))
    const everything = say('roles.name.global_administrator')
    await addRole(page, everything)
    await expect(page.getByText(say('role-templates.global_administrator'))).toBeVisible()
    await expect(page.getByText(say('role-templates.picker.chosen', { count: 2 }))).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: say('role-templates.picker.remove', { role: everything }) }).press('Enter')
    await expect(page.getByText(say('role-templates.global_administrator'))).toHaveCount(0)
    const support = say('roles.name.service_support_administrator')
    const left = page.getByRole('button', { name: say('role-templates.picker.remove', { role: support }) })
    await expect(left).toBeFocused()
    await page.getByRole('button', { name: say('role-templates.create') }).press('Enter')

    const own = template(page, 'Night shift')
    await expect(own).toBeFocused()
    await own.getByRole('link', { name: say('role-templates.change') }).press('Enter')
    await page.getByRole('textbox', { name: say('role-templates.name') }).fill('Day shift')
    await page.getByRole('button', { name: say('role-templates.save') }).press('Enter')
    await template(page, 'Day shift').getByRole('link', { name: say('role-templates.copy') }).press('Enter')
    await expect(page.getByRole('textbox', { name: say('role-templates.name') })).toHaveValue('Day shift 2')
    await page.getByRole('textbox', { name: say('role-templates.name') }).fill('DAY SHIFT')
    await expect(page.getByText(say('refusal.gdap.template_name_taken'))).toBeVisible()
    await page.getByRole('textbox', { name: say('role-templates.name') }).fill('Day shift 2')
    await page.getByRole('button', { name: say('role-templates.create') }).press('Enter')

    await template(page, 'Day shift').getByRole('button', { name: say('role-templates.remove') }).press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(say('role-templates.remove.keeps.relationships'))).toBeVisible()
    await dialog.getByRole('button', { name: say('role-templates.remove'), exact: true }).press('Enter')
    await expect(template(page, 'Day shift')).toHaveCount(0)
    await expect(template(page, 'Day shift 2')).toBeVisible()
    await expect(page.getByRole('heading', { name: say('role-templates.own'), exact: true })).toBeFocused()
  })

  test('two people change one, and nobody overwrites the other unasked', async ({ page, signInAs }) => {
    const say = await signInAs('provider.admin')
    const { items } = await call<{ items: RoleTemplate[] }>(page, 'GET', '/api/delegated-admin/templates')
    const roles = items[0]?.roles ?? []
    const { id } = await call<RoleTemplate>(page, 'POST', '/api/delegated-admin/templates', { name: 'Shared', roles })
    await page.goto(`/delegated-admin/templates?edit=${id}`)
    await page.getByRole('textbox', { name: say('role-templates.name') }).fill('Mine')
    await call(page, 'PUT', `/api/delegated-admin/templates/${id}`, { name: 'Theirs', roles: roles.slice(1) })
    await expect(page.getByText(say('role-templates.conflict.now', { name: 'Theirs' }))).toBeVisible()
    await expect(page.getByRole('textbox', { name: say('role-templates.name') })).toHaveValue('Mine')
    await page.getByRole('button', { name: say('role-templates.conflict.mine') }).click()
    await page.getByRole('button', { name: say('role-templates.save') }).click()
    await expect(template(page, 'Mine')).toBeVisible()
  })
})

test('a sales agent reads templates, and reads why it makes none', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/delegated-admin/templates')
  const button = page.getByRole('button', { name: say('role-templates.new') })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription(/BR-77/)
  await expect(template(page, say('roles.template.specialist'))).toBeVisible()
  await page.goto('/delegated-admin/templates?edit=new')
  await expect(page.getByRole('button', { name: say('role-templates.create') })).toHaveAccessibleDescription(/BR-77/)
})

test('drift is listed by template, with what differs and the ways on', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/delegated-admin/templates')
  const { items } = await call<{ items: TemplateDrift[] }>(page, 'GET', '/api/delegated-admin/templates/drift')
  const drift = items.find(({ templateId }) => templateId === 'account_manager')
  const [first] = drift?.relationships ?? []
  await template(page, say('roles.template.account_manager'))
    .getByRole('link', { name: say('role-templates.differing', { count: drift?.count ?? 0 }) }).click()
  const card = page.getByRole('region', { name: say('roles.template.account_manager') })
  await expect(card.getByText(say('role-templates.drift.count', { count: drift?.count ?? 0 }))).toBeVisible()
  const row = card.getByRole('listitem').filter({ has: page.getByRole('link', { name: first?.displayName ?? '', exact: true }) })
  await expect(row.getByRole('link', { name: first?.displayName ?? '', exact: true }))
    .toHaveAttribute('href', `/delegated-admin/${first?.id}`)
  await expect(row.getByRole('link', { name: say('role-templates.drift.renew_one', { name: first?.displayName ?? '' }) }))
    .toHaveAttribute('href', `/delegated-admin/new?renew=${first?.id}`)
  await expect(page.getByText(say('role-templates.drift.global'))).toBeVisible()
})

test('roles and templates are accessible in light and dark, and fit 320 px', async ({ page, signInAs, expectAccessible }) => {
  test.slow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signInAs('provider.admin')
  for (const path of ['/delegated-admin/roles?search=reset', '/delegated-admin/templates', '/delegated-admin/templates?view=drift']) {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(path)
    await settled(page)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 320, height: 640 })
    await expectFits(page)
    await expectAccessible(page)
  }
})

test('on a phone German’s long names break instead of running out of it', async ({ page, signInAs }) => {
  await signInAs('provider.admin')
  const de = wordsOf('de')
  await page.addInitScript(() => localStorage.setItem('tessera.language', 'de'))
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/delegated-admin/roles')
  const row = role(page, de('roles.name.billing_administrator'))
  await expect(row).toBeVisible()
  expect(await row.evaluate((element) => element.getBoundingClientRect().right)).toBeLessThanOrEqual(320)

  await page.goto('/delegated-admin/new')
  const name = de('roles.name.privileged_role_administrator')
  await page.getByRole('combobox', { name: de('role-templates.picker.search') }).fill(name)
  await expect(page.getByRole('option', { name })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: de('role-templates.picker.remove', { role: name }) })).toBeVisible()
  await expectFits(page)
})
