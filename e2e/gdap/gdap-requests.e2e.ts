import type { Page } from '@playwright/test'
import type { GdapRelationshipDetail, GdapRelationshipOnWire } from '../../domain/gdap/schemas.ts'
import { roleTemplates } from '../../domain/gdap/roles/templates.ts'
import { expect, test } from '../fixtures.ts'
import { call, heading, resellerOf, settled, signIn } from '../steps.ts'
import type { Say } from '../words.ts'

test.use({ changes: true, spoiled: true })

const relationships = '/api/delegated-admin/relationships'
const idIn = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const one = (page: Page, id: string) => call<GdapRelationshipDetail>(page, 'GET', `${relationships}/${id}`)
const named = async (page: Page, name: string): Promise<GdapRelationshipOnWire | undefined> =>
  (await call<{ items: GdapRelationshipOnWire[] }>(page, 'GET', `${relationships}?limit=200&search=${name}`)).items
    .find(({ displayName }) => displayName === name)
const rolesOf = ({ accessDetails }: GdapRelationshipOnWire) => accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)
const draft = (displayName: string) => ({
  displayName, duration: 'P30D', customer: null, accessDetails: { unifiedRoles: [] as { roleDefinitionId: string }[] },
})

const nameField = (page: Page, say: Say) => page.getByRole('textbox', { name: say('gdap-requests.name') })
const startOf = (sentence: string) => new RegExp(sentence.slice(0, 10))
const made = (page: Page) => page.waitForURL(/\/delegated-admin\/[\da-f-]{73}$/)

/** Presses Tab until the control of this name has the focus, at most a hundred times. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole('button', { name, exact: true }).or(page.getByLabel(name, { exact: true }))
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab')
    if (await control.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return
  }
  throw new Error(`Tab never came to ${name}.`)
}

/** Types into the focused field and chooses the first option of this name. */
async function choose(page: Page, text: string, option: RegExp): Promise<void> {
  await page.keyboard.type(text)
  await page.getByRole('option', { name: option }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Finds a role by its English name and reads it in the page's language. */
async function addGlobalAdministrator(page: Page, say: Say): Promise<void> {
  const search = page.getByRole('combobox', { name: say('role-templates.picker.search') })
  await search.fill('Global Administrator')
  await page.getByRole('option', { name: new RegExp(`^${say('roles.name.global_administrator')}`) }).click()
  await search.fill('')
}

test('a request for a customer from a template, by keyboard alone', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin', '/delegated-admin/new')
  await settled(page)
  await expect(page.getByRole('button', { name: say('gdap-requests.finalise') })).toHaveAccessibleDescription(/BR-83/)
  await tabTo(page, say('gdap-requests.customer.search'))
  await choose(page, 'tailspin', /Tailspin Toys/)
  await expect(page.getByRole('button', { name: say('gdap-requests.customer.change') })).toBeFocused()
  await tabTo(page, say('gdap-requests.roles.template'))
  const template = page.getByRole('combobox', { name: say('gdap-requests.roles.template') })
  await template.press('ArrowDown')
  await template.press('ArrowDown')
  await template.press('ArrowDown')
  await expect(nameField(page, say)).toHaveValue('Tailspin-Toys-Service-desk-agent')
  await tabTo(page, say('role-templates.picker.search'))
  const guests = say('roles.name.guest_inviter')
  await page.keyboard.type(guests)
  await expect(page.getByRole('listbox', { name: say('gdap-requests.roles') }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('role-templates.picker.added', { role: guests }))).toBeAttached()
  await expect(page.getByRole('combobox', { name: say('role-templates.picker.search') })).toBeFocused()
  await tabTo(page, say('role-templates.picker.remove', { role: guests }))
  await page.keyboard.press('Enter')
  const last = say('role-templates.picker.remove', { role: say('roles.name.user_administrator') })
  await expect(page.getByRole('button', { name: last })).toBeFocused()
  await expect(page.getByText(say('gdap-requests.name.free'))).toBeVisible()
  await expectAccessible(page)
  await tabTo(page, say('gdap-requests.finalise'))
  await page.keyboard.press('Enter')
  await made(page)
  await expect(page.getByRole('status').filter({ hasText: say('gdap-requests.made.finalised') })).toBeVisible()
  const relationship = await one(page, idIn(page))
  expect(relationship).toMatchObject({
    displayName: 'Tailspin-Toys-Service-desk-agent', status: 'approvalPending', duration: 'P180D',
    customer: { displayName: 'Tailspin Toys' },
  })
  expect(rolesOf(relationship).toSorted()).toEqual(roleTemplates.service_desk_agent.toSorted())
})

test('a name that is taken is told as it is typed, and again when somebody was faster', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/delegated-admin/new')
  await page.getByRole('radio', { name: say('gdap-requests.customer.open') }).check()
  const name = nameField(page, say)
  await name.fill('Tailspin-Support')
  await expect(name).toHaveAccessibleDescription(startOf(say('refusal.gdap.name_taken')))
  await name.fill('Tailspin Support')
  await expect(name).toHaveAccessibleDescription(startOf(say('refusal.gdap.name_form', { limit: 50 })))
  await name.fill('Tailspin-Support-2')
  await expect(page.getByText(say('gdap-requests.name.free'))).toBeVisible()
  await call(page, 'POST', relationships, draft('Tailspin-Support-2'))
  await page.getByRole('button', { name: say('gdap-requests.save_draft') }).click()
  await expect(name).toHaveAccessibleDescription(/BR-82/)
  await expect(name).toBeFocused()
})

