import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Customer, ImportReport } from '../../../../domain/customers/schemas.ts'
import type { Page } from '../../../../domain/page.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { tenantId, type Person } from '../../testing/people.ts'
import { type Call, giveCustomer, openWorld, type World } from '../../testing/world.ts'

const file = (name: string) => readFile(new URL(`testdata/${name}`, import.meta.url))
const header = 'Microsoft ID,Company name,Primary domain name,Relationship'
const idOf = (number: number) => `6b3e7e06-99a9-482a-ac8b-${String(number).padStart(12, '0')}`
const row = (number: number) => `${idOf(number)},Customer ${number},c${number}.example,Cloud Reseller`

/** Every line of the messy file that is rejected or has a remark. */
const expectedOfMessy = {
  rejected: [
    [5, 'import.bad_id'], [9, 'import.missing_id'], [11, 'import.missing_name'], [13, 'import.bad_domain'], [
      19, 'import.contradicts_earlier_row',
    ],
    [26, 'import.name_too_long'], [34, 'import.too_few_cells'], [36, 'import.too_many_cells'],
  ],
  notices: [
    [15, 'import.unknown_relationship'], [17, 'import.repeated_row'], [23, 'import.line_break_replaced'],
    [38, 'import.invisible_characters_removed'], [40, 'import.padding_removed'],
  ],
}

