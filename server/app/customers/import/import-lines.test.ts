import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportReport } from '../../../../domain/customers/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { locales } from '../../../../domain/session/locales.ts'
import { readRows } from './import.ts'
import { readCustomerListFile } from './list-file.ts'
import { anyCustomerList, bodyOf, writeCustomerList, type WrittenList } from '../../testing/customer-list-texts.ts'
import { type Call, openWorld, type World } from '../../testing/world.ts'

const file = (name: string) => readFile(new URL(`testdata/${name}`, import.meta.url))
const header = 'Microsoft ID,Company name,Primary domain name,Relationship'
const idOf = (number: number) => `6b3e7e06-99a9-482a-ac8b-${String(number).padStart(12, '0')}`
const row = (number: number, name = `Customer ${number}`) => `${idOf(number)},${name},c${number}.example,Cloud Reseller`

type Lines = { line: number; lastLine: number }
const inLines = ({ line, lastLine }: Lines) => Array.from({ length: lastLine - line + 1 }, (_, index) => line + index)
const spans = (remarks: readonly (Lines & { code: string })[]) => remarks.map(({ line, lastLine, code }) => `${line}-${lastLine} ${code}`)

/** Sorts every line of the list by what the report and the imported rows account for. */
function accountOf({ blank }: WrittenList, { rejected, ranges, notices }: ImportReport, taken: readonly Lines[]): number[] {
  const repeated = notices.filter(({ code }) => code === 'import.repeated_row')
  const told = [...rejected, ...ranges, ...repeated, ...taken].flatMap(inLines)
  // A blank line between quotation marks is part of the quoted cell.
  return [1, ...told, ...blank.filter((line) => !told.includes(line))].toSorted((one, other) => one - other)
}
const everyLine = ({ lines }: WrittenList) => Array.from({ length: lines }, (_, index) => index + 1)

const noTurn = async () => undefined
const readingOf = async ({ pieces }: WrittenList) => readRows(await readCustomerListFile(bodyOf(pieces), noTurn), 'en', noTurn)

it('a stray quotation mark before a quoted name moves no text into another column', async () => {
  const text = `Relationship,Company name,Microsoft ID,Primary domain name\n"Advisor,"Alpha, Inc.",${idOf(1)},a.example\n`
  const { report, rows } = await readRows(await readCustomerListFile(bodyOf([new TextEncoder().encode(text)]), noTurn), 'en', noTurn)
  expect([rows, spans(report.ranges)]).toEqual([[], ['2-2 import.quote_never_closed']])
})

describe('whatever a list is made of', () => {
  it('every line is told of once, and no row is made of several', async () => {
    await fc.assert(fc.asyncProperty(anyCustomerList, async (list) => {
      const written = writeCustomerList(list, 1)
      const { report, rows } = await readingOf(written)
      expect(accountOf(written, report, rows)).toEqual(everyLine(written))
      for (const { line, lastLine, row: read } of rows) {
        const of = written.units.filter((unit) => unit.line <= lastLine && unit.lastLine >= line)
        expect(of).toMatchObject([{ line, id: read.id }])
        expect(read.domain).toBe(`c${of[0]?.number}.example`)
        expect(read.companyName).toMatch(new RegExp(`^"*${of[0]?.number} [^0-9]*$`))
      }
      const { total, header: above, blank } = report.lines
      expect([total, above]).toEqual([written.lines, 1])
      const ofRows = [...report.rejected, ...report.notices.filter(({ code }) => code === 'import.repeated_row'), ...rows, ...report.ranges]
      expect(above + blank + ofRows.flatMap(inLines).length).toBe(total)
    }), { numRuns: 2_000 })
  })

  it('where no quotation mark is stray, no row is refused with another', async () => {
    await fc.assert(fc.asyncProperty(anyCustomerList, async (list) => {
      const written = writeCustomerList({ ...list, units: list.units.filter(({ kind }) => kind !== 'stray') }, 1)
      const { report } = await readingOf(written)
      // A row over several lines with too few or too many cells is refused as one.
      for (const { line, lastLine } of report.ranges) expect(written.units).toContainEqual(expect.objectContaining({ line, lastLine }))
    }), { numRuns: 500 })
  })
})