test('Global administrator stands in the way of auto-extend until it is taken out', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin', '/delegated-admin/new')
  await page.getByRole('combobox', { name: say('gdap-requests.roles.template') }).selectOption('account_manager')
  const box = page.getByRole('checkbox', { name: say('gdap-requests.extend') })
  await box.check()
  await expect(page.getByText(say('gdap-requests.summary.extends'))).toBeVisible()
  await addGlobalAdministrator(page, say)
  await expect(box).toHaveAccessibleDescription(/BR-87/)
  await expect(box).not.toBeChecked()
  await expect(page.getByText(say('gdap-requests.summary.ends'))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('group', { name: say('gdap-requests.days') })
    .getByRole('button', { name: say('gdap-requests.extend.remove_global') }).click()
  await expect(box).toBeFocused()
  await expect(box).toBeChecked()
})

test('a renewal is filled from the old relationship, under the next free name', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const old = await named(page, 'Tailspin-2025')
  await page.goto(`/delegated-admin/new?renew=${old?.id}`)
  await expect(heading(page, say('gdap-requests.title.renewal'))).toBeVisible()
  await expect(nameField(page, say)).toHaveValue('Tailspin-2025-2')
  await expect(page.getByText(say('role-templates.picker.chosen', { count: 4 }))).toBeVisible()
  await page.getByRole('button', { name: say('gdap-requests.days.preset', { count: 90 }) }).click()
  await page.getByRole('button', { name: say('gdap-requests.finalise') }).click()
  await made(page)
  const relationship = await one(page, idIn(page))
  expect(relationship).toMatchObject({ displayName: 'Tailspin-2025-2', duration: 'P90D', customer: { displayName: 'Tailspin Toys' } })
  expect(rolesOf(relationship).toSorted()).toEqual(old && rolesOf(old).toSorted())
})

test('an open request is explained, saved as a draft, changed, and not over what somebody else changed', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/delegated-admin/new')
  await page.getByRole('radio', { name: say('gdap-requests.customer.open') }).check()
  await expect(page.getByText(say('gdap-requests.customer.open.risk'))).toBeVisible()
  await expect(page.getByRole('note')).toContainText(say('gdap-requests.no_reseller.open'))
  await expect(page.getByRole('link', { name: say('gdap-requests.no_reseller.invite') })).toHaveAttribute('href', '/invitations/new')
  await expect(nameField(page, say)).toHaveValue('Open-request')
  await page.getByRole('button', { name: say('gdap-requests.save_draft') }).click()
  await made(page)
  const id = idIn(page)
  const saved = await one(page, id)
  expect(saved).toMatchObject({ status: 'created', customer: null, accessDetails: { unifiedRoles: [] } })

  await page.goto(`/delegated-admin/new?draft=${id}`)
  await expect(heading(page, say('gdap-requests.title.draft'))).toBeVisible()
  await page.getByRole('spinbutton', { name: say('gdap-requests.days.label') }).fill('45')
  await page.evaluate(async ([address, etag]) => {
    const headers = { 'content-type': 'application/json', 'if-match': etag }
    await fetch(address, { method: 'PATCH', headers, body: JSON.stringify({ displayName: 'Autumn' }) })
  }, [`${relationships}/${id}`, saved.etag] as const)
  await page.getByRole('button', { name: say('gdap-requests.save_draft') }).click()
  await expect(page.getByText(say('gdap-requests.stale'))).toBeVisible()
  await page.getByRole('button', { name: say('gdap-requests.reload') }).click()
  await expect(nameField(page, say)).toHaveValue('Autumn')
  await page.getByRole('spinbutton', { name: say('gdap-requests.days.label') }).fill('45')
  await page.getByRole('combobox', { name: say('gdap-requests.roles.template') }).selectOption('account_manager')
  await page.getByRole('button', { name: say('gdap-requests.finalise') }).click()
  await made(page)
  expect(await one(page, id)).toMatchObject({ status: 'approvalPending', displayName: 'Autumn', duration: 'P45D' })
})

