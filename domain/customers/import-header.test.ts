import { describe, expect, it } from 'vitest'
import { delimiterOf, readHeader } from './import-header.ts'

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

describe('the header', () => {
  it('is found in Partner Center’s order', () => {
    expect(readHeader(['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship'])).toEqual({
      columns: { id: 0, companyName: 1, domain: 2, relationship: 3 }, width: 4,
    })
  })
  it('is found in any order and case, among other columns', () => {
    expect(readHeader(['Tags', ' RELATIONSHIP ', 'company NAME', 'primary domain name', 'Microsoft Id'])).toEqual({
      columns: { id: 4, companyName: 2, domain: 3, relationship: 1 }, width: 5,
    })
  })
  it('names every column that is missing', () => {
    expect(readHeader(['Company name', 'Something'])).toEqual({ missing: ['Microsoft ID', 'Primary domain name', 'Relationship'] })
  })
})
