import type { Funnel } from '../../domain/funnel/schemas.ts'
import type { Invitation } from '../../domain/invitations/schemas.ts'
import { demoSecret } from '../../mocks/demo-secret.ts'
import { unsubscribeTokenOf } from '../../server/app/secrets.ts'
import { scene } from '../../server/store/demo/scene.ts'
import { expect, test } from '../fixtures.ts'
import { call, goTo, heading, invite, settled, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

/** The words of a reader who is not signed in. */
const en = wordsOf('en')

test('what is overdue is counted at home, found in the list, and says why no reminder leaves here', async ({
  page, signInAs, expectAccessible,
}) => {
  const say = await signInAs('provider.sales', '/')
  const { total } = await call<{ total: { count: number } }>(page, 'GET', '/api/invitations?overdue=true&limit=1')
  expect(total.count).toBeGreaterThan(2)

  await test.step('the tile counts and leads to the same rows', async () => {
    const tile = page.getByRole('link', { name: new RegExp(`^${say('home.tile.overdue')}`) })
    await expect(tile).toContainText(String(total.count))
    await tile.click()
    await expect(page.getByRole('status').filter({ hasText: say('invitations.list.total', { count: total.count }) })).toBeVisible()
    await expect(page.getByRole('checkbox', { name: say('invitations.list.overdue') })).toBeChecked()
    await expect(page.getByText(new RegExp(`^${say('invitations.overdue', { relative: '' }).trim()}`)).first()).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the filter is taken off, and the way back puts it on again', async () => {
    // The checkbox follows the address.
    await page.getByRole('checkbox', { name: say('invitations.list.overdue') }).click()
    await expect(page).not.toHaveURL(/overdue/)
    await expect(page.getByRole('checkbox', { name: say('invitations.list.overdue') })).not.toBeChecked()
    await page.goBack()
    await expect(page.getByRole('checkbox', { name: say('invitations.list.overdue') })).toBeChecked()
  })

  await test.step('the invitation names the reason, and the API the same', async () => {
    await page.goto(`/invitations/${scene.overdueInvitation.id}`)
    await settled(page)
    await expect(page.getByText(say('refusal.invitation.no_mail_here'))).toBeVisible()
    await expect(page.getByRole('link', { name: /BR-25/ }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: say('reminders.send') })).toHaveCount(0)
    await expect(page.getByRole('button', { name: say('reminders.by_hand') })).toBeEnabled()
    const overdue = await call<Invitation>(page, 'GET', `/api/invitations/${scene.overdueInvitation.id}`)
    expect([overdue.overdueSince === null, overdue.nextEvent?.kind]).toEqual([false, 'lapse'])
    const asked = call(page, 'POST', `/api/invitations/${scene.overdueInvitation.id}/remind`)
    await expect(asked).rejects.toThrow(/409.*invitation\.no_mail_here/)
  })
})

test('the funnel shows the numbers of the records, by reseller and for the chosen days', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.sales', '/')
  await goTo(page, say('app.nav.invitations'))
  await page.getByRole('link', { name: say('funnel.open') }).click()
  await expect(heading(page, say('funnel.open'))).toBeVisible()
  const [from, to] = [await page.getByLabel(say('funnel.from')).inputValue(), await page.getByLabel(say('funnel.to')).inputValue()]
  const { rows } = await call<Funnel>(page, 'GET', `/api/invitations/funnel?from=${from}&to=${to}`)
  expect(rows.length).toBeGreaterThan(1)
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })

  for (const { reseller, made, opened, accepted } of rows) {
    const cells = row(reseller?.displayName ?? say('funnel.direct')).getByRole('cell')
    await expect(cells.nth(0)).toHaveText(String(made))
    await expect(cells.nth(3)).toHaveText(String(opened))
    await expect(cells.nth(4)).toHaveText(String(accepted))
  }
  const made = rows.reduce((sum, each) => sum + each.made, 0)
  await expect(row(say('funnel.all')).getByRole('cell').first()).toHaveText(String(made))
  await expect(page.getByRole('list', { name: say('funnel.chart') }).getByRole('listitem').first()).toContainText(String(made))
  await expectAccessible(page)

  await page.getByLabel(say('funnel.to')).fill('2020-01-01')
  await page.getByRole('button', { name: say('funnel.show') }).click()
  await expect(page.getByLabel(say('funnel.to'))).toHaveAccessibleDescription(say('funnel.error.period'))
  await page.getByLabel(say('funnel.from')).fill('2019-12-01')
  await page.getByRole('button', { name: say('funnel.show') }).click()
  await expect(page.getByText(say('funnel.empty.title'))).toBeVisible()
  await expect(page).toHaveURL(/from=2019-12-01&to=2020-01-01/)
})

test.describe('what is chosen and stopped', () => {
  test.use({ changes: true })

  test('a partner chooses its days, its reseller reads why it cannot, a customer stops reminders', async ({ page, signInAs, visitor }) => {
    const say = await signInAs('provider.sales', '/')
    await goTo(page, say('app.nav.invitations'))
    await page.getByRole('link', { name: say('reminders.settings.open') }).click()
    const days = page.getByLabel(say('reminders.settings.days'))
    const save = page.getByRole('button', { name: say('reminders.settings.save') })
    await expect(days).toHaveValue('3, 7, 14')
    await days.fill('9, 2')
    await save.click()
    await expect(days).toBeFocused()
    await expect(days).toHaveAccessibleDescription(new RegExp(say('reminders.settings.days.error')))
    await days.fill('20, 40')
    await save.click()
    await expect(page.getByText(say('reminders.settings.saved'))).toBeVisible()
    const overdue = await call<Invitation>(page, 'GET', `/api/invitations/${scene.overdueInvitation.id}`)
    expect(overdue.overdueSince).toBeNull()

    const reseller = await visitor()
    const toReseller = await signIn(reseller, 'reseller.admin', '/invitations/reminder-settings')
    await expect(reseller.getByText(toReseller('refusal.invitation.reseller_cannot_create'))).toBeVisible()

    const { id, inviter } = await invite(page, { customer: { email: 'ana@northwind.example' } })
    const token = await unsubscribeTokenOf(demoSecret, { partnerId: inviter.id, invitationId: id })
    const customer = await visitor('phone')
    await customer.goto(`/stop-reminders/${inviter.id}/${id}/${token}`)
    await customer.getByRole('button', { name: en('acceptance.stop') }).click()
    await expect(heading(customer, en('acceptance.stop.done'))).toBeVisible()
    await page.goto(`/invitations/${id}`)
    await expect(page.getByText(say('invitations.history.opted_out'))).toBeVisible()
  })
})
