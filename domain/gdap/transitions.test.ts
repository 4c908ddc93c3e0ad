import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../answers/decision.ts'
import { actor, now } from '../testing/facts.ts'
import type { GdapRelationship } from './relationship.ts'
import { canApprove, canChangeRoles, canFinalise, canSetAutoExtend, canTerminate } from './relationship-rules.ts'
import { gdapStatuses, type GdapStatus } from './states.ts'
import { forCustomer, globalAdmin, reader, relationship } from './testing.ts'
import {
  approve, consent, finalise, givesAccess, isCleanedUp, passTime, removeGlobalAdministrator, requestTermination, setAutoExtend,
} from './transitions.ts'

const day = 24 * 60 * 60 * 1000
const later = (days: number) => new Date(now.getTime() + days * day)
const agent = actor('indirect_provider', 'admin_agent')
const customerAdmin = actor('customer', 'global_admin')
const standing = (changes: Partial<GdapRelationship> = {}) =>
  forCustomer({ status: 'active', activatedDateTime: now.toISOString(), endDateTime: later(100).toISOString(), ...changes })

describe('what people do', () => {
  it('BR-83 a finalised draft waits for the customer', () => expect(finalise(relationship(), now).status).toBe('approvalPending'))
  it('BR-85 the tenant that approves is the customer from then on', () =>
    expect(approve(relationship({ status: 'approvalPending' }), customerAdmin, now)).toMatchObject({
      status: 'approved', customer: { tenantId: customerAdmin.organization.tenantId },
    }))
  it('BR-79 the reseller’s consent opens the draft', () =>
    expect(consent(relationship({ isPartnerConsentPending: true }), now).isPartnerConsentPending).toBe(false))
  it('BR-94 an end is asked for', () => expect(requestTermination(standing(), now).status).toBe('terminationRequested'))
  it('BR-88 Global administrator goes alone', () =>
    expect(removeGlobalAdministrator(standing({ roles: [reader, globalAdmin] }), now).roles).toEqual([reader]))
})

describe('what time does', () => {
  const steps: [string, GdapRelationship, Date, GdapStatus][] = [
    ['5.3 approved', forCustomer({ status: 'approved' }), now, 'activating'],
    ['5.3 activating', forCustomer({ status: 'activating' }), now, 'active'],
    ['5.3 far from its end', standing(), now, 'active'],
    ['5.3 thirty days before its end', standing(), later(70), 'expiring'],
    ['BR-86 near its end, extending itself', standing({ autoExtendDuration: 'P180D' }), later(70), 'active'],
    ['BR-90 at its end', standing(), later(100), 'expired'],
    ['BR-86 at its end, extending itself', standing({ autoExtendDuration: 'P180D' }), later(100), 'active'],
    ['BR-87 at its end, with Global administrator', standing({ autoExtendDuration: 'P180D', roles: [globalAdmin] }), later(100), 'expired'],
    ['BR-94 end asked for', standing({ status: 'terminationRequested' }), now, 'terminating'],
    ['BR-94 ending', standing({ status: 'terminating' }), now, 'terminated'],
    ['BR-90 expired stays so', standing({ status: 'expired' }), later(200), 'expired'],
    ['BR-79 waiting is not moved, only cleaned up', relationship({ status: 'approvalPending' }), later(200), 'approvalPending'],
    ['5.3 a draft stays a draft', relationship(), later(2_000), 'created'],
  ]
  it.each(steps)('%s', (_name, before, at, expected) => expect(passTime(before, at).status).toBe(expected))

  it('BR-80 the end is the day of activation and the duration', () =>
    expect(passTime(forCustomer({ status: 'activating', duration: 'P2Y' }), now).endDateTime).toBe(later(730).toISOString()))
  it('BR-86 half a year more counts from the end, not from when it was noticed', () =>
    expect(passTime(standing({ autoExtendDuration: 'P180D' }), later(103)).endDateTime).toBe(later(280).toISOString()))
  it('turning auto-extend on takes the warning away', () =>
    expect(passTime(standing({ status: 'expiring', autoExtendDuration: 'P180D' }), later(80)).status).toBe('active'))

  it.each<[string, GdapStatus, 'P180D' | 'PT0S', number, GdapStatus]>([
    ['BR-89 near its end turned on', 'expiring', 'P180D', 80, 'active'], ['BR-89 turned off again', 'active', 'PT0S', 80, 'expiring'],
    ['BR-89 far from it turned off', 'active', 'PT0S', 10, 'active'], ['BR-89 past it turned off', 'active', 'PT0S', 101, 'active'],
    ['BR-83 in a draft', 'created', 'P180D', 80, 'created'],
  ])('%s', (_name, status, duration, days, expected) => {
    const before = status === 'created' ? relationship() : standing({ status })
    expect(setAutoExtend(before, duration, later(days))).toMatchObject({ status: expected, autoExtendDuration: duration })
  })

  it.each<[string, GdapStatus, number, boolean]>([
    ['BR-79 unanswered for 89 days', 'approvalPending', 89, false], ['BR-79 for 90', 'approvalPending', 90, true],
    ['BR-95 over for 364 days', 'expired', 364, false], ['BR-95 for a year', 'terminated', 365, true],
    ['BR-95 standing', 'active', 1_000, false], ['BR-95 a draft', 'created', 1_000, false],
  ])('cleaned up: %s', (_name, status, days, expected) =>
    expect(isCleanedUp({ status, since: now.toISOString() }, later(days))).toBe(expected))
})

