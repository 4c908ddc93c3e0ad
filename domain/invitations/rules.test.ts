import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import { actor, handedOver, invitation, now, told, yesterday } from '../testing/facts.ts'
import {
  canAskDap, canCreateInvitation, canEverChangeInvitation, canForwardInvitation, canInviteWithDap,
  canLeaveOutDap, canReadMessage, canReissueInvitation, canSeeInvitation, canSendInvitation, canShowLink,
  canWithdrawInvitation, canWriteMessage,
} from './rules.ts'

describe('who makes an invitation', () => {
  it.each([
    ['BR-24 an indirect provider creates', 'china', 'indirect_provider', 'admin_agent', 'allowed'],
    ['BR-24 also elsewhere', 'global', 'indirect_provider', 'sales_agent', 'allowed'],
    ['BR-24 a customer does not', 'china', 'customer', 'global_admin', 'invitation.customer_cannot_create BR-24'],
    [
      'BR-26 nor a reseller of an indirect provider', 'china', 'indirect_reseller', 'admin_agent',
      'invitation.reseller_cannot_create BR-26',
    ],
    ['BR-26 nor a reseller of a direct partner', 'germany', 'indirect_reseller', 'sales_agent', 'invitation.reseller_cannot_create BR-26'],
    ['BR-26 whatever its role', 'global', 'indirect_reseller', 'helpdesk_agent', 'invitation.reseller_cannot_create BR-26'],
    ['BR-27 a direct partner creates', 'germany', 'direct_partner', 'admin_agent', 'allowed'],
    ['BR-27 in each cloud', 'usgov', 'direct_partner', 'sales_agent', 'allowed'],
    ['BR-27 in US Government nobody else', 'usgov', 'indirect_provider', 'admin_agent', 'invitation.provider_cannot_create_here BR-27'],
    ['BR-40 an Admin agent may', 'global', 'direct_partner', 'admin_agent', 'allowed'],
    ['BR-40 a Sales agent may', 'global', 'direct_partner', 'sales_agent', 'allowed'],
    ['BR-40 a Global admin may', 'global', 'direct_partner', 'global_admin', 'allowed'],
    ['BR-40 a Helpdesk agent may not', 'global', 'direct_partner', 'helpdesk_agent', 'invitation.needs_admin_or_sales_agent BR-40'],
    ['BR-40 nor anybody else', 'germany', 'direct_partner', 'user', 'invitation.needs_admin_or_sales_agent BR-40'],
  ] as const)('%s', (_clause, cloud, kind, role, expected) => {
    expect(told(canCreateInvitation(actor(kind, role, { cloud }), cloudPolicies[cloud]))).toBe(expected)
  })

  it('says who can instead', () => {
    expect(canCreateInvitation(actor('indirect_reseller', 'admin_agent'), cloudPolicies.global)).toMatchObject({
      because: 'role', whoMay: ['direct_partner', 'indirect_provider'],
    })
    expect(canCreateInvitation(actor('indirect_provider', 'admin_agent'), cloudPolicies.usgov)).toMatchObject({
      because: 'cloud', whoMay: ['direct_partner'],
    })
  })
})

describe('what an invitation asks', () => {
  it.each([
    ['BR-42 global: delegated admin can no longer be asked', 'global', true, 'invitation.delegated_admin_unavailable BR-42'],
    ['BR-42 global: the relationship alone is', 'global', false, 'allowed'],
    ['BR-41 Germany: leaving it out is not offered', 'germany', false, 'invitation.delegated_admin_required BR-41'],
    ['BR-41 Germany: with it', 'germany', true, 'allowed'],
    ['BR-41 US Government: leaving it out is not offered', 'usgov', false, 'invitation.delegated_admin_required BR-41'],
    ['BR-41 US Government: with it', 'usgov', true, 'allowed'],
    ['BR-41 China: the request is for delegated admin', 'china', false, 'invitation.delegated_admin_required BR-41'],
    ['BR-41 China: with it', 'china', true, 'allowed'],
  ] as const)('%s', (_clause, cloud, includeDap, expected) => {
    expect(told(canInviteWithDap(cloudPolicies[cloud], includeDap))).toBe(expected)
    expect(told((includeDap ? canAskDap : canLeaveOutDap)(cloudPolicies[cloud]))).toBe(expected)
  })

  it('BR-41 where it is a choice, either is accepted', () => {
    const policy = { dapWithInvitation: 'optional' } as const
    expect([true, false].map((includeDap) => told(canInviteWithDap(policy, includeDap)))).toEqual(['allowed', 'allowed'])
  })
})

