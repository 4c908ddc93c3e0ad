import { calendarOf } from '../../domain/calendar/days.ts'
import { expect, test } from '../fixtures.ts'
import { fact, invite } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')

for (const [zone, name] of [['Pacific/Auckland', /\(New Zealand \w+ Time\)$/], ['America/Los_Angeles', /\(Pacific \w+ Time\)$/]] as const)
  test.describe(`in ${zone}`, () => {
    test.use({ timezoneId: zone, changes: true })

    test('the deadline of an invitation is told by the reader’s clock, and the zone is named', async ({ page, signInAs, visitor }) => {
      await signInAs('provider.sales', '/')
      const { link, expiresAt } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
      const phone = await visitor('phone')
      await phone.goto(link)
      const until = fact(phone, en('acceptance.fact.until'))
      await expect(until).toHaveText(name)
      const day = calendarOf(zone).dayAt(Date.parse(expiresAt))
      await expect(until).toContainText(`${Number(day.slice(8))}, ${day.slice(0, 4)}`)
    })

    test('the numbers of invitations end with the day that it is there, and count what was made just now', async ({ page, signInAs }) => {
      const say = await signInAs('provider.sales')
      await page.goto('/invitations/funnel')
      const made = page.getByRole('row', { name: say('funnel.all') }).getByRole('cell').first()
      const before = Number(await made.innerText())
      const today = calendarOf(zone).dayAt(Date.now())
      await expect(page.getByLabel(say('funnel.to'))).toHaveValue(today)
      await invite(page, { customer: { companyName: 'Northwind Traders' } })
      await page.goto(`/invitations/funnel?from=${today}&to=${today}`)
      await expect(made).not.toHaveText('0')
      await page.goto('/invitations/funnel')
      await expect(made).toHaveText(String(before + 1))
    })
  })
