import { describe, expect, it } from 'vitest'
import { actor, handedOver, invitation, now, organization, tomorrow, yesterday } from '../testing/facts.ts'
import type { InvitationDraft } from './schemas.ts'
import { forwardInvitation, newInvitation, reissueInvitation, sendInvitation, withdrawInvitation } from './transitions.ts'
import { untracked } from './tracking.ts'

const draft: InvitationDraft = { delivery: 'direct', reusable: false, includeDap: false, language: 'ko', expiresInDays: 30 }
const maker = actor('indirect_provider', 'sales_agent')
const made = (changes: Partial<InvitationDraft> = {}, reseller: Parameters<typeof newInvitation>[1]['reseller'] = null) =>
  newInvitation({ ...draft, ...changes }, { id: 'new', actor: maker, reseller, now })

describe('a new invitation', () => {
  it('BR-24 waits for its maker when it is direct', () => {
    expect(made()).toMatchObject({ state: 'created', reseller: null, linkNumber: 1, version: 1, acceptedCount: 0, createdBy: 'A person' })
  })
  it('BR-25 is with the reseller at once when it goes through one', () => {
    const reseller = organization('indirect_reseller')
    expect(made({ delivery: 'via_reseller' }, reseller)).toMatchObject({
      state: 'sent', reseller: { id: reseller.id, tenantId: reseller.tenantId, displayName: reseller.displayName },
    })
  })
  it('expires so many days from now, to the millisecond', () => {
    expect(made().expiresAt).toBe('2026-04-01T09:00:00.000Z')
    expect(made({ expiresInDays: 365 }).expiresAt).toBe('2027-03-02T09:00:00.000Z')
  })
  it('names nobody when no part of the customer is given, and has no empty note', () => {
    expect(made({ customer: {}, note: '' })).toMatchObject({ customer: null, note: null })
    expect(made({ customer: { domain: 'contoso.com' }, note: 'x' })).toMatchObject({ customer: { domain: 'contoso.com' }, note: 'x' })
  })
  it('shows nothing of its maker but id, tenant and name', () => {
    expect(Object.keys(made().inviter).toSorted()).toEqual(['displayName', 'id', 'tenantId'])
  })
})

const changed = (before: object, after: object): string[] =>
  Object.keys(after).filter((key) => JSON.stringify(before[key as never]) !== JSON.stringify(after[key as never])).toSorted()

describe('what a verb changes, and nothing else', () => {
  it('send: the state', () => {
    expect(changed(invitation(), sendInvitation(invitation(), now))).toEqual(['since', 'state'])
  })
  it('withdraw: the state', () => {
    expect(changed(invitation(), withdrawInvitation(invitation(), now))).toEqual(['since', 'state'])
  })
  it('BR-26 forward: a row more, and the state when nobody has opened it', () => {
    const forward = { by: 'R', email: 'to@contoso.com' }
    const first = forwardInvitation(handedOver(), forward, now)
    expect(changed(handedOver(), first)).toEqual(['forwards', 'since', 'state'])
    const opened = handedOver({ state: 'opened', forwards: first.forwards })
    expect(changed(opened, forwardInvitation(opened, forward, now))).toEqual(['forwards'])
    expect(forwardInvitation(opened, forward, now).forwards).toHaveLength(2)
  })
  it('5.1 forward: what failed stays failed until it succeeds; reissue: a new link has not failed yet', () => {
    const failure = { at: yesterday, code: 'acceptance.region_mismatch', rule: 'BR-39' }
    const failed = handedOver({ state: 'failed', tracking: { ...untracked, failure } })
    expect(changed(failed, forwardInvitation(failed, { by: 'R', email: 'to@contoso.com' }, now))).toEqual(['forwards'])
    expect(reissueInvitation(failed, undefined, now)).toMatchObject({ state: 'sent', tracking: { failure: null } })
  })
  it('reissue: the link, and whose turn it is', () => {
    const opened = invitation({ state: 'opened' })
    expect(changed(opened, reissueInvitation(opened, undefined, now))).toEqual(['linkNumber', 'since', 'state'])
    expect(reissueInvitation(opened, undefined, now)).toMatchObject({ state: 'created', linkNumber: 2, expiresAt: tomorrow })
    expect(reissueInvitation(handedOver({ state: 'forwarded' }), undefined, now)).toMatchObject({ state: 'sent' })
  })
  it('reissue: a lapsed one runs for 30 days more, or as many as are asked', () => {
    const late = invitation({ expiresAt: yesterday })
    expect(reissueInvitation(late, undefined, now).expiresAt).toBe('2026-04-01T09:00:00.000Z')
    expect(reissueInvitation(late, 1, now).expiresAt).toBe(tomorrow)
    expect(reissueInvitation(invitation(), 2, now).expiresAt).toBe('2026-03-04T09:00:00.000Z')
  })
})
