import { expect, test } from '../fixtures.ts'
import { call, goTo, heading, invite, resellerOf, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')

const reseller = 'Proseware Cloud'
const provider = 'Contoso Distribution'
/** From the scene: Proseware's own PartnerID, and Litware's global account's. */
const partnerIds = { proseware: '6010411', litwareGlobal: '6010200' }

test.use({ changes: true })

const journey = 'a provider asks, a reseller’s Global admin authorizes what it has read, the provider ends it'
test(journey, async ({ page, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.admin', '/')
  await goTo(page, say('app.nav.resellers'))
  const field = page.getByLabel(say('partnerships.request.partner_id'))
  const request = page.getByRole('button', { name: say('partnerships.request'), exact: true })
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: say('partnerships.agreement.signed', { reseller: name }) })

  await test.step('a PartnerID that is none, and one that is nobody’s, is said beside the field', async () => {
    await field.fill('twelve')
    await request.click()
    await expect(field).toBeFocused()
    await expect(field).toHaveAccessibleDescription(new RegExp(say('partnerships.request.error')))
    await field.fill('9999999')
    await request.click()
    await expect(field).toHaveAccessibleDescription(/BR-54a/)
    await expect(row(reseller)).toHaveCount(0)
  })

  await test.step('it asks, and reads who does what next', async () => {
    await field.fill(partnerIds.proseware)
    await request.click()
    await expect(page.getByRole('heading', { name: say('partnerships.requested.title', { reseller }) })).toBeVisible()
    await expect(page.getByText(say('partnerships.requested.tell', { reseller }))).toBeVisible()
    await expect(row(reseller)).toContainText(say('partnerships.state.requested'))
    await expectAccessible(page)
  })

  const admin = await visitor()
  const toAdmin = await signIn(admin, 'reseller2.admin', '/')
  await test.step('an Admin agent of the reseller sees the request and why it cannot authorize it', async () => {
    await goTo(admin, toAdmin('app.nav.providers'))
    await expect(admin.getByRole('button', { name: toAdmin('partnerships.authorize') })).toHaveAccessibleDescription(/BR-50/)
    await expect(admin.getByRole('button', { name: toAdmin('partnerships.remove') })).toHaveAccessibleDescription(/BR-54/)
  })

  const globalAdmin = await visitor()
  const toGlobal = await signIn(globalAdmin, 'reseller2.globaladmin', '/')
  await test.step('its Global admin reads what it means, must tick, and authorizes', async () => {
    await goTo(globalAdmin, toGlobal('app.nav.providers'))
    await globalAdmin.getByRole('button', { name: toGlobal('partnerships.authorize') }).click()
    const dialog = globalAdmin.getByRole('dialog', { name: toGlobal('partnerships.authorize.title', { provider }) })
    for (const effect of ['provider_orders_for_customers', 'provider_admin_access_to_own_account', 'customers_stay'])
      await expect(dialog).toContainText(toGlobal(`partnerships.authorize.effect.${effect}`, { provider }))
    await dialog.getByRole('button', { name: toGlobal('partnerships.authorize') }).click()
    const tick = dialog.getByRole('checkbox')
    await expect(tick).toBeFocused()
    await expect(tick).toHaveAccessibleDescription(toGlobal('refusal.partnership.consent_required'))
    await expectAccessible(globalAdmin)
    await tick.check()
    await dialog.getByRole('button', { name: toGlobal('partnerships.authorize') }).click()
    await expect(globalAdmin.getByText(toGlobal('partnerships.state.active'), { exact: true })).toBeVisible()
  })

  await test.step('the provider’s open screen shows it, and an invitation can go through it', async () => {
    await expect(row(reseller)).toContainText(say('partnerships.state.active'))
    const resellerId = await resellerOf(page, reseller)
    for (const companyName of ['Northwind Traders', 'Tailspin Toys'])
      await invite(page, { delivery: 'via_reseller', resellerId, customer: { companyName } })
  })

  await test.step('it is ended, after reading what stays; both see it', async () => {
    await page.getByRole('button', { name: say('partnerships.remove.of', { reseller }) }).click()
    const dialog = page.getByRole('dialog', { name: say('partnerships.remove.title', { reseller }) })
    await expect(dialog).toContainText(say('partnerships.remove.ends.unanswered_invitations', { reseller, count: 2, shown: '2' }))
    // This host sends no mail, so none is kept back.
    await expect(dialog).not.toContainText(say('partnerships.remove.ends.waiting_mails'))
    for (const what of ['customers', 'admin_rights', 'requests_of_reseller', 'no_notice_sent', 'legal_notice_is_yours'])
      await expect(dialog).toContainText(say(`partnerships.remove.leaves.${what}`, { reseller, count: 0, shown: '0' }))
    await dialog.getByRole('button', { name: say('partnerships.remove'), exact: true }).click()
    await expect(row(reseller)).toContainText(say('partnerships.state.removed'))
    await expect(page.getByRole('button', { name: say('partnerships.remove.of', { reseller }) })).toHaveCount(0)
    await expect(globalAdmin.getByText(toGlobal('partnerships.state.removed'), { exact: true })).toBeVisible()
    for (const [screen, words] of [[page, say], [globalAdmin, toGlobal]] as const) {
      await expect(screen.getByText(words('partnerships.ended', { when: '' }).trim())).toBeVisible()
      await expect(screen.getByText(words('partnerships.ended.again', { provider: 'Contoso Distribution', reseller }))).toBeVisible()
    }
    await expect(globalAdmin.getByRole('button', { name: toGlobal('partnerships.remove') })).toHaveCount(0)
  })
})

