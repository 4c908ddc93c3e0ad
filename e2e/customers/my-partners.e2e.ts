import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { call, goTo, signIn } from '../steps.ts'

test.use({ changes: true })

const card = (page: Page, partner: string) => page.getByRole('region', { name: partner })

test('a customer gives a reseller the rights asked of it, and takes them from another', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('customer.globaladmin', '/')
  await goTo(page, say('app.nav.my_partners'))
  const asked = card(page, 'Bellows IT Service')
  await expect(asked).toContainText(say('my-partners.asked', { partner: 'Trey Cloud Korea' }))

  await test.step('whoever has asked for rights role by role is not to be asked to ask', async () => {
    const waiting = card(page, 'Contoso Distribution')
    await expect(waiting.getByRole('link', { name: say('approval.waiting.read') })).toBeVisible()
    await expect(waiting).not.toContainText(say('my-partners.granular'))
    await waiting.getByRole('button', { name: say('my-partners.grant') }).click()
    const dialog = page.getByRole('dialog', { name: say('my-partners.grant.title', { partner: 'Contoso Distribution' }) })
    await expect(dialog).not.toContainText(say('my-partners.grant.better'))
    await expect(dialog).toContainText(say('my-partners.grant.better_waits', { partner: 'Contoso Distribution' }))
    await expectAccessible(page)
    await dialog.getByRole('link', { name: say('approval.waiting.read') }).click()
    await expect(page).toHaveURL(/\/approve\//)
    await expect(dialog).toHaveCount(0)
    await page.goBack()
  })

  await test.step('rights role by role are offered first; Global administrator says what it is, who asked, and is typed', async () => {
    await expect(asked).toContainText(say('my-partners.granular.text', { partner: 'Bellows IT Service' }))
    await asked.getByRole('button', { name: say('my-partners.grant') }).click()
    const dialog = page.getByRole('dialog', { name: say('my-partners.grant.title', { partner: 'Bellows IT Service' }) })
    await expect(dialog).toContainText(say('my-partners.grant.changes.access', { partner: 'Bellows IT Service' }))
    await expect(dialog).toContainText(say('my-partners.grant.changes.end'))
    await expect(dialog).toContainText(say('my-partners.grant.keeps.owner'))
    await expect(dialog.getByText(/Trey Cloud Korea/)).toBeVisible()
    await expectAccessible(page)
    const phrase = say('my-partners.grant.phrase')
    const typed = dialog.getByLabel(say('my-partners.grant.confirm', { phrase }))
    const [kept, better, field] = await Promise.all([
      dialog.getByText(say('my-partners.grant.keeps.owner')), dialog.getByText(say('my-partners.grant.better')),
      dialog.getByText(say('my-partners.grant.confirm', { phrase })),
    ].map((each) => each.boundingBox()))
    expect((better?.y ?? 0) - (kept?.y ?? 0) - (kept?.height ?? 0)).toBeGreaterThanOrEqual(12)
    expect((field?.y ?? 0) - (better?.y ?? 0) - (better?.height ?? 0)).toBeGreaterThanOrEqual(12)
    await dialog.getByRole('button', { name: say('my-partners.grant') }).click()
    await expect(typed).toBeFocused()
    await expect(typed).toHaveAccessibleDescription(say('my-partners.grant.mismatch', { phrase }))
    await expect(asked).not.toContainText(say('my-partners.may.admin'))
    await expectAccessible(page)
    await typed.fill(` ${phrase.toLocaleUpperCase()} `)
    await typed.press('Enter')
    await expect(asked).toContainText(say('my-partners.may.admin'))
    await expect(asked).not.toContainText(say('my-partners.asked', { partner: 'Trey Cloud Korea' }))
  })

  await test.step('it takes those of another, after reading what stays and who still owes support', async () => {
    const partner = 'Trey Cloud Korea'
    await card(page, partner).getByRole('button', { name: say('my-partners.remove') }).click()
    const dialog = page.getByRole('dialog', { name: say('my-partners.remove.title', { partner }) })
    await expect(dialog).toContainText(say('my-partners.remove.keeps.relationship'))
    await expect(dialog).toContainText(say('my-partners.remove.keeps.support', { partner }))
    await dialog.getByRole('button', { name: say('my-partners.remove') }).click()
    await expect(card(page, partner)).toContainText(say('my-partners.may.no_admin'))
    await expect(card(page, partner)).toContainText(say('my-partners.may.sell'))
  })
})

test('somebody without the role reads who decides', async ({ page, signInAs }) => {
  const say = await signInAs('customer.user', '/my-partners')
  const decide = card(page, 'Contoso Distribution').getByRole('button')
  await expect(decide).toBeDisabled()
  await expect(decide).toHaveAccessibleDescription(/BR-33/)
  // Once for all partners.
  await expect(page.getByText(say('refusal.admin_rights.needs_global_admin'))).toHaveCount(1)
  await expect(page.getByText(/BR-94/)).toHaveCount(1)
  await expect(card(page, say('approval.waiting.title.user'))).toBeVisible()
  await expect(page.getByText(say('my-partners.lead.decide'))).toHaveCount(0)
})

