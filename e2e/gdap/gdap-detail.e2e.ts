import type { Locator, Page } from '@playwright/test'
import type { AccessAssignmentOnWire, GdapRelationshipDetail, PartnerGroup } from '../../domain/gdap/schemas.ts'
import { globalAdministrator, roleNamed } from '../../domain/gdap/roles/catalogue.ts'
import { expect, test } from '../fixtures.ts'
import { call, fact, heading, settled, signIn } from '../steps.ts'
import type { Say } from '../words.ts'

test.use({ changes: true })

const tailspin = 'Tailspin Toys'
const reader = roleNamed('Directory Readers')
const support = roleNamed('Service Support Administrator')
const relationships = '/api/delegated-admin/relationships'

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const isNarrowEnough = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

async function tenantOfTailspin(page: Page): Promise<string | undefined> {
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?search=tailspin')
  return items[0]?.id
}

/** Makes a draft for Tailspin Toys by API. */
async function drafted(page: Page, displayName: string, roles: readonly string[] = [reader, support]): Promise<GdapRelationshipDetail> {
  return call(page, 'POST', relationships, {
    displayName, duration: 'P365D', customer: { tenantId: await tenantOfTailspin(page) },
    accessDetails: { unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) },
  })
}

const finalise = (page: Page, { id }: { id: string }) =>
  call(page, 'POST', `${relationships}/${id}/requests`, { action: 'lockForApproval' })

/** Approves the request as the customer's Global admin, in a browser of its own. */
async function approve(customer: Page, { id }: { id: string }): Promise<void> {
  const say = await signIn(customer, 'customer.globaladmin', `/approve/${id}`)
  await customer.getByRole('button', { name: say('approval.approve') }).click()
  await heading(customer, say('approval.granted.title', { partner: 'Contoso Distribution' })).waitFor()
}

/** Makes the draft like {@link drafted}, by hand; returns its id. */
async function draftedByHand(page: Page, say: Say, displayName: string): Promise<{ id: string }> {
  await page.goto(`/delegated-admin/new?customer=${await tenantOfTailspin(page)}`)
  const search = page.getByRole('combobox', { name: say('role-templates.picker.search') })
  for (const role of ['directory_readers', 'service_support_administrator'].map((key) => say(`roles.name.${key}`))) {
    await search.fill(role)
    await page.getByRole('option', { name: new RegExp(`^${role}`) }).click()
  }
  await page.getByRole('button', { name: say('gdap-requests.days.preset', { count: 365 }) }).click()
  await page.getByRole('textbox', { name: say('gdap-requests.name') }).fill(displayName)
  await page.getByRole('button', { name: say('gdap-requests.save_draft') }).click()
  await page.waitForURL(/\/delegated-admin\/[\da-f-]{73}$/)
  return { id: new URL(page.url()).pathname.split('/').at(-1) ?? '' }
}

const assignmentsOf = (page: Page, id: string) =>
  call<{ items: AccessAssignmentOnWire[] }>(page, 'GET', `${relationships}/${id}/access-assignments`)

const atOnce = 20

/** Makes an active relationship with an assignment in this status. */
async function withAssignment(page: Page, status: AccessAssignmentOnWire['status']) {
  for (const standing of ['active', 'expiring']) {
    const { items } = await call<{ items: GdapRelationshipDetail[] }>(page, 'GET', `${relationships}?status=${standing}&limit=200`)
    for (let start = 0; start < items.length; start += atOnce) {
      const some = await Promise.all(items.slice(start, start + atOnce).map(async (relationship) => {
        const assigned = await assignmentsOf(page, relationship.id)
        return assigned.items.filter((each) => each.status === status)
          .map(({ accessContainer }) => ({ relationship, group: accessContainer.displayName }))
      }))
      const [found] = some.flat()
      if (found) return found
    }
  }
  throw new Error(`No assignment is ${status}.`)
}

const whole = 'a relationship is asked for, approved, assigned, extended and ended, and each side’s step shows at once'
/** Reads the choices' styles at rest. */
const looks = (choices: Locator): Promise<string[]> => choices.evaluateAll(async (all) => {
  await Promise.all(all.flatMap((each) => each.getAnimations()).map(({ finished }) => finished))
  return all.map((each) => {
    const [box, mark] = [getComputedStyle(each), getComputedStyle(each, '::after')]
    return [box.backgroundColor, mark.content, mark.backgroundColor].join(' ')
  })
})

