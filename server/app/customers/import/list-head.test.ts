import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport } from '../../../../domain/customers/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { bytesIn } from '../../../../domain/testing/legacy-bytes.ts'
import { type Call, openWorld, type World } from '../../testing/world.ts'

const files = new URL('testdata/heads/', import.meta.url)
const header = 'Microsoft ID,Company name,Primary domain name,Relationship'
const idOf = (number: number) => `6b3e7e06-99a9-482a-ac8b-${String(number).padStart(12, '0')}`
const row = (number: number, name = `Customer ${number}`) => `${idOf(number)},${name},c${number}.example,Cloud Reseller`

let world: World
let sales: Call
beforeAll(async () => {
  world = await openWorld()
  sales = await world.as('provider.sales')
})
afterAll(() => world.close())

const send = (body: BodyInit, query: Record<string, string> = {}) =>
  sales(`/customers/import?${new URLSearchParams({ dryRun: 'true', ...query })}`, {
    method: 'POST', body, headers: { 'Content-Type': 'text/csv' },
  })
async function outcome(body: BodyInit, query: Record<string, string> = {}): Promise<string> {
  const answer = await send(body, query)
  if (answer.status !== 200) return `${answer.status} ${((await answer.json()) as Problem).code}`
  const { created, rejected, ranges, notices } = (await answer.json()) as ImportReport
  const told = [...rejected, ...ranges, ...notices].map(({ line, code }) => `${line} ${code.replace('import.', '')}`)
  return [`${created} new`, ...told].join(', ')
}
const question = async (body: BodyInit, query: Record<string, string> = {}) => ((await (await send(body, query)).json()) as Problem).list

/** The outcome of each real-world file, after its questions are answered. */
const expected: [file: string, told: string, answer?: Record<string, string>][] = [
  ['blank-first-line-semicolon.csv', '1 new'],
  ['cp1252.csv', '422 import.not_unicode'],
  ['cp1252.csv', '1 new', { encoding: 'windows-1252' }],
  ['de-header.csv', '1 new'],
  ['euckr.csv', '422 import.not_unicode'],
  ['euckr.csv', '1 new', { encoding: 'euc-kr' }],
  ['idn.csv', '2 new'],
  ['invisible.csv', '5 new, 2 invisible_characters_removed, 6 invisible_characters_removed'],
  ['ko-header.csv', '1 new'],
  ['names.csv', '15 new, 11 invisible_characters_removed'],
  ['quotes.csv', '1 new'],
  ['sep.csv', '1 new'],
  ['stray-quotes-2.csv', '1 new, 2 quote_over_rows'],
  ['title-line.csv', '1 new'],
  ['total.csv', '1 new, 4 bad_id'],
  ['two-id-columns.csv', '1 new'],
  ['utf16.txt', '1 new'],
  ['xlsx.csv', '422 import.workbook'],
]

describe('every file as people have it is read right or refused with the sentence that helps', () => {
  it('is in the table', async () => expect(new Set(expected.map(([file]) => file))).toEqual(new Set(await readdir(files))))
  it.each(expected)('%s: %s', async (file, told, answer) => expect(await outcome(await readFile(new URL(file, files)), answer)).toBe(told))
})

it.each([
  ['Excel’s sep= with a comma', `sep=,\r\n${header}\r\n${row(1)}`],
  ['Excel’s sep= with a tab', `sep=\t\r\n${header}\r\n${row(1)}`.replaceAll(',', '\t')],
  ['what PowerShell writes first', `#TYPE Selected.Customer\r\n${header}\r\n"${row(1).replaceAll(',', '","')}"`],
  ['a title, a day and an empty line', `Customers\nas of,2026-11-29\n\n${header}\n${row(1)}`],
  ['a title with the other separator', `Customers, exported, by, us, on, Sunday\n${`${header}\n${row(1)}`.replaceAll(',', ';')}`],
  ['what PowerShell calls the columns', `"CustomerId","Domain","Name","Relationship"\r\n"${idOf(1)}","c.example","C","Advisor"`],
  ['a header in quotes with a line break', `x\n${header.replace('Company name', '"Company\nname"')}\n${row(1)}`],
])('%s may stand before the rows', async (_what, text) => expect(await outcome(text)).toBe('1 new'))

it('rows keep the lines of the file, whatever stands before the header', async () => {
  expect(await outcome(`sep=,\n\nTitle\n${header}\n${row(1)}\nbad,x,y.example,Advisor`)).toBe('1 new, 6 bad_id')
})

it('a header under customers, or too far down, is none: no row before it is lost in silence', async () => {
  expect(await outcome(`${row(1)}\n${header}\n${row(2)}`)).toBe('422 import.missing_columns')
  expect(await outcome(`${'x\n'.repeat(21)}${header}\n${row(1)}`)).toBe('422 import.missing_columns')
})