describe('what an import tells of the lines of a file', () => {
  let world: World
  let sales: Call
  beforeEach(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterEach(() => world.close())

  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    sales('/customers/import', { method: 'POST', body, headers: { 'Content-Type': 'text/csv', ...headers } })
  const report = async (body: BodyInit) => {
    const answer = await send(body)
    expect(answer.status).toBe(200)
    return (await answer.json()) as ImportReport
  }
  const customers = async () =>
    (await world.db.selectFrom('customers').select(['id', 'company_name as name', 'domain']).orderBy('id').execute()) as
      { id: string; name: string; domain: string }[]
  const names = async () => (await customers()).map(({ name }) => name)

  it('a quotation mark closed some rows later merges no customers: its lines are named, and the others are taken', async () => {
    const told = await report(await file('stray-quotes-2.csv'))
    expect(spans(told.ranges)).toEqual(['2-4 import.quote_over_rows'])
    expect(told).toMatchObject({ total: 1, created: 1, rejected: [], lines: { total: 5, header: 1, blank: 0 } })
    expect(told.ranges[0]?.detail).toContain('Lines 2 to 4: a quotation mark opened in line 2 is closed only in line 4')
    expect(await customers()).toMatchObject([{ name: 'Delta GmbH', domain: 'delta.example' }])
  })

  it.each<[string, string, string[], string[]]>([
    ['one that is never closed', `${row(1)}\n${row(2, '"Open')}\n${row(3)}\n\n${row(4)}`, ['3-3 import.quote_never_closed'], [
      '1', '3', '4',
    ]],
    [
      'one that is never closed, after a name on two lines', `${idOf(1)},"One\nTwo","c1.example,None\n${row(2)}`,
      ['2-3 import.quote_never_closed'], ['2'],
    ],
    [
      'one that is missing where every cell has two',
      `${row(1)}\n${row(2)}\n${row(3)}`.replaceAll(/[^,\n]+/g, '"$&"').replace('er"\n', 'er\n'),
      ['2-3 import.quote_over_rows'], ['3'],
    ],
    ['one that closes beyond what a row may be', `${row(1, '"Open')}\n${'x,y\n'.repeat(20_000)}${row(2, 'Two"')}`, [
      '2-2 import.quote_never_closed',
    ], ['2']],
  ])('of quotation marks, %s', async (_what, rows, ranges, taken) => {
    const told = await report(`${header}\n${rows}\n`)
    expect(spans(told.ranges)).toEqual(ranges)
    expect(told.created).toBe(taken.length)
    expect((await customers()).map(({ id }) => id)).toEqual(taken.map((number) => idOf(Number(number))))
    expect(told.lines.total).toBe(`${header}\n${rows}`.split('\n').length)
  })

  it.each<[string, string, string[], string[]]>([
    ['a totals row under a blank line', `${row(1)}\n\nTotal,1,,`, ['4-4 import.bad_id'], ['Customer 1']],
    ['text after a quotation mark that closes', row(1, '"24" Monitors'), [], ['"24" Monitors']],
    ['a NUL', `${row(1, 'Nu\u0000ll')}\n${row(2)}`, [], ['Null', 'Customer 2']],
    ['a CR among LF', `${row(1)}\r${row(2, 'A\rB')}\n${row(3)}`, ['3-3 import.too_few_cells', '4-4 import.too_few_cells'], [
      'Customer 1', 'Customer 3',
    ]],
    ['two exports one after the other', `${row(1)}\n\uFEFF${header}\n${row(2)}`, ['3-3 import.bad_id'], ['Customer 1', 'Customer 2']],
    ['a mark before a row', `${row(1)}\n\uFEFF${row(2)}`, [], ['Customer 1', 'Customer 2']],
    ['short and long rows', `${idOf(1)},One\n${row(2)},more\n${row(3)},`, [
      '2-2 import.too_few_cells', '3-3 import.too_many_cells',
    ], ['Customer 3']],
    ['a rejected row of two lines', `bad,"One\nTwo",c.example,None\n${row(2)}`, ['2-3 import.bad_id'], ['Customer 2']],
    ['a row with a contradiction', `${row(1)}\n${row(1, 'Another')}\n${row(1)}`, ['3-3 import.contradicts_earlier_row'], ['Customer 1']],
    ['a name on two lines with a comma', row(1, '"One, Inc.\nTwo"'), [], ['One, Inc. Two']],
  ])('of a file with %s', async (_what, rows, rejected, taken) => {
    const told = await report(`${header}\n${rows}`)
    expect([spans(told.rejected), told.ranges]).toEqual([rejected, []])
    expect(await names()).toEqual(taken)
  })

  it('of blank lines, how many there are', async () => {
    expect((await report(await file('total.csv'))).lines).toEqual({ total: 4, header: 1, blank: 1 })
    expect((await report(`\n,,\n${header}\n\n"\n"\n,,,\n${row(1)}\n \n`)).lines).toEqual({ total: 9, header: 1, blank: 7 })
  })

  it('a header that a quotation mark makes swallow rows is refused', async () => {
    const answer = await send(`${header},"Notes\n${row(1)}\n${row(2)},x"\n${row(3)}`)
    const told = (await answer.json()) as Problem
    expect(told).toMatchObject({ status: 422, code: 'import.quote_over_rows', params: { line: 1, lastLine: 3 } })
    expect(await names()).toEqual([])
  })

  it.each(locales)('says why in %s', async (locale) => {
    const answer = await send(`${header}\n${row(1, '"Alpha')}\n${row(2, 'Beta"')}\n${row(3, '"Open')}`, { 'Accept-Language': locale })
    const { ranges } = (await answer.json()) as ImportReport
    expect(ranges.map(({ detail }) => detail.match(/\d/g)?.join(''))).toEqual(['2323', '4'])
    expect(new Set(ranges.map(({ detail }) => detail.replaceAll(/\d/g, ''))).size).toBe(2)
  })

  it('says of no row that it stays as it was when the store said nothing of it', async () => {
    const token = await world.signIn('provider.sales')
    const { customers: real } = world.store
    const forgetful = { ...real, import: async (...args: Parameters<typeof real.import>) => (await real.import(...args)).slice(1) }
    const answer = await world.over({ ...world.store, customers: forgetful }, token)('/customers/import', {
      method: 'POST', body: `${header}\n${row(1)}\n${row(2)}`, headers: { 'Content-Type': 'text/csv' },
    })
    expect(answer.status).toBe(500)
    expect(String(world.failures.splice(0)[0])).toContain('no outcome')
  })

  it('every line of any file is told of once, whatever pieces it comes in', async () => {
    let run = 0
    await fc.assert(fc.asyncProperty(anyCustomerList, async (list) => {
      const written = writeCustomerList(list, ++run)
      const told = await report(new Blob(written.pieces))
      const found = (await customers()).filter(({ id }) => written.units.some((unit) => unit.id === id))
      const repeated = told.notices.filter(({ code }) => code === 'import.repeated_row')
      const others = new Set([...told.rejected, ...told.ranges, ...repeated].flatMap(inLines))
      const taken = found.map(({ id, domain, name }) => {
        const of = written.units.filter((unit) => unit.kind !== 'blank' && unit.id === id && !others.has(unit.line))
        expect(of).toHaveLength(1)
        expect([domain, name.match(/\d+/g)]).toEqual([`c${of[0]?.number}.example`, [String(of[0]?.number)]])
        return of[0] ?? { line: 0, lastLine: 0 }
      })
      expect(accountOf(written, told, taken)).toEqual(everyLine(written))
      expect([told.created, told.lines.total]).toEqual([found.length, written.lines])
    }), { numRuns: 40 })
  })
})
