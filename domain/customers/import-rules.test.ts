import { describe, expect, it } from 'vitest'
import { readDomain } from '../words-of-others/domain-name.ts'
import { comparedWithEarlier, looksDamaged, readImportRow, readName, readRelationship } from './import-rules.ts'
import { normalizeTenantId } from './tenant-id.ts'

const id = '6b3e7e06-99a9-482a-ac8b-25332af48553'
const header = { columns: { id: 0, companyName: 1, domain: 2, relationship: 3 }, width: 4 }
const read = (...cells: string[]) => {
  const outcome = readImportRow(cells, header)
  return 'rejected' in outcome ? outcome.rejected.code : outcome.notices.map(({ code }) => code).join(' ') || 'taken'
}

describe('a tenant id', () => {
  it.each([
    [id, id],
    [` ${id} `, id],
    [id.toUpperCase(), id],
    [`{${id}}`, id],
    [`{${id.toUpperCase()}}`, id],
    [`\u200e${id}\u200b`, id],
    [`\ufeff{${id}}\u00a0`, id],
    [`{${id}`, undefined],
    [id.replaceAll('-', ''), undefined],
    ['00000000-0000-0000-0000-000000000000', undefined],
    ['not-a-guid', undefined],
    ['', undefined],
  ])('%j → %s', (text, expected) => {
    expect(normalizeTenantId(text)).toBe(expected)
  })
})

describe('a domain', () => {
  it.each([
    ['contoso.com', 'contoso.com'],
    [' CONTOSO.onmicrosoft.COM ', 'contoso.onmicrosoft.com'],
    ['xn--bcher-kva.example', 'bücher.example'],
    ['bücher.example', 'bücher.example'],
    ['한국.example', '한국.example'],
    ['contoso', undefined],
    ['no spaces allowed.example', undefined],
    ['-contoso.com', undefined],
    ['contoso-.com', undefined],
    ['contoso..com', undefined],
    ['.com', undefined],
    ['user@contoso.com', undefined],
    ['https://contoso.com', undefined],
    [`${'a'.repeat(64)}.com`, undefined],
    [`${'a.'.repeat(126)}com`, undefined],
    ['con\u202etoso.com', undefined],
  ])('%j → %s', (text, expected) => {
    expect(readDomain(text)).toBe(expected)
  })
})

describe('a name', () => {
  it.each([
    ['Contoso', 'Contoso', []],
    ['=HYPERLINK("http://evil.example","x")', '=HYPERLINK("http://evil.example","x")', []],
    ['+1', '+1', []],
    ['Line one\nline two', 'Line one line two', ['import.line_break_replaced']],
    ['Line one \r\n\r\n line two', 'Line one line two', ['import.line_break_replaced']],
    ['Tab\there', 'Tab here', ['import.line_break_replaced']],
    ['\u202Eevil', 'evil', ['import.invisible_characters_removed']],
    ['a\u2066b\u2069c', 'abc', ['import.invisible_characters_removed']],
    ['nul\u0000bell\u0007', 'nulbell', ['import.invisible_characters_removed']],
    ['  padded  ', 'padded', ['import.padding_removed']],
    ['\u200fשלום', 'שלום', ['import.invisible_characters_removed']],
    ['👩‍👩‍👧 Toys', '👩👩👧 Toys', ['import.invisible_characters_removed']],
    ['North\u200bwind', 'Northwind', ['import.invisible_characters_removed']],
    ['North\u00a0\u2003wind', 'North wind', []],
    [' \n ', '', ['import.padding_removed']],
    ['\u202e', '', ['import.invisible_characters_removed']],
  ])('%j → %j', (text, name, notices) => {
    const found = readName(text)
    expect(found.name).toBe(name)
    expect(found.notices.map(({ code }) => code)).toEqual(notices)
  })
})

describe('a relationship', () => {
  it.each([
    ['Cloud Reseller', 'reseller', null, true],
    ['cloud reseller ', 'reseller', null, true],
    ['Advisor', 'advisor', null, true],
    ['Syndication', 'syndication', null, true],
    ['None', 'none', null, true],
    ['Cloudvertriebspartner', 'reseller', null, true],
    ['클라우드 재판매인', 'reseller', null, true],
    ['Облачный реселлер', 'reseller', null, true],
    ['Revendedor de nuvem', 'reseller', null, true],
    ['云经销商，顾问', 'reseller', '云经销商，顾问', true],
    ['cloud-reseller', 'reseller', null, true],
    ['Keine', 'none', null, true],
    ['Нет', 'none', null, true],
    ['Microsoft Support', 'microsoft_support', null, true],
    ['Microsoft 지원', 'microsoft_support', null, true],
    ['Поддержка Microsoft', 'microsoft_support', null, true],
    ['Berater', 'advisor', null, true],
    ['고문', 'advisor', null, true],
    ['Синдикация', 'syndication', null, true],
    ['Gute Freunde', 'unknown', 'Gute Freunde', false],
    ['Cloud Reseller, Advisor', 'reseller', 'Cloud Reseller, Advisor', true],
    ['Advisor, Cloud Reseller', 'reseller', 'Advisor, Cloud Reseller', true],
    ['Something New', 'unknown', 'Something New', false],
    ['Advisor, Something New', 'advisor', 'Advisor, Something New', false],
    ['', 'unknown', null, false],
    [' , ', 'unknown', null, false],
  ])('%j → %s', (text, relationshipToPartner, relationshipText, known) => {
    expect(readRelationship(text)).toEqual({ relationshipToPartner, relationshipText, known })
  })
})