describe('a quotation mark that is open above the rows', () => {
  const many = Array.from({ length: 700 }, (_, index) => row(index, index === 600 ? '"Customer, Inc."' : undefined)).join('\n')
  it.each([
    ['in a title', `"Customers\n${header}\n`],
    ['in the header', `"${header}\n`],
    ['in the last cell of the header', `${header.replace('Relationship', '"Relationship')}\n`],
  ])('%s takes none of them away, wherever the next one stands', async (_where, above) => {
    expect(await outcome(above + many)).toBe('700 new')
  })
  it('and is closed among the first ones is told of, also when it is said which column is which', async () => {
    const nameLast = (number: number, name: string) => `${idOf(number)},c${number}.example,Advisor,${name}`
    const text = ['"Customers', nameLast(1, 'A'), nameLast(2, 'Bildschirm 24"'), nameLast(3, 'C')].join('\n')
    expect(await outcome(text, { columns: 'id=1,domain=2,relationship=3,name=4' })).toBe('422 import.quote_over_rows')
  })
  it('and took the header in is told of in place of a question', async () => {
    expect(await outcome(`"Customers\n${header}\n${row(1)}\n${row(2, '"B, Inc."')}\n${row(3)}`)).toBe('422 import.quote_over_rows')
    expect(await outcome(`${header.replace('Relationship', '"Relationship')}\n${row(1)}\n${row(2, '"B, Inc."')}\n${row(3)}`))
      .toBe('422 import.quote_over_rows')
  })
  it('and closed before them is none', async () => {
    expect(await outcome(`"Customers,\nas of today"\n${header}\n${row(1)}`)).toBe('1 new')
  })
})

it('of two columns that may be the id the one that holds tenants’ ids is read', async () => {
  const names = 'Tenant ID,Customer ID,Company,Domain,Relationship'
  const of = (first: string, second: string) => outcome(`${names}\n${first},${second},A,a.example,Advisor`)
  expect([await of(idOf(1), '4711'), await of('4711', idOf(1)), await of('1', '2')]).toEqual(['1 new', '1 new', '0 new, 2 bad_id'])
})

it.each([
  ['bars', `${header}\n${row(1)}`.replaceAll(',', '|')],
  ['full-width commas', `${header}\n${row(1)}`.replaceAll(',', '，')],
  ['commas in lines that stand in quotation marks as a whole', `"${header}"\n"${row(1)}"`],
])('a file whose cells are divided by %s is told so, and no question is asked that has no answer', async (_what, text) => {
  expect(await outcome(text)).toBe('422 import.no_separator')
  expect(await question(text)).toBeUndefined()
})

it('columns that are fewer than a list has are not asked about', async () => {
  const told = (await (await send(`Name,Domain\nA,a.example`)).json()) as Problem
  expect([told.code, told.list]).toEqual(['import.missing_columns', undefined])
})

it.each([
  ['a question mark in the place of a letter', 'M?ller Stra?e GmbH'], ['question marks for a name', '?? ????'],
  ['the sign of a letter that was not read', 'M\uFFFDller'], ['UTF-8 that was read as Windows-1252', 'MÃ¼ller'],
])('a name that was damaged before it came is taken and told of: %s', async (_what, name) => {
  expect(await outcome(`${header}\n${row(1, name)}`)).toBe('1 new, 2 name_looks_damaged')
})

describe('columns that nobody knows', () => {
  const unknown = `Kunden 2026\nNr.;Betrieb;Seite;Art;Mandant\n17;Alpha, Beta;a.example;Advisor;${idOf(1)}\n18;B;b.example;None;${idOf(2)}`
  it('are asked about with the header and the first rows', async () => {
    expect(await question(unknown)).toEqual({ columns: {
      header: ['Nr.', 'Betrieb', 'Seite', 'Art', 'Mandant'], found: {},
      rows: [['17', 'Alpha, Beta', 'a.example', 'Advisor', idOf(1)], ['18', 'B', 'b.example', 'None', idOf(2)]],
    } })
  })
  it.each([
    ['positions', 'id=5,name=2,domain=3,relationship=4', '2 new'],
    ['names of the header', 'id=mandant, name=BETRIEB,domain=Seite,relationship=Art', '2 new'],
    ['both', 'id=Mandant,name=2,domain=3,relationship=Art', '2 new'],
    ['a column that is not there', 'id=9,name=2,domain=3,relationship=4', '422 import.missing_columns'],
    ['one column for two', 'id=5,name=5,domain=3,relationship=4', '422 import.missing_columns'],
    ['too few', 'id=5,name=2', '422 import.missing_columns'],
    ['something else', 'five', '422 request.invalid'],
  ])('are read by %s', async (_how, columns, told) => expect(await outcome(unknown, { columns })).toBe(told))

  it('are told by the sender where only one of them has no known name', async () => {
    expect(await outcome(`Kennung,${header.slice(13)}\n${row(1)}`, { columns: 'id=Kennung' })).toBe('1 new')
  })
  it('may have no header at all', async () => {
    const bare = `List\n${row(1)}\n${row(2)}`
    expect(await question(bare)).toMatchObject({ columns: { rows: [row(1).split(','), row(2).split(',')] } })
    expect((await question(bare))?.columns).not.toHaveProperty('header')
    expect(await outcome(bare, { columns: 'id=1,name=2,domain=3,relationship=4' })).toBe('2 new')
  })
})

