import { describe, expect, it } from 'vitest'
import { canBeNamed } from '../../../../domain/gdap/relationship-rules.ts'
import { nameBy, namesBy, usualPattern } from './name-pattern.ts'

const tailspin = { tenantId: '1a68ec39-bfdd-466e-acde-85983264cd63', companyName: 'Tailspin Toys', domain: 'tailspintoys.example' }

describe('nameBy', () => {
  it.each([
    [usualPattern, 'Service-desk-agent', 'Tailspin-Toys-Service-desk-agent'],
    [usualPattern, '', 'Tailspin-Toys'],
    ['{domain}_{roles}', 'Desk', 'tailspintoys_Desk'],
    ['2027-{tenant}', 'Desk', '2027-1a68ec39'],
    ['{roles}-{customer}-{roles}', '', 'Tailspin-Toys'],
  ])('%s with %j', (pattern, part, expected) => {
    expect(nameBy(pattern, part, tailspin)).toBe(expected)
  })

  it('BR-82: shortens the customer, not what it is for', () => {
    const long = { ...tailspin, companyName: 'A company of very many words indeed' }
    const name = nameBy('{customer}-{roles}-2027', 'Escalation-engineer', long)
    expect(name).toMatch(/^A-company-of-very.*-Escalation-engineer-2027$/)
    expect(canBeNamed(name, false).allowed).toBe(true)
  })

  it('a tenant of which nothing is known goes by its id', () => {
    expect(nameBy(usualPattern, 'Desk', { tenantId: tailspin.tenantId })).toBe('Tenant-1a68ec39-Desk')
  })
})

it('customers that would be called the same are told apart, the same way every time', () => {
  const other = { ...tailspin, tenantId: '2b79fd40-bfdd-466e-acde-85983264cd63' }
  const third = { ...tailspin, tenantId: '3c8a0e51-bfdd-466e-acde-85983264cd63', companyName: 'Contoso' }
  expect([...namesBy(usualPattern, 'Desk', [tailspin, other, third]).values()]).toEqual([
    'Tailspin-Toys-Desk-1a68ec39', 'Tailspin-Toys-Desk-2b79fd40', 'Contoso-Desk',
  ])
})