test(whole, { tag: '@every-host' }, async ({ page, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.admin', '/')
  const draft = await draftedByHand(page, say, 'Journey-Tailspin')
  await expect(heading(page, 'Journey-Tailspin')).toBeVisible()
  const days = say('delegated-admin.facts.duration.days', { days: 365, sent: 'P365D' })
  await expect(fact(page, say('delegated-admin.facts.duration'))).toHaveText(days)
  const actions = region(page, say('delegated-admin.actions'))

  await test.step('finalised, it waits with no answer yet, and has a link', async () => {
    await actions.getByRole('button', { name: say('delegated-admin.finalise') }).click()
    const dialog = page.getByRole('dialog', { name: say('delegated-admin.finalise.title') })
    await expect(dialog).toContainText(say('delegated-admin.finalise.changes.fixed'))
    await dialog.getByRole('button', { name: say('delegated-admin.finalise') }).click()
    await expect(page.getByText(say('delegated-admin.strip.now.waiting', { customer: tailspin }))).toBeVisible()
    await expect(page.getByLabel(say('gdap-message.link'), { exact: true })).toHaveValue(new RegExp(`/approve/${draft.id}$`))
    await expect(actions.getByRole('button', { name: say('delegated-admin.terminate') })).toHaveAccessibleDescription(/BR-94/)
    await expectAccessible(page)
  })

  await test.step('the customer approves, and it turns active on the open page', async () => {
    await approve(await visitor(), draft)
    await expect(page.getByText(say('delegated-admin.strip.now.active'))).toBeVisible()
    await expect(page.getByText(say('delegated-admin.advice.nobody_has_access'))).toBeVisible()
  })

  const access = region(page, say('delegated-admin.assignments'))
  await test.step('a group is assigned, one role less than all', async () => {
    await page.getByRole('button', { name: say('delegated-admin.assign') }).click()
    const dialog = page.getByRole('dialog', { name: say('delegated-admin.assign.title') })
    await dialog.getByRole('button', { name: say('delegated-admin.assign'), exact: true }).click()
    await expect(dialog.getByText(say('delegated-admin.assign.group.missing'))).toBeVisible()
    const others = () => looks(dialog.getByRole('radio', { checked: false }))
    const [unset] = await others()
    await dialog.getByRole('radio', { name: 'Tier 2 support' }).check()
    await expect.poll(others, 'a radio button looks the same before and after another is chosen').toContain(unset)
    expect(await looks(dialog.getByRole('radio', { checked: true }))).not.toContain(unset)
    await dialog.getByRole('checkbox', { name: say('roles.name.service_support_administrator') }).uncheck()
    await expect(dialog.getByText(say('delegated-admin.assign.roles.chosen', { count: 1, all: 2 }))).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: say('delegated-admin.assign'), exact: true }).click()
    const row = access.getByRole('listitem', { name: 'Tier 2 support' })
    await expect(row).toContainText(say('delegated-admin.assignment.active'))
    await expect(row).toContainText(say('roles.name.directory_readers'))
    await expect(page.getByText(say('delegated-admin.advice.nobody_has_access'))).toHaveCount(0)
    await expect(access.getByRole('group')).toBeFocused()
  })

  await test.step('its roles are changed, and the group cannot be assigned twice', async () => {
    await access.getByRole('button', { name: say('delegated-admin.reassign') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: say('delegated-admin.assign.roles.none') }).click()
    await expect(dialog.getByRole('button', { name: say('delegated-admin.reassign.confirm') })).toHaveAccessibleDescription(/BR-92/)
    await dialog.getByRole('button', { name: say('delegated-admin.assign.roles.all') }).click()
    await dialog.getByRole('button', { name: say('delegated-admin.reassign.confirm') }).click()
    await expect(access.getByRole('listitem')).toContainText(say('delegated-admin.assignment.all', { count: 2 }))
    await access.getByRole('button', { name: say('delegated-admin.assign') }).click()
    await expect(page.getByRole('dialog').getByRole('radio', { name: 'Tier 2 support' })).toHaveAccessibleDescription(/BR-93/)
    await page.keyboard.press('Escape')
    await expect(access.getByRole('button', { name: say('delegated-admin.assign') })).toBeFocused()
  })

  await test.step('it is told to extend itself', async () => {
    await actions.getByRole('button', { name: say('delegated-admin.extend.on') }).click()
    await expect(fact(page, say('delegated-admin.facts.extends'))).toContainText(say('delegated-admin.facts.extends.on'))
    await expect(actions.getByRole('button', { name: say('delegated-admin.extend.off') })).toBeFocused()
  })

  await test.step('it is ended after reading what goes and what stays', async () => {
    await actions.getByRole('button', { name: say('delegated-admin.terminate') }).click()
    const dialog = page.getByRole('dialog', { name: say('delegated-admin.terminate.title', { name: 'Journey-Tailspin' }) })
    await expect(dialog).toContainText(say('delegated-admin.terminate.changes.access', { customer: tailspin }))
    await expect(dialog).toContainText(say('delegated-admin.terminate.keeps.reseller'))
    await dialog.getByRole('button', { name: say('delegated-admin.terminate') }).click()
    await expect(page.getByText(say('delegated-admin.strip.now.terminated'))).toBeVisible()
    await expect(access).toHaveCount(0)
    await expect(actions.getByRole('group')).toBeFocused()
    await expect(actions.getByRole('button', { name: say('delegated-admin.renew') })).toBeVisible()
  })
})

