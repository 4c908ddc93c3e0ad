import type { Page } from '@playwright/test'

export type Transfer = { scripts: number; styles: number; files: { url: string; bytes: number }[] }

/**
 * Counts the bytes of scripts and styles on the wire while `show` runs and until a second without loading, from an empty cache. Throws when
 * one comes without Brotli.
 */
export async function transferOf(page: Page, show: () => Promise<void>): Promise<Transfer> {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  const answers = new Map<string, { kind: 'scripts' | 'styles'; url: string; head: number }>()
  const transfer: Transfer = { scripts: 0, styles: 0, files: [] }
  const uncompressed: string[] = []
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    const kind = type === 'Script' ? 'scripts' : type === 'Stylesheet' ? 'styles' : undefined
    if (!kind) return
    answers.set(requestId, { kind, url: response.url, head: response.encodedDataLength })
    const encoding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
    if (encoding !== 'br') uncompressed.push(response.url)
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId)
    if (!answer) return
    const bytes = encodedDataLength - answer.head
    transfer[answer.kind] += bytes
    transfer.files.push({ url: answer.url, bytes })
  })
  await show()
  await page.waitForFunction(() => {
    const loads = performance.getEntriesByType('resource').filter(({ name }) => /\.(?:js|css)$/.test(name))
    return performance.now() - Math.max(...loads.map((load) => (load as PerformanceResourceTiming).responseEnd)) > 1000
  })
  await network.detach()
  if (uncompressed.length > 0) throw new Error(`Sent without brotli: ${uncompressed.join(', ')}`)
  return transfer
}
