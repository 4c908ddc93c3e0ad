import type { GdapRelationship } from '../relationship.ts'

/**
 * When a relationship ended or is to end, ISO in UTC. What somebody ended is over since then, whatever its term said (section 5.3, BR-94);
 * null where no end is known: before activation, and while an end that was asked for is on its way.
 */
export function endOf({ status, since, endDateTime }: Pick<GdapRelationship, 'status' | 'since' | 'endDateTime'>): string | null {
  switch (status) {
    case 'terminated':
      return since
    case 'terminationRequested':
    case 'terminating':
      return null
    default:
      return endDateTime
  }
}