test('a draft is found at home among what happened, is thrown away, and is not there afterwards', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const { id } = await drafted(page, 'Journey-thrown-away')
  await page.goto('/')
  const happened = page.getByRole('listitem').filter({ hasText: 'Journey-thrown-away' })
  await happened.getByRole('link', { name: say('home.event.gdap.created') }).click()
  await expect(heading(page, 'Journey-thrown-away')).toBeVisible()
  await page.getByRole('button', { name: say('delegated-admin.delete') }).click()
  await page.getByRole('dialog').getByRole('button', { name: say('delegated-admin.delete') }).click()
  await expect(page.getByText(say('delegated-admin.delete.done'))).toBeVisible()
  await page.waitForURL('/delegated-admin')
  await page.goto(`/delegated-admin/${id}`)
  await expect(heading(page, say('delegated-admin.not_found'))).toBeVisible()
  await page.goto('/')
  const deleted = happened.filter({ hasText: say('home.event.gdap.deleted') })
  await expect(deleted).toBeVisible()
  await expect(deleted.getByRole('link')).toHaveCount(0)
})

test('a reseller consents to what its provider made, which only looks on', async ({ page, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  const { items } = await call<{ items: GdapRelationshipDetail[] }>(page, 'GET', `${relationships}?search=southridge-by-contoso`)
  const address = `/delegated-admin/${items[0]?.id}`
  await page.goto(address)
  await expect(page.getByRole('button', { name: say('delegated-admin.consent') })).toHaveAccessibleDescription(/BR-77/)
  await expectAccessible(page)
  const reseller = await visitor()
  const toReseller = await signIn(reseller, 'reseller.admin', address)
  await expect(reseller.getByText(toReseller('delegated-admin.strip.now.consent_pending', { partner: 'Litware Resell' }))).toBeVisible()
  for (const action of ['finalise', 'edit', 'delete'] as const) {
    const button = reseller.getByRole('button', { name: toReseller(`delegated-admin.${action}`), exact: true })
    await expect(button).toHaveAccessibleDescription(/BR-79/)
  }
  await reseller.getByRole('button', { name: toReseller('delegated-admin.consent'), exact: true }).click()
  await expect(reseller.getByRole('dialog')).toContainText(toReseller('delegated-admin.consent.keeps'))
  await reseller.getByRole('dialog').getByRole('button', { name: toReseller('delegated-admin.consent'), exact: true }).click()
  await expect(reseller.getByRole('button', { name: toReseller('delegated-admin.consent'), exact: true })).toHaveCount(0)
  await expect(reseller.getByRole('button', { name: toReseller('delegated-admin.finalise') })).toHaveAccessibleDescription('')
  await expect(fact(page, say('delegated-admin.facts.provider'))).toContainText(
    say('delegated-admin.facts.consent.given', { partner: 'Litware Resell' }),
  )
})

test('a reseller rejects what its provider made, which is gone for both', async ({ page, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  const { items } = await call<{ items: GdapRelationshipDetail[] }>(page, 'GET', `${relationships}?search=southridge-by-contoso`)
  const address = `/delegated-admin/${items[0]?.id}`
  await page.goto(address)
  await expect(heading(page, 'Southridge-by-Contoso')).toBeVisible()
  const reseller = await visitor()
  const toReseller = await signIn(reseller, 'reseller.admin', address)
  await reseller.getByRole('button', { name: toReseller('delegated-admin.reject') }).click()
  const dialog = reseller.getByRole('dialog', { name: toReseller('delegated-admin.reject.title') })
  await expect(dialog).toContainText(toReseller('delegated-admin.reject.keeps'))
  await expectAccessible(reseller)
  await dialog.getByRole('button', { name: toReseller('delegated-admin.reject') }).click()
  await expect(reseller.getByText(toReseller('delegated-admin.reject.done'))).toBeVisible()
  await reseller.waitForURL('/delegated-admin')
  await expect(heading(page, say('delegated-admin.not_found'))).toBeVisible()
})

test('Global administrator stands in the way of auto-extend until it is removed', async ({ page, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  const made = await drafted(page, 'Journey-global', [reader, globalAdministrator])
  await finalise(page, made)
  await approve(await visitor(), made)
  await page.goto(`/delegated-admin/${made.id}`)
  const extend = page.getByRole('button', { name: say('delegated-admin.extend.on') })
  await expect(extend).toHaveAccessibleDescription(/BR-87/)
  await page.getByRole('button', { name: say('delegated-admin.remove_global') }).click()
  await expect(page.getByRole('dialog')).toContainText(say('delegated-admin.remove_global.keeps.roles', { count: 1 }))
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: say('delegated-admin.remove_global') }).click()
  await expect(page.getByRole('button', { name: say('delegated-admin.remove_global') })).toHaveCount(0)
  await expect(region(page, say('delegated-admin.actions')).getByRole('group')).toBeFocused()
  await extend.click()
  await expect(page.getByRole('button', { name: say('delegated-admin.extend.off') })).toBeVisible()
})

test('a stuck and a failed assignment are made again, and one is removed', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  for (const [status, text] of [['pending', 'stuck'], ['error', 'error']] as const) {
    const { relationship, group } = await withAssignment(page, status)
    await page.goto(`/delegated-admin/${relationship.id}`)
    const access = region(page, say('delegated-admin.assignments'))
    const row = access.getByRole('listitem', { name: group })
    await expect(row).toContainText(say(`delegated-admin.assignment.${text}.text`))
    await expectAccessible(page)
    await row.getByRole('button', { name: say('delegated-admin.retry') }).click()
    await page.getByRole('dialog').getByRole('button', { name: say('delegated-admin.retry') }).click()
    await expect(row).toContainText(say('delegated-admin.assignment.active'))
    await expect(page.getByText(say('delegated-admin.retry.done', { group }))).toBeVisible()
    await row.getByRole('button', { name: say('delegated-admin.unassign') }).click()
    await page.getByRole('dialog').getByRole('button', { name: say('delegated-admin.unassign') }).click()
    await expect(row).toHaveCount(0)
    await expect(access.getByRole('group')).toBeFocused()
  }
})

