import type { Page } from '@playwright/test'
import type { Customer } from '../../domain/customers/schemas.ts'
import { basisShown } from '../../domain/relationships/basis.ts'
import type { TenantClaim } from '../../domain/relationships/schemas.ts'
import type { Session } from '../../domain/session/schemas.ts'
import { demoOtherPartners } from '../../server/store/demo/demo-organizations.ts'
import { expect, test } from '../fixtures.ts'
import { askForRights, call, fact, goTo, settled, signIn } from '../steps.ts'
import type { Say } from '../words.ts'

const claimant = demoOtherPartners.cityPower.displayName

test.describe('the customer', () => {
  test.use({ changes: true })

  test('reads at home who says that it is its customer, until it disputes that, and afterwards what it did', async ({
    page, signInAs, expectAccessible,
  }) => {
    const say = await signInAs('customer.globaladmin', '/')
    const claim = page.getByRole('main').getByRole('link', { name: claimant })
    await expect(claim).toBeVisible()
    await expect(page.getByRole('region', { name: say('home.customer.claims') })).toContainText(say('home.customer.claims.how'))
    await expectAccessible(page)
    await claim.click()
    await expect(page).toHaveURL('/my-partners')
    const claims = page.getByRole('region', { name: say('my-partners.claims.title') })
    const answer = async (way: 'dispute' | 'withdraw') => {
      const word = say(`my-partners.claims.${way}`)
      await claims.getByRole('button', { name: word }).click()
      await page.getByRole('dialog').getByRole('button', { name: word }).click()
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await answer('dispute')
    await goTo(page, say('app.nav.home'))
    await expect(page.getByRole('heading', { name: say('home.customer.how') })).toBeVisible()
    await settled(page)
    await expect(claim).toBeHidden()
    await goTo(page, say('app.nav.my_partners'))
    await answer('withdraw')
    await expect(claims.getByText(/Sora Min/)).toBeVisible()
    await expectAccessible(page)
    await goTo(page, say('app.nav.home'))
    await expect(claim).toBeVisible()
  })

  test('that is no Global admin reads who can dispute it', async ({ page, signInAs }) => {
    const say = await signInAs('customer.user', '/')
    await expect(page.getByRole('region', { name: say('home.customer.claims') })).toContainText(say('home.customer.claims.how.user'))
  })
})

const basisOf = ({ basis, relationshipToPartner: relation, disputedAt }: Customer) =>
  basisShown({ basis, relation, isDisputed: disputedAt !== null })

/** Opens a customer whose row shows this basis. */
async function open(page: Page, shown: ReturnType<typeof basisOf>): Promise<Customer> {
  const { items } = await call<{ items: Customer[] }>(page, 'GET', '/api/customers?relation=reseller&limit=200')
  const found = items.find((each) => basisOf(each) === shown)
  if (!found) throw new Error(`No customer is ${shown}.`)
  await page.goto(`/customers/${found.id}`)
  await settled(page)
  return found
}

const historyOn = (page: Page, say: Say) => page.getByRole('region', { name: say('relationships.history') })

test('the page of an imported customer tells what happened, and of what ends only what is there', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  const customer = await open(page, 'said_by_partner')
  await expect(historyOn(page, say)).toContainText(say('home.event.customer.imported'))
  await page.getByRole('button', { name: say('relationship-actions.unlist') }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(say('relationship-actions.remove.effect.claim_withdrawn'))
  await expect(dialog).toContainText(
    say('relationship-actions.remove.keeps.only_said', { customer: customer.companyProfile.companyName }))
  for (const untrue of ['leaves_support_contacts', 'no_purchases'])
    await expect(dialog).not.toContainText(say(`relationship-actions.remove.effect.${untrue}`))
})

test('the page of a disputed customer tells of the dispute, and to whom it may how to end it', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  await open(page, 'disputed')
  await expect(historyOn(page, say)).toContainText(say('home.event.customer.disputed'))
  const closed = page.getByRole('region', { name: say('customers.closed.title') })
  await expect(closed).toContainText(say('customers.closed.settle_or_remove'))
  const helpdesk = await signInAs('provider.helpdesk')
  await open(page, 'disputed')
  await expect(closed).toContainText(helpdesk('customers.closed.settle'))
  await expect(closed).not.toContainText(helpdesk('customers.closed.settle_or_remove'))
})

test('a request for admin rights is spoken of to who may send it', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  await open(page, 'said_by_partner')
  const closed = page.getByRole('region', { name: say('customers.closed.title') })
  await expect(closed).toBeVisible()
  await expect(closed).not.toContainText(say('customers.closed.own'))
  const admin = await signInAs('provider.admin')
  await open(page, 'said_by_partner')
  await expect(closed).toContainText(admin('customers.closed.own'))
})

test('a customer that granted rights and no more has one sentence of what its relation rests on', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  await open(page, 'granted_only')
  const relation = fact(page, say('customers.column.relation')).first()
  await expect(relation).not.toContainText(say('customers.basis.said_by_partner'))
  await expect(relation).toContainText(say('customers.basis.granted_only'))
  await expect(relation.getByText(say('customers.basis.granted'), { exact: true })).toBeHidden()
})

test.describe('a partner with admin rights', () => {
  test.use({ changes: true })

  test('reads where its relation is told that the customer disputes it, and since when', async ({ page, signInAs, visitor }) => {
    const customer = await visitor()
    await signIn(customer, 'newcustomer.globaladmin', '/')
    const { organization: { tenantId } } = await call<Session>(customer, 'GET', '/api/session')
    const say = await signInAs('provider.admin', '/')
    const { id } = await askForRights(page, 'Disputed-Support', { customer: null })
    await page.evaluate(async (tenant) => {
      const body = `Microsoft ID,Company name,Primary domain name,Relationship\n${tenant},Northwind,northwind.example,Cloud Reseller\n`
      await fetch('/api/customers/import?dryRun=false', { method: 'POST', headers: { 'content-type': 'text/csv' }, body })
    }, tenantId)
    await call(customer, 'POST', `/api/delegated-admin/relationships/${id}/approve`, {})
    const { items } = await call<{ items: TenantClaim[] }>(customer, 'GET', '/api/my-partners/claims')
    for (const claim of items) await call(customer, 'POST', `/api/my-partners/${claim.partner.id}/dispute`)
    await page.goto(`/customers/${tenantId}`)
    const relation = fact(page, say('customers.column.relation')).first()
    await expect(relation).toContainText(say('customers.basis.disputed'))
    const [before = '', after = ''] = say('customers.closed.disputed', { date: '|' }).split('|')
    await expect(relation).toContainText(before)
    await expect(relation).toContainText(after)
  })
})
