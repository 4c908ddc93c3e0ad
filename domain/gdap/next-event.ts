import { daysKept } from './term/durations.ts'
import { lapsesAt, whyItEnds } from './term/expiry.ts'
import type { GdapRelationship } from './relationship.ts'

const day = 24 * 60 * 60 * 1000

/** The next automatic event: when, or null for within minutes. */
export type GdapNextEvent =
  | { kind: 'lapses' | 'extends' | 'ends' | 'cleaned_up'; at: string }
  | { kind: 'activates' | 'terminates'; at: null }

type Facts = Pick<GdapRelationship, 'status' | 'since' | 'endDateTime' | 'autoExtendDuration' | 'roles'>

/** Section 5.3, BR-79, BR-86, BR-95: returns the next time-driven event; undefined where somebody must act first. */
export function nextEventOf(relationship: Facts): GdapNextEvent | undefined {
  const { status, since, endDateTime } = relationship
  switch (status) {
    case 'approvalPending': {
      const at = lapsesAt(relationship)
      return at === null ? undefined : { kind: 'lapses', at }
    }
    case 'approved':
    case 'activating':
      return { kind: 'activates', at: null }
    case 'active':
    case 'expiring':
      return endDateTime === null ? undefined : { kind: whyItEnds(relationship) === null ? 'extends' : 'ends', at: endDateTime }
    case 'terminationRequested':
    case 'terminating':
      return { kind: 'terminates', at: null }
    case 'expired':
    case 'terminated':
      return { kind: 'cleaned_up', at: new Date(Date.parse(since) + daysKept * day).toISOString() }
    default:
      return undefined
  }
}
