import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { isTransitionStuck } from '../../../../domain/gdap/stuck.ts'

export type GdapTurn = 'draft' | 'consent' | 'customer' | 'activation' | 'active' | 'end'
export type GdapStage = { turn: GdapTurn; position: 'passed' | 'current' | 'ahead' | 'skipped' }

type Facts = Pick<
  GdapRelationshipOnWire, 'status' | 'since' | 'isPartnerConsentPending' | 'indirectProviderTenantId' | 'activatedDateTime' | 'customer'
>

/** The present turn; undefined for statuses of a newer Graph. */
function turnOf({ status, isPartnerConsentPending }: Facts): GdapTurn | undefined {
  switch (status) {
    case 'created':
      return isPartnerConsentPending ? 'consent' : 'draft'
    case 'approvalPending':
      return 'customer'
    case 'approved':
    case 'activating':
      return 'activation'
    case 'active':
    case 'expiring':
      return 'active'
    case 'unknownFutureValue':
      return undefined
    default:
      return 'end'
  }
}

/** A provider's draft for a reseller becomes the reseller's own with its consent. */
function beginningOf({ indirectProviderTenantId, isPartnerConsentPending }: Facts): GdapTurn[] {
  if (indirectProviderTenantId === null) return ['draft']
  return isPartnerConsentPending ? ['draft', 'consent'] : ['consent', 'draft']
}

/** The stages of a relationship (section 5.3). */
export function stagesOfGdap(relationship: Facts): GdapStage[] {
  const way: GdapTurn[] = [...beginningOf(relationship), 'customer', 'activation', 'active', 'end']
  const turn = turnOf(relationship)
  const now = turn === undefined ? -1 : way.indexOf(turn)
  const neverBegan = turn === 'end' && relationship.activatedDateTime === null
  return way.map((each, index) => ({
    turn: each,
    position: index === now ? 'current' : index > now ? 'ahead' : neverBegan && each === 'active' ? 'skipped' : 'passed',
  }))
}

/** The end of the message id for the sentence under the strip. */
export function situationOfGdap(relationship: Facts, now: Date) {
  const { status, isPartnerConsentPending, indirectProviderTenantId, customer } = relationship
  switch (status) {
    case 'created':
      if (isPartnerConsentPending) return 'consent_pending'
      return indirectProviderTenantId === null ? 'created' : 'created_by_provider'
    case 'approvalPending':
      return customer === null ? 'waiting_for_any' : 'waiting'
    case 'approved':
    case 'activating':
      return isTransitionStuck(relationship, now) ? 'stuck' : 'activating'
    case 'terminationRequested':
    case 'terminating':
      return isTransitionStuck(relationship, now) ? 'ending_stuck' : 'terminating'
    default:
      return status
  }
}