describe('a file that is not Unicode', () => {
  const korean = `${header}\n${row(1, '한빛 주식회사')}\n${row(2, 'Plain')}\n${row(3, '서울전자')}\n${row(4, '대한물산')}\n${row(5, '미래')}\n`
  it('is shown with three names in the likeliest encoding, and in every other that fits', async () => {
    expect((await question(bytesIn('euc-kr', korean)))?.encodings).toEqual([
      { encoding: 'euc-kr', names: ['한빛 주식회사', '서울전자', '대한물산'] },
      { encoding: 'windows-1252', names: [expect.any(String), expect.any(String), expect.any(String)] },
      { encoding: 'windows-1251', names: [expect.any(String), expect.any(String), expect.any(String)] },
      { encoding: 'gb18030', names: [expect.any(String), expect.any(String), expect.any(String)] },
    ])
  })
  it('keeps every syllable that Windows writes, beyond those of EUC-KR', async () => {
    const cell = [0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf, 0x20, 0xbc, 0x84, 0xbd, 0xc3]
    const bytes = Uint8Array.of(...Buffer.from(`${header}\n${idOf(1)},`), ...cell, ...Buffer.from(',c1.example,Advisor\n'))
    expect((await question(bytes))?.encodings?.[0]).toEqual({ encoding: 'euc-kr', names: ['똠방각하 펲시'] })
    expect(await outcome(bytes, { encoding: 'euc-kr' })).toBe('1 new')
  })
  it('is not asked about in an encoding that reads only some of it', async () => {
    const mixed = Buffer.concat([Buffer.from(`${header}\n${row(1, 'Größe')}\n`), bytesIn('windows-1252', row(2, 'Müller Bäcker Söhne'))])
    const asked = await question(mixed)
    expect(asked?.encodings?.map((each) => each.encoding)).toEqual(['windows-1252', 'windows-1251', 'gb18030'])
    expect(JSON.stringify(asked)).not.toContain('\uFFFD')
  })
  it('shows names and no header', async () => {
    const korean949 = bytesIn('euc-kr', `Microsoft ID,회사 이름,주 도메인 이름,관계\n${row(1, '한빛')}\n`)
    expect((await question(korean949))?.encodings?.[0]?.names).toEqual(['한빛'])
  })
  it('names the guess in the sentence', async () => {
    const { detail, params } = (await (await send(bytesIn('windows-1252', `${header}\n${row(1, 'Größe AG')}`))).json()) as Problem
    expect([detail, params]).toEqual([expect.stringContaining('Größe AG'), { encoding: 'windows-1252', names: 'Größe AG' }])
  })
  it('is recognised also when the first such letter comes late', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => row(index)).join('\n')
    const late = bytesIn('windows-1251', `${header}\n${many}\n${row(3_001, 'ООО «Кофейня»')}\n${row(3_002)}\n`)
    expect((await question(late))?.encodings?.[0]).toEqual({ encoding: 'windows-1251', names: ['ООО «Кофейня»'] })
    expect(await outcome(late, { encoding: 'windows-1251' })).toBe('3002 new')
  })
  it('is shown by its lines where the columns are not known', async () => {
    const asked = await question(bytesIn('gb18030', `编号,名称\n1,北京科技有限公司\n`))
    expect(asked?.encodings?.[0]).toEqual({ encoding: 'gb18030', names: ['编号,名称', '1,北京科技有限公司'] })
  })
  it('may have its header in the language of its names', async () => {
    const names = 'Microsoft-ID,Firmenname,Primärer Domänenname,Beziehung'
    const german = bytesIn('windows-1252', `${names}\n${row(1, 'Größe')}`)
    expect(await outcome(german, { encoding: 'windows-1252' })).toBe('1 new')
    expect((await question(german))?.encodings?.[0]?.names).toEqual(['Größe'])
  })
  it.each([
    ['UTF-8 with a damaged letter', [...new TextEncoder().encode(`${header}\n${row(1, 'Größe Öl Übermut')}`), 0xff], '422 import.not_text'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], '422 import.not_text'],
    ['an OpenDocument sheet', [...Buffer.from('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet')], '422 import.workbook'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], '422 import.workbook'],
    ['UTF-16 without its mark', [...Buffer.from(`${header}\n${row(1, 'Größe')}`, 'utf16le')], '1 new'],
  ])('is told from %s', async (_what, bytes, told) => expect(await outcome(Uint8Array.from(bytes))).toBe(told))
  it.each([
    ['Latin', 'Microsoft ID,Company name,Primary domain name,Relationship', 'Größe'],
    ['Korean', '회사 이름,Microsoft ID,주 도메인 이름,관계', '한빛'],
    ['Cyrillic', 'Название компании,Microsoft ID,Основное доменное имя,Отношения', 'Кофейня'],
  ])('is told from UTF-16 and UTF-32 whose first letters are %s, with their mark or without', async (_letters, names, name) => {
    const isFirst = names.startsWith('Microsoft')
    const text = `${names}\r\n${isFirst ? '' : `${name},`}${idOf(1)},${isFirst ? `${name},` : ''}c1.example,Advisor\r\n`
    const little = (some: string) => Buffer.from(some, 'utf16le')
    const wide = (some: string) => Buffer.concat([...some].map((letter) => Buffer.concat([little(letter), Buffer.alloc(2)])))
    const marked = `\uFEFF${text}`
    const told: string[] = []
    for (const bytes of [little(text), little(marked), little(text).swap16(), little(marked).swap16()]) told.push(await outcome(bytes))
    for (const bytes of [wide(text), wide(marked), wide(text).swap32(), wide(marked).swap32()]) told.push(await outcome(bytes))
    expect(told).toEqual([...Array.from({ length: 4 }, () => '1 new'), ...Array.from({ length: 4 }, () => '422 import.utf_32')])
  })
  it('is not read in an encoding that does not fit, and Unicode keeps its mark’s word', async () => {
    expect(await outcome(bytesIn('windows-1252', `${header}\n${row(1, 'Müller')}`), { encoding: 'euc-kr' })).toBe('422 import.not_unicode')
    expect(await outcome(`\uFEFF${header}\n${row(1, 'Größe')}`, { encoding: 'windows-1252' })).toBe('1 new, 1 encoding_not_used')
  })
})

