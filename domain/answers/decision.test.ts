import { describe, expect, it } from 'vitest'
import { gdapStatuses } from '../gdap/states.ts'
import { canAccept, canAskBack, canDecline, canHandOver } from '../invitations/acceptance/rules.ts'
import { invitationStates } from '../invitations/states.ts'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import { actor, invitation, now, organization, told } from '../testing/facts.ts'
import { allowed, refused } from '../verdict.ts'
import { type AnswerKind, answers, decide, isTakenIn, offered } from './decision.ts'

const afterYes = 'acceptance.accepted_before BR-37'
const afterNo = 'acceptance.declined_before BR-37'

/** Earlier answers that are not named leave the decision to the state. */
const after: Record<AnswerKind, Partial<Record<AnswerKind, string>>> = {
  accepted: { accepted: 'repeated', declined: afterNo },
  declined: { accepted: afterYes, declined: 'repeated' },
  handed_over: { accepted: afterYes, declined: afterNo, handed_over: 'repeated' },
  asked: { accepted: afterYes, declined: afterNo, asked: 'repeated' },
  confirmed: { confirmed: 'repeated' },
  granted: { granted: 'repeated' },
  approved: { approved: 'repeated', terminated: 'gdap.terminated_before BR-90' },
  terminated: { terminated: 'repeated' },
  consented: { consented: 'repeated', rejected: 'gdap.rejected_before BR-79' },
  rejected: { consented: 'gdap.consented_before BR-79', rejected: 'repeated' },
}

const pairs = answers.flatMap((answer) => answers.map((earlier) => [answer, earlier, after[answer][earlier]] as const))
const byState = refused('state', 'invitation.lapsed', 'BR-37')

describe('every answer after every other of the same organization', () => {
  it.each(pairs)('%s after %s: %s', (answer, earlier, expected) => {
    expect(told(decide(answer, [earlier], () => byState))).toBe(expected ?? 'invitation.lapsed BR-37')
    expect(told(decide(answer, [earlier], () => allowed))).toBe(expected ?? 'allowed')
  })

  it.each(answers)('%s as the first one is what the state says', (answer) => {
    expect(told(decide(answer, [], () => allowed))).toBe('allowed')
    expect(told(decide(answer, [], () => byState))).toBe('invitation.lapsed BR-37')
  })

  it('the contrary speaks before the same: what ended is not approved again', () => {
    expect(told(decide('approved', ['approved', 'terminated'], () => allowed))).toBe('gdap.terminated_before BR-90')
  })

  it('a button may be pressed again', () => expect([offered('repeated'), offered(byState)]).toEqual([allowed, byState]))
})

describe('every answer in every state', () => {
  const taken: Partial<Record<AnswerKind, readonly string[]>> = {
    approved: ['approvalPending'], terminated: ['approved', 'activating', 'active', 'expiring'], consented: ['created'],
    rejected: ['created'],
  }
  it.each(gdapStatuses)('a relationship in %s', (status) => {
    for (const answer of ['approved', 'terminated', 'consented', 'rejected'] as const)
      expect(isTakenIn(answer, status)).toBe(taken[answer]?.includes(status))
  })

  it.each(invitationStates)('an invitation in %s: the rules take what the table takes', (state) => {
    const facts = {
      actor: actor('customer', 'global_admin'), invitation: invitation({ state }), inviter: organization('indirect_provider'),
      invitedTenantId: null, isOwnReseller: false, answeredBefore: null, policy: cloudPolicies.global, otherPartners: 0,
      agreementAccepted: true, stands: false,
    }
    const none = { count: 0, isAmong: false }
    const decisions = {
      accepted: canAccept(facts, now), declined: canDecline(facts, now), handed_over: canHandOver(facts, none, now),
      asked: canAskBack(facts, none, now),
    }
    for (const answer of ['accepted', 'declined', 'handed_over', 'asked'] as const)
      expect(told(decisions[answer]) === 'allowed').toBe(isTakenIn(answer, state))
  })

  it.each(invitationStates)('an invitation in %s whose organization has answered: the answer decides, not the state', (state) => {
    for (const answeredBefore of ['accepted', 'declined'] as const) {
      const facts = {
        actor: actor('customer', 'user'), invitation: invitation({ state }), inviter: organization('indirect_provider'),
        invitedTenantId: null, isOwnReseller: false, answeredBefore, policy: cloudPolicies.global, otherPartners: 0,
        agreementAccepted: false, stands: false,
      }
      expect([told(canAccept(facts, now)), told(canDecline(facts, now))]).toEqual(
        answeredBefore === 'accepted' ? ['repeated', afterYes] : [afterNo, 'repeated'],
      )
    }
  })
})
