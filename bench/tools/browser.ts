import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Session } from '../../domain/session/schemas.ts'
import { requireChromium } from '../../scripts/chromium.ts'

const settings = () => ({
  executablePath: requireChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--disable-background-networking'],
})

export const openBrowser = (): Promise<Browser> => chromium.launch(settings())

/** A returning visitor's browser, with its files in this directory. */
export const openProfile = (directory: string, baseURL: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(directory, { ...settings(), baseURL })

/** A page in a browser context of its own, signed in as a persona, showing nothing yet. */
export async function signedIn(browser: Browser, url: string, persona: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: url })
  await page.goto('/healthz')
  await call(page, 'POST', '/api/session', { persona })
  return page
}

/** A page of an empty browser with the other's session and language. */
export async function freshPage(browser: Browser, like: Page): Promise<Page> {
  const { user } = await call<Session>(like, 'GET', '/api/session')
  const context = await browser.newContext({ locale: user.locale, storageState: await like.context().storageState() })
  return context.newPage()
}

/** Calls the API from within the page. Throws when refused. */
export async function call<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  return page.evaluate(async ([verb, address, json]) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(address, { method: verb, headers, ...(json === undefined ? {} : { body: json }) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${verb} ${address}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }, [method, path, body === undefined ? undefined : JSON.stringify(body)] as const)
}
