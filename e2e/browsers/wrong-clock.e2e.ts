import type { Page } from '@playwright/test'
import { dayMs } from '../../domain/calendar/days.ts'
import { expect, test } from '../fixtures.ts'
import { fact, invite } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')
const minute = 60_000

test.use({ changes: true })

/** Shifts the page's clock, which then runs on. */
const setClock = (page: Page, by: number) =>
  page.addInitScript((ahead) => {
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(Real.now() + ahead)
        else super(...(given as [number]))
      }

      static override now = () => Real.now() + ahead
    } as DateConstructor
  }, by)

for (const [name, by] of [['ahead', 10 * minute], ['behind', -10 * minute]] as const)
  test(`with a clock ten minutes ${name}, what was made just now was made just now`, async ({ page, signInAs }) => {
    await page.addInitScript(() => localStorage.setItem('tessera.language', 'en'))
    await setClock(page, by)
    await signInAs('provider.sales', '/invitations')
    const { id } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
    const row = page.getByRole('row').filter({ hasText: 'Northwind Traders' }).first()
    await expect(row.getByText(/^(now|1 minute ago)$/)).toBeVisible()
    await page.goto(`/invitations/${id}`)
    await expect(page.getByText(/^(now|1 minute ago)/).first()).toBeVisible()
    await expect(page.getByText(/\bin \d+ minutes|\b(?:9|10|11) minutes ago/)).toHaveCount(0)
  })

for (const [name, by] of [['ahead', 40 * dayMs], ['behind', -40 * dayMs]] as const)
  test(`with a clock forty days ${name}, a link of thirty days is open as long as it is`, async ({ page, signInAs, visitor }) => {
    await signInAs('provider.sales')
    const { link } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
    const guest = await visitor()
    await setClock(guest, by)
    await guest.goto(link)
    await expect(guest.getByRole('button', { name: en('acceptance.account.sign_in') })).toBeVisible()
    await expect(fact(guest, en('acceptance.fact.until'))).toBeVisible()
    await expect(guest.getByText(en('acceptance.refused.lapsed.title'))).toHaveCount(0)
  })

test.describe('a list that stays open', () => {
  // Responses stop, since one would correct the page's clock.
  test.use({ spoiled: true })

  const lists = [['customers', '/customers?sort=-lastEventAt'], ['invitations', '/invitations'], ['rights', '/delegated-admin']] as const
  for (const [what, path] of lists)
    test(`the list of ${what} tells how long ago it was by then`, async ({ page, context, signInAs }) => {
      await page.addInitScript(() => localStorage.setItem('tessera.language', 'en'))
      await page.clock.install()
      await signInAs('provider.admin')
      await invite(page)
      await page.goto(path)
      const rows = page.getByRole('row')
      const recent = await rows.getByText(/^(now|\d+ minutes? ago)$/).first().innerText()
      await context.setOffline(true)
      await page.clock.fastForward('30:00')
      await expect(rows.getByText(recent, { exact: true })).toHaveCount(0)
      await expect(rows.getByText(/ago$/).first()).toBeVisible()
    })
})
