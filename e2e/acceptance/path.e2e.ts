import { expect, test } from '../fixtures.ts'
import { chooseAccount, fact, goTo, heading, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

test.use({ changes: true, permissions: ['clipboard-read', 'clipboard-write'] })

const path = 'a provider invites, a reseller forwards, a customer accepts, and everybody sees it at once'
test(path, { tag: '@every-host' }, async ({ page, signInAs, visitor }) => {
  const ko = wordsOf('ko')
  const inviter = 'Contoso Distribution'
  const reseller = 'Litware Resell'
  const customer = 'Northwind Traders'
  const say = await signInAs('provider.sales', '/')

  await test.step('the provider finds a customer it has, and not the one it wants', async () => {
    await goTo(page, say('app.nav.customers'))
    const search = page.getByRole('searchbox', { name: say('customers.search') })
    await search.fill('tailspin')
    await expect(page.getByRole('row').getByRole('link')).toHaveText([/^Tailspin Toys/])
    await expect(page).toHaveURL(/search=tailspin/)
    await search.fill('northwind traders')
    await expect(page.getByText(say('customers.none_match.title'))).toBeVisible()
  })

  const link = await test.step('it invites the customer through its reseller, and copies the link', async () => {
    await goTo(page, say('app.nav.invitations'))
    await page.getByRole('link', { name: say('invitations.new') }).click()
    await page.getByRole('radio', { name: say('invitations.new.delivery.via_reseller') }).check()
    await page.getByLabel(say('invitations.new.reseller'), { exact: true }).selectOption({ label: reseller })
    await page.getByRole('radio', { name: say('invitations.new.who.named') }).check()
    await page.getByLabel(say('invitations.field.companyName')).fill(customer)
    await page.getByLabel(say('invitations.new.language')).selectOption('ko')
    await page.getByLabel(say('invitations.new.note')).fill('Asked for at the spring fair')
    await page.getByRole('button', { name: say('invitations.new.submit') }).click()
    await expect(page.getByText(say('invitations.made.handed_over', { reseller }))).toBeVisible()
    const shown = await page.getByLabel(say('invitations.made.link')).inputValue()
    await page.getByRole('button', { name: say('invitations.copy') }).first().click()
    await expect(page.getByText(say('ui.copy.done'))).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown)
    expect(new URL(shown).origin).toBe(new URL(page.url()).origin)
    return shown
  })

  await test.step('it keeps the invitation open, where it is the reseller’s turn', async () => {
    await page.getByRole('link', { name: say('invitations.made.open') }).click()
    await expect(heading(page, say('invitations.detail.named', { customer }))).toBeVisible()
    await expect(page.getByText(say('invitations.strip.reseller', { reseller }))).toBeVisible()
  })

  const colleague = await visitor()
  const toColleague = await signIn(colleague, 'provider.helpdesk')
  await test.step('a colleague keeps the list of customers open', async () => {
    await colleague.goto('/customers?search=northwind+traders')
    await expect(colleague.getByText(toColleague('customers.none_match.title'))).toBeVisible()
  })

  const other = await visitor()
  const toOther = await signIn(other, 'reseller.admin', '/')
  await test.step('the reseller reads the same link, can change nothing, and forwards it', async () => {
    await goTo(other, toOther('app.nav.invitations'))
    await other.getByRole('searchbox').fill(customer)
    await expect(other.getByRole('row').getByRole('link')).toHaveText([new RegExp(`^${customer}`)])
    await other.getByRole('link', { name: customer }).click()
    await expect(other.getByLabel(toOther('invitations.made.link'))).toHaveValue(link)
    const actions = other.getByRole('region', { name: toOther('invitations.actions') })
    await expect(actions).toContainText(toOther('refusal.invitation.not_yours_to_change'))
    await expect(actions.getByRole('link', { name: /BR-26/ })).toBeVisible()
    await expect(actions.getByRole('button')).toHaveCount(0)
    await other.getByLabel(toOther('invitations.forward.email')).fill('it@northwind.example')
    await other.getByRole('button', { name: toOther('invitations.forward') }).click()
    await expect(other.getByRole('status').filter({ hasText: toOther('invitations.forward.done') })).toBeVisible()
    await expect(page.getByText(say('invitations.strip.customer'))).toBeVisible()
    await goTo(other, toOther('app.nav.customers'))
    await other.getByRole('searchbox').fill('northwind traders')
    await expect(other.getByText(toOther('customers.none_match.title'))).toBeVisible()
  })

  const phone = await visitor('phone')
  await test.step('the customer reads on a phone, in its language and signed out, what is asked and what is not', async () => {
    await phone.goto(link)
    await expect(heading(phone, inviter)).toBeVisible()
    await expect(phone.getByText(ko('acceptance.lead.through', { inviter, reseller }))).toBeVisible()
    await expect(fact(phone, ko('acceptance.fact.through'))).toContainText(reseller)
    await expect(fact(phone, ko('acceptance.fact.seller'))).toHaveText(ko('acceptance.fact.seller.through', { inviter, reseller }))
    await expect(fact(phone, ko('acceptance.fact.until'))).toContainText('(UTC)')
    const contact = fact(phone, ko('acceptance.fact.contact')).getByRole('link')
    await expect(contact).toHaveAttribute('href', /^mailto:[^@]+@litware-resell\.example$/)
    await expect(phone.getByText(ko('acceptance.tessera', { inviter }))).toBeVisible()
    await expect(phone.getByRole('figure', { name: ko('acceptance.addressed_to', { inviter }) })).toContainText(customer)
    await expect(phone.getByText(ko('acceptance.asks.reseller_relationship.through', { reseller }))).toBeVisible()
    await expect(phone.getByText(ko('acceptance.grants.no_admin', { inviter }))).toBeVisible()
    await expect(phone.getByText(ko('acceptance.grants.through', { reseller, inviter }))).toBeVisible()
    await expect(phone.getByText(ko('acceptance.grants.sees.both', { reseller, inviter }))).toBeVisible()
    for (const what of ['subscriptions', 'ownership', 'terms', 'partner_of_record', 'other_partners'])
      await expect(phone.getByText(ko(`acceptance.unchanged.${what}`, { inviter }))).toBeVisible()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await expect(page.getByText(say('invitations.strip.customer.opened'))).toBeVisible()
  })

  await test.step('it signs in, sees for whom it answers, accepts, and has a receipt', async () => {
    await phone.getByRole('button', { name: ko('acceptance.account.sign_in') }).click()
    await expect(phone).toHaveURL(/\/sign-in$/)
    await chooseAccount(phone, 'newcustomer.globaladmin')
    await expect(phone.getByText(ko('acceptance.account.answering_for', { tenant: customer })).first()).toBeVisible()
    await phone.getByRole('checkbox', { name: ko('acceptance.agreement.label', { tenant: customer }) }).check()
    await phone.getByRole('button', { name: ko('acceptance.accept') }).click()
    await expect(heading(phone, ko('acceptance.receipt.accepted', { inviter }))).toBeVisible()
    await expect(fact(phone, ko('acceptance.receipt.tenant'))).toHaveText(customer)
    await expect(fact(phone, ko('acceptance.receipt.through'))).toHaveText(reseller)
  })

  await test.step('the screens that were open show it without a reload', async () => {
    await expect(page.getByText(say('invitations.strip.accepted', { customer }))).toBeVisible()
    await expect(colleague.getByRole('row').getByRole('link')).toHaveText([new RegExp(`^${customer}`)])
    await expect(other.getByRole('row').getByRole('link')).toHaveText([new RegExp(`^${customer}`)])
  })

  await test.step('the provider owns the relationship; the reseller is named and has no admin right', async () => {
    await colleague.getByRole('link', { name: customer }).click()
    await expect(fact(colleague, toColleague('customers.column.owner'))).toContainText(inviter)
    await expect(fact(colleague, toColleague('customers.column.reseller'))).toContainText(reseller)
    await expect(fact(colleague, toColleague('customers.column.admin'))).toContainText(toColleague('customers.admin.none'))
    await other.getByRole('link', { name: customer }).click()
    await expect(fact(other, toOther('customers.column.owner'))).toContainText(inviter)
    await expect(other.getByText(toOther('customers.detail.own_no_rights'))).toBeVisible()
  })
})
