import { adviceOn } from '../../../../domain/gdap/advice.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { standingStatuses } from '../../../../domain/gdap/states.ts'
import { isTransitionStuck } from '../../../../domain/gdap/stuck.ts'

/** What happens next to a relationship or must be done; `at`: when, or since when it is overdue. */
export type WhatNext =
  | { kind: 'consent_yours' | 'consent_theirs' | 'finalise' | 'activates' | 'ending' | 'ask_anew' | 'nothing' }
  | { kind: Renewal }
  | { kind: 'lapses' | 'stuck'; at: string }
  /** It is active, but something expected is missing. */
  | { kind: 'amiss'; what: ('no_reseller_relationship' | 'nobody_has_access')[] }

/** What happens at an active one's end. */
export type Renewal = 'extends' | 'ends' | 'blocked'

export const renewalOf = ({ endsBecause }: Pick<GdapRelationshipOnWire, 'endsBecause'>): Renewal =>
  endsBecause === null ? 'extends' : endsBecause === 'global_administrator' ? 'blocked' : 'ends'

type Facts = Pick<
  GdapRelationshipOnWire,
  | 'status' | 'since' | 'isPartnerConsentPending' | 'partner' | 'customer' | 'lapsesAt' | 'endsBecause' | 'hasResellerRelationship'
  | 'activeAssignments'
>

/** An unanswered request is open, never failed (BR-79); the system's steps are stuck after an hour. */
export function whatNext(relationship: Facts, ownId: string, now: number): WhatNext {
  const { status, since, isPartnerConsentPending, partner, lapsesAt } = relationship
  if (isPartnerConsentPending) return { kind: partner.id === ownId ? 'consent_yours' : 'consent_theirs' }
  const isStuck = isTransitionStuck(relationship, new Date(now))
  if (standingStatuses.includes(status)) {
    const advice = adviceOn({ ...relationship, hasDap: false, hasEnterpriseAgreement: false })
    const what = (['no_reseller_relationship', 'nobody_has_access'] as const).filter((each) => advice.includes(each))
    return what.length > 0 && partner.id === ownId ? { kind: 'amiss', what } : { kind: renewalOf(relationship) }
  }
  switch (status) {
    case 'created':
      return { kind: 'finalise' }
    case 'approvalPending':
      return lapsesAt === null ? { kind: 'nothing' } : { kind: 'lapses', at: lapsesAt }
    case 'approved':
    case 'activating':
      return isStuck ? { kind: 'stuck', at: since } : { kind: 'activates' }
    case 'terminationRequested':
    case 'terminating':
      return isStuck ? { kind: 'stuck', at: since } : { kind: 'ending' }
    case 'expired':
      return { kind: 'ask_anew' }
    default:
      return { kind: 'nothing' }
  }
}
