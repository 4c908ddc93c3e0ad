import type { Page } from '@playwright/test'

/** Milliseconds since the visit began; bytes of bodies as they were sent; `rounds` after the document's own. */
export type Visit = {
  shown: number; painted: number; loaded: number; bytes: number; scripts: number; styles: number; requests: number; rounds: number
}

export type Machine = { cpu?: number; latency?: number; throughput?: number }

export const firstRow = '[role=row][aria-rowindex="2"]'

/** Visits an address with an empty cache, until this selector is there; closes the page. */
export async function visitOf(page: Page, address: string, machine: Machine, shown: string): Promise<Visit> {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  await client.send('Emulation.setCPUThrottlingRate', { rate: machine.cpu ?? 1 })
  const { latency = 0, throughput = -1 } = machine
  const network = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput }
  await client.send('Network.emulateNetworkConditions', network)
  await page.addInitScript(markFirst, shown)
  await page.goto(address)
  const visit = await page.evaluate(readVisit)
  await page.context().close()
  return visit
}

/** Marks when the selector is there for the first time. */
const markFirst = (selector: string) => {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return
    observer.disconnect()
    performance.mark('shown')
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** Waits for the mark and the first paint, and counts what had come until the mark. */
const readVisit = async (): Promise<Visit> => {
  const [shown, painted] = await Promise.all(['shown', 'first-contentful-paint'].map((name) => new Promise<number>((resolve) => {
    new PerformanceObserver((entries, self) => {
      const [entry] = entries.getEntriesByName(name)
      if (!entry) return
      self.disconnect()
      resolve(entry.startTime)
    }).observe({ type: name === 'shown' ? 'mark' : 'paint', buffered: true })
  }))) as [number, number]
  const document = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming
  const files = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ responseEnd }) => responseEnd <= shown)
  // A round ends when its first file has come; what is asked for after that belongs to the next.
  let [rounds, until] = [0, -Infinity]
  for (const { startTime, responseEnd } of files.toSorted((one, other) => one.startTime - other.startTime)) {
    if (startTime < until) continue
    rounds += 1
    until = responseEnd
  }
  const bytesOf = (ending: RegExp) =>
    files.filter(({ name }) => ending.test(name)).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
  return {
    shown, painted, loaded: document.loadEventEnd, bytes: document.encodedBodySize + bytesOf(/./), scripts: bytesOf(/\.js$/),
    styles: bytesOf(/\.css$/), requests: files.length + 1, rounds,
  }
}

/** Types names in the search of a list; p95 of the milliseconds from a key to the second frame after the answer to what is then sought. */
export async function hearTyping(page: Page, address: string, cpu: number): Promise<number> {
  await page.goto(address)
  await page.locator(firstRow).waitFor()
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  const field = page.getByRole('searchbox')
  const times: number[] = []
  for (const name of ['Fabri', 'Human', 'Alpin', 'Motor', 'Impor']) {
    for (let length = 1; length <= name.length; length++) {
      const answered = page.evaluate(framesAfterAnswer, name.slice(0, length))
      await field.press(name.charAt(length - 1))
      times.push(await answered)
    }
    await field.press('Escape')
  }
  await page.context().close()
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Infinity
}

const framesAfterAnswer = async (sought: string): Promise<number> => {
  const begun = new Promise<number>((resolve) => {
    document.addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), { once: true, capture: true })
  })
  const answered = new Promise<void>((resolve) => {
    new PerformanceObserver((entries, self) => {
      if (!entries.getEntries().some(({ name }) => new URL(name).searchParams.get('search') === sought)) return
      self.disconnect()
      resolve()
    }).observe({ type: 'resource' })
  })
  const from = await begun
  await answered
  await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) })
  return performance.now() - from
}
