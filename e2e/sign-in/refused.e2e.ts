import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { wrongAnswers } from '../../scripts/issuer/wrong-answers.ts'
import { wordsOf } from '../words.ts'
import { choose, expectAccessibleInBoth, test } from './issuer-fixtures.ts'

const say = wordsOf('en')
const organization = { name: say('session.sign_in.with_organization'), exact: true }
const another = { name: say('session.sign_in.other_account') }

/** The page says what to do, in these words, and nobody is signed in. */
async function expectRefused(page: Page, sentence: string): Promise<void> {
  await expect(page.getByRole('alert')).toContainText(sentence)
  await expect(page).toHaveURL(/\/sign-in\?attempt=[\w-]+$/)
  expect((await page.request.get('/api/session')).status()).toBe(401)
}

test('whatever is wrong with the issuer or its answer, nobody is signed in, and the next try leads on', { tag: '@every-engine' }, async ({
  somebody, issuer, accountAt,
}) => {
  const agent = await accountAt('provider.sales', 'Minseo Oh', { roles: ['AdminAgent'] })
  const page = await somebody()
  await page.goto('/customers?search=tailspin')
  await page.getByRole('link', organization).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expectRefused(page, say('problem.sign_in.consent_refused'))

  await page.getByRole('link', organization).click()
  issuer.faults.isIll = true
  await choose(page, agent)
  await expectRefused(page, say('problem.sign_in.issuer_away'))
  issuer.faults.isIll = false

  // The issuer knows the person by now, and answers at once.
  for (const { name, faults, code } of wrongAnswers)
    await test.step(`an answer ${name}`, async () => {
      Object.assign(issuer.faults, { claims: undefined, token: undefined, unsigned: undefined }, faults)
      const before = page.url()
      await page.getByRole('link', organization).click()
      await page.waitForURL((url) => url.href !== before && url.pathname === '/sign-in')
      await expectRefused(page, say(`problem.${code}`, { minutes: 10 }))
      await expect(page.getByRole('alert')).not.toContainText(agent.email)
    })
  Object.assign(issuer.faults, { claims: undefined, token: undefined, unsigned: undefined })
  await issuer.rotateKeys()
  await page.getByRole('link', organization).click()
  await expect(page).toHaveURL(/\/customers\?search=tailspin$/)
  await expect(page.getByRole('row').getByRole('link')).toHaveText([/^Tailspin Toys/])
})

test('an account of no role, of another cloud or of another tenant is named, and gives way to another one', {
  tag: '@every-engine',
}, async ({ somebody, accountAt, expectAccessible, host, issuer }) => {
  const nobody = await accountAt('provider.sales', 'Jiho Nam')
  const chinese = await accountAt('provider-cn.admin', 'Wei Zhang', { roles: ['AdminAgent'] })
  const agent = await accountAt('provider.sales', 'Minseo Oh', { roles: ['AdminAgent'] })
  const page = await somebody()
  const expectNamed = async ({ email, tid = '' }: typeof agent, sentence: RegExp) => {
    const failure = page.getByRole('alert')
    await expect(failure).toContainText(sentence)
    for (const named of [email, tid]) await expect(failure.getByRole('definition').filter({ hasText: named })).toBeVisible()
    expect((await page.request.get('/api/session')).status()).toBe(401)
  }
  await page.goto('/sign-in?returnTo=%2Finvitations')
  await page.getByRole('link', organization).click()
  await choose(page, nobody)
  await expectNamed(nobody, /has no role for this portal/)
  await expectAccessibleInBoth(page, expectAccessible)
  await page.getByRole('link', another).click()
  await choose(page, chinese)
  await expectNamed(chinese, /is in another cloud/)
  await page.getByRole('link', another).click()
  await choose(page, agent)
  await expect(page).toHaveURL(/\/invitations$/)

  await test.step('where issuers speak for one tenant alone', async () => {
    const room = await mkdtemp(join(tmpdir(), 'tessera-issuers-'))
    const direct = await accountAt('direct.admin', 'Ana Souza', { roles: ['AdminAgent'] })
    const known = { issuer: issuer.url, clientId: issuer.clientId, clientSecretFile: 'secret' }
    const issuers = [{ id: 'all', name: 'Everybody', ...known }, { id: 'one', name: 'Adatum', tenant: direct.tid, ...known }]
    await writeFile(join(room, 'secret'), issuer.clientSecret)
    await writeFile(join(room, 'issuers.json'), JSON.stringify({ issuers }))
    const portal = await host.fresh({ OIDC_CONFIG: join(room, 'issuers.json') })
    const other = await somebody(undefined, portal)
    await other.goto('/sign-in?returnTo=%2Finvitations')
    for (const [name, account] of [['Everybody', direct], ['Adatum', agent]] as const) {
      await other.getByRole('link', { name: say('session.sign_in.other_account_with', { name }) }).click()
      await choose(other, account)
      const { email, tid = '' } = account
      await expect(other.getByRole('alert')).toContainText(say('problem.sign_in.other_tenant', { account: email, tenant: tid }))
      expect((await other.request.get('/api/session')).status()).toBe(401)
    }
    await other.getByRole('link', { name: say('session.sign_in.with', { name: 'Everybody' }) }).click()
    await expect(other).toHaveURL(/\/invitations$/)
    await other.context().close()
    await portal.close()
    await rm(room, { recursive: true })
  })
})

test('two tabs sign in at once, and what the issuer answered is taken once, in the browser that asked', { tag: '@every-engine' }, async ({
  somebody, accountAt,
}) => {
  const agent = await accountAt('provider.sales', 'Minseo Oh', { roles: ['AdminAgent'] })
  const page = await somebody()
  const second = await page.context().newPage()
  const tabs = [[page, '/invitations'], [second, '/requests']] as const
  for (const [tab, wanted] of tabs) {
    await tab.goto(`/sign-in?returnTo=${encodeURIComponent(wanted)}`)
    await tab.getByRole('link', organization).click()
    await expect(tab.getByRole('button', { name: agent.name })).toBeVisible()
  }
  const answered = page.waitForRequest(/\/api\/session\/callback\?/)
  for (const [tab, wanted] of tabs) {
    await choose(tab, agent)
    await expect(tab).toHaveURL(new RegExp(`${wanted}$`))
  }
  const callback = new URL((await answered).url())

  await test.step('it signs nobody in again, here', async () => {
    await second.close()
    expect((await page.request.delete('/api/session')).ok()).toBe(true)
    await page.goto(callback.href)
    await expectRefused(page, say('problem.sign_in.stale'))
  })
  await test.step('nor does its code with another sign-in’s state', async () => {
    const begun = await page.request.get('/api/session/sign-in?returnTo=%2Fcustomers', { maxRedirects: 0 })
    const state = new URL(begun.headers()['location'] ?? '').searchParams.get('state') ?? ''
    const mixed = new URL(callback)
    mixed.searchParams.set('state', state)
    await page.goto(mixed.href)
    await expectRefused(page, say('problem.sign_in.stale'))
  })
  await test.step('nor in another browser, which offers a sign-in of its own', async () => {
    const thief = await somebody()
    await thief.goto(callback.href)
    await expectRefused(thief, say('problem.sign_in.other_browser'))
    await thief.getByRole('link', organization).click()
    await expect(thief.getByRole('button', { name: agent.name })).toBeVisible()
  })
  await page.getByRole('link', organization).click()
  await expect(page).toHaveURL(/\/customers$/)
})
