import type { Page } from '@playwright/test'
import { tokenOf } from '../../server/app/secrets.ts'
import { demoSecret } from '../../mocks/demo-secret.ts'
import type { Invitation } from '../../domain/invitations/schemas.ts'
import { bases } from '../../domain/relationships/basis.ts'
import { expect, test } from '../fixtures.ts'
import { call, goTo, heading, invite, type Listed, settled, signIn, unknownToken } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')

test.describe('who cannot invite sees the button, the reason and who can', () => {
  for (const [persona, code, rule] of [
    ['reseller.admin', 'invitation.reseller_cannot_create', 'BR-26'],
    ['provider.helpdesk', 'invitation.needs_admin_or_sales_agent', 'BR-40'],
  ] as const)
    test(persona, async ({ page, signInAs }) => {
      const say = await signInAs(persona, '/')
      await goTo(page, say('app.nav.invitations'))
      const button = page.getByRole('button', { name: say('invitations.new') })
      await expect(button).toBeDisabled()
      await expect(button).toHaveAccessibleDescription(new RegExp(rule))
      await expect(page.getByText(say(`refusal.${code}`)).first()).toBeVisible()
      // A navigation moves the focus to the heading.
      await expect(heading(page, say('invitations.title'))).toBeFocused()
      await button.focus()
      await expect(button).toBeFocused()
      const answer = await page.evaluate(async () => {
        const sent = await fetch('/api/invitations', {
          method: 'POST', headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ delivery: 'direct', reusable: true, includeDap: false, language: 'en', expiresInDays: 30 }),
        })
        return { status: sent.status, code: ((await sent.json()) as { code: string }).code }
      })
      expect(answer).toEqual({ status: 403, code })
    })
})

test('a reseller without a partnership sees no invitation, and cannot be chosen', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('reseller2.admin', '/')
  await goTo(page, say('app.nav.invitations'))
  await expect(page.getByText(say('invitations.list.empty.reseller.title'))).toBeVisible()
  const provider = await visitor()
  const toProvider = await signIn(provider, 'provider.sales', '/invitations/new')
  await provider.getByRole('radio', { name: toProvider('invitations.new.delivery.via_reseller') }).check()
  const options = provider.getByLabel(toProvider('invitations.new.reseller'), { exact: true }).getByRole('option')
  await expect(options.filter({ hasText: 'Litware Resell' })).toHaveCount(1)
  await expect(options.filter({ hasText: 'Proseware Cloud' })).toHaveCount(0)
})

test.describe('each reason not to answer has a plain page of its own', () => {
  test.use({ changes: true })

  const expectRefusal = async (page: Page, reason: string, rule?: string, say = en) => {
    await expect(heading(page, say(`acceptance.refused.${reason}.title`))).toBeVisible()
    const code = `acceptance.${reason}`
    const quoted = rule ? say('acceptance.refused.code_and_rule', { code, rule }) : say('acceptance.refused.code', { code })
    await expect(page.getByText(quoted)).toBeVisible()
    await expect(page.getByText(say('acceptance.refused.nothing_granted'))).toBeVisible()
    await expect(page.getByRole('button', { name: say('acceptance.accept'), exact: true })).toHaveCount(0)
  }

  test('by who is signed in', async ({ page, signInAs, visitor }) => {
    await signInAs('provider.sales')
    const { link: open } = await invite(page)
    type Found = { items: { id: string; companyProfile: { companyName: string } }[] }
    const tailspin = (await call<Found>(page, 'GET', '/api/customers?search=tailspin')).items[0]
    const { link: named } = await invite(page, { customer: { tenantId: tailspin?.id ?? '' } })
    const reader = await visitor()
    for (const [persona, link, reason, rule] of [
      ['newcustomer.user', open, 'needs_global_admin', 'BR-33'],
      ['newcustomer.globaladmin', named, 'wrong_tenant', 'BR-33'],
      ['provider.admin', open, 'own_tenant', 'BR-54d'],
      ['reseller.admin', open, 'own_reseller', 'BR-54c'],
      ['reseller2.admin', open, 'partner_tenant', 'BR-21'],
      ['newcustomer-br.globaladmin', open, 'region_mismatch', 'BR-39'],
      ['customer-de.globaladmin', open, 'other_cloud', 'BR-34'],
    ] as const)
      await test.step(`${persona}: ${reason}`, async () => {
        await signIn(reader, persona)
        await reader.goto(link)
        await expectRefusal(reader, reason, rule)
      })
  })

  test('by what has become of the link', async ({ page, signInAs, visitor }) => {
    await signInAs('provider.sales')
    const reader = await visitor()
    const withdrawn = await invite(page)
    const reissued = await invite(page)
    const used = await invite(page)
    const declined = await invite(page)
    await call(page, 'POST', `/api/invitations/${withdrawn.id}/withdraw`)
    const { link: living } = await call<{ link: string }>(page, 'POST', `/api/invitations/${reissued.id}/reissue`)

    const customer = await visitor()
    await signIn(customer, 'newcustomer.globaladmin')
    const answer = (link: string, verb: string, body: unknown) =>
      call(customer, 'POST', `/api/acceptance/${new URL(link).pathname.split('/').pop()}/${verb}`, body)
    await answer(used.link, 'accept', { agreementAccepted: true })
    await answer(declined.link, 'decline', { reason: 'We have a partner' })

    const lapsed = await lapsedLink(page)
    for (const [link, reason, rule] of [
      [withdrawn.link, 'withdrawn', 'BR-37'], [used.link, 'already_used', 'BR-37'], [declined.link, 'declined', 'BR-37'],
      [reissued.link, 'reissued', undefined], [`/accept/${unknownToken}`, 'not_found', undefined],
    ] as const)
      await test.step(reason, async () => {
        await reader.goto(link)
        await expectRefusal(reader, reason, rule)
      })
    await reader.goto(lapsed.link)
    await expectRefusal(reader, 'lapsed', 'BR-37', wordsOf(lapsed.language))
    await reader.goto(living)
    await expect(heading(reader, 'Contoso Distribution')).toBeVisible()
  })
})

/** Derives the link of a lapsed invitation with the demo's secret. */
async function lapsedLink(page: Page): Promise<{ link: string; language: Invitation['language'] }> {
  const { items } = await call<{ items: Invitation[] }>(page, 'GET', '/api/invitations?state=lapsed&limit=200')
  const lapsed = items[0]
  if (!lapsed) throw new Error('The scene has no lapsed invitation.')
  const token = await tokenOf(demoSecret, { inviterId: lapsed.inviter.id, invitationId: lapsed.id, linkNumber: 1 })
  return { link: `/accept/${token}`, language: lapsed.language }
}

test('a page asks for nothing that its reader is refused', async ({ page, signInAs, visitor }) => {
  const refused: string[] = []
  const listen = (each: Page) => each.on('response', (answer) => {
    if (answer.status() === 403) refused.push(new URL(answer.url()).pathname)
  })
  listen(page)
  await signInAs('provider.admin')
  const { items } = await call<{ items: Listed[] }>(page, 'GET', '/api/customers?limit=200')
  for (const basis of bases) {
    const found = items.find((each) => each.basis === basis)
    if (!found) continue
    await page.goto(`/customers/${found.id}`)
    await settled(page)
    await page.waitForLoadState('networkidle')
  }
  const reseller = await visitor()
  listen(reseller)
  const say = await signIn(reseller, 'reseller.admin', '/invitations/reminder-settings')
  await expect(reseller.getByText(say('ui.refused.title'))).toBeVisible()
  expect(refused).toEqual([])
})