type World = { now: GdapRelationship; at: Date; approvedBy: string | undefined; extended: boolean }
type Deed = (world: World) => World
const when = (may: Decision, world: World, next: () => Partial<World>): World =>
  may !== 'repeated' && may.allowed ? { ...world, ...next() } : world

const deeds: Record<string, Deed> = {
  finalise: (w) => when(canFinalise(agent, w.now), w, () => ({ now: finalise(w.now, w.at) })),
  approve: (w) => when(canApprove(customerAdmin, w.now), w, () => ({ now: approve(w.now, customerAdmin, w.at), approvedBy: 'customer' })),
  approveAsPartner: (w) => when(canApprove(agent, w.now), w, () => ({ now: approve(w.now, agent, w.at), approvedBy: 'partner' })),
  extendByPartner: (w) => when(canSetAutoExtend(agent, w.now, 'P180D', w.at), w, () => ({ now: setAutoExtend(w.now, 'P180D', w.at) })),
  extendByCustomer: (w) =>
    when(canSetAutoExtend(customerAdmin, w.now, 'P180D', w.at), w, () => ({ now: setAutoExtend(w.now, 'P180D', w.at) })),
  stopExtending: (w) => when(canSetAutoExtend(agent, w.now, 'PT0S', w.at), w, () => ({ now: setAutoExtend(w.now, 'PT0S', w.at) })),
  addGlobalAdmin: (w) =>
    when(canChangeRoles(agent, w.now, [...w.now.roles, globalAdmin], w.at), w, () => ({
      now: { ...w.now, roles: [...w.now.roles, globalAdmin] },
    })),
  dropGlobalAdmin: (w) =>
    when(canChangeRoles(agent, w.now, [reader], w.at), w, () => ({ now: removeGlobalAdministrator(w.now, w.at) })),
  terminate: (w) => when(canTerminate(customerAdmin, w.now), w, () => ({ now: requestTermination(w.now, w.at) })),
  aDay: (w) => pass(w, 1),
  aQuarter: (w) => pass(w, 91),
}
function pass(world: World, days: number): World {
  const at = new Date(world.at.getTime() + days * day)
  const next = passTime(world.now, at)
  const wentOn = next.endDateTime !== null && world.now.endDateTime !== null && next.endDateTime > world.now.endDateTime
  return { ...world, at, now: next, extended: wentOn && world.now.roles.includes(globalAdmin) ? true : world.extended }
}

const isSound = ({ now: it_, approvedBy, extended }: World): boolean =>
  (!givesAccess(it_) || approvedBy === 'customer') && approvedBy !== 'partner' && !extended && gdapStatuses.includes(it_.status)

it('BR-78, BR-87 no sequence passes the customer by, or extends a relationship with Global administrator', () => {
  const sequences = fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 40 })
  expect(() => fc.assert(fc.property(sequences, fc.boolean(), (names, withGlobalAdmin) => {
    const roles = withGlobalAdmin ? [reader, globalAdmin] : [reader]
    let world: World = { now: forCustomer({ roles }), at: now, approvedBy: undefined, extended: false }
    return names.every((name) => {
      world = deeds[name]?.(world) ?? world
      return isSound(world)
    })
  }), { numRuns: 2_000 })).not.toThrow()
})
