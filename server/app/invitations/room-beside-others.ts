import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import type { StandingFacts } from '../../../domain/invitations/acceptance/invitee-rules.ts'
import { partnerFacts, partnersMap, servicesSoldBy } from '../../../domain/relationships/partners-map.ts'
import { type Standing, standingOf } from '../../../domain/relationships/standing.ts'
import type { Store } from '../../store/store.ts'

export type Room = { facts: StandingFacts; standing: Standing }

/**
 * Finds the tenant's other partners for the rules that count them (BR-06, BR-23); undefined where the cloud counts nobody. Adds what the
 * inviting partner sells already to `services`.
 */
export async function roomBesideOthers(
  { relationships }: Pick<Store, 'relationships'>,
  policy: CloudPolicy,
  tenantId: string,
  { inviterId, services, includeDap }: { inviterId: string; services: readonly string[]; includeDap: boolean },
): Promise<Room | undefined> {
  if (policy.multiPartner && policy.transactingPartnersWithAdminPerService === null) return undefined
  const { partners, subscriptions } = await relationships.factsOf(tenantId)
  const map = partnersMap(partners, subscriptions)
  const others = map.filter(({ partner }) => partner.id !== inviterId)
  return {
    standing: standingOf(partners),
    facts: {
      otherPartners: others.filter(({ transacts }) => transacts).length,
      others: others.map(partnerFacts),
      services: [...new Set([...services, ...servicesSoldBy(inviterId, subscriptions)])],
      includeDap,
    },
  }
}