test('rights granted role by role stand with their partner, also one that sells nothing, until taken away', async ({ page, signInAs }) => {
  const say = await signInAs('customer.globaladmin', '/')
  await page.getByRole('link', { name: say('home.customer.requests', { count: 1 }) }).click()
  const waiting = card(page, say('approval.waiting.title'))
  await expect(waiting.getByRole('link', { name: say('approval.waiting.read_of', { name: 'Tailspin-Support' }) })).toBeVisible()
  const own = card(page, 'Litware Resell')
  await expect(own).toContainText(say('my-partners.admin_only'))
  await expect(own).toContainText(say('delegated-admin.status.expiring'))
  await own.getByText(new RegExp(say('roles.name.license_administrator'))).first().click()
  await expect(own.getByRole('listitem').filter({ hasText: say('roles.name.user_administrator') }).last()).toBeVisible()
  const extension = own.getByRole('switch', { name: say('approval.auto_extend') })
  await extension.click()
  await expect(page.getByRole('status')).toContainText(say('approval.auto_extend.on', { partner: 'Litware Resell' }))
  await expect(extension).toBeChecked()

  await own.getByRole('button', { name: say('approval.remove') }).click()
  const dialog = page.getByRole('dialog', { name: say('approval.remove.title', { partner: 'Litware Resell' }) })
  await expect(dialog).toContainText(say('approval.remove.keeps.subscriptions'))
  await dialog.getByRole('button', { name: say('approval.remove') }).click()
  await expect(own.getByRole('heading', { name: say('approval.list.title') })).toBeFocused()
  await expect(own).toContainText(say('approval.list.ended', { count: 1 }))
  await expect(own.getByRole('button', { name: say('approval.remove') })).toHaveCount(0)
})

test('what the customer decides stands on its partner’s open screen', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?search=tailspin')
  await page.goto(`/customers/${items[0]?.id}`)
  const map = page.getByRole('region', { name: say('relationships.partners.title') })
  const own = map.getByRole('listitem').filter({ hasText: 'Contoso Distribution' }).first()
  await expect(own).toContainText(say('relationships.partners.no_admin'))
  const customer = await visitor()
  const toCustomer = await signIn(customer, 'customer.globaladmin', '/my-partners')
  await card(customer, 'Contoso Distribution').getByRole('button', { name: toCustomer('my-partners.grant') }).click()
  const dialog = customer.getByRole('dialog')
  await expect(dialog).toContainText(toCustomer('my-partners.grant.not_asked'))
  const phrase = toCustomer('my-partners.grant.phrase')
  await dialog.getByLabel(toCustomer('my-partners.grant.confirm', { phrase })).fill(phrase)
  await dialog.getByRole('button', { name: toCustomer('my-partners.grant') }).click()
  await expect(own).toContainText(say('relationships.partners.dap'))
})

test('the removal that the acceptance page speaks of says who can, what comes first, and how to ask', async ({
  page, signInAs, expectAccessible,
}) => {
  const say = await signInAs('customer.globaladmin', '/my-partners')
  const partner = 'Contoso Distribution'
  await card(page, partner).getByText(say('my-partners.end'), { exact: true }).click()
  await expect(card(page, partner)).toContainText(say('my-partners.end.who', { partner }))
  await expect(card(page, partner)).toContainText(say('my-partners.end.before'))
  await expect(card(page, partner).getByRole('button', { name: say('my-partners.end.copy') })).toBeVisible()
  await expect(card(page, partner).getByRole('link', { name: say('ui.admin_center.open', { host: 'admin.microsoft.com' }) }))
    .toHaveAttribute('href', 'https://admin.microsoft.com/AdminPortal/Home#/partners')
  await expectAccessible(page)
  const reseller = 'Bellows IT Service'
  await card(page, reseller).getByText(say('my-partners.end'), { exact: true }).click()
  await expect(card(page, reseller)).toContainText(say('my-partners.end.who_owner', { partner: reseller }))
})

test('nothing is offered about a partner before all is read of what it has and has asked for', async ({ page, signInAs }) => {
  const say = await signInAs('customer.globaladmin')
  let release = () => {}
  const held = new Promise<void>((resolve) => { release = resolve })
  await page.route(/\/api\/delegated-admin\/relationships\?/, async (route) => {
    await held
    await route.continue()
  })
  const others = page.waitForResponse(/\/api\/my-partners/)
  await page.goto('/my-partners')
  await others
  await expect(page.getByRole('heading', { name: say('agreements.title') })).toBeVisible()
  const grant = page.getByRole('button', { name: say('my-partners.grant') })
  await expect(grant).toHaveCount(0)
  release()
  await expect(grant.first()).toBeVisible()
})

test('nothing is offered about a partner when what it has and has asked for cannot be read', async ({ page, signInAs }) => {
  const say = await signInAs('customer.globaladmin')
  const problem = { type: 'about:blank', title: 'Invalid', detail: 'Invalid', status: 422, code: 'request.invalid', requestId: '1' }
  await page.route(/\/api\/delegated-admin\/relationships\?/, (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) }))
  await page.goto('/my-partners')
  await expect(page.getByRole('button', { name: say('ui.error.retry') })).toBeVisible()
  const grant = page.getByRole('button', { name: say('my-partners.grant') })
  await expect(grant).toHaveCount(0)
  await page.unroute(/\/api\/delegated-admin\/relationships\?/)
  // The list may be read again by itself before a press, so that the page is loaded anew.
  await page.reload()
  await expect(grant.first()).toBeVisible()
})