describe('a row', () => {
  it.each([
    ['as exported', [id, 'Contoso', 'contoso.com', 'Cloud Reseller'], 'taken'],
    ['too short', [id, 'Contoso'], 'import.too_few_cells'],
    ['too long', [id, 'Contoso', 'contoso.com', 'Cloud Reseller', 'extra'], 'import.too_many_cells'],
    ['with empty cells behind it', [id, 'Contoso', 'contoso.com', 'Cloud Reseller', '', ' '], 'taken'],
    ['without an id', [' ', 'Contoso', 'contoso.com', 'Cloud Reseller'], 'import.missing_id'],
    ['with a bad id', ['x', 'Contoso', 'contoso.com', 'Cloud Reseller'], 'import.bad_id'],
    ['without a name', [id, ' ', 'contoso.com', 'Cloud Reseller'], 'import.missing_name'],
    ['with a name of nothing visible', [id, '\u202e', 'contoso.com', 'Cloud Reseller'], 'import.missing_name'],
    ['with the longest name', [id, '가'.repeat(256), 'contoso.com', 'Cloud Reseller'], 'taken'],
    ['with a name too long', [id, '가'.repeat(257), 'contoso.com', 'Cloud Reseller'], 'import.name_too_long'],
    ['with the longest name in characters of two units', [id, '😀'.repeat(256), 'contoso.com', 'Cloud Reseller'], 'taken'],
    ['without a domain', [id, 'Contoso', '', 'Cloud Reseller'], 'import.missing_domain'],
    ['with a bad domain', [id, 'Contoso', 'con toso.com', 'Cloud Reseller'], 'import.bad_domain'],
    ['with an id of nothing visible', ['\u200e', 'Contoso', 'contoso.com', 'Cloud Reseller'], 'import.missing_id'],
    ['with a domain of nothing visible', [id, 'Contoso', '\u200b', 'Cloud Reseller'], 'import.missing_domain'],
    ['with a relationship of other spaces', [id, 'Contoso', 'contoso.com', 'Cloud\u00a0Reseller'], 'taken'],
    ['with an unknown relationship', [id, 'Contoso', 'contoso.com', 'Friend'], 'import.unknown_relationship'],
    ['without a relationship', [id, 'Contoso', 'contoso.com', ''], 'import.missing_relationship'],
    ['with a relationship too long', [id, 'Contoso', 'contoso.com', 'x'.repeat(257)], 'import.relationship_too_long'],
  ])('%s', (_what, cells, expected) => {
    expect(read(...cells)).toBe(expected)
  })
})

describe('a cell of absurd length', () => {
  const long = 600_000
  const [spaces, marks] = [`x${' '.repeat(long)}x`, `x${'\u0315\u0300'.repeat(long / 2)}`]
  it.each([
    ['a name of a gap', [id, spaces, 'contoso.com', 'None'], 'import.name_too_long'],
    ['a name of marks', [id, marks, 'contoso.com', 'None'], 'import.name_too_long'],
    ['a domain of marks', [id, 'Contoso', `${marks}.example`, 'None'], 'import.bad_domain'],
    ['a domain of gaps', [id, 'Contoso', spaces, 'None'], 'import.bad_domain'],
    ['an id of gaps', [spaces, 'Contoso', 'contoso.com', 'None'], 'import.bad_id'],
    ['a relationship of gaps', [id, 'Contoso', 'contoso.com', spaces], 'import.relationship_too_long'],
    ['a relationship of commas', [id, 'Contoso', 'contoso.com', ','.repeat(long)], 'import.relationship_too_long'],
  ])('is refused at once: %s', (_what, cells, expected) => {
    const started = performance.now()
    expect(read(...cells)).toBe(expected)
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('an id that stands in the file twice', () => {
  const row = { id, companyName: 'Contoso', domain: 'contoso.com', relationshipToPartner: 'reseller', relationshipText: null } as const
  it.each([
    ['new the first time', undefined, 'new'],
    ['repeated when it says the same', row, 'repeated'],
    ['contradicted under another name', { ...row, companyName: 'Contoso Ltd' }, 'contradicted'],
    ['contradicted with another domain', { ...row, domain: 'contoso.net' }, 'contradicted'],
    ['contradicted with another relationship', { ...row, relationshipToPartner: 'advisor' as const }, 'contradicted'],
  ])('is %s', (_what, earlier, expected) => {
    expect(comparedWithEarlier(row, earlier)).toBe(expected)
  })
})

it.each([
  ['M?ller', true], ['Stra?e', true], ['???', true], ['?? ????', true], ['M\uFFFDller', true], ['MÃ¼ller', true], ['StraÃŸe', true],
  ['â€žContosoâ€œ', true], ['Contoso – Who?', false], ['Why? Ltd', false], ['¿Qué? S.A.', false], ['São João', false], ['SÃO JOÃO', false],
  ['Ãgua Viva', false], ['Â', false], ['Müller Straße', false], ['한빛', false], ['Été & Fils', false],
] as const)('whether %s looks damaged: %s', (name, expected) => expect(looksDamaged(name)).toBe(expected))
