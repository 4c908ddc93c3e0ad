import { describe, expect, it } from 'vitest'
import { canBeNamed } from '../../../../domain/gdap/relationship-rules.ts'
import { customerPart, freeName, numberedName, stemOf, stemOfRenewal, templatePart } from './suggested-name.ts'

const tenantId = '1a68ec39-bfdd-466e-acde-85983264cd63'

describe('stemOf', () => {
  it.each([
    ['name and template', { tenantId, companyName: 'Tailspin Toys' }, 'Service-desk', 'Tailspin-Toys-Service-desk'],
    ['accents and marks', { tenantId, companyName: 'Café Zürich & Söhne GmbH' }, '', 'Cafe-Zurich-Sohne-GmbH'],
    ['letters without a plain form', { tenantId, companyName: 'Łódź Straße' }, 'Desk', 'Lodz-Strasse-Desk'],
    ['an apostrophe', { tenantId, companyName: "Margie's Travel" }, 'Desk', 'Margies-Travel-Desk'],
    ['another script: the domain', { tenantId, companyName: '한빛상사', domain: 'hanbit.example' }, 'Desk', 'hanbit-Desk'],
    ['another script, no domain: the tenant', { tenantId, companyName: '한빛상사' }, 'Desk', 'Tenant-1a68ec39-Desk'],
    ['a tenant alone', { tenantId }, '', 'Tenant-1a68ec39'],
    ['open', null, 'Account-manager', 'Open-request-Account-manager'],
  ] as const)('%s', (_name, customer, template, expected) => {
    expect(stemOf(customer, template).stem).toBe(expected)
  })

  it('BR-82: a long customer is shortened, what it is for stays', () => {
    const { stem } = stemOf({ tenantId, companyName: 'The Very Long Company Name of Many Words and Places' }, 'Escalation-engineer')
    expect(stem).toBe('The-Very-Long-Company-Name-of-Escalation-engineer')
    expect(canBeNamed(stem, false).allowed).toBe(true)
  })
})

describe('templatePart', () => {
  it('speaks English of the built-in ones, whatever the page speaks', () => {
    expect(templatePart({ builtIn: 'service_desk_agent', name: '서비스 데스크 상담원' })).toBe('Service-desk-agent')
    expect(templatePart({ builtIn: null, name: 'Nachtdienst Köln' })).toBe('Nachtdienst-Koln')
    expect(templatePart({ builtIn: null, name: '야간' })).toBe('')
  })
})

describe('stemOfRenewal', () => {
  it.each([
    ['Support-Contoso', { stem: 'Support-Contoso', from: 2 }],
    ['Support-Contoso-2', { stem: 'Support-Contoso', from: 3 }],
    ['Contoso-2025', { stem: 'Contoso-2025', from: 2 }],
    ['MLT_contoso3', { stem: 'contoso3', from: 2 }],
    ['Default GDAP: 1', { stem: 'Default-GDAP-1', from: 2 }],
  ])('%s', (name, expected) => {
    expect(stemOfRenewal(name)).toEqual(expected)
  })
})

it('a number fits into a name that is as long as may be', () => {
  expect(numberedName('a'.repeat(50), 12)).toBe(`${'a'.repeat(47)}-12`)
})

describe('freeName', () => {
  it('takes the first that is free, and gives up at last', async () => {
    const taken = ['Desk', 'Desk-2']
    expect(await freeName({ stem: 'Desk', from: 1 }, async (name) => taken.includes(name))).toBe('Desk-3')
    expect(await freeName({ stem: 'Desk', from: 4 }, async () => false)).toBe('Desk-4')
    expect(await freeName({ stem: 'Desk', from: 1 }, async () => true)).toBe('Desk-20')
  })
})

it('a customer is never nothing', () => {
  expect(customerPart({ tenantId, companyName: '---', domain: '' })).toBe('Tenant-1a68ec39')
})
