import { describe, expect, it } from 'vitest'
import { situationOfGdap, stagesOfGdap } from './gdap-turn.ts'

type Facts = Parameters<typeof stagesOfGdap>[0]

const facts = (changes: Partial<Facts> = {}): Facts => ({
  status: 'created', since: '2026-03-01T09:00:00.000Z', isPartnerConsentPending: false, indirectProviderTenantId: null,
  activatedDateTime: null, customer: { tenantId: 't', displayName: 'Tailspin Toys' }, ...changes,
})
const provider = '0f0f0f0f-0000-4000-8000-000000000001'
const activatedDateTime = '2026-03-01T09:00:00.000Z'
const now = new Date('2026-03-01T09:30:00.000Z')

describe('the steps of a relationship', () => {
  const shown = (changes: Partial<Facts>) => stagesOfGdap(facts(changes)).map(({ turn, position }) => `${turn} ${position}`)

  it.each<[string, Partial<Facts>, string]>([
    ['a draft', {}, 'draft current, customer ahead, activation ahead, active ahead, end ahead'],
    [
      'made by a provider for its reseller', { indirectProviderTenantId: provider, isPartnerConsentPending: true },
      'draft passed, consent current, customer ahead, activation ahead, active ahead, end ahead',
    ],
    [
      'made by a provider, consented to by its reseller', { indirectProviderTenantId: provider },
      'consent passed, draft current, customer ahead, activation ahead, active ahead, end ahead',
    ],
    [
      'made by a provider, with the customer', { indirectProviderTenantId: provider, status: 'approvalPending' },
      'consent passed, draft passed, customer current, activation ahead, active ahead, end ahead',
    ],
    ['with the customer', { status: 'approvalPending' }, 'draft passed, customer current, activation ahead, active ahead, end ahead'],
    ['expiring', { status: 'expiring', activatedDateTime }, 'draft passed, customer passed, activation passed, active current, end ahead'],
    ['over', { status: 'expired', activatedDateTime }, 'draft passed, customer passed, activation passed, active passed, end current'],
    ['ended before it began', { status: 'terminated' }, 'draft passed, customer passed, activation passed, active skipped, end current'],
    ['not known here', { status: 'unknownFutureValue' }, 'draft ahead, customer ahead, activation ahead, active ahead, end ahead'],
  ])('%s', (_name, changes, expected) => {
    expect(shown(changes).join(', ')).toBe(expected)
  })
})

describe('the sentence under them', () => {
  it.each<[Partial<Facts>, string]>([
    [{}, 'created'],
    [{ indirectProviderTenantId: provider }, 'created_by_provider'],
    [{ indirectProviderTenantId: provider, isPartnerConsentPending: true }, 'consent_pending'],
    [{ status: 'approvalPending' }, 'waiting'],
    [{ status: 'approvalPending', customer: null }, 'waiting_for_any'],
    [{ status: 'approved' }, 'activating'],
    [{ status: 'activating', since: '2026-03-01T08:00:00.000Z' }, 'stuck'],
    [{ status: 'terminationRequested' }, 'terminating'],
    [{ status: 'terminationRequested', since: '2026-03-01T08:00:00.000Z' }, 'ending_stuck'],
    [{ status: 'terminating', since: '2026-03-01T08:30:00.001Z' }, 'terminating'],
    [{ status: 'terminating', since: '2026-03-01T08:30:00.000Z' }, 'ending_stuck'],
    [{ status: 'terminated' }, 'terminated'],
  ])('%o is told as %s', (changes, expected) => {
    expect(situationOfGdap(facts(changes), now)).toBe(expected)
  })
})