describe('importing a customer list', () => {
  let world: World
  let sales: Call
  beforeEach(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterEach(() => world.close())

  type Sending = { by?: Call; query?: string; headers?: Record<string, string> }
  const send = (body: BodyInit, { by = sales, query = '', headers = {} }: Sending = {}) =>
    by(`/customers/import${query}`, { method: 'POST', body, headers: { 'Content-Type': 'text/csv; charset=utf-8', ...headers } })
  const report = async (body: BodyInit, options: Sending = {}) => {
    const answer = await send(body, options)
    expect(answer.status).toBe(200)
    return (await answer.json()) as ImportReport
  }
  const problem = async (answer: Response) => `${answer.status} ${((await answer.json()) as Problem).code}`
  const list = async (query = '') => (await (await sales(`/customers${query}`)).json()) as Page<Customer>
  const counts = ({ created, updated, unchanged, rejected }: ImportReport) => [created, updated, unchanged, rejected.length]

  it('takes Partner Center’s export whole, and changes nothing the second time', async () => {
    const good = await file('customers-200.csv')
    expect(counts(await report(good, { query: '?dryRun=true' }))).toEqual([200, 0, 0, 0])
    expect((await list()).total.count).toBe(0)
    expect(await report(good)).toEqual({
      total: 200, created: 200, updated: 0, unchanged: 0, rejected: [], ranges: [], notices: [], lines: { total: 201, header: 1, blank: 0 },
    })
    expect((await list()).total).toEqual({ count: 200, capped: false })
    const before = await world.db.selectFrom('customers').selectAll().orderBy('id').execute()
    expect(counts(await report(good, { query: '?dryRun=true' }))).toEqual([0, 0, 200, 0])
    expect(counts(await report(good, { query: '?dryRun=false' }))).toEqual([0, 0, 200, 0])
    expect(await world.db.selectFrom('customers').selectAll().orderBy('id').execute()).toEqual(before)
  })

  it('writes a long report in pieces, also when it names what is read from right to left', async () => {
    const rows = Array.from({ length: 1_000 }, (_, number) => `שלום-${number},Customer,c.example,None`)
    const answer = await send(`${header}\n${rows.join('\n')}\n`, { query: '?dryRun=true' })
    const pieces: Uint8Array[] = []
    for await (const piece of answer.body ?? []) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(5)
    const { rejected } = JSON.parse(Buffer.concat(pieces).toString()) as ImportReport
    expect([rejected.length, rejected[7]?.detail]).toEqual([1_000, expect.stringContaining('שלום-7')])
  })

  it('accounts for every row of a messy file and loses no good one', async () => {
    const messy = await file('customers-messy.csv')
    const dry = await report(messy, { query: '?dryRun=true' })
    const done = await report(messy)
    expect(done).toEqual(dry)
    const lines = (remarks: ImportReport['rejected']) => remarks.map(({ line, code }) => [line, code])
    expect(lines(done.rejected)).toEqual(expectedOfMessy.rejected)
    expect(lines(done.notices)).toEqual(expectedOfMessy.notices)
    expect([done.total, ...counts(done)]).toEqual([60, 51, 0, 1, 8])
    const names = (await list('?limit=200')).items.map(({ companyProfile }) => companyProfile.companyName)
    expect(names).toEqual(expect.arrayContaining([
      'Line one line two', '=HYPERLINK("http://evil.example","x")', 'evil', 'padded', 'Contoso Steel "Premier" Group',
    ]))
    expect(counts(await report(messy))).toEqual([0, 0, 52, 8])
  })

  it('says why in the caller’s language', async () => {
    const { rejected } = await report(await file('customers-messy.csv'), { query: '?dryRun=true', headers: { 'Accept-Language': 'de' } })
    expect(rejected.map(({ detail }) => detail)).toEqual(expect.arrayContaining([
      '„not-a-guid“ ist keine Mandanten-ID. Sie hat 32 Ziffern und Buchstaben von a bis f in fünf Gruppen.',
      'Der Firmenname hat 400 Zeichen; höchstens 256 sind möglich. Kürzen Sie ihn.',
    ]))
  })

  it.each([
    ['commas and CRLF with BOM', `\ufeff${header}\r\n${row(1)}\r\n`],
    ['semicolons and LF', `${header}\n${row(1)}`.replaceAll(',', ';')],
    ['tabs', `${header}\n${row(1)}`.replaceAll(',', '\t')],
    ['CR alone', `${header}\r${row(1)}\r`],
    ['every cell in quotes', `${header}\n${row(1)}`.replaceAll(/[^,\n]+/g, '"$&"')],
    ['blank lines and empty rows', `\n${header}\n\n,,,\n${row(1)}\n   \n`],
    [
      'columns in another order',
      `Relationship,Tags,Company name,Microsoft ID,Primary domain name\nCloud Reseller,x,Customer 1,${idOf(1)},c1.example`,
    ],
    ['a quotation mark inside a cell', `${header}\n${idOf(1)},Cus "to" mer,c1.example,Cloud Reseller`],
  ])('reads %s', async (_what, text) => {
    expect(counts(await report(text))).toEqual([1, 0, 0, 0])
  })

  it.each([['utf-16le', [0xff, 0xfe], 0], ['utf-16be', [0xfe, 0xff], 1]] as const)('reads %s', async (_name, mark, low) => {
    const text = `${header}\n${idOf(1)},Кофе 커피,c1.example,Advisor\n`
    const units = [...text].flatMap((char) => (low === 0 ? [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8] : [
      char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255,
    ]))
    expect(counts(await report(new Uint8Array([...mark, ...units])))).toEqual([1, 0, 0, 0])
    expect((await list()).items[0]?.companyProfile.companyName).toBe('Кофе 커피')
  })

  it('counts lines as a text editor does, past quoted line breaks of any kind', async () => {
    const text = `${header}\r\n${idOf(1)},"a\r\nb\nc",c1.example,Advisor\r\n\r\nbad,x,y.example,Advisor\r\n`
    const { rejected, notices } = await report(text)
    expect([rejected[0]?.line, notices[0]?.line]).toEqual([6, 2])
  })

  it.each<[string, BodyInit, string]>([
    ['nothing', '', '422 import.empty'],
    ['blank lines', '\n\n , \n', '422 import.empty'],
    ['other columns', 'a,b\n1,2', '422 import.missing_columns'],
    ['a missing column', 'Microsoft ID,Company name,Relationship\n', '422 import.missing_columns'],
    ['a line that is no row’s', `${header}\n${row(1)}\n${idOf(2)},${'x'.repeat(70_000)}\n${row(3)}`, '422 import.malformed'],
    ['bytes that are no text', new Uint8Array([0x89, 0x51, 3, 4, 0xff, 0xfe, 0, 0xfa]), '422 import.not_text'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0xfa]), '422 import.workbook'],
    ['too many rows', `${header}\n${'x\n'.repeat(50_001)}`, '422 import.too_many_rows'],
  ])('refuses %s and imports none of it', async (_what, body, expected) => {
    const answer = await send(body)
    const told = (await answer.clone().json()) as Problem
    expect(await problem(answer)).toBe(expected)
    expect(told.detail).not.toMatch(/[{}]/)
    expect((await list()).total.count).toBe(0)
  })

  it('names the columns that are missing, and the line that is too long', async () => {
    const paramsOf = async (text: string) => ((await (await send(text)).json()) as Problem).params
    expect(await paramsOf('Company name,x\n')).toEqual({ columns: 'Microsoft ID, Primary domain name, Relationship' })
    expect(await paramsOf(`${header}\n${row(1)}\n${'x'.repeat(70_000)}\n`)).toEqual({ line: 3, limit: 65_536 })
  })

  it('takes exactly as many rows as it says', async () => {
    const answer = await report(`${header}\n${'x\n'.repeat(50_000)}`, { query: '?dryRun=true' })
    expect([answer.total, answer.rejected.length]).toEqual([50_000, 50_000])
  })

  it('reads no other type, and no other query', async () => {
    expect(await problem(await send(header, { headers: { 'Content-Type': 'application/json' } }))).toBe('400 request.malformed_json')
    expect(await problem(await send(header, { headers: { 'Content-Type': 'text/plain' } }))).toBe('415 request.unsupported_media_type')
    expect(await problem(await send(header, { query: '?dryRun=yes' }))).toBe('422 request.invalid')
    expect(await problem(await send(header, { query: '?dry=true' }))).toBe('422 request.invalid')
  })

  it.each<[Person, string]>([
    ['provider.helpdesk', '403 import.needs_admin_or_sales_agent'],
    ['reseller.admin', '403 import.only_relationship_owners'],
    ['customer.globaladmin', '403 import.only_relationship_owners'],
  ])('BR-103, BR-104 refuses %s', async (person, expected) => {
    expect(await problem(await send(`${header}\n${row(1)}`, { by: await world.as(person) }))).toBe(expected)
  })

  it('updates what is new in the file, keeps former names, and tells of it', async () => {
    await giveCustomer(world.db, 'contoso', tenantId('northwind'), 'Northwind old')
    const text = `${header}\n${tenantId('northwind')},Northwind new,northwind.example,Cloud Reseller\n${row(1)}`
    expect(counts(await report(text))).toEqual([1, 1, 0, 0])
    expect((await list('?search=northwind%20old')).items[0]?.companyProfile.companyName).toBe('Northwind new')
    const audit = (await (await sales('/audit/recent?limit=50')).json()) as Page<{ action: string; details: object }>
    expect(audit.items[0]).toMatchObject({ action: 'customers.imported', noun: 'organizations', details: { rows: 2, rejected: 0 } })
  })

  it('tells how far it is, batch by batch, and the report last', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => row(index + 1))
    const answer = await send(
      [header, ...rows, 'bad,x,y.example,Advisor'].join('\n'), { headers: { Accept: 'application/x-ndjson, application/problem+json' } },
    )
    expect(answer.headers.get('Content-Type')).toBe('application/x-ndjson')
    const lines = (await answer.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)
    expect(lines.slice(0, -1)).toEqual([1, 1_001, 2_001, 2_501].map((done) => ({ done, total: 2_501 })))
    expect(lines.at(-1)).toMatchObject({ total: 2_501, created: 2_500, rejected: [{ line: 2_502, code: 'import.bad_id' }] })
  })

  it('has the problem in the last line when it fails on the way, without internals', async () => {
    const { customers } = world.store
    let batches = 0
    const failing = await openFailing(world, async (...args) => {
      batches += 1
      if (batches === 2) throw new Error('the disk is full')
      return customers.import(...args)
    })
    const rows = Array.from({ length: 1_500 }, (_, index) => row(index + 1))
    const answer = await failing('/customers/import', {
      method: 'POST', body: [header, ...rows].join('\n'), headers: { 'Content-Type': 'text/csv', Accept: 'application/x-ndjson' },
    })
    const lines = (await answer.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.at(-1)).toMatchObject({ status: 500, code: 'server.failed', requestId: expect.any(String) as string })
    expect(JSON.stringify(lines)).not.toContain('disk')
    expect((await list()).total.count).toBe(1_000)
    expect(String(world.failures.splice(0)[0])).toContain('the disk is full')
  })
})

/** The same API over the same store, with one method replaced. */
async function openFailing(world: World, importing: World['store']['customers']['import']): Promise<Call> {
  const token = await world.signIn('provider.sales')
  return world.over({ ...world.store, customers: { ...world.store.customers, import: importing } }, token)
}
