import type { GdapRelationship } from '../relationship.ts'

/**
 * Returns when a relationship ended or will end (ISO, UTC). A terminated one ended then, whatever its term (section 5.3, BR-94); null
 * before activation and while a termination is on its way.
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
