import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../../domain/customers/schemas.ts'
import { globalAdministrator, roleNamed } from '../../../../domain/gdap/roles/catalogue.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import {
  changeOf, draftOf, emptyRequest, fieldOf, formOf, isOnForm, type RequestForm, requestResolver, resellerOf,
} from './request-form.ts'
import { startOf } from './use-request-start.ts'

const tenantId = '1a68ec39-bfdd-466e-acde-85983264cd63'
const reader = roleNamed('Directory Readers')
const listed = { id: tenantId, companyProfile: { tenantId, companyName: 'Tailspin Toys', domain: 'tailspintoys.example' } } as Customer
const form = (changes: Partial<RequestForm> = {}): RequestForm => ({ ...emptyRequest, listed, displayName: 'Tailspin-Desk', ...changes })
const accessOf = (...roles: string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })

const relationship = (changes: Partial<GdapRelationshipOnWire> = {}): GdapRelationshipOnWire => ({
  displayName: 'Tailspin-Desk', duration: 'P730D', customer: { tenantId, displayName: 'Tailspin Toys' }, accessDetails: accessOf(reader),
  autoExtendDuration: 'PT0S', partner: { id: 'own', displayName: 'Contoso', kind: 'direct_partner', tenantId }, ...changes,
}) as GdapRelationshipOnWire

describe('draftOf', () => {
  it('is as long as one extension for a customer of the list, with the name as it is without its spaces', () => {
    expect(draftOf(form({ displayName: ' Tailspin-Desk ', roles: [reader] }))).toEqual({
      displayName: 'Tailspin-Desk', duration: 'P180D', customer: { tenantId }, accessDetails: accessOf(reader), autoExtendDuration: 'PT0S',
    })
  })

  it('sends what belongs to the choices made, and nothing that was left from others', () => {
    const typed = form({ kind: 'tenant', tenantId: ` ${tenantId.toUpperCase()} ` })
    expect(draftOf(typed).customer).toEqual({ tenantId })
    expect(draftOf({ ...typed, kind: 'open' }).customer).toBeNull()
    expect(draftOf(form({ resellerId: tenantId }))).not.toHaveProperty('resellerId')
    expect(draftOf(form({ whose: 'reseller', resellerId: tenantId })).resellerId).toBe(tenantId)
  })

  it('BR-87: auto-extend that was wanted is not asked for with Global administrator', () => {
    expect(draftOf(form({ autoExtend: true, roles: [reader] })).autoExtendDuration).toBe('P180D')
    expect(draftOf(form({ autoExtend: true, roles: [reader, globalAdministrator] })).autoExtendDuration).toBe('PT0S')
  })
})

it.each([
  ['its own request, a reseller chosen before', { whose: 'own', resellerId: tenantId }, undefined],
  ['a reseller that is not chosen yet', { whose: 'reseller', resellerId: '' }, undefined],
  ['a reseller', { whose: 'reseller', resellerId: tenantId }, tenantId],
] satisfies [string, Partial<RequestForm>, string | undefined][])('BR-82: %s: whose names are asked for', (_, changes, expected) => {
  expect(resellerOf(form(changes))).toBe(expected)
})

describe('changeOf', () => {
  it('holds only what differs from the draft', () => {
    const old = relationship({ duration: 'P2Y', autoExtendDuration: 'P0D' })
    expect(changeOf(draftOf(form({ roles: [reader], days: 730 })), old)).toEqual({})
    expect(changeOf(draftOf(form({ roles: [reader], days: 90, kind: 'open', displayName: 'Other' })), old)).toEqual({
      displayName: 'Other', duration: 'P90D', customer: null,
    })
    const changed = changeOf(draftOf(form({ autoExtend: true, days: 730 })), old)
    expect(changed).toEqual({ accessDetails: accessOf(), autoExtendDuration: 'P180D' })
  })
})

describe('formOf', () => {
  it('fills everything, without roles that the catalogue has lost', () => {
    const lost = '00000000-0000-4000-8000-000000000000'
    const old = relationship({ duration: 'P90D', autoExtendDuration: 'P180D', accessDetails: accessOf(reader, lost, globalAdministrator) })
    expect(formOf(old, listed, 'own')).toMatchObject({
      kind: 'listed', listed, whose: 'own', days: 90, autoExtend: true, roles: [reader, globalAdministrator],
    })
  })

  it('keeps a tenant that the list does not have, and the reseller that it was made for', () => {
    expect(formOf(relationship(), undefined, 'provider')).toMatchObject({ kind: 'tenant', tenantId, whose: 'reseller', resellerId: 'own' })
    expect(formOf(relationship({ customer: null }), undefined, 'own')).toMatchObject({ kind: 'open', whose: 'own', resellerId: '' })
  })
})

describe('requestResolver', () => {
  const wrongIn = async (changes: Partial<RequestForm>) =>
    Object.keys((await requestResolver(form(changes), undefined, { fields: {}, shouldUseNativeValidation: false })).errors).toSorted()

  it.each([
    ['nothing, for a draft without roles', {}, []],
    ['nobody named', { listed: null }, ['listed']],
    ['a tenant id that is none', { kind: 'tenant', tenantId: 'contoso' }, ['tenantId']],
    ['no reseller', { whose: 'reseller' }, ['resellerId']],
    ['too long', { days: 731 }, ['days']],
    ['no number', { days: Number.NaN }, ['days']],
    ['a name with other characters', { displayName: 'Tailspin Toys' }, ['displayName']],
    ['several at once', { listed: null, displayName: '' }, ['displayName', 'listed']],
  ] as const)('%s', async (_name, changes, expected) => {
    expect(await wrongIn(changes)).toEqual(expected)
  })
})

it('an address asks for a draft before a renewal before a customer, and a mistyped customer for nothing', () => {
  const of = (search: string) => startOf(new URLSearchParams(search))
  expect(of(`customer=${tenantId}&renew=ABC&draft=D`)).toEqual({ from: 'draft', id: 'd' })
  expect(of(`customer=${tenantId}&renew=ABC`)).toEqual({ from: 'renewal', id: 'abc' })
  expect(of(`customer=${tenantId.toUpperCase()}`)).toEqual({ from: 'customer', tenantId })
  expect(of('customer=contoso')).toEqual({ from: 'nothing' })
})

it.each([
  ['/customer/tenantId', 'tenantId'], ['/accessDetails/unifiedRoles/3/roleDefinitionId', 'roles'], ['/duration', 'days'],
  ['/autoExtendDuration', 'autoExtend'], ['/durations', undefined], ['', undefined],
])('the pointer %s is the field %s', (pointer, expected) => expect(fieldOf(pointer)).toBe(expected))

it('what is said of a tenant that nobody typed, or of a reseller of an own request, has no field', () => {
  expect(isOnForm('tenantId', form())).toBe(false)
  expect(isOnForm('tenantId', form({ kind: 'tenant' }))).toBe(true)
  expect(isOnForm('resellerId', form())).toBe(false)
  expect(isOnForm('resellerId', form({ whose: 'reseller' }))).toBe(true)
  expect(isOnForm('displayName', form())).toBe(true)
})
