import { describe, expect, it } from 'vitest'
import type { GdapRelationshipOnWire } from './schemas.ts'
import type { GdapStatus } from './states.ts'
import { approvalIn, approvedTerms, byPartner, factsOf, isEnding, isOver, rolesAre, wasApproved } from './granted-facts.ts'

const at = '2026-05-20T12:00:00.000Z'
const relationship = (displayName: string, partner: string, status: GdapStatus): GdapRelationshipOnWire => ({
  id: displayName, displayName, status, duration: 'P90D', customer: { tenantId: 't', displayName: 'Tailspin Toys' },
  accessDetails: { unifiedRoles: [{ roleDefinitionId: 'r1' }, { roleDefinitionId: 'r2' }] }, autoExtendDuration: 'P180D',
  createdDateTime: at, lastModifiedDateTime: at, activatedDateTime: null, endDateTime: null, indirectProviderTenantId: null,
  isPartnerConsentPending: false, partner: { id: partner, tenantId: partner, displayName: partner }, since: at, lapsesAt: null,
  endsBecause: null, isSystemCreated: false, hasResellerRelationship: false, hasDap: false, activeAssignments: 0, etag: '"1"',
})

it('gathers what belongs to a partner, by the partners’ names, what is over last', () => {
  const all = [
    relationship('old', 'Litware', 'terminated'), relationship('new', 'Litware', 'active'),
    relationship('asked', 'Contoso', 'approvalPending'),
  ]
  expect(byPartner(all, 'en').map(({ partner, relationships }) => [partner.id, ...relationships.map(({ id }) => id)])).toEqual([
    ['Contoso', 'asked'], ['Litware', 'new', 'old'],
  ])
})

it('has partners in the order of the reader’s alphabet', () => {
  const all = ['Zzz', 'Ärzteverbund', 'Łódź', 'Contoso', 'Проба', '삼성'].map((partner) => relationship('r', partner, 'active'))
  const named = (locale: string) => byPartner(all, locale).map(({ partner }) => partner.id)
  expect(named('de')).toEqual(['Ärzteverbund', 'Contoso', 'Łódź', 'Zzz', 'Проба', '삼성'])
  expect(named('ru')).toEqual(['Проба', 'Ärzteverbund', 'Contoso', 'Łódź', 'Zzz', '삼성'])
})

describe('a status', () => {
  it.each([
    ['approvalPending', { approved: false, ending: false, over: false }],
    ['approved', { approved: true, ending: false, over: false }],
    ['expiring', { approved: true, ending: false, over: false }],
    ['terminationRequested', { approved: true, ending: true, over: false }],
    ['terminated', { approved: true, ending: true, over: true }],
    ['expired', { approved: true, ending: true, over: true }],
  ] as const)('%s', (status, expected) => {
    expect({ approved: wasApproved({ status }), ending: isEnding({ status }), over: isOver({ status }) }).toEqual(expected)
  })
})

it.each([
  ['approvalPending', null, 'asked'],
  ['approved', null, 'coming'],
  ['activating', null, 'coming'],
  ['active', at, 'standing'],
  ['expiring', at, 'standing'],
  ['terminationRequested', at, 'standing'],
  ['terminating', at, 'standing'],
  ['terminated', at, 'over'],
  ['expired', at, 'over'],
  ['terminated', null, 'never'],
] as const)('BR-79, BR-94: what the roles of one that is %s, active since %s, are', (status, activatedDateTime, expected) => {
  expect(rolesAre({ status, activatedDateTime })).toBe(expected)
})

it('hands the rules the roles by their ids, and no extension for a duration that is none of Graph’s', () => {
  const facts = factsOf({ ...relationship('one', 'Contoso', 'active'), autoExtendDuration: 'P1Y' })
  expect([facts.roles, facts.autoExtendDuration]).toEqual([['r1', 'r2'], 'PT0S'])
})

it('finds who approved in the history, and nobody where it was not recorded', () => {
  const approved = { at, action: 'approved', by: 'Sora Min', organization: 'Tailspin Toys' }
  expect(approvalIn({ history: [{ ...approved, action: 'finalised' }, approved, { ...approved, action: 'activated' }] })).toBe(approved)
  expect(approvalIn({ history: [] })).toBeUndefined()
})

describe('the receipt of a yes', () => {
  const stands = { ...relationship('one', 'Contoso', 'active'), activatedDateTime: at, endDateTime: '2027-02-14T12:00:00.000Z' }
  const approved = { roles: ['r1', 'r2', 'gone'], duration: 'P30D' }
  it.each([
    ['what was kept, not what stands now', { ...stands, approved }, [['r1', 'r2', 'gone'], 30, '2026-06-19T12:00:00.000Z', true]],
    ['the first end, not the extended one', stands, [['r1', 'r2'], 90, '2026-08-18T12:00:00.000Z', false]],
    ['no day before activation', { ...stands, approved, activatedDateTime: null }, [['r1', 'r2', 'gone'], 30, null, true]],
  ])('states %s', (_what, given, expected) => {
    const { roles, days, until, isKept } = approvedTerms(given)
    expect([roles, days, until, isKept]).toEqual(expected)
  })
})
