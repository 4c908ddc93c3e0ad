import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixtures.ts'
import { call, goTo, heading, invite, signIn } from '../steps.ts'

test.describe('the audit log', () => {
  test.use({ changes: true })

  test('a deed and a refusal of a colleague are in it, by filter, by link and as a file @every-engine', async ({
    page, signInAs, visitor, expectAccessible,
  }) => {
    await signInAs('provider.sales', '/')
    const { id } = await invite(page, { customer: { companyName: 'Audited Company' } })
    const withdraw = () => page.evaluate(async (path) => (await fetch(path, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}',
    })).status, `/api/invitations/${id}/withdraw`)
    expect([await withdraw(), await withdraw()]).toEqual([200, 409])

    const office = await visitor()
    const say = await signIn(office, 'provider.admin', '/')
    await goTo(office, say('app.nav.organization'))
    await office.getByRole('link', { name: say('app.nav.audit') }).click()
    await expect(heading(office, say('audit.title'))).toBeVisible()
    const grid = office.getByRole('grid', { name: say('audit.title') })
    const withdrawn = say('home.event.invitation.withdrawn')
    const done = grid.getByRole('row').filter({ hasText: withdrawn }).filter({ hasText: say('audit.outcome.done') })
    const refused = grid.getByRole('row').filter({ hasText: withdrawn }).filter({ hasText: say('audit.outcome.refused') })
    await expect(done.first()).toContainText('Audited Company')
    await expect(done.first()).toContainText(say('audit.through.browser'))
    await expect(done.first()).toContainText(say('audit.field.state'))
    await expect(done.first()).toContainText(say('invitations.state.withdrawn'))
    await expect(refused.first()).toContainText(say('audit.attempt', { what: '' }).trim())

    await office.getByLabel(say('audit.column.outcome')).selectOption({ label: say('audit.outcome.refused') })
    await expect(grid.getByRole('row').filter({ hasText: say('audit.outcome.done') })).toHaveCount(0)
    await expect(refused).toHaveCount(1)
    await expect(office).toHaveURL(/outcome=refused/)
    await expectAccessible(office)

    const download = office.waitForEvent('download')
    await office.getByRole('button', { name: say('audit.export') }).click()
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('invitation.withdrawn')

    await office.reload()
    await expect(refused).toHaveCount(1)
  })

  test('its keeping is chosen by an Admin agent, and a colleague reads who may see it', async ({ page, signInAs, expectAccessible }) => {
    const say = await signInAs('provider.admin', '/organization/audit')
    await page.getByRole('button', { name: say('audit.keeping') }).click()
    const dialog = page.getByRole('dialog', { name: say('audit.keeping') })
    const days = dialog.getByLabel(say('audit.retention.days'))
    await expect(days).toHaveValue('730')
    await days.fill('40')
    await dialog.getByRole('button', { name: say('audit.retention.save') }).click()
    await expect(dialog.getByText(say('audit.retention.error', { shortest: 90, longest: 2557 }))).toBeVisible()
    await days.fill('365')
    await expect(dialog.getByText(say('audit.retention.deletes', { days: 365 }))).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: say('audit.retention.save') }).click()
    await expect(dialog).toHaveCount(0)
    expect(await call<{ retentionDays: number }>(page, 'GET', '/api/audit/settings')).toMatchObject({ retentionDays: 365 })
    await expect(page.getByRole('row').filter({ hasText: say('home.event.audit.retention_chosen') }).first()).toBeVisible()

    const theirs = await signIn(page, 'provider.helpdesk', '/organization/audit')
    await expect(page.getByText(theirs('refusal.audit.needs_admin'))).toBeVisible()
  })
})
