import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { saidTwice } from '../once.ts'
import { customerScreens, partnerScreens, type Screen } from '../screens.ts'
import { call, follow, unfold } from '../steps.ts'

for (const persona of [
  'provider.sales', 'provider.helpdesk', 'reseller.admin', 'provider-cn.admin', 'direct-de.admin', 'customer.globaladmin', 'customer.user',
])
  test(`each screen of ${persona} says a reason once and offers an action once`, async ({ page, signInAs }) => {
    test.setTimeout(600_000)
    await signInAs(persona)
    const screens: Screen[] = persona.startsWith('customer') ? await customerScreens(page)
      : [...(await partnerScreens(page)), ...(await imported(page))]
    for (const { name, path } of screens)
      await test.step(name, async () => {
        await follow(page, path)
        if (name === 'customer' || name === 'imported') await unfold(page)
        expect.soft(await saidTwice(page), `${name} ${path}`).toEqual({ sentences: [], actions: [] })
      })
  })

/** Opens a customer that only the partner's own list names. */
async function imported(page: Page): Promise<Screen[]> {
  const { items } = await call<{ items: { id: string; basis: string }[] }>(page, 'GET', '/api/customers?limit=200')
  const said = items.filter(({ basis }) => basis === 'said_by_partner')
  return said.slice(0, 1).map(({ id }) => ({ name: 'imported', path: `/customers/${id}` }))
}

test('an accepted invitation leads on to its customer and its admin rights, a declined one to a new one for the same', async ({
  page, signInAs,
}) => {
  const say = await signInAs('provider.admin', '/')
  const { items } = await call<{ items: { id: string; state: string; reusable: boolean; customer: { companyName?: string } | null }[] }>(
    page, 'GET', '/api/invitations?limit=200')
  const inState = (state: string) => items.find((each) => each.state === state && !each.reusable && each.customer?.companyName)
  await page.goto(`/invitations/${inState('accepted')?.id}`)
  const next = page.getByRole('region', { name: say('invitations.next') })
  await expect(next.getByRole('link', { name: say('invitations.next.customer') })).toHaveAttribute('href', /^\/customers\//)
  await next.getByRole('button', { name: say('customers.detail.request_admin') }).click()
  await expect(page).toHaveURL(/\/delegated-admin\/new\?customer=/)

  const declined = inState('declined')
  await page.goto(`/invitations/${declined?.id}`)
  await next.getByRole('button', { name: say('invitations.next.again') }).click()
  await expect(page).toHaveURL('/invitations/new')
  await expect(page.getByLabel(say('invitations.field.companyName'))).toHaveValue(declined?.customer?.companyName ?? '')
})
