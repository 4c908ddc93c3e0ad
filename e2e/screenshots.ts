import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { buildWhenChanged } from '../scripts/app-build.ts'
import { requireChromium } from '../scripts/chromium.ts'
import { openHost } from './hosts/open-host.ts'
import { acceptanceScreens, customerScreens, partnerScreens, type Screen } from './screens.ts'
import { settled, signIn } from './steps.ts'

const looks = {
  light: { width: 1280, height: 800, colorScheme: 'light', language: 'en' },
  dark: { width: 1280, height: 800, colorScheme: 'dark', language: 'en' },
  narrow: { width: 320, height: 700, colorScheme: 'light', language: 'en' },
  phone: { width: 390, height: 844, colorScheme: 'dark', language: 'en' },
  korean: { width: 1280, height: 800, colorScheme: 'light', language: 'ko' },
  german: { width: 390, height: 844, colorScheme: 'light', language: 'de' },
} as const
type Look = (typeof looks)[keyof typeof looks]

const partners = [
  'provider.sales', 'provider.admin', 'provider.helpdesk', 'reseller.admin', 'reseller2.admin', 'direct-de.admin', 'provider-cn.admin',
]
const customers = ['customer.globaladmin', 'customer.user', 'newcustomer.globaladmin']

const [folder, wantedLook, wantedPersona] = process.argv.slice(2)
if (!folder) throw new Error(`npm run screenshots -- DIR [${Object.keys(looks).join('|')}] [PERSONA]`)

buildWhenChanged('production')
const host = await openHost('node-postgres')
const chromiumSandbox = process.getuid?.() !== 0
const browser = await chromium.launch({ executablePath: requireChromium(), chromiumSandbox, args: ['--disable-gpu'] })
try {
  const { url } = await host.shared()
  const maker = await open(browser, url, looks.light)
  await signIn(maker, 'provider.sales')
  for (const [name, look] of Object.entries(looks)) {
    if (wantedLook && wantedLook !== name) continue
    const nobody = await open(browser, url, look)
    const links = await acceptanceScreens(maker, look.language)
    if (!wantedPersona) await shoot(nobody, join(folder, name, 'nobody'), [{ name: 'sign-in', path: '/sign-in' }, ...links])
    for (const persona of [...partners, ...customers].filter((each) => !wantedPersona || each === wantedPersona)) {
      const page = await open(browser, url, look)
      await signIn(page, persona)
      const screens = partners.includes(persona) ? await partnerScreens(page) : [...(await customerScreens(page)), ...links]
      await shoot(page, join(folder, name, persona), screens)
      await page.context().close()
    }
    await nobody.context().close()
  }
} finally {
  await browser.close()
  await host.close()
}

async function open(from: Browser, baseURL: string, { width, height, colorScheme, language }: Look): Promise<Page> {
  const context = await from.newContext({ baseURL, viewport: { width, height }, colorScheme, locale: language, reducedMotion: 'reduce' })
  await context.addInitScript((chosen) => localStorage.setItem('tessera.language', chosen), language)
  return context.newPage()
}

async function shoot(page: Page, into: string, screens: Screen[]): Promise<void> {
  await mkdir(into, { recursive: true })
  for (const { name, path } of screens) {
    await page.goto(path)
    await settled(page)
    await page.screenshot({ path: join(into, `${name}.png`), fullPage: true, animations: 'disabled' })
  }
}
