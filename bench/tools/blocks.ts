import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPortal } from '../../e2e/hosts/portal-process.ts'
import { customerCsv } from './customer-csv.ts'
import { callerOf, longestBlock, watched } from './served.ts'

/** Milliseconds that the event loop may stand still, whatever is asked. */
const budget = 50
const rows = 50_000
const atOnce = 500

/** The longest time that a portal's event loop stands still for each kind of call. Printed; whether all of it is within the budget. */
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
  const upload = (body: string, dryRun = false, fine = [200]) => () =>
    call(`/api/customers/import?dryRun=${dryRun}`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body, fine })
  const csv = customerCsv(rows)
  try {
    await measure(`import of ${rows}`, upload(csv))
    await measure(`import of ${rows}, nothing new`, upload(csv))
    await measure(`import of ${rows} under new names`, upload(csv.replaceAll('Coho', 'Kohe')))
    const bad = csv.replaceAll('Cloud Reseller', 'x'.repeat(400)).replaceAll(/0{8}-/g, 'no-')
    await measure(`dry import of ${rows}, all refused`, upload(bad, true))
    await measure('import of 32 MiB of quotes', upload(`${csv.slice(0, 100)}\r\n${'"a""b",'.repeat(4_500_000)}`, true, [200, 422]))
    await measure('import of 32 MiB of line ends', upload('\r\n'.repeat(16_000_000), true, [200, 422]))
    await measure('import of 32 MiB in one cell', upload(`${csv.slice(0, 100)}\r\n"${'x'.repeat(32_000_000)}`, true, [200, 422]))
    await measure(`delegated admin for ${atOnce}`, () => call('/api/delegated-admin/bulk', { json: gdapBulk() }))
    await measure(`invitations for ${atOnce}`, () => call('/api/invitations/bulk', { json: invitationBulk() }))
    await measure('a list of 200, 50 times', () => repeated(() => call('/api/customers?limit=200')))
    await measure('a search, 50 times', () => repeated(() => call('/api/customers?limit=200&search=motors')))
    await measure('the audit, 50 times', () => repeated(() => call('/api/audit?limit=200')))
    await measure('drift', () => call('/api/delegated-admin/templates/drift'))
    const refused = (path: string, item: string) => () =>
      call(path, { method: 'POST', headers: json, body: `{"dryRun":true,"items":[${`${item},`.repeat(340_000)}${item}]}`, fine: [422] })
    await measure('a body of 1 MiB of empty lists', refused('/api/invitations/bulk', '[]'))
    await measure('a body of 1 MiB of wrong items', refused('/api/delegated-admin/bulk', '{}'))
    return within
  } finally {
    await portal.stop()
  }
}

const json = { 'content-type': 'application/json' }

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