test('an answer that comes after its news leaves dialog and focus where they were', async ({ page, visitor, signInAs }) => {
  const say = await signInAs('provider.admin')
  const made = await drafted(page, 'Journey-late-answer')
  await finalise(page, made)
  await approve(await visitor(), made)
  await page.goto(`/delegated-admin/${made.id}`)
  await page.getByRole('button', { name: say('delegated-admin.assign') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Tier 2 support' }).check()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => { letGo = resolve })
  await page.route('**/access-assignments', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const response = await route.fetch()
    await held
    return route.fulfill({ response })
  })
  const assign = dialog.getByRole('button', { name: say('delegated-admin.assign'), exact: true })
  await assign.click()
  const behind = page.getByRole('listitem', { name: 'Tier 2 support', includeHidden: true })
  await expect(behind).toContainText(say('delegated-admin.assignment.active'))
  await expect(assign).toBeFocused()
  await expect(assign).toHaveAccessibleDescription('')
  letGo()
  await expect(dialog).toHaveCount(0)
  await expect(region(page, say('delegated-admin.assignments')).getByRole('group')).toBeFocused()
})

test('who is no Admin agent reads why, and a customer is led to its own page', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.helpdesk')
  const { relationship } = await withAssignment(page, 'active')
  await page.goto(`/delegated-admin/${relationship.id}`)
  for (const name of ['assign', 'terminate']) {
    const button = page.getByRole('button', { name: say(`delegated-admin.${name}`) })
    await expect(button).toBeDisabled()
    await expect(button).toHaveAccessibleDescription(/BR-(?:77|92)/)
  }
  await expect(page.getByText(say('refusal.gdap.needs_admin_agent')).first()).toBeVisible()
  await expect(page.getByRole('button', { name: say('delegated-admin.unassign') })).toHaveCount(0)
  const customer = await visitor()
  await signIn(customer, 'customer.globaladmin', `/delegated-admin/${relationship.id}`)
  await customer.waitForURL(`/my-partners/delegated-admin/${relationship.id}`)
})

