import { queryClient } from '../../api/query-client.ts'
import { loadSession, useActor } from '../../features/session/session.ts'
import { CustomerHome } from './home-of-customer.tsx'
import { PartnerHome } from './home-of-partner.tsx'
import { homeQueries } from './home-queries.ts'
import { holderOf, tileTurns } from './home-turns.ts'

/** Starts the page's requests; each part shows when it arrives. */
export async function loader() {
  const kind = (await loadSession())?.organization.kind
  if (kind === undefined) return null
  if (kind === 'customer') {
    void queryClient.prefetchQuery(homeQueries.receipts())
    void queryClient.prefetchQuery(homeQueries.openRequests())
    void queryClient.prefetchQuery(homeQueries.adminRequests())
    void queryClient.prefetchQuery(homeQueries.openClaims())
    return null
  }
  void queryClient.prefetchQuery(homeQueries.waiting(holderOf(kind)))
  for (const turn of tileTurns(kind)) void queryClient.prefetchQuery(homeQueries.waiting(turn))
  void queryClient.prefetchQuery(homeQueries.customers())
  void queryClient.prefetchQuery(homeQueries.events())
  return null
}

/** What waits for the actor, and the latest events. */
export function Component() {
  const actor = useActor()
  const { kind } = actor.organization
  return kind === 'customer' ? <CustomerHome actor={actor} /> : <PartnerHome actor={actor} kind={kind} />
}
