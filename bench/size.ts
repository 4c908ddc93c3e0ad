import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPortal } from '../e2e/hosts/portal-process.ts'
import { buildWhenChanged } from '../scripts/app-build.ts'
import { call, freshPage, openBrowser, signedIn } from './tools/browser.ts'
import { transferOf } from './tools/transfer.ts'

const kib = 1024
const budgets = {
  'customer list': { scripts: 150 * kib, styles: 20 * kib },
  'acceptance page': { scripts: 110 * kib, styles: 20 * kib },
}
type Screen = keyof typeof budgets

/** Measures the Brotli bytes of scripts and styles for a cold browser on the two budgeted screens. False when one is over. */
async function sizes(): Promise<boolean> {
  buildWhenChanged('production')
  const directory = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
  const portal = await startPortal({ DATA_DIR: directory })
  const browser = await openBrowser()
  try {
    const person = await signedIn(browser, portal.url, 'provider.sales')
    const { link } = await call<{ link: string }>(person, 'POST', '/api/invitations', {
      delivery: 'direct', reusable: true, includeDap: false, language: 'en', expiresInDays: 30,
    })
    const list = await freshPage(browser, person)
    const within = [
      report('customer list', await transferOf(list, async () => {
        await list.goto(`${portal.url}/customers`)
        await list.getByRole('row').nth(1).waitFor()
      })),
    ]
    const stranger = await browser.newPage()
    within.push(report('acceptance page', await transferOf(stranger, async () => {
      await stranger.goto(link)
      await stranger.getByRole('heading', { level: 1 }).waitFor()
    })))
    return within.every(Boolean)
  } finally {
    await browser.close()
    await portal.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

function report(screen: Screen, transfer: Awaited<ReturnType<typeof transferOf>>): boolean {
  const kinds = Object.entries(budgets[screen]) as ['scripts' | 'styles', number][]
  for (const [kind, budget] of kinds)
    console.log(`${screen}, ${kind}: ${transfer[kind]} B of ${budget} B, ratio ${(transfer[kind] / budget).toFixed(2)}`)
  for (const { url, bytes } of transfer.files.toSorted((a, b) => b.bytes - a.bytes)) console.log(`  ${bytes} B ${new URL(url).pathname}`)
  return kinds.every(([kind, budget]) => transfer[kind] <= budget)
}

process.exitCode = (await sizes()) ? 0 : 1