describe('an encoding that is said of every file', () => {
  const list = (name: string) => `${header}\n${row(1, name)}\n`
  const late = `${header}\n${Array.from({ length: 2_000 }, (_, index) => row(index)).join('\n')}\n${row(2_000, 'Größe')}\n`
  const many = (name: string) => `${header}\n${Array.from({ length: 2_000 }, (_, index) => row(index, name)).join('\n')}\n`
  const utf16 = Buffer.from(list('Größe'), 'utf16le')
  const damaged = Buffer.concat([Buffer.from(list('Größe Öl Übermut')), Buffer.of(0xff)])
  it.each([
    ['is used where the file is in it', bytesIn('windows-1252', list('Größe')), 'windows-1252', '1 new'],
    ['is used for many rows that are in it', bytesIn('euc-kr', many('한빛 주식회사')), 'euc-kr', '2000 new'],
    ['is used where a letter comes late', bytesIn('windows-1252', late), 'windows-1252', '2001 new'],
    ['is used where one syllable could be UTF-8', bytesIn('euc-kr', list('짤 주식회사')), 'euc-kr', '1 new'],
    ['makes no difference to ASCII', list('Contoso'), 'windows-1252', '1 new'],
    ['spoils no UTF-8', list('Größe'), 'windows-1252', '1 new, 1 encoding_not_used'],
    ['spoils no UTF-8 of another language', list('한빛'), 'gb18030', '1 new, 1 encoding_not_used'],
    ['spoils no UTF-8 whose letter comes late', late, 'windows-1251', '2001 new, 1 encoding_not_used'],
    ['spoils no UTF-8 of many rows', many('한빛 주식회사'), 'euc-kr', '2000 new, 1 encoding_not_used'],
    ['spoils no UTF-8 with its mark', `\uFEFF${list('Contoso')}`, 'windows-1251', '1 new, 1 encoding_not_used'],
    ['spoils no UTF-16', utf16, 'euc-kr', '1 new, 1 encoding_not_used'],
    ['reads no UTF-8 that is damaged', damaged, 'windows-1252', '422 import.not_text'],
  ])('%s', async (_what, bytes, encoding, told) => expect(await outcome(bytes, { encoding })).toBe(told))
  it('and is not used is told of by its name, on the first line', async () => {
    const report = (await (await send(list('Größe'), { encoding: 'windows-1252' })).json()) as ImportReport
    expect(report.notices).toEqual([
      { line: 1, lastLine: 1, code: 'import.encoding_not_used', detail: expect.stringMatching(/UTF-8.*windows-1252/) },
    ])
  })
})
