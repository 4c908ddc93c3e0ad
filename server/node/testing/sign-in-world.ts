import { setImmediate } from 'node:timers/promises'
import { type Account, accountOf, globalAdministrator } from '../../../scripts/issuer/accounts.ts'
import type { Issuer } from '../../../scripts/issuer/issuer.ts'
import { createApp } from '../../app/create-app.ts'
import { redrawForTests } from '../../app/testing/logos.ts'
import type { SignInReport } from '../../app/session/identity-providers.ts'
import { seedOrganizations } from '../../store/demo/seed-people.ts'
import { demoOrganizations } from '../../store/demo/demo-organizations.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import type { Engine } from '../../store/testing/test-engines.ts'
import { browserCookie, sessionCookie } from '../session/session-cookie.ts'
import { openIdentityProvider } from '../sign-in/identity-provider.ts'
import { callbackOf } from '../sign-in/identity-providers.ts'
import type { IssuerSettings } from '../sign-in/issuer-settings.ts'
import * as client from 'openid-client'

export const publicUrl = 'http://127.0.0.1:9'

const contoso = demoOrganizations.contoso.tenantId
const unknownTenant = '0e9a0e9a-1111-4222-8333-444455556666'
const brazilianTenant = '0e9a0e9a-2222-4222-8333-444455556666'

const account = (name: string, held: Partial<Account>, tid = contoso, domain = 'contoso.example') => accountOf(tid, domain, name, held)

/** The issuer's people, by what the tests call them. */
export const people = {
  sales: account('Sales Person', { roles: ['SalesAgent'] }),
  admin: account('Admin Person', { roles: ['AdminAgent'], wids: [globalAdministrator] }),
  nobody: account('Without Role', {}),
  chinese: account('China Person', { roles: ['AdminAgent'] }, demoOrganizations.woodgrove.tenantId, 'woodgrove.example'),
  customer: account('Customer Admin', { wids: [globalAdministrator] }, demoOrganizations.northwind.tenantId, 'northwind.example'),
  visitor: account('Visiting Admin', { wids: [globalAdministrator] }, unknownTenant, 'fourthcoffee.example'),
  visitingUser: account('Visiting User', {}, unknownTenant, 'fourthcoffee.example'),
  brazilian: account('Brazil Admin', { wids: [globalAdministrator], tenant_ctry: 'BR' }, brazilianTenant, 'livros.example'),
  homeless: { sub: 'homeless', name: 'No Tenant', email: 'no@tenant.example', preferred_username: 'no@tenant.example' },
}

/** How the portal knows this issuer. */
export const settingsFor = (issuer: Issuer, changes: Partial<IssuerSettings> = {}): IssuerSettings => ({
  id: 'organization', name: 'Issuer of the tests', cloud: 'global', issuer: new URL(issuer.url), clientId: issuer.clientId,
  tenant: undefined, authentication: client.ClientSecretPost(issuer.clientSecret), ...changes,
})

/** Two portal processes over one store, of which every other request meets the other one; the clock is real, and can be put on. */
export async function openSignInWorld(engine: Engine, settings: readonly IssuerSettings[]) {
  const opened = await engine.open()
  await opened.db.transaction().execute((trx) => seedOrganizations(trx))
  const reports: SignInReport[] = []
  const failures: unknown[] = []
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const tenants = new Set(settings.flatMap(({ tenant }) => tenant ?? []))
  const portal = () =>
    createApp({
      store: opened.store,
      publicUrl,
      secret: 'a secret of the sign-in tests, 32 bytes and more',
      now,
      newId: () => uuidV7(now()),
      turn: () => setImmediate(), meanwhile: () => {},
      session: sessionCookie(publicUrl),
      browser: browserCookie(publicUrl),
      addressOf: () => '203.0.113.7',
      identity: {
        all: settings.map((each) => openIdentityProvider(each, callbackOf(publicUrl, each, settings.length === 1), tenants)),
        report: (report) => reports.push(report),
      },
      demo: false,
      sendsMail: false,
      redrawLogo: redrawForTests,
      reportFailure: (error) => failures.push(error),
    })
  const portals = [portal(), portal()]
  let calls = 0
  return {
    ...opened,
    reports,
    failures,
    wait: (milliseconds: number) => { ahead += milliseconds },
    /** Puts the clock right again: the issuer's is real. */
    stopWaiting: () => { ahead = 0 },
    request: (url: string, init?: RequestInit) => portals[calls++ % 2]?.request(url, init) ?? Promise.reject(new Error('No portal')),
  }
}
export type SignInWorld = Awaited<ReturnType<typeof openSignInWorld>>

/** A browser of its own: cookies of the portal and of the issuer, and redirects that it follows. */
export function openBrowser(world: SignInWorld) {
  /** By origin, then by name and path. */
  const jars = new Map<string, Map<string, { name: string; value: string; path: string }>>()
  const jarOf = (url: string) => {
    const { origin } = new URL(url)
    const jar = jars.get(origin) ?? new Map<string, { name: string; value: string; path: string }>()
    jars.set(origin, jar)
    return jar
  }

  async function send(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url)
    const sent = [...jarOf(url).values()].filter(({ path }) => pathname.startsWith(path))
    const cookie = sent.map(({ name, value }) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as Record<string, string> | undefined), ...(cookie && { Cookie: cookie }) }
    const asked = { ...init, headers, redirect: 'manual' as const }
    const answer = await (url.startsWith(publicUrl) ? world.request(url, asked) : fetch(url, asked))
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? []
      const path = /path=([^;]*)/i.exec(each)?.[1] ?? '/'
      if (/expires=thu, 01 jan 1970/i.test(each)) jarOf(url).delete(name + path)
      else jarOf(url).set(name + path, { name, value, path })
    }
    return answer
  }

  /** Follows redirects to a page: one of the issuer, or an address of the portal that is no call. */
  async function follow(url: string, init?: RequestInit): Promise<URL> {
    let next = new URL(url)
    for (let step = 0; step < 12; step += 1) {
      const isPage = next.href.startsWith(publicUrl) && !next.pathname.startsWith('/api/')
      if (isPage) return next
      const answer = await send(next.href, step === 0 ? init : undefined)
      const location = answer.headers.get('Location')
      if (location === null) return next
      next = new URL(location, next)
    }
    throw new Error(`Redirected without end at ${next.href}`)
  }

  /** Chooses an account on the issuer's page; undefined cancels. */
  const choose = (page: URL, chosen: Account | undefined) =>
    follow(page.href, {
      method: 'POST', body: new URLSearchParams({ account: chosen?.sub ?? '' }).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })

  return {
    send,
    follow,
    choose,
    call: (path: string, init?: RequestInit) => send(`${publicUrl}/api${path}`, init),
    /** Goes from the portal to the issuer and back, as this account. Returns the page that one ends up on. */
    async signIn(chosen: Account | undefined, query = 'returnTo=/customers?search=a'): Promise<string> {
      const begun = await follow(`${publicUrl}/api/session/sign-in?${query}`)
      const end = begun.href.startsWith(publicUrl) ? begun : await choose(begun, chosen)
      return end.pathname + end.search
    },
    /** What the sign-in page says went wrong. */
    async failure(page: string): Promise<{ code: string; account?: string; tenant?: string; returnTo: string; detail: string } | null> {
      const ways = await send(`${publicUrl}/api/session/ways${new URL(page, publicUrl).search}`)
      return ((await ways.json()) as { failure: never }).failure
    },
    cookies: () => [...jarOf(publicUrl).values()].map(({ value }) => value),
  }
}
