import type { Page } from '@playwright/test'
import type { Problem } from '../../domain/problem.ts'
import type { Session } from '../../domain/session/schemas.ts'
import { expect, test } from '../fixtures.ts'
import { call, heading } from '../steps.ts'

test.use({ changes: true })

/** Asks with the token, which counts before the page's session. The page's own API is asked from the page. */
const asking = (page: Page, isInPage: boolean, token: string) => async (path: string) => {
  if (isInPage)
    return page.evaluate(async ([address, bearer]) => {
      const answer = await fetch(address, { headers: { Authorization: `Bearer ${bearer}` } })
      return { status: answer.status, body: (await answer.json()) as unknown }
    }, [path, token] as const)
  const answer = await page.request.get(path, { headers: { Authorization: `Bearer ${token}` } })
  return { status: answer.status(), body: (await answer.json()) as unknown }
}

test('an Admin agent makes a service, uses its token, sees when, and revokes it', async ({ page, world, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin', '/')
  const { user } = await call<Session>(page, 'GET', '/api/session')
  await page.getByRole('button', { name: say('app.person', { name: user.displayName }) }).click()
  await page.getByRole('menuitem', { name: say('app.nav.tokens') }).click()
  await expect(heading(page, say('app.nav.tokens'))).toBeVisible()
  const services = page.getByRole('region', { name: say('tokens.list.service') })

  const token = await test.step('the form says what is missing, then shows the token once', async () => {
    await page.getByRole('button', { name: say('tokens.make') }).click()
    await expect(page.getByText(say('tokens.name.missing'))).toBeVisible()
    await page.getByRole('textbox', { name: say('tokens.name') }).fill('Nightly export')
    await page.getByRole('radio', { name: say('tokens.kind.service'), exact: true }).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: say('tokens.make') }).click()
    await expect(page.getByRole('heading', { name: say('tokens.made.title', { name: 'Nightly export' }) })).toBeFocused()
    const shown = await page.getByText(/^tess_svc_/).textContent() ?? ''
    expect(shown).toMatch(/^tess_svc_[\w-]{43}$/)
    await expectAccessible(page)
    await page.getByRole('button', { name: say('tokens.made.done') }).click()
    await expect(page.getByText(shown)).toHaveCount(0)
    await expect(services.getByText(say('tokens.ends_in', { lastFour: shown.slice(-4) }))).toBeVisible()
    await expect(services.getByText(say('tokens.never_used'))).toBeVisible()
    return shown
  })

  const ask = asking(page, world.tabsArePeople, token)
  await test.step('a program reads with it, and nothing else', async () => {
    expect(await ask('/api/customers?limit=1')).toMatchObject({ status: 200 })
    const { status, body } = await ask('/api/audit')
    expect([status, (body as Problem).code]).toEqual([403, 'token.scope_missing'])
    await page.reload()
    await expect(services.getByText(say('tokens.never_used'))).toHaveCount(0)
  })

  await test.step('revoked, it opens nothing', async () => {
    await services.getByRole('button', { name: say('tokens.revoke.of', { name: 'Nightly export' }) }).click()
    const dialog = page.getByRole('dialog', { name: say('tokens.revoke.title', { name: 'Nightly export' }) })
    await expect(dialog.getByText(say('tokens.revoke.keeps'))).toBeVisible()
    await dialog.getByRole('button', { name: say('tokens.revoke'), exact: true }).click()
    await expect(services.getByText(say('tokens.state.revoked'))).toBeVisible()
    const { status, body } = await ask('/api/customers?limit=1')
    expect([status, (body as Problem).code]).toEqual([401, 'token.invalid'])
  })
})

test('a Sales agent makes tokens of its own, and reads who manages services', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/organization/tokens')
  await expect(page.getByText(say('refusal.token.service_needs_admin_agent'))).toHaveCount(1)
  await expect(page.getByRole('region', { name: say('tokens.list.service') })).toHaveCount(0)
  const service = page.getByRole('radio', { name: say('tokens.kind.service'), exact: true })
  await expect(service).toHaveAccessibleDescription(new RegExp(say('refusal.token.service_needs_admin_agent').slice(0, 40)))
  await page.getByRole('textbox', { name: say('tokens.name') }).fill('My script')
  await page.getByRole('button', { name: say('tokens.make') }).click()
  await expect(page.getByText(/^tess_pat_/)).toBeVisible()
  await expect(page.getByRole('region', { name: say('tokens.list.personal') }).getByText('My script')).toBeVisible()
})