const maker = actor('indirect_provider', 'sales_agent')
const helper = actor('indirect_provider', 'helpdesk_agent')
const reseller = actor('indirect_reseller', 'admin_agent')
const resellerHelp = actor('indirect_reseller', 'helpdesk_agent')
const stranger = actor('indirect_provider', 'admin_agent', { id: 'someone else' })

const notYours = 'invitation.not_yours_to_change BR-26'
const needsRole = 'invitation.needs_admin_or_sales_agent BR-40'
const answered = 'invitation.already_answered BR-37'
const withdrawn = 'invitation.withdrawn BR-37'
const lapsed = 'invitation.lapsed BR-37'

describe('who sees an invitation', () => {
  it.each([
    ['its maker', maker, handedOver(), true],
    ['the reseller it was handed to', reseller, handedOver(), true],
    ['no reseller when it is direct', reseller, invitation(), false],
    ['no other partner', stranger, handedOver(), false],
    ['no customer', actor('customer', 'global_admin'), handedOver(), false],
  ])('%s', (_who, who, which, expected) => {
    expect(canSeeInvitation(who, which)).toBe(expected)
  })
})

describe('sending a direct invitation', () => {
  it.each([
    ['BR-25 its maker does', maker, invitation(), 'allowed'],
    ['BR-25 once', maker, invitation({ state: 'sent' }), 'invitation.already_sent BR-25'],
    ['BR-25 not when the customer has it', maker, invitation({ state: 'opened' }), 'invitation.already_opened BR-25'],
    ['BR-25 nor when it has tried to accept', maker, invitation({ state: 'failed' }), 'invitation.already_opened BR-25'],
    ['BR-25 through a reseller there is nothing to send', maker, handedOver(), 'invitation.reseller_forwards BR-25'],
    ['BR-26 the reseller does not', reseller, handedOver(), notYours],
    ['BR-26 nor another partner', stranger, invitation(), notYours],
    ['BR-40 nor a Helpdesk agent', helper, invitation(), needsRole],
    ['5.1 not when lapsed', maker, invitation({ expiresAt: yesterday }), lapsed],
    ['5.1 not when withdrawn', maker, invitation({ state: 'withdrawn' }), withdrawn],
    ['5.1 not when accepted', maker, invitation({ state: 'accepted' }), answered],
    ['5.1 not when declined', maker, invitation({ state: 'declined' }), answered],
  ])('%s', (_clause, who, which, expected) => {
    expect(told(canSendInvitation(who, which, now))).toBe(expected)
  })
})

describe('forwarding', () => {
  it.each([
    ['BR-25 the reseller it was handed to does', reseller, handedOver(), 'allowed'],
    ['BR-25 again, to another address', reseller, handedOver({ state: 'forwarded' }), 'allowed'],
    ['BR-25 also when it was opened', reseller, handedOver({ state: 'opened' }), 'allowed'],
    ['BR-25 its maker does not', maker, handedOver(), 'invitation.only_reseller_forwards BR-25'],
    ['BR-25 nobody forwards a direct one', maker, invitation(), 'invitation.only_reseller_forwards BR-25'],
    ['BR-40 nor a Helpdesk agent', resellerHelp, handedOver(), needsRole],
    ['5.1 not when lapsed', reseller, handedOver({ expiresAt: yesterday }), lapsed],
    ['5.1 not when withdrawn', reseller, handedOver({ state: 'withdrawn' }), withdrawn],
    ['5.1 not when accepted', reseller, handedOver({ state: 'accepted' }), answered],
  ])('%s', (_clause, who, which, expected) => {
    expect(told(canForwardInvitation(who, which, now))).toBe(expected)
  })
})

describe('withdrawing and reissuing', () => {
  it.each([
    ['BR-26 its maker does', maker, handedOver(), 'allowed', 'allowed'],
    ['BR-26 the reseller does not', reseller, handedOver(), notYours, notYours],
    ['BR-40 nor a Helpdesk agent', helper, invitation(), needsRole, needsRole],
    ['5.1 while it is open', maker, invitation({ state: 'opened' }), 'allowed', 'allowed'],
    ['5.1 a lapsed one can only be reissued', maker, invitation({ expiresAt: yesterday }), lapsed, 'allowed'],
    ['5.1 not when withdrawn', maker, invitation({ state: 'withdrawn' }), withdrawn, withdrawn],
    ['5.1 not when accepted', maker, invitation({ state: 'accepted' }), answered, answered],
    ['5.1 not when declined', maker, invitation({ state: 'declined' }), answered, answered],
    ['5.1 an answer outlasts the expiry', maker, invitation({ state: 'accepted', expiresAt: yesterday }), answered, answered],
  ])('%s', (_clause, who, which, withdraw, reissue) => {
    expect(told(canWithdrawInvitation(who, which, now))).toBe(withdraw)
    expect(told(canReissueInvitation(who, which, now))).toBe(reissue)
  })
})