test('a provider makes a request for its reseller, which consents first', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const litware = await resellerOf(page, 'Litware Resell')
  const tenant = '9f7c1d7e-6a70-4f7e-8f5d-2b6a3f0c9d11'
  await page.goto(`/delegated-admin/new?customer=${tenant}`)
  await expect(page.getByRole('note')).toContainText(say('gdap-requests.no_reseller'))
  await page.getByRole('radio', { name: say('gdap-requests.whose.reseller') }).check()
  await page.getByRole('combobox', { name: say('invitations.new.reseller') }).selectOption(litware)
  await page.getByRole('combobox', { name: say('gdap-requests.roles.template') }).selectOption('specialist')
  await expect(nameField(page, say)).toHaveValue('Tenant-9f7c1d7e-Specialist')
  await page.getByRole('button', { name: say('gdap-requests.send_to_reseller') }).click()
  await made(page)
  expect(await one(page, idIn(page))).toMatchObject({
    status: 'created', isPartnerConsentPending: true, partner: { displayName: 'Litware Resell' }, customer: { tenantId: tenant },
  })
})

test('after silence the same request is found, and what cannot be sent yet is kept as a draft', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/delegated-admin/new')
  await page.getByRole('radio', { name: say('gdap-requests.customer.open') }).check()
  await page.getByRole('combobox', { name: say('gdap-requests.roles.template') }).selectOption('account_manager')
  await nameField(page, say).fill('Made-once')
  await page.route(`**${relationships}`, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch().catch(() => undefined)
    return route.abort()
  })
  await page.getByRole('button', { name: say('gdap-requests.finalise') }).click()
  await expect(page.getByText(say('gdap-requests.unknown'))).toBeVisible()
  await page.unroute(`**${relationships}`)
  await page.route('**/requests', (route) => route.abort())
  await page.getByRole('button', { name: say('ui.error.retry') }).click()
  await made(page)
  await expect(page.getByRole('status').filter({ hasText: say('gdap-requests.made.unknown') })).toBeVisible()
  expect(await one(page, idIn(page))).toMatchObject({ displayName: 'Made-once', status: 'created' })
})

test('who may not ask reads why, on the page and at the customer', async ({ page, visitor, signInAs }) => {
  const say = await signInAs('provider.sales', '/delegated-admin/new')
  await expect(page.getByText(say('refusal.gdap.needs_admin_agent'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('gdap-requests.finalise') })).toHaveCount(0)
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?search=tailspin&limit=1')
  await page.goto(`/customers/${items[0]?.id}`)
  const request = page.getByRole('button', { name: say('customers.detail.request_admin'), exact: true })
  await expect(request).toHaveAccessibleDescription(/BR-77/)
  const elsewhere = await visitor()
  const chinese = await signIn(elsewhere, 'provider-cn.admin', '/delegated-admin/new')
  await expect(elsewhere.getByText(chinese('refusal.gdap.cloud_undocumented'))).toBeVisible()
})

test('the customer page leads to a request for that customer', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?search=tailspin&limit=1')
  await page.goto(`/customers/${items[0]?.id}`)
  await expect(page.getByText(say('customers.detail.request_waits'))).toBeVisible()
  await expect(page.getByRole('link', { name: 'Tailspin-Support' })).toHaveAttribute('href', /^\/delegated-admin\/[\da-f-]{73}$/)
  await page.getByRole('button', { name: say('customers.detail.request_admin'), exact: true }).click()
  await expect(page.getByText(say('gdap-requests.summary.to.named', { customer: 'Tailspin Toys' }))).toBeVisible()
  await expect(page.getByText(say('customers.detail.request_waits'))).toBeVisible()
  await addGlobalAdministrator(page, say)
  // In the options, among the chosen roles, and in the preview.
  await expect(page.getByText(say('delegated-admin.role.everything'))).toHaveCount(3)
})
