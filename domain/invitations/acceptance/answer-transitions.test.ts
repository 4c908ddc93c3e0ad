import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actor, handedOver, invitation, now, organization } from '../../testing/facts.ts'
import { acceptInvitation, alreadyStanding, asksOf, declineInvitation, type RowFacts } from './answer-transitions.ts'
import type { InvitationRecord } from '../invitation.ts'
import { openStates, unchangedByAcceptance } from '../states.ts'

const name = fc.string({ minLength: 1, maxLength: 30 })
const anyOrganization = (kind: Parameters<typeof organization>[0]) =>
  fc.record({ id: fc.uuid(), tenantId: fc.uuid(), displayName: name, domain: name }).map((changes) => organization(kind, changes))

const anyAnswer = fc
  .record({
    inviter: anyOrganization('indirect_provider'),
    reseller: fc.option(anyOrganization('indirect_reseller')),
    customer: anyOrganization('customer'),
    receiptId: fc.uuid(),
    at: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    state: fc.constantFrom(...openStates),
    reusable: fc.boolean(),
    includeDap: fc.boolean(),
    acceptedCount: fc.nat(5),
    note: fc.option(name),
  })
  .map(({ inviter, reseller, customer, receiptId, at, ...rest }) => ({
    invitation: invitation({ inviter, reseller, delivery: reseller ? 'via_reseller' : 'direct', ...rest }),
    answer: { actor: actor('customer', 'global_admin', customer), inviter, reseller, receiptId, now: at },
  }))

const untouched = ({ state: _s, since: _t, acceptedCount: _c, acceptedBy: _b, ...rest }: InvitationRecord) => rest

describe('whatever is accepted by whom', () => {
  it('BR-17 to BR-20: nothing is written but the relationship, in the lists of the two partners it is about', () => {
    fc.assert(
      fc.property(anyAnswer, ({ invitation: before, answer }) => {
        const accepted = acceptInvitation(before, answer)
        expect(Object.keys(accepted).toSorted()).toEqual(['customers', 'invitation', 'receipt'])
        expect(untouched(accepted.invitation)).toEqual(untouched(before))
        expect(accepted.customers.map(({ organizationId }) => organizationId)).toEqual(
          answer.reseller ? [answer.inviter.id, answer.reseller.id] : [answer.inviter.id],
        )
        expect(new Set(accepted.customers.map(({ record }) => record.id))).toEqual(new Set([answer.actor.organization.tenantId]))
        expect(accepted.receipt.unchanged).toEqual(unchangedByAcceptance)
      }),
    )
  })

  it('BR-28, BR-29: the inviting partner owns it, and the reseller has no admin right by it', () => {
    fc.assert(
      fc.property(anyAnswer, ({ invitation: before, answer }) => {
        const [own, resellers] = acceptInvitation(before, answer).customers
        expect(own?.record.owner?.id).toBe(answer.inviter.id)
        expect(own?.record.allowDelegatedAccess).toBe(before.includeDap)
        expect(resellers?.record.owner?.id ?? answer.inviter.id).toBe(answer.inviter.id)
        expect(resellers?.record.allowDelegatedAccess ?? false).toBe(false)
        expect([own, resellers].some((line) => line?.record.gdap.active)).toBe(false)
      }),
    )
  })

  it('BR-16: it grants what was asked and no more', () => {
    fc.assert(
      fc.property(anyAnswer, ({ invitation: before, answer }) => {
        const { granted } = acceptInvitation(before, answer).receipt
        expect(granted).toEqual(asksOf(before))
        expect(granted.includes('delegated_admin')).toBe(before.includeDap)
      }),
    )
  })

  it('5.1: a single-use invitation is done, a reusable one stays as it is and counts', () => {
    fc.assert(
      fc.property(anyAnswer, ({ invitation: before, answer }) => {
        const after = acceptInvitation(before, answer).invitation
        expect(after.acceptedCount).toBe(before.acceptedCount + 1)
        expect(after.state).toBe(before.reusable ? before.state : 'accepted')
        expect(after.since).toBe(before.reusable ? before.since : answer.now.toISOString())
      }),
    )
  })
})

describe('a no', () => {
  const answer = {
    actor: actor('customer', 'global_admin'), inviter: organization('indirect_provider'), reseller: null, receiptId: 'r', now,
  }
  it('ends a single-use invitation with its reason, grants nothing, leaves a receipt', () => {
    const declined = declineInvitation(handedOver(), answer, 'not now')
    expect(declined.invitation).toMatchObject({ state: 'declined', declinedCount: 1, declineReason: 'not now', since: now.toISOString() })
    expect(declined.receipt).toMatchObject({ answer: 'declined', reason: 'not now', granted: [] })
    expect(declined).not.toHaveProperty('customers')
  })
  it('leaves a reusable invitation to its other readers', () => {
    const reusable = invitation({ reusable: true })
    expect(declineInvitation(reusable, answer, null).invitation).toEqual({ ...reusable, declinedCount: 1 })
  })
})

describe('BR-15, BR-46 what of the asks stands already', () => {
  const line: RowFacts = { relationshipToPartner: 'reseller', basis: 'accepted', allowDelegatedAccess: false, resellerId: null }
  const through = { ...line, resellerId: 'r' }
  const [relation, rights] = ['reseller_relationship', 'delegated_admin']
  it.each<[string, boolean, string | null, RowFacts | undefined, RowFacts | undefined, string[]]>([
    ['nothing without a line', true, null, undefined, undefined, []],
    ['the relationship, not the rights beside it', true, null, line, undefined, [relation]],
    ['both', true, null, { ...line, allowDelegatedAccess: true }, undefined, [relation, rights]],
    ['no rights that are not asked for', false, null, { ...line, allowDelegatedAccess: true }, undefined, [relation]],
    ['rights of an advisor', true, null, { ...line, relationshipToPartner: 'advisor', allowDelegatedAccess: true }, undefined, [rights]],
    ['nothing that the partner only says', true, null, { ...line, basis: 'said_by_partner', allowDelegatedAccess: true }, undefined, []],
    ['through the same reseller', false, 'r', through, line, [relation]],
    ['not through another', false, 'r', { ...line, resellerId: 's' }, line, []],
    ['not when the reseller only says so', false, 'r', through, { ...line, basis: 'said_by_partner' }, []],
    ['not when the reseller has no line', false, 'r', through, undefined, []],
  ])('%s', (_what, includeDap, reseller, owner, resellers, expected) => {
    const asked = { includeDap, reseller: reseller === null ? null : { id: reseller } }
    expect(alreadyStanding(asked, { owner, reseller: resellers })).toEqual(expected)
  })
})
