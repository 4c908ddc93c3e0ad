import { describe, expect, it } from 'vitest'
import { InvitationDraft } from '../../../../domain/invitations/schemas.ts'
import {
  companyIn, complaintOf, draftOf, emptyForm, fieldOf, type InvitationForm, invitationResolver, isOnForm,
} from './invitation-form.ts'

const resellerId = '0197a1b2-0000-7000-8000-00000000000a'
const tenantId = '1A68EC39-bfdd-466e-acde-85983264cd63'
type Over = Partial<Omit<InvitationForm, 'customer'>> & { customer?: Partial<InvitationForm['customer']> }
const form = (over: Over = {}): InvitationForm => {
  const start = emptyForm('ko', { dapWithInvitation: 'unavailable' })
  return { ...start, ...over, customer: { ...start.customer, ...over.customer } }
}
const resolve = (given: InvitationForm) => invitationResolver(given, undefined, { fields: {}, shouldUseNativeValidation: false })

describe('what is sent', () => {
  it('leaves out what was left empty', () => {
    expect(draftOf(form({ customer: { companyName: 'Northwind Traders', domain: ' ' } }))).toEqual({
      delivery: 'direct', reusable: false, includeDap: false, language: 'ko', expiresInDays: 30,
      customer: { companyName: 'Northwind Traders' },
    })
  })

  it('shows the customer’s name as it will be kept, whatever was pasted', () => {
    const pasted = '  \u202eFabrikam\u200b  Inc\n'
    const drafted = InvitationDraft.parse(draftOf(form({ customer: { companyName: pasted } })))
    expect(companyIn(form({ customer: { companyName: pasted } }))).toBe('Fabrikam Inc')
    expect(drafted.customer?.companyName).toBe('Fabrikam Inc')
    expect(companyIn(form({ customer: { companyName: ' \u202e' } }))).toBeNull()
  })

  it('BR-46 asks a named customer alone for delegated admin anew', () => {
    const named = { restores: true, customer: { tenantId } }
    expect(draftOf(form(named))).toMatchObject({ kind: 'restore', includeDap: true, customer: { tenantId } })
    expect(draftOf(form({ ...named, invitee: 'reusable' }))).not.toHaveProperty('kind')
    expect(draftOf(form({ ...named, restores: false }))).not.toHaveProperty('kind')
  })

  it.each([
    ['a reusable one names nobody', form({ invitee: 'reusable', customer: { domain: 'contoso.com' } }), { reusable: true }],
    ['neither does one for whoever holds the link', form({ invitee: 'holder', customer: { domain: 'contoso.com' } }), { reusable: false }],
    ['a direct one has no reseller', form({ resellerId, invitee: 'holder' }), { delivery: 'direct' }],
  ])('%s', (_name, given, expected) => {
    const draft = draftOf(given)
    expect(draft).toMatchObject(expected)
    expect(draft).not.toHaveProperty('customer')
    expect(draft).not.toHaveProperty('resellerId')
  })
})

it('asks delegated admin from the start only where the cloud always asks it', () => {
  expect(emptyForm('de', { dapWithInvitation: 'required' }).includeDap).toBe(true)
  expect(emptyForm('en', { dapWithInvitation: 'optional' }).includeDap).toBe(false)
})

describe('the domain schema is the resolver', () => {
  it('gives the draft as the API takes it', async () => {
    const { values } = await resolve(form({ customer: { tenantId, domain: 'Contoso.COM ', email: 'a@contoso.com' } }))
    expect(values).toMatchObject({ customer: { tenantId: tenantId.toLowerCase(), domain: 'contoso.com', email: 'a@contoso.com' } })
  })

  it.each([
    ['nobody is named', form(), 'customer.companyName'],
    ['a country alone names nobody', form({ customer: { country: 'KR' } }), 'customer.companyName'],
    ['no reseller is chosen', form({ invitee: 'holder', delivery: 'via_reseller' }), 'resellerId'],
    ['a domain is an address', form({ customer: { domain: 'https://contoso.com/' } }), 'customer.domain'],
    ['a tenant id is none', form({ customer: { tenantId: '12' } }), 'customer.tenantId'],
    ['admin rights are asked anew of no tenant', form({ restores: true, customer: { companyName: 'Northwind' } }), 'customer.tenantId'],
    ['an address is none', form({ customer: { email: 'nobody' } }), 'customer.email'],
    ['0 days', form({ invitee: 'holder', expiresInDays: 0 }), 'expiresInDays'],
    ['a domain with an empty part', form({ customer: { domain: 'a..b' } }), 'customer.domain'],
    ['a quoted address', form({ customer: { email: '"a b"@b.example' } }), 'customer.email'],
    ['366 days', form({ invitee: 'holder', expiresInDays: 366 }), 'expiresInDays'],
    ['half a day', form({ invitee: 'holder', expiresInDays: 1.5 }), 'expiresInDays'],
    ['no number of days', form({ invitee: 'holder', expiresInDays: Number.NaN }), 'expiresInDays'],
  ])('%s', async (_name, given, field) => {
    const { errors } = await resolve(given)
    const found = field.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], errors)
    expect(found).toBeDefined()
  })

  it.each([1, 365])('%s days are within bounds', async (expiresInDays) => {
    expect(await resolve(form({ invitee: 'holder', expiresInDays }))).toMatchObject({ errors: {}, values: { expiresInDays } })
  })
})

it.each([
  ['/customer/tenantId', 'customer.tenantId'], ['/resellerId', 'resellerId'], ['/includeDap', 'includeDap'],
  ['/kind', 'restores'], ['/reusable', 'invitee'], ['/services/0', 'services'], ['/servicesOfOthers', undefined],
  ['/stranger', undefined], ['', undefined],
])('the pointer %s is the field %s', (pointer, expected) => expect(fieldOf(pointer)).toBe(expected))

it.each([
  ['customer.domain', { type: 'invalid_format' }, { id: 'invitations.error.domain' }],
  ['customer.email', { type: 'invalid_format', message: 'unquoted_address' }, { id: 'invitations.error.unquoted_address' }],
  ['customer.companyName', { type: 'too_big' }, { id: 'invitations.error.too_long' }],
  ['customer.tenantId', { type: 'server', message: 'It is your own.' }, { said: 'It is your own.' }],
  ['customer.country', { type: 'invalid_format' }, { id: 'invitations.error.invalid' }],
])('%s, %o', (field, error, expected) => expect(complaintOf(field, error)).toEqual(expected))

const choices = { dapWithInvitation: 'optional', transactingPartnersWithAdminPerService: 1 } as const
const fixed = { dapWithInvitation: 'unavailable', transactingPartnersWithAdminPerService: null } as const
it.each([
  ['resellerId', { delivery: 'via_reseller' }, choices, true],
  ['resellerId', { delivery: 'direct' }, choices, false],
  ['customer.tenantId', { invitee: 'named' }, choices, true],
  ['customer.tenantId', { invitee: 'holder' }, choices, false],
  ['restores', { invitee: 'reusable' }, choices, false],
  ['includeDap', {}, choices, true],
  ['includeDap', {}, fixed, false],
  ['services', {}, choices, true],
  ['services', {}, fixed, false],
  ['note', {}, fixed, true],
] as const)('%s of %j is on the form: %j', (field, given, policy, expected) => {
  expect(isOnForm(field, { invitee: 'named', delivery: 'direct', ...given }, policy)).toBe(expected)
})
