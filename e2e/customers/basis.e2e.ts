import { demoOrganizations } from '../../server/store/demo/demo-organizations.ts'
import { expect, test } from '../fixtures.ts'
import { goTo, signIn } from '../steps.ts'

test.use({ changes: true })

const { northwind, contoso } = demoOrganizations
const list = `Microsoft ID,Company name,Primary domain name,Relationship
${northwind.tenantId},Northwind as we write it,northwind.example,Cloud Reseller
`

const whole = 'a provider imports a stranger: the row says what it rests on, its page stays closed, the customer disputes it'
test(whole, async ({ page, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.sales', '/')
  await goTo(page, say('app.nav.customers'))

  await test.step('what it imports is in its list, with what it rests on', async () => {
    await page.getByRole('link', { name: say('customers.import.title') }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: say('customers.import.choose') }).click()
    await (await chooser).setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await expect(page.getByText(say('customers.import.unconfirmed'))).toBeVisible()
    await page.getByRole('button', { name: say('customers.import.start', { count: 1 }) }).click()
    await expect(page.getByRole('heading', { name: say('customers.import.did_change') })).toBeVisible()
    await expect(page.getByText(say('customers.import.unconfirmed'))).toBeVisible()
    await page.goto('/customers?search=Northwind%20as')
    await expect(page.getByRole('row', { name: /Northwind as we write it/ })).toContainText(say('customers.basis.said_by_partner'))
    await expectAccessible(page)
  })

  await test.step('its page is closed, and says what would open it', async () => {
    await page.goto(`/customers/${northwind.tenantId}`)
    const closed = page.getByRole('region', { name: say('customers.closed.title') })
    await expect(closed).toContainText(say('customers.closed.text'))
    await expect(page.getByRole('region', { name: say('relationships.partners.title') })).toBeHidden()
    const change = page.getByRole('region', { name: say('relationship-actions.title') })
    for (const action of ['ask', 'extend'])
      await expect(change.getByRole('button', { name: say(`relationship-actions.${action}`) })).toHaveAccessibleDescription(/BR-36/)
    await expect(change.getByRole('link', { name: /BR-36/ })).toHaveCount(1)
    await expectAccessible(page)
    await closed.getByRole('link', { name: say('customers.closed.invite') }).click()
    await expect(page).toHaveURL(/\/invitations\/new/)
  })

  const other = await visitor()
  const tell = await signIn(other, 'newcustomer.globaladmin', '/')
  const claims = other.getByRole('region', { name: tell('my-partners.claims.title') })
  await test.step('the customer reads who says so at home, and among none of its partners, and disputes it', async () => {
    await expect(other.getByRole('region', { name: tell('home.customer.claims') })).toContainText(contoso.displayName)
    await goTo(other, tell('app.nav.my_partners'))
    await expect(claims).toContainText(contoso.displayName)
    await expect(claims).toContainText(tell('my-partners.claims.said'))
    await expect(other.getByText(tell('my-partners.empty.title'))).toBeVisible()
    await expectAccessible(other)
    await claims.getByRole('button', { name: tell('my-partners.claims.dispute') }).click()
    const dialog = other.getByRole('dialog', { name: tell('my-partners.claims.dispute.title', { partner: contoso.displayName }) })
    await expect(dialog).toContainText(tell('my-partners.claims.dispute.keeps'))
    // A dialog that is still fading in is lighter than it will be.
    await dialog.evaluate((element) => Promise.all(element.ownerDocument.getAnimations().map(({ finished }) => finished)))
    await expectAccessible(other)
    await dialog.getByRole('button', { name: tell('my-partners.claims.dispute') }).click()
    await expect(claims.getByRole('button', { name: tell('my-partners.claims.withdraw') })).toBeFocused()
  })

  await test.step('the provider reads it on its row', async () => {
    await page.goto('/customers?search=Northwind%20as')
    await expect(page.getByRole('row', { name: /Northwind as we write it/ })).toContainText(say('customers.basis.disputed'))
  })

  await test.step('the customer withdraws its dispute, and the row says what it said before', async () => {
    await claims.getByRole('button', { name: tell('my-partners.claims.withdraw') }).click()
    const dialog = other.getByRole('dialog', { name: tell('my-partners.claims.withdraw.title', { partner: contoso.displayName }) })
    await expect(dialog).toContainText(tell('my-partners.claims.withdraw.changes', { partner: contoso.displayName }))
    await dialog.getByRole('button', { name: tell('my-partners.claims.withdraw') }).click()
    await expect(claims.getByRole('button', { name: tell('my-partners.claims.dispute') })).toBeFocused()
    await expect(page.getByRole('row', { name: /Northwind as we write it/ })).toContainText(say('customers.basis.said_by_partner'))
  })
})