test('why a group has access, or not, is answered with the way and its first gap', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  const { relationship, group } = await withAssignment(page, 'pending')
  const customer = relationship.customer?.displayName ?? ''
  const domain = await call<{ companyProfile: { domain: string } }>(page, 'GET', `/api/customers/${relationship.customer?.tenantId}`)
  await page.goto('/delegated-admin/access')
  await page.getByRole('combobox', { name: say('delegated-admin.access.group') }).click()
  await page.getByRole('option', { name: group }).click()
  await page.getByRole('combobox', { name: say('delegated-admin.access.customer') }).fill(domain.companyProfile.domain)
  await page.getByRole('option').filter({ hasText: domain.companyProfile.domain }).click()
  await expect(page.getByText(say('delegated-admin.access.answer.assignment_not_active', { group, customer }))).toBeVisible()
  await expect(page).toHaveURL(/group=.+&customer=|customer=.+&group=/)
  const way = page.getByRole('article', { name: relationship.displayName })
  await expect(way.getByRole('listitem').nth(1)).toContainText(say('delegated-admin.access.state.broken'))
  await expectAccessible(page)
})

test('each answer has its address, fits a phone, and leads to what mends it', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  const { relationship } = await withAssignment(page, 'pending')
  const customer = relationship.customer?.displayName ?? ''
  const groups = await call<{ items: PartnerGroup[] }>(page, 'GET', '/api/delegated-admin/groups')
  const answerOf = async (name: string, tenantId: string | undefined) => {
    const asked = groups.items.find(({ displayName }) => displayName === name)
    await page.goto(`/delegated-admin/access?group=${asked?.id}&customer=${tenantId}`)
    await settled(page)
  }
  await answerOf('HelpdeskAgents', relationship.customer?.tenantId)
  await expect(page.getByText(say('delegated-admin.access.answer.has_access', { group: 'HelpdeskAgents', customer }))).toBeVisible()
  await answerOf('AdminAgents', relationship.customer?.tenantId)
  await expect(page.getByText(say('delegated-admin.access.answer.not_assigned', { group: 'AdminAgents', customer }))).toBeVisible()
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await isNarrowEnough(page)).toBe(true)
  await expectAccessible(page)
  await page.getByRole('link', { name: say('delegated-admin.access.fix.assign') }).click()
  await expect(heading(page, relationship.displayName)).toBeFocused()
  expect(await isNarrowEnough(page)).toBe(true)
  await expectAccessible(page)

  await answerOf('AdminAgents', await tenantOfTailspin(page))
  const notStanding = say('delegated-admin.access.answer.not_standing', { group: 'AdminAgents', customer: tailspin })
  await expect(page.getByText(notStanding)).toBeVisible()
  await expect(page.getByRole('link', { name: say('delegated-admin.access.fix.send') }).first()).toBeVisible()
})

test('who cannot sign in finds the cause by Microsoft’s number', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.helpdesk')
  const { relationship } = await withAssignment(page, 'active')
  await page.goto(`/delegated-admin/${relationship.id}`)
  await page.getByText(say('delegated-admin.sign_in'), { exact: true }).click()
  await expect(page.getByRole('heading', { name: say('delegated-admin.sign_in.guest_accounts') })).toBeVisible()
  await page.getByLabel(say('delegated-admin.sign_in.number')).fill('AADSTS900309')
  await expect(page.getByRole('heading', { name: say('delegated-admin.sign_in.guest_accounts') })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: say('delegated-admin.sign_in.conditional_access') })).toBeVisible()
  await expectAccessible(page)
})
