import { describe, expect, it } from 'vitest'
import { readColumnChoice, columnChoiceText } from './import-column-choice.ts'
import { columnNamed } from './import-column-names.ts'
import { delimiterOf, delimitersFor, findHeader } from './import-header.ts'

describe('the delimiter', () => {
  it.each([
    ['Microsoft ID,Company name,Primary domain name,Relationship', ','],
    ['Microsoft ID;Company name;Primary domain name;Relationship', ';'],
    ['Microsoft ID\tCompany name\tPrimary domain name\tRelationship', '\t'],
    ['"Microsoft ID, as exported; always";"Company, name";Relationship', ';'],
    ['Microsoft ID', ','],
    ['', ','],
  ])('of %j is %j', (line, expected) => {
    expect(delimiterOf(line)).toBe(expected)
  })
})

describe('the likeliest delimiter', () => {
  it.each([
    ['sep=;\r\na,b,c,d', ';'], ['"sep=,"\na;b;c', ','], ['SEP=\t\na,b', '\t'], ['sep=|\na,b', ','],
    ['Title, with, commas\na;b;c;d\ne;f;g;h', ';'],
  ])('of %j is %j', (text, expected) => expect(delimitersFor(text)[0]).toBe(expected))
})

const rowsOf = (...rows: string[]) => rows.map((row, index) => ({ line: index + 1, cells: row.split(',') }))
const tenant = '6b3e7e06-99a9-482a-ac8b-000000000001'

describe('the header', () => {
  it('is found in Partner Center’s order', () => {
    expect(findHeader(rowsOf('Microsoft ID,Company name,Primary domain name,Relationship'))).toEqual({
      header: { columns: { id: 0, companyName: 1, domain: 2, relationship: 3 }, width: 4 }, line: 1, isNamed: true,
    })
  })
  it('is found in any order and case, among other columns', () => {
    expect(findHeader(rowsOf('Tags, RELATIONSHIP ,company NAME,primary domain name,Microsoft Id'))).toMatchObject({
      header: { columns: { id: 4, companyName: 2, domain: 3, relationship: 1 }, width: 5 },
    })
  })
  it('lacks every column that no row names', () => {
    expect(findHeader(rowsOf('A title', 'Company name,Something'))).toMatchObject({
      missing: ['id', 'domain', 'relationship'], found: { companyName: 0 }, names: { line: 2 },
    })
  })
  it.each([
    ['German', 'Microsoft-ID,Firmenname,Primärer Domänenname,Beziehung'],
    ['German of another system', 'Beziehung,Unternehmen,Mandanten-ID,Domäne', [2, 1, 3, 0]],
    ['Korean', 'Microsoft ID,회사 이름,주 도메인 이름,관계'],
    ['Korean without spaces', '테넌트ID,회사명,기본도메인,관계'],
    ['Russian', 'Идентификатор Майкрософт,Название компании,Основное доменное имя,Отношение'],
    ['Russian of another system', 'ИД арендатора,НАИМЕНОВАНИЕ КОМПАНИИ,Домен,Тип отношений'],
    ['Portuguese', 'ID da Microsoft,Nome da empresa,Nome de domínio primário,Relação'],
    ['Portuguese without accents', 'ID do locatario,Empresa,Dominio,Relacao'],
    ['Chinese', 'Microsoft ID,公司名称,主域名,关系'],
    ['Chinese of full width', '租户　ＩＤ,客户名称,域名,关系类型'],
    ['English of another system', 'Tenant_ID,Customer-Name,Domain,Relationship type'],
  ])('is read in %s', (_what, names, at = [0, 1, 2, 3]) => {
    const [id, companyName, domain, relationship] = at
    expect(findHeader(rowsOf('Title', names))).toMatchObject({ header: { columns: { id, companyName, domain, relationship } }, line: 2 })
  })
  it('prefers the more exact of two names, and of two ids the one that holds tenants', () => {
    const names = 'Customer ID,Customer,Company name,Domain,Primary domain name,Relationship,Tenant ID'
    expect(findHeader(rowsOf(names))).toMatchObject({ header: { columns: { id: 6, companyName: 2, domain: 4 } } })
    expect(findHeader(rowsOf(names, `${tenant},a,b,c,d,e,C-1`))).toMatchObject({ header: { columns: { id: 0 } } })
  })
  it.each(['Phone', 'C-10045', tenant, '', '-'])('%j names no column', (cell) => expect(columnNamed(cell)).toBeUndefined())
})

describe('what somebody chooses', () => {
  it.each([
    ['id=5,name=2', { id: 4, companyName: 1 }],
    ['id=Tenant, Main ,name=Name = Firm,relationship=1', { id: 'Tenant, Main', companyName: 'Name = Firm', relationship: 0 }],
    ['domain=0', { domain: '0' }],
    ['', {}], ['5', {}], ['id', {}], ['id=', {}], ['other=1', {}], ['id=1,other=2', { id: '1,other=2' }],
  ])('%j is %j', (text, choice) => expect(readColumnChoice(text)).toEqual(choice))
  it('is written as it is read', () => {
    const choice = { id: 4, companyName: 'Firma, Ort', domain: 0, relationship: 'Art' }
    expect(readColumnChoice(columnChoiceText(choice))).toEqual(choice)
  })
})
