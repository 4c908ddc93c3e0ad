import { describe, expect, it } from 'vitest'
import type { Partnership } from '../../../../domain/partnerships/schemas.ts'
import type { ColumnNames } from './bulk-columns.ts'
import { type BulkRow, readList } from './read-list.ts'
import { draftOfRow, type RowContext } from './row-draft.ts'

const names: ColumnNames = {
  companyName: 'Firmenname', domain: 'Domäne', email: 'E-Mail-Adresse', tenantId: 'Mandanten-ID', country: 'Land', language: 'Sprache',
  reseller: 'Vertriebspartner', includeDap: 'Delegierte Administratorrechte', expiresInDays: 'Tage',
}
const reseller = (id: string, displayName: string, resellerPartnerId: string): Partnership => ({
  id: `partnership ${id}`, provider: { id: 'p', tenantId: 'p', displayName: 'P' }, reseller: { id, tenantId: id, displayName },
  resellerDomain: `${id}.example`, resellerPartnerId, state: 'active', agreementSigned: true, createdAt: '', etag: '',
})
const context: RowContext = {
  defaults: { language: 'en', expiresInDays: 30, resellerId: '', includeDap: false, services: [] },
  resellers: [reseller('litware', 'Litware Resell', '4711'), reseller('one', 'Twin', '1'), reseller('two', 'Twin', '2')],
  countries: new Map([['kr', 'KR'], ['südkorea', 'KR']]),
  languages: new Map([['deutsch', 'de']]),
  yes: ['yes', 'ja'],
  no: ['no', 'nein'],
}
const read = (text: string, listId = 'list') => {
  const rows = readList({ listId, text }, names, context)
  if ('why' in rows) throw new Error(rows.why)
  return rows
}
const cells = (changes: Partial<BulkRow['cells']>): BulkRow['cells'] => ({
  companyName: '', domain: '', email: '', tenantId: '', country: '', language: '', reseller: '', includeDap: '', expiresInDays: '',
  ...changes,
})

describe('a list', () => {
  it.each([
    ['tabs, as a spreadsheet copies them', 'Fabrikam\tfabrikam.example\tjo@fabrikam.example'],
    ['semicolons', 'Fabrikam;fabrikam.example;jo@fabrikam.example'],
    ['commas and quotes', '"Fabrikam",fabrikam.example,jo@fabrikam.example\r\n\r\n'],
    ['an English header in another order', 'Email,Company name,Primary domain\njo@fabrikam.example,Fabrikam,fabrikam.example'],
    ['the page’s own header, with a mark', '\uFEFFfirmenname;Domäne;E-Mail-Adresse\nFabrikam;fabrikam.example;jo@fabrikam.example'],
    ['Excel’s sep= and no header', 'sep=;\r\nFabrikam;fabrikam.example;jo@fabrikam.example'],
    ['a title before the header', 'Customers, all\n\nCompany;Domain;Email\nFabrikam;fabrikam.example;jo@fabrikam.example'],
    ['what PowerShell writes first', '#TYPE Selected.X\nCompany,Domain,Email\nFabrikam,fabrikam.example,jo@fabrikam.example'],
    ['a header in Korean', '회사 이름;주 도메인 이름;이메일\nFabrikam;fabrikam.example;jo@fabrikam.example'],
    ['a header in Russian', 'Эл. почта\tДомен\tНазвание компании\njo@fabrikam.example\tfabrikam.example\tFabrikam'],
    ['a header in Portuguese', 'EMPRESA;Dominio;Endereço de e-mail\nFabrikam;fabrikam.example;jo@fabrikam.example'],
    ['a header in Chinese', '公司名称,域名,电子邮件\nFabrikam,fabrikam.example,jo@fabrikam.example'],
    ['columns that nobody knows', 'Company;Sector;Domain;Email;Notes\nFabrikam;Retail;fabrikam.example;jo@fabrikam.example;x'],
  ])('is read with %s', (_how, text) => {
    const rows = read(text)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.draft?.customer).toEqual({ companyName: 'Fabrikam', domain: 'fabrikam.example', email: 'jo@fabrikam.example' })
  })

  it('takes no customer for a title, though a later one is called as a column is', () => {
    expect(read('Contoso\nFabrikam\nFirma\nCustomer').map(({ cells: { companyName } }) => companyName)).toEqual([
      'Contoso', 'Fabrikam', 'Firma', 'Customer',
    ])
  })

  it('tells where each row begins, over lines inside quotes', () => {
    expect(read('Company,Domain\n"A\nB",a.example\n\nC,c.example').map(({ line }) => line)).toEqual([2, 5])
  })

  it.each([
    ['nothing', '  \n', { why: 'empty' }],
    ['a header alone', 'Company name,Domain', { why: 'empty' }],
    ['501 rows', 'A\n'.repeat(501), { why: 'too_many', count: 501 }],
    ['an open quotation mark', 'A,a.example\n"B,b.example', { why: 'malformed' }],
  ])('is refused when it is %s', (_what, text, refusal) => {
    expect(readList({ listId: 'list', text }, names, context)).toMatchObject(refusal)
  })

  it.each([
    [
      'a quote closed a row later',
      'Company,Domain,Email\nA,a.example,a@a.example\n"B,b.example,b@b.example\nC",c.example,c@c.example\nD', [3, 4], 3],
    ['one without a header', '"B,b.example\nC",c.example\nD', [1, 2], 2],
    ['one in a column where no line breaks are', 'B,"b.example\nC",c.example\nD', [1, 2], 2],
    ['an id that a name swallowed', 'B\n"C\n0a5d1b1e-1111-4a11-8a11-000000000021"\nD', [2, 3], 3],
    ['a header that swallowed a row', 'Company,Domain,"Email\nB,b.example,b@b.example"\nD', [1, 2], 2],
  ])('makes no row of several: %s', (_what, text, [line, lastLine], count) => {
    const rows = read(text)
    expect(rows).toHaveLength(count)
    const told = rows.filter(({ problem }) => problem)
    expect(told.map(({ problem }) => problem)).toEqual([{ id: 'bulk.problem.several_rows', values: { line, lastLine } }])
    expect(told[0]).toMatchObject({ line })
    expect(told[0]?.draft).toBeUndefined()
    expect(rows.at(-1)?.draft?.customer).toEqual({ companyName: 'D' })
  })

  it('keeps a row’s key when rows around it change, and gives every row and every list its own', () => {
    const keysOf = (rows: BulkRow[]) => rows.map(({ key }) => key)
    const [a, b, again] = keysOf(read('A\nB\nA'))
    expect(new Set([a, b, again]).size).toBe(3)
    expect(keysOf(read('Company name\nX\nB\nA'))).toEqual([expect.any(String), b, a])
    expect(keysOf(read('A', 'another'))).not.toContain(a)
    expect(a?.length).toBeLessThanOrEqual(128)
  })

  it('does not guess what a surplus cell belongs to', () => {
    const [row] = read('Company,Domain\nFabrikam, Inc.,fabrikam.example')
    expect(row).toMatchObject({ problem: { id: 'bulk.problem.cells' } })
    expect(row?.draft).toBeUndefined()
  })
})

