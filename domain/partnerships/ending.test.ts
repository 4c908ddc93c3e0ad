import { describe, expect, it } from 'vitest'
import { canAccept, canAskBack, canDecline, canHandOver, canUseLink } from '../invitations/acceptance/rules.ts'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import { canRemind } from '../invitations/reminders.ts'
import {
  canForwardInvitation, canReadMessage, canReissueInvitation, canSendInvitation, canShowLink, canWithdrawInvitation,
  canWriteMessage,
} from '../invitations/rules.ts'
import { invitationStates, openStates } from '../invitations/states.ts'
import { reissueInvitation } from '../invitations/transitions.ts'
import { turnOf } from '../invitations/turn.ts'
import { reasonToKeep } from '../mail/sending.ts'
import { mailKinds } from '../mail/states.ts'
import { actor, handedOver, now, organization, told, tomorrow } from '../testing/facts.ts'
import { endsWithPartnership, removalEnds } from './ending.ts'

const maker = actor('indirect_provider', 'sales_agent')
const reseller = actor('indirect_reseller', 'admin_agent')
const customer = {
  actor: actor('customer', 'global_admin'), inviter: organization('indirect_provider'), invitedTenantId: null, isOwnReseller: false,
  answeredBefore: null, policy: cloudPolicies.global, otherPartners: 0, agreementAccepted: true, stands: false,
}
const returned = handedOver({ state: 'returned' })
const facts = { ...customer, invitation: returned }
const shown = { ...returned, remindedAt: null, remindersStoppedAt: null }

describe('what the end of a partnership does to an invitation that was handed to the reseller', () => {
  it.each(invitationStates)('BR-25: one in state %s goes back only while it can be answered', (state) => {
    expect(endsWithPartnership.invitations.from.includes(state)).toBe(openStates.includes(state))
  })

  it.each([
    ['BR-25 the reseller forwards it', canForwardInvitation(reseller, returned, now), 'invitation.returned BR-25'],
    ['BR-38 the reseller reads its message', canReadMessage(reseller, returned, now), 'invitation.returned BR-25'],
    ['BR-38 somebody writes its text', canWriteMessage(maker, returned, now), 'invitation.returned_to_you BR-25'],
    ['BR-25 the reseller reminds of it', canRemind(reseller, shown, { now, sendsMail: true }), 'invitation.returned BR-25'],
    ['BR-25 its maker sends it as it is', canSendInvitation(maker, returned, now), 'invitation.returned_to_you BR-25'],
    ['BR-37 its maker shows its link', canShowLink(maker, returned, now), 'invitation.returned_to_you BR-25'],
    ['BR-25 its maker reminds of it', canRemind(maker, shown, { now, sendsMail: true }), 'invitation.returned_to_you BR-25'],
    ['BR-24 its maker reissues it', canReissueInvitation(maker, returned, now), 'allowed'],
    ['5.1 its maker withdraws it', canWithdrawInvitation(maker, returned, now), 'allowed'],
    ['BR-26 the reseller reissues it', canReissueInvitation(reseller, returned, now), 'invitation.not_yours_to_change BR-26'],
    ['BR-26 the reseller withdraws it', canWithdrawInvitation(reseller, returned, now), 'invitation.not_yours_to_change BR-26'],
    ['BR-25 its link', canUseLink(returned, now), 'acceptance.returned BR-25'],
    ['BR-25 a customer accepts', canAccept(facts, now), 'acceptance.returned BR-25'],
    ['BR-25 a customer declines', canDecline(facts, now), 'acceptance.returned BR-25'],
    ['BR-25 a customer hands it over', canHandOver(facts, { count: 0, isAmong: false }, now), 'acceptance.returned BR-25'],
    ['BR-25 a customer asks back', canAskBack(facts, { count: 0, isAmong: false }, now), 'acceptance.returned BR-25'],
  ])('%s: %s', (_clause, verdict, expected) => {
    expect(told(verdict)).toBe(expected)
  })

  it('5.1: it is its maker’s turn', () => expect(turnOf(returned, now)).toBe('provider'))

  it('BR-25: reissued it is its maker’s own', () => {
    const own = { state: 'created', delivery: 'direct', reseller: null, linkNumber: 2 }
    expect(reissueInvitation(returned, undefined, now)).toMatchObject(own)
  })

  it.each(mailKinds)('a mail of kind %s that waits leaves only when it asks for no answer', (kind) => {
    const kept = kind === 'note' || kind === 'question' ? undefined : 'no_longer_open'
    const invited = { state: 'returned', expiresAt: tomorrow, linkNumber: 1 } as const
    expect(reasonToKeep({ kind, attempts: 1, invitation: { linkNumber: 1 } }, { invited, requested: null }, now)).toBe(kept)
  })
})

it('BR-79: of the drafts for the reseller those that wait for its consent', () => {
  expect(endsWithPartnership.drafts).toEqual({ status: 'created', isPartnerConsentPending: true })
})

it('BR-25, BR-29, BR-79: all of it is told before', () => {
  const some = { count: 2, capped: false }
  const saidOf = (changes: Partial<Parameters<typeof removalEnds>[0]>) =>
    removalEnds({ invitations: some, drafts: some, asks: some, keepsMails: true, ...changes }).map(({ what }) => what)
  expect(saidOf({})).toEqual(['unanswered_invitations', 'waiting_mails', 'drafts_for_reseller', 'asks_for_reseller'])
  expect(saidOf({ keepsMails: false })).toEqual(['unanswered_invitations', 'drafts_for_reseller', 'asks_for_reseller'])
  expect(saidOf({ invitations: { count: 0, capped: false } })).toEqual(['drafts_for_reseller', 'asks_for_reseller'])
})
