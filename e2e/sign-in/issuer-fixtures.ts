import type { BrowserContext, Page } from '@playwright/test'
import type { Persona } from '../../domain/session/schemas.ts'
import { type Account, accountOf, globalAdministrator } from '../../scripts/issuer/accounts.ts'
import { type Issuer, startIssuer } from '../../scripts/issuer/issuer.ts'
import { test as base } from '../fixtures.ts'
import type { World } from '../hosts/world.ts'

/** Nobody knows this tenant. */
const strangers = '0e9a0e9a-1111-4222-8333-444455556666'

type Fixtures = {
  issuer: Issuer
  /** The demo's data, and people who come in through the issuer beside the personas, who make what the journey needs. */
  portal: World
  /** Somebody in a browser of their own. */
  somebody: (screen?: { width: number; height: number }) => Promise<Page>
  /** Adds an account of a persona's tenant to the issuer. */
  accountAt: (persona: string, name: string, held?: Partial<Account>) => Promise<Account>
  /** An administrator of a tenant that is not known here. */
  stranger: Account
}

export const test = base.extend<Fixtures>({
  issuer: async ({}, use) => {
    const issuer = await startIssuer({ accounts: [] })
    await use(issuer)
    await issuer.stop()
  },
  portal: async ({ host, issuer }, use) => {
    const { url, clientId, clientSecret } = issuer
    const portal = await host.fresh({ OIDC_ISSUER: url, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret })
    issuer.tellOfLogouts(portal.url)
    await use(portal)
    await portal.close()
  },
  somebody: async ({ browser, portal }, use) => {
    const opened: BrowserContext[] = []
    await use(async (viewport = { width: 1280, height: 800 }) => {
      const context = await browser.newContext({ baseURL: portal.url, viewport, reducedMotion: 'reduce' })
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
  stranger: async ({ issuer }, use) => {
    const account = accountOf(strangers, 'graphicdesign.example', 'Hana Seo', { wids: [globalAdministrator] })
    issuer.accounts.push(account)
    await use(account)
  },
})

/** Chooses an account on the issuer's page. */
export const choose = (page: Page, { name }: Account) => page.getByRole('button', { name }).click()