describe('whether there is anything for its maker to do, now or later', () => {
  it.each([
    ['5.1 its maker, while it is open', maker, handedOver(), 'allowed'],
    ['5.1 its maker, when it lapsed: it may be reissued', maker, invitation({ expiresAt: yesterday }), 'allowed'],
    ['BR-25 its maker, when it came back', maker, invitation({ state: 'returned' }), 'allowed'],
    ['BR-40 a Helpdesk agent, which may be given the role', helper, invitation(), 'allowed'],
    ['5.1 not once it is accepted', maker, invitation({ state: 'accepted' }), answered],
    ['5.1 not once it is declined', maker, invitation({ state: 'declined', expiresAt: yesterday }), answered],
    ['5.1 not once it is withdrawn', maker, invitation({ state: 'withdrawn' }), withdrawn],
    ['BR-26 not for the reseller', reseller, handedOver(), notYours],
    ['BR-26 nor when it lapsed', reseller, handedOver({ expiresAt: yesterday }), notYours],
    ['5.1 the reseller of an answered one', reseller, handedOver({ state: 'accepted' }), answered],
    ['5.1 the reseller of a withdrawn one', reseller, handedOver({ state: 'withdrawn' }), withdrawn],
  ])('%s', (_clause, who, which, expected) => {
    expect(told(canEverChangeInvitation(who, which, now))).toBe(expected)
  })

  it.each(['accepted', 'declined', 'withdrawn'] as const)('BR-26 of a %s one only its maker is told to ask again itself', (state) => {
    expect(canEverChangeInvitation(maker, invitation({ state }), now)).not.toHaveProperty('params')
    expect(canEverChangeInvitation(reseller, handedOver({ state }), now)).toMatchObject({ params: { reader: 'carrier' } })
  })
})

describe('reading the message with the link', () => {
  it.each([
    ['BR-38 the reseller that carries it does', reseller, handedOver(), 'allowed'],
    ['BR-37 its maker was shown it once', maker, handedOver(), 'invitation.link_shown_once BR-37'],
    ['BR-37 also for a direct one', maker, invitation(), 'invitation.link_shown_once BR-37'],
    ['BR-40 not a Helpdesk agent', resellerHelp, handedOver(), needsRole],
    ['5.1 not of a dead link', reseller, handedOver({ expiresAt: yesterday }), lapsed],
    ['5.1 not of a withdrawn one', reseller, handedOver({ state: 'withdrawn' }), withdrawn],
  ])('%s', (_clause, who, which, expected) => {
    expect(told(canReadMessage(who, which, now))).toBe(expected)
  })
})

describe('seeing the link again', () => {
  it.each([
    ['BR-37 its maker does', maker, invitation(), 'allowed'],
    ['BR-37 also once the customer has it', maker, invitation({ state: 'opened' }), 'allowed'],
    ['BR-37 also of what a reseller carries', maker, handedOver({ state: 'forwarded' }), 'allowed'],
    ['BR-26 not the reseller, which reads its message', reseller, handedOver(), notYours],
    ['BR-26 nor another partner', stranger, invitation(), notYours],
    ['BR-40 nor a Helpdesk agent', helper, invitation(), needsRole],
    ['5.1 not of a lapsed one', maker, invitation({ expiresAt: yesterday }), lapsed],
    ['5.1 not of a withdrawn one', maker, invitation({ state: 'withdrawn' }), withdrawn],
    ['5.1 not of an answered one', maker, invitation({ state: 'accepted' }), answered],
    ['BR-25 not of one that came back', maker, invitation({ state: 'returned' }), 'invitation.returned_to_you BR-25'],
  ])('%s', (_clause, who, which, expected) => {
    expect(told(canShowLink(who, which, now))).toBe(expected)
  })
})

describe('writing the text around the link', () => {
  it.each([
    ['BR-38 its maker does', maker, handedOver(), 'allowed'],
    ['BR-38 the reseller that carries it does', reseller, handedOver(), 'allowed'],
    ['BR-40 not a Helpdesk agent', helper, invitation(), needsRole],
    ['5.1 not of a dead link', maker, invitation({ expiresAt: yesterday }), lapsed],
    ['5.1 not of an answered one', reseller, handedOver({ state: 'accepted' }), answered],
  ])('%s', (_clause, who, which, expected) => {
    expect(told(canWriteMessage(who, which, now))).toBe(expected)
  })
})