describe('a row', () => {
  it.each<[string, Partial<BulkRow['cells']>, object]>([
    ['nothing but a name', {}, { delivery: 'direct', language: 'en', expiresInDays: 30, includeDap: false, reusable: false }],
    ['a reseller’s name', { reseller: 'litware RESELL' }, { delivery: 'via_reseller', resellerId: 'litware' }],
    ['a reseller’s PartnerID', { reseller: '2' }, { resellerId: 'two' }],
    ['a reseller’s domain', { reseller: 'One.example' }, { resellerId: 'one' }],
    ['a country by name', { country: 'Südkorea' }, { customer: { companyName: 'A', country: 'KR' } }],
    ['a language by tag', { language: 'pt' }, { language: 'pt-BR' }],
    ['a language by name', { language: 'Deutsch' }, { language: 'de' }],
    ['yes', { includeDap: 'Ja' }, { includeDap: true }],
    ['days', { expiresInDays: '90' }, { expiresInDays: 90 }],
  ])('with %s becomes a draft', (_what, changes, expected) => {
    expect(draftOfRow(cells({ companyName: 'A', ...changes }), context)).toMatchObject({ draft: expected })
  })

  it.each<[string, Partial<BulkRow['cells']>, string]>([
    ['names nobody', { companyName: '' }, 'invitations.error.named_empty'],
    ['an unknown reseller', { reseller: 'Proseware' }, 'bulk.problem.reseller'],
    ['a name that two resellers have', { reseller: 'Twin' }, 'bulk.problem.reseller_ambiguous'],
    ['no country', { country: 'Atlantis' }, 'bulk.problem.country'],
    ['a language we lack', { language: 'Suomi' }, 'bulk.problem.language'],
    ['neither yes nor no', { includeDap: 'maybe' }, 'bulk.problem.yes_no'],
    ['days in words', { expiresInDays: 'ten' }, 'invitations.error.days'],
  ])('with %s is told to its writer', (_what, changes, id) => {
    expect(draftOfRow(cells({ companyName: 'A', ...changes }), context)).toMatchObject({ problem: { id } })
  })

  it('follows what holds for every row where it says nothing itself', () => {
    const defaults = { language: 'ko', expiresInDays: 7, resellerId: 'litware', includeDap: true, services: ['azure'] } as const
    const over = { ...context, defaults: { ...defaults, services: [...defaults.services] } }
    expect(draftOfRow(cells({ domain: 'a.example', language: 'de', includeDap: 'no' }), over)).toEqual({
      draft: {
        delivery: 'via_reseller', resellerId: 'litware', customer: { domain: 'a.example' }, reusable: false, includeDap: false,
        services: ['azure'], language: 'de', expiresInDays: 7,
      },
    })
  })
})
