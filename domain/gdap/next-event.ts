import { cleanedUpAt, whyItEnds } from './term/expiry.ts'
import type { GdapRelationship } from './relationship.ts'

/** What happens to a relationship without anybody: when, or null for within minutes. */
export type GdapNextEvent =
  | { kind: 'lapses' | 'extends' | 'ends' | 'cleaned_up'; at: string }
  | { kind: 'activates' | 'terminates'; at: null }

type Facts = Pick<GdapRelationship, 'status' | 'since' | 'endDateTime' | 'autoExtendDuration' | 'roles'>

/** Section 5.3, BR-79, BR-86, BR-95: returns the next time-driven event; undefined where somebody must act first. */
export function nextEventOf(relationship: Facts): GdapNextEvent | undefined {
  const { status, endDateTime } = relationship
  const at = cleanedUpAt(relationship)
  if (at !== null) return { kind: status === 'approvalPending' ? 'lapses' : 'cleaned_up', at }
  switch (status) {
    case 'approved':
    case 'activating':
      return { kind: 'activates', at: null }
    case 'active':
    case 'expiring':
      return endDateTime === null ? undefined : { kind: whyItEnds(relationship) === null ? 'extends' : 'ends', at: endDateTime }
    case 'terminationRequested':
    case 'terminating':
      return { kind: 'terminates', at: null }
    default:
      return undefined
  }
}
