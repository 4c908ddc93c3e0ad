import type { BrowserContext, Page } from '@playwright/test'
import type { Persona } from '../../domain/session/schemas.ts'
import { type Account, accountOf, globalAdministrator } from '../../scripts/issuer/accounts.ts'
import { type Issuer, startIssuer } from '../../scripts/issuer/issuer.ts'
import { test as base } from '../fixtures.ts'
import type { World } from '../hosts/world.ts'

type Shared = {
  issuer: Issuer
  /**
   * The demo's data, and people who come in through the issuer beside the personas, who make what a journey needs: two processes where the
   * store allows it. Journeys of a worker share it, and each has people of its own.
   */
  portal: World
}

type Fixtures = {
  /** Leaves the issuer without faults and accounts for the next journey. */
  wellIssuer: void
  /** Somebody in a browser of their own, at the shared portal unless another is named. */
  somebody: (screen?: { width: number; height: number }, at?: World) => Promise<Page>
  /** Adds an account of a persona's tenant to the issuer. */
  accountAt: (persona: string, name: string, held?: Partial<Account>) => Promise<Account>
  /** Adds an administrator of a tenant that is not known anywhere. */
  stranger: (name: string, held?: Partial<Account>) => Account
}

export const test = base.extend<Fixtures, Shared>({
  issuer: [async ({}, use) => {
    const issuer = await startIssuer({ accounts: [] })
    await use(issuer)
    await issuer.stop()
  }, { scope: 'worker' }],
  portal: [async ({ host, issuer }, use) => {
    const { url, clientId, clientSecret } = issuer
    const portal = await host.spread({ OIDC_ISSUER: url, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret })
    issuer.tellOfLogouts(portal.url)
    await use(portal)
    await portal.close()
  }, { scope: 'worker', timeout: 120_000 }],
  baseURL: async ({ portal }, use) => use(portal.url),

  wellIssuer: [async ({ issuer }, use) => {
    await use()
    for (const name of Object.keys(issuer.faults)) Reflect.deleteProperty(issuer.faults, name)
    issuer.accounts.length = 0
  }, { auto: true }],
  somebody: async ({ browser, portal }, use) => {
    const opened: BrowserContext[] = []
    await use(async (viewport = { width: 1280, height: 800 }, { url } = portal) => {
      const context = await browser.newContext({ baseURL: url, viewport, reducedMotion: 'reduce' })
      opened.push(context)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
  accountAt: async ({ issuer, portal, request }, use) => use(async (persona, name, held) => {
    const personas = (await (await request.get(`${portal.url}/api/session/personas`)).json()) as Persona[]
    const found = personas.find((each) => each.persona === persona)
    if (!found) throw new Error(`There is no persona ${persona}.`)
    const account = accountOf(found.organization.tenantId, found.organization.domain, name, held)
    issuer.accounts.push(account)
    return account
  }),
  stranger: async ({ issuer }, use) => use((name, held) => {
    const tenant = crypto.randomUUID()
    const account = accountOf(tenant, `${tenant.slice(0, 8)}.example`, name, { wids: [globalAdministrator], ...held })
    issuer.accounts.push(account)
    return account
  }),
})

/** Chooses an account on the issuer's page. */
export const choose = (page: Page, { name }: Account) => page.getByRole('button', { name }).click()

/** In light and in dark. */
export async function expectAccessibleInBoth(page: Page, expectAccessible: (page: Page) => Promise<void>): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}