test('what nobody has answered goes back to its maker, and everybody reads so', async ({ page, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  const resellerId = await resellerOf(page, 'Litware Resell')
  const { id, link } = await invite(page, { delivery: 'via_reseller', resellerId, customer: { companyName: 'Northwind Traders' } })
  const carrier = await visitor()
  const toReseller = await signIn(carrier, 'reseller.admin')
  await carrier.goto(`/invitations/${id}`)
  await expect(carrier.getByLabel(toReseller('invitations.made.link'))).toHaveValue(link)
  await page.goto(`/invitations/${id}`)
  const { items } = await call<{ items: { id: string; reseller: { displayName: string } }[] }>(page, 'GET', '/api/partnerships')
  const partnership = items.find((each) => each.reseller.displayName === 'Litware Resell')
  await call(page, 'POST', `/api/partnerships/${partnership?.id}/remove`)

  await test.step('both sides’ open screens say what happened, and whose turn it is', async () => {
    for (const [screen, words] of [[page, say], [carrier, toReseller]] as const) {
      const sentence = screen === page ? 'invitations.strip.returned.you' : 'invitations.strip.returned'
      await expect(screen.getByText(words(sentence, { reseller: 'Litware Resell' }))).toBeVisible()
      await expect(screen.getByText(words('invitations.history.returned'))).toBeVisible()
    }
    await expect(carrier.getByLabel(toReseller('invitations.made.link'))).toHaveCount(0)
    await expect(carrier.getByLabel(toReseller('invitations.forward.email'))).toHaveCount(0)
    await expect(carrier.getByText(toReseller('refusal.invitation.not_yours_to_change'))).toHaveCount(1)
    await expect(carrier.getByText(toReseller('refusal.invitation.returned'))).toHaveCount(0)
    await expect(page.getByText(say('refusal.invitation.returned'))).toHaveCount(0)
    await expectAccessible(page)
  })

  const reader = await visitor('phone')
  await test.step('the customer reads on the link that it has gone back, and who can help', async () => {
    await reader.goto(link)
    await expect(heading(reader, en('acceptance.refused.returned.title'))).toBeVisible()
    const parties = { inviter: provider, reseller: 'Litware Resell' }
    await expect(reader.getByText(en('acceptance.refused.returned.cause', parties))).toBeVisible()
    await expect(reader.getByText(en('acceptance.refused.returned.fix', parties))).toBeVisible()
    const whomToAsk = reader.getByRole('region', { name: en('acceptance.refused.what_to_do') })
    await expect(whomToAsk.getByRole('link', { name: /@contoso-distribution\.example/ })).toBeVisible()
    await reader.getByText(en('acceptance.refused.read_invitation')).click()
    await expect(reader.getByText(en('acceptance.lead.anyone', parties))).toBeVisible()
    for (const gone of ['acceptance.fact.through', 'acceptance.fact.seller', 'acceptance.fact.until'] as const)
      await expect(reader.getByText(en(gone), { exact: true })).toHaveCount(0)
    await expectAccessible(reader)
  })

  await test.step('its maker reissues it and sends it itself', async () => {
    await page.getByRole('button', { name: say('invitations.reissue') }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(say('invitations.reissue.changes.returned', { reseller: 'Litware Resell' }))
    await dialog.getByRole('button', { name: say('invitations.reissue.confirm') }).click()
    await reader.goto(await page.getByLabel(say('invitations.made.link')).inputValue())
    await expect(heading(reader, provider)).toBeVisible()
  })
})

test('a global account’s PartnerID is taken with a warning', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const { items } = await call<{ items: { id: string; etag: string }[] }>(page, 'GET', '/api/partnerships')
  await call(page, 'POST', `/api/partnerships/${items[0]?.id}/remove`)
  await page.goto('/partnerships')
  await page.getByLabel(say('partnerships.request.partner_id')).fill(partnerIds.litwareGlobal)
  await page.getByRole('button', { name: say('partnerships.request'), exact: true }).click()
  await expect(page.getByText(say('partnerships.requested.warning.global_account', { reseller: 'Litware Resell' }))).toBeVisible()
})

for (const [persona, rule] of [['provider.sales', 'BR-49'], ['direct-de.admin', 'BR-49'], ['reseller.admin', 'BR-49']] as const)
  test(`${persona} reads why it does not request a partnership`, async ({ page, signInAs }) => {
    const say = await signInAs(persona, '/partnerships')
    const request = page.getByRole('button', { name: say('partnerships.request') })
    await expect(request).toBeDisabled()
    await expect(request).toHaveAccessibleDescription(new RegExp(rule))
  })
