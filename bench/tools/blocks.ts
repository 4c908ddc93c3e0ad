import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPortal } from '../../e2e/hosts/portal-process.ts'
import { customerCsv } from './customer-csv.ts'
import { callerOf, longestBlock, watched } from './served.ts'

/** The event loop's longest allowed block, in milliseconds. */
const budget = 50
const rows = 50_000
const atOnce = 500

/** Measures and prints the longest block for each kind of call; returns whether all are within the budget. */
export async function blocksOn(engine: string, settings: Record<string, string>): Promise<boolean> {
  const socket = join(tmpdir(), `${randomUUID()}.ticker`)
  const portal = await startPortal({ ...settings, ...watched(socket) })
  const call = await callerOf(portal.url, 'provider.admin')
  let within = true
  const measure = async (what: string, work: () => Promise<unknown>) => {
    const { block, took } = await longestBlock(socket, work)
    console.log(`${engine}: ${what}: longest block ${block.toFixed(0)} ms of ${budget} ms, all of it ${(took / 1000).toFixed(2)} s`)
    within &&= block <= budget
  }
  const manyOf = (item: string) => `{"dryRun":true,"items":[${`${item},`.repeat(340_000)}${item}]}`
  const upload = (body: string, dryRun = false, fine = [200]) => () =>
    call(`/api/customers/import?dryRun=${dryRun}`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body, fine })
  const csv = customerCsv(rows)
  try {
    await measure(`import of ${rows}`, upload(csv))
    await measure(`import of ${rows}, nothing new`, upload(csv))
    await measure(`import of ${rows} under new names`, upload(csv.replaceAll('Coho', 'Kohe')))
    const refused = csv.replaceAll('Cloud Reseller', 'x'.repeat(400)).replaceAll(/0{8}-/g, 'no-')
    await measure(`dry import of ${rows}, all refused`, upload(refused, true))
    const hebrew = csv.replaceAll(/0{8}-/g, 'שלום-')
    await measure(`dry import of ${rows}, all refused, in Hebrew`, upload(hebrew, true))
    for (const [what, body] of Object.entries(hostile(csv.slice(0, csv.indexOf('\r\n') + 2))))
      await measure(`import of 32 MiB of ${what}`, upload(body, true, [200, 422]))
    await measure(`delegated admin for ${atOnce}`, () => call('/api/delegated-admin/bulk', { json: gdapBulk() }))
    await measure(`invitations for ${atOnce}`, () => call('/api/invitations/bulk', { json: invitationBulk() }))
    await measure('a list of 200, 50 times', () => repeated(() => call('/api/customers?limit=200')))
    await measure('a search, 50 times', () => repeated(() => call('/api/customers?limit=200&search=motors')))
    await measure('the audit, 50 times', () => repeated(() => call('/api/audit?limit=200')))
    await measure('drift', () => call('/api/delegated-admin/templates/drift'))
    await measure('a body of 1 MiB of empty lists', () =>
      call('/api/invitations/bulk', { method: 'POST', headers: json, body: manyOf('[]'), fine: [422] }))
    await measure('a note of 1 MiB of marks', () =>
      call('/api/invitations', { json: { ...invitationBulk().items[0], note: '\u0315\u0300'.repeat(260_000) }, fine: [422] }))
    await measure('a body of 1 MiB of wrong items', () =>
      call('/api/delegated-admin/bulk', { method: 'POST', headers: json, body: manyOf('{}'), fine: [422] }))
    return within
  } finally {
    await portal.stop()
  }
}

const json = { 'content-type': 'application/json' }

/** Lists of 32 MiB of nonsense after their header. */
const hostile = (header: string) => {
  const full = (piece: string, from = '') => header + from + piece.repeat(Math.floor(32_000_000 / Buffer.byteLength(piece)))
  const id = '00000000-0000-4000-8000-000000000000'
  return {
    quotes: full('"a""b",'),
    'quotes, a row each 60 KB': full(`${'"a""b",'.repeat(8_500)}\r\n`),
    'line ends': full('\r\n'),
    'one cell': full('x', '"'),
    'cells of nothing': full(','),
    'cells of nothing, a row each 60 KB': full(`a${','.repeat(60_000)}\r\n`),
    'rows of one letter': full('a\r\n'),
    'blank rows': full(',,,\r\n'),
    'gaps of 60 KB': full(`${id},x${' '.repeat(60_000)}x,a.example,None\r\n`),
    'gaps of 4 KB': full(`${id},x${' '.repeat(4_000)}x,a.example,None\r\n`),
    'marks': full(`${id},x${'\u0315\u0300'.repeat(2_000)}x,a.example,None\r\n`),
  }
}

async function repeated(work: () => Promise<unknown>): Promise<void> {
  for (let run = 0; run < 50; run++) await work()
}

const gdapBulk = () => ({
  dryRun: false,
  finalise: true,
  items: Array.from({ length: atOnce }, (_, index) => ({
    key: `bench-${index}`,
    customerTenantId: randomUUID(),
    displayName: `Bench-${index}-${randomUUID()}`,
    duration: 'P730D',
    accessDetails: { unifiedRoles: [{ roleDefinitionId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b' }] },
    autoExtendDuration: 'P180D',
  })),
})

const invitationBulk = () => ({
  dryRun: false,
  items: Array.from({ length: atOnce }, (_, index) => ({
    key: randomUUID(),
    delivery: 'direct',
    reusable: false,
    includeDap: false,
    language: 'en',
    expiresInDays: 30,
    customer: { companyName: `Bench ${index}`, domain: `bench${index}.example` },
  })),
})
