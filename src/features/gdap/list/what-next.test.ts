import { expect, it } from 'vitest'
import { whatNext } from './what-next.ts'

const now = Date.parse('2026-03-02T09:00:00.000Z')
const at = '2026-05-01T00:00:00.000Z'
const other = { id: 'other', tenantId: 'theirs', displayName: 'Litware' }
const own = { id: 'own', tenantId: 'ours', displayName: 'Contoso' }
const plain = {
  status: 'active', since: '2026-03-02T08:30:00.000Z', isPartnerConsentPending: false, partner: own, lapsesAt: null, endsBecause: null,
  hasResellerRelationship: true, activeAssignments: 1, customer: { tenantId: 't', displayName: 'Tailspin Toys' },
} as const

it.each([
  ['a draft', { status: 'created' }, { kind: 'finalise' }],
  ['a draft that waits for one’s own consent', { status: 'created', isPartnerConsentPending: true }, { kind: 'consent_yours' }],
  [
    'a draft that waits for a reseller',
    { status: 'created', isPartnerConsentPending: true, partner: other }, { kind: 'consent_theirs' },
  ],
  ['a request without an answer', { status: 'approvalPending', lapsesAt: at }, { kind: 'lapses', at }],
  ['an approval of a moment ago', { status: 'approved' }, { kind: 'activates' }],
  ['an activation that takes too long', { status: 'activating', since: '2026-03-02T08:00:00.000Z' },
    { kind: 'stuck', at: '2026-03-02T08:00:00.000Z' }],
  ['one that extends itself', {}, { kind: 'extends' }],
  ['one that ends', { status: 'expiring', endsBecause: 'not_asked_for' }, { kind: 'ends' }],
  ['one with Global administrator', { endsBecause: 'global_administrator' }, { kind: 'blocked' }],
  ['one of a customer that is not in the list', { hasResellerRelationship: false }, { kind: 'amiss', what: ['no_reseller_relationship'] }],
  ['one that lets nobody in', { activeAssignments: 0, status: 'expiring' }, { kind: 'amiss', what: ['nobody_has_access'] }],
  ['one that lacks both', { activeAssignments: 0, hasResellerRelationship: false },
    { kind: 'amiss', what: ['no_reseller_relationship', 'nobody_has_access'] }],
  ['another partner’s, whose groups and customers are its own affair', { activeAssignments: 0, partner: other },
    { kind: 'extends' }],
  ['an end that is on its way', { status: 'terminating' }, { kind: 'ending' }],
  ['an end that takes too long', { status: 'terminationRequested', since: '2026-03-01T08:00:00.000Z' },
    { kind: 'stuck', at: '2026-03-01T08:00:00.000Z' }],
  ['one that has run out', { status: 'expired' }, { kind: 'ask_anew' }],
  ['one that was ended', { status: 'terminated' }, { kind: 'nothing' }],
  ['a status that a newer Graph adds', { status: 'unknownFutureValue' }, { kind: 'nothing' }],
] as const)('%s', (_name, facts, expected) => {
  expect(whatNext({ ...plain, ...facts }, 'own', now)).toEqual(expected)
})
