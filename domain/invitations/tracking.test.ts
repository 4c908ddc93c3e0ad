import { describe, expect, it } from 'vitest'
import { actor, invitation, now, yesterday } from '../testing/facts.ts'
import { type Refusal, refused } from '../verdict.ts'
import {
  type Attempt, failInvitation, failureOf, handToAdministrator, isInvited, isWorthRecording, openInvitation, untracked,
} from './tracking.ts'
import { turnOf } from './turn.ts'

const customer = actor('customer', 'global_admin')
const named = invitation({ customer: { tenantId: customer.organization.tenantId } })
const region = refused('cloud', 'acceptance.region_mismatch', 'BR-39')
const role = refused('role', 'acceptance.needs_global_admin', 'BR-33')
const failure = { at: yesterday, code: region.code, rule: region.rule }

describe('section 5.1, failed: which refusal is kept with the invitation', () => {
  it.each<[string, Refusal, Parameters<typeof failureOf>[1], Attempt, boolean]>([
    ['cloud, of the tenant that is named', region, { actor: customer, invitation: named }, 'accepting', true],
    ['cloud, where no tenant is named', region, { actor: customer, invitation: invitation() }, 'accepting', true],
    ['cloud, already when the page is opened', region, { actor: customer, invitation: named }, 'opening', true],
    [
      'a limit of the cloud', refused('cloud', 'invitation.single_partner', 'BR-06'), { actor: customer, invitation: named }, 'accepting',
      true,
    ],
    ['BR-33 role, when somebody without it accepts', role, { actor: actor('customer', 'user'), invitation: named }, 'accepting', true],
    ['BR-33 not when it is only read', role, { actor: actor('customer', 'user'), invitation: named }, 'opening', false],
    [
      'not of an unrelated organisation when a tenant is named', region,
      { actor: actor('customer', 'global_admin', { tenantId: 'another' }), invitation: named }, 'accepting', false,
    ],
    ['not of a partner', region, { actor: actor('direct_partner', 'admin_agent'), invitation: invitation() }, 'accepting', false],
    ['not of one of many readers', region, { actor: customer, invitation: invitation({ reusable: true }) }, 'accepting', false],
    [
      'not that it was answered, withdrawn or has lapsed, or the agreement is missing',
      refused('state', 'acceptance.withdrawn', 'BR-37'), { actor: customer, invitation: named }, 'accepting', false,
    ],
  ])('%s', (_clause, refusal, facts, attempt, isKept) => {
    expect(failureOf(refusal, facts, attempt, now)).toEqual(
      isKept ? { at: now.toISOString(), code: refusal.code, rule: refusal.rule } : null,
    )
  })

  it.each([
    ['any customer, when none is named', actor('customer', 'user'), invitation(), true],
    ['any customer, when it is named by its name alone', actor('customer', 'user'), invitation({ customer: { companyName: 'A' } }), true],
    ['the named one', customer, named, true],
    ['no other customer', actor('customer', 'user', { tenantId: 'another' }), named, false],
    ['no partner', actor('direct_partner', 'admin_agent'), invitation(), false],
  ])('invited is %s', (_who, reader, which, expected) => {
    expect(isInvited(reader, which)).toBe(expected)
  })
})

describe('failing', () => {
  it('is the invitation’s state with its cause, and it stays the customer’s turn', () => {
    const failed = failInvitation(invitation({ state: 'opened' }), { ...failure, at: now.toISOString() })
    expect(failed).toMatchObject({ state: 'failed', since: now.toISOString(), tracking: { failure: { code: region.code } } })
    expect(turnOf(failed, now)).toBe('customer')
  })
  it('again for the same cause is no news; for another it is', () => {
    const failed = invitation({ state: 'failed', tracking: { ...untracked, failure } })
    expect(failInvitation(failed, { ...failure, at: now.toISOString() })).toBe(failed)
    const another = { at: now.toISOString(), code: role.code, rule: role.rule }
    expect(failInvitation(failed, another)).toMatchObject({ since: failed.since, tracking: { failure: another } })
  })
  it('goes into the history once a minute', () => {
    const failedAt = (at: string) => invitation({ state: 'failed', tracking: { ...untracked, failure: { ...failure, at } } })
    expect(isWorthRecording(invitation({ state: 'opened' }), now)).toBe(true)
    expect(isWorthRecording(failedAt(new Date(now.getTime() - 59_999).toISOString()), now)).toBe(false)
    expect(isWorthRecording(failedAt(new Date(now.getTime() - 60_000).toISOString()), now)).toBe(true)
  })
})

describe('opening', () => {
  const at = now.toISOString()
  it('is the state the first time; the first time stays and the last moves on', () => {
    expect(openInvitation(invitation({ state: 'sent' }), now)).toMatchObject({
      state: 'opened', since: at, tracking: { firstOpenedAt: at, lastOpenedAt: at, signedInAt: null },
    })
    const before = invitation({ state: 'opened', tracking: { ...untracked, firstOpenedAt: yesterday, lastOpenedAt: yesterday } })
    expect(openInvitation(before, now)).toMatchObject({
      state: 'opened', since: before.since, tracking: { firstOpenedAt: yesterday, lastOpenedAt: at },
    })
  })
  it('does not make good what failed', () => {
    expect(openInvitation(invitation({ state: 'failed', tracking: { ...untracked, failure } }), now)).toMatchObject({
      state: 'failed', tracking: { failure },
    })
  })
  it('signed in is kept once', () => {
    expect(openInvitation(invitation(), now, true).tracking.signedInAt).toBe(at)
    const before = invitation({ tracking: { ...untracked, signedInAt: yesterday } })
    expect(openInvitation(before, now, true).tracking.signedInAt).toBe(yesterday)
  })
})

describe('handing over to an administrator', () => {
  it('ends a failure for want of one, and no other', () => {
    const failed = (code: string) => invitation({ state: 'failed', tracking: { ...untracked, failure: { ...failure, code } } })
    expect(handToAdministrator(failed(role.code), now)).toMatchObject({
      state: 'opened', tracking: { handedToAdminAt: now.toISOString(), failure: null },
    })
    expect(handToAdministrator(failed(region.code), now)).toMatchObject({ state: 'failed', tracking: { failure: { code: region.code } } })
  })
})
