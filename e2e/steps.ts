import type { JSHandle, Locator, Page } from '@playwright/test'
import { roleTemplates } from '../domain/gdap/roles/templates.ts'
import type { GdapRelationshipDetail } from '../domain/gdap/schemas.ts'
import { type Basis, opensTenant } from '../domain/relationships/basis.ts'
import { locales } from '../domain/session/locales.ts'
import type { Persona, Session } from '../domain/session/schemas.ts'
import type { InvitationWithLink } from '../domain/invitations/schemas.ts'
import { wordsOf, type Say } from './words.ts'

/** Calls the API as the page's person on any host. Throws when refused. */
export async function call<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  // A page that shows nothing yet calls with its context's cookies.
  if (page.url() === 'about:blank') {
    const answer = await page.request.fetch(path, { method, headers, ...(body === undefined ? {} : { data: body }) })
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }
  return page.evaluate(async ([verb, address, json, type]) => {
    const answer = await fetch(address, { method: verb, headers: type, ...(json === undefined ? {} : { body: json }) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${verb} ${address}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }, [method, path, body === undefined ? undefined : JSON.stringify(body), headers] as const)
}

/**
 * Signs the page in as the persona and opens the address, or returns to the former one. Uses the API where a server responds. Returns the
 * persona's words.
 */
export async function signIn(page: Page, persona: string, address?: string): Promise<Say> {
  const answer = await page.request.post('/api/session', { data: { persona } })
  if (answer.status() !== 201) return signInInPage(page, persona, address)
  const { user } = (await answer.json()) as Session
  if (address !== undefined) await page.goto(address)
  return wordsOf(user.locale)
}

/** Signs in by hand, from the sign-in page to the persona's home. */
async function signInInPage(page: Page, persona: string, address = '/'): Promise<Say> {
  await page.goto('/sign-in')
  const say = await chooseAccount(page, persona)
  await page.waitForURL('/')
  if (address !== '/') await page.goto(address)
  return say
}

/** Chooses the persona on the sign-in page, which may lead on. Returns the persona's words. */
export async function chooseAccount(page: Page, persona: string): Promise<Say> {
  // The demo's start has a heading too.
  await page.getByRole('main').getByRole('listitem').first().waitFor()
  const personas = await call<Persona[]>(page, 'GET', '/api/session/personas')
  const known = personas.find((each) => each.persona === persona)
  if (!known) throw new Error(`There is no persona ${persona}.`)
  const { user, organization } = known
  await page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: organization.displayName, exact: true }) })
    .getByRole('button', { name: user.displayName }).click()
  return wordsOf(user.locale)
}

type Draft = Partial<{
  delivery: 'direct' | 'via_reseller'
  resellerId: string
  customer: { tenantId?: string; companyName?: string; domain?: string; email?: string }
  reusable: boolean
  includeDap: boolean
  language: string
  expiresInDays: number
  note: string
}>

/** A token of the form that links have, which nobody made: unlike any word of the data, since it counts as a secret that was brought. */
export const unknownToken = 'a-link-that-nobody-made_and-nobody-will-get'

/** Makes an invitation by API as the page's person. */
export const invite = (page: Page, draft: Draft = {}): Promise<InvitationWithLink> =>
  call(page, 'POST', '/api/invitations', {
    delivery: 'direct', reusable: false, includeDap: false, language: 'en', expiresInDays: 30, ...draft,
  })

type Rights = Partial<{ roles: string[]; customer: null; duration: string; autoExtendDuration: string }>

/** Makes a GDAP request at Tailspin Toys by API, waiting for the customer. */
export async function askForRights(page: Page, displayName: string, rights: Rights = {}): Promise<GdapRelationshipDetail> {
  const { roles = roleTemplates.service_desk_agent, duration = 'P180D', autoExtendDuration = 'PT0S' } = rights
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?search=tailspin&limit=1')
  const made = await call<GdapRelationshipDetail>(page, 'POST', '/api/delegated-admin/relationships', {
    displayName, duration, autoExtendDuration,
    customer: rights.customer === null ? null : { tenantId: items[0]?.id },
    accessDetails: { unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) },
  })
  await call(page, 'POST', `/api/delegated-admin/relationships/${made.id}/requests`, { action: 'lockForApproval' })
  return made
}

/** Navigates by the rail or, on a phone, the bar. */
export const goTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click()

/** Finds the id of one of the person's resellers by name. Throws when there is none. */
export async function resellerOf(page: Page, name: string): Promise<string> {
  const { items } = await call<{ items: { reseller: { id: string; displayName: string } }[] }>(page, 'GET', '/api/partnerships')
  const found = items.find(({ reseller }) => reseller.displayName === name)
  if (!found) throw new Error(`${name} is not among the resellers.`)
  return found.reseller.id
}

/** Resolves when the page has its heading, a new or focused one after a navigation, and nothing is loading. */
export async function settled(page: Page, left?: JSHandle<Element | null>): Promise<void> {
  await page.waitForFunction(
    ({ words, before }) => {
      const heading = [...document.querySelectorAll('h1')].find((each) => each.checkVisibility())
      return heading !== undefined && (heading !== before || document.activeElement === heading) &&
        document.querySelector('[aria-busy=true]') === null &&
        ![...document.querySelectorAll('[role=status]')].some(({ textContent }) => words.includes(textContent))
    },
    { words: loadingWords, before: left },
  )
}

const loadingWords = locales.map((locale) => wordsOf(locale)('ui.loading'))

/** Navigates like a link, three times as fast as a load; resolves when settled. */
export async function follow(page: Page, path: string): Promise<void> {
  const shown = page.url()
  if (shown === 'about:blank' || new URL(path, shown).pathname === new URL(shown).pathname) {
    await page.goto(path)
    return settled(page)
  }
  return settled(page, await page.evaluateHandle((to) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    history.pushState({ key: `${performance.now()}` }, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
    return document.querySelector('h1')
  }, path))
}

/** Opens the folded parts of the page. */
export async function unfold(page: Page): Promise<void> {
  await page.getByRole('main').locator('summary').evaluateAll((rows) => rows.forEach((row) => (row as HTMLElement).click()))
  await settled(page)
}

/** The value of a named fact. */
export const fact = (page: Page, name: string): Locator =>
  page.getByRole('term').filter({ hasText: name }).locator('..').getByRole('definition')

export type Listed = { id: string; basis: Basis; companyProfile: { companyName: string } }

/** Opens the page of a customer by name. Returns its id. */
export async function openCustomer(page: Page, name: string): Promise<string> {
  const { items } = await call<{ items: Listed[] }>(page, 'GET', `/api/customers?search=${encodeURIComponent(name)}`)
  const found = items.find(({ companyProfile, basis }) => companyProfile.companyName === name && opensTenant(basis))
  if (!found) throw new Error(`${name} is not among the customers.`)
  await page.goto(`/customers/${found.id}`)
  await settled(page)
  return found.id
}

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })
