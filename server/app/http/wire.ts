import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import { microsoftLink } from '../../../domain/clouds/microsoft-link.ts'
import type { CustomerDescribed, CustomerRecord } from '../../../domain/customers/customer.ts'
import type { CapabilityAnswer, Customer, CustomerInFull } from '../../../domain/customers/schemas.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Invitation } from '../../../domain/invitations/schemas.ts'
import { nextEvent, overdueSince } from '../../../domain/invitations/reminders.ts'
import { shownState, turnOf } from '../../../domain/invitations/turn.ts'
import type { Page } from '../../../domain/page.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { Subscription } from '../../../domain/subscriptions/schemas.ts'
import type { SubscriptionRecord } from '../../../domain/subscriptions/subscription.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import type { Ports } from '../ports.ts'
import { etagOf } from './row-version.ts'

export const customerOnWire = ({ version, ...customer }: CustomerRecord): Customer => ({ ...customer, etag: etagOf({ version }) })

export const describedOnWire = ({ version, ...customer }: CustomerDescribed): CustomerInFull => ({ ...customer, etag: etagOf({ version }) })

export const subscriptionOnWire = ({ version, ...subscription }: SubscriptionRecord): Subscription => ({
  ...subscription,
  etag: etagOf({ version }),
})

export const partnershipOnWire = ({ version, ...partnership }: Omit<Partnership, 'etag'> & { version: number }): Partnership => ({
  ...partnership,
  etag: etagOf({ version }),
})

/** `policy` belongs to the inviting partner's cloud, which every reader of the invitation shares. */
export function invitationOnWire(
  record: InvitationRecord,
  { policy, now, sendsMail }: { policy: CloudPolicy; now: Date } & Pick<Ports, 'sendsMail'>,
): Invitation {
  const { version, linkNumber: _, reminders, ...invitation } = record
  const state = shownState(invitation, now)
  return {
    ...invitation,
    state,
    since: state === 'lapsed' ? invitation.expiresAt : invitation.since,
    turn: turnOf(invitation, now),
    microsoftLink: microsoftLink(policy, invitation.inviter.tenantId, invitation.includeDap),
    overdueSince: overdueSince(record, now),
    nextEvent: nextEvent(record, { now, sendsMail, lastOpenedAt: record.tracking.lastOpenedAt }),
    remindedAt: reminders.lastAt,
    remindersStoppedAt: reminders.stoppedAt,
    etag: etagOf({ version }),
  }
}

export const pageOnWire = <Row, Item>({ items, ...page }: Page<Row>, onWire: (row: Row) => Item): Page<Item> => ({
  ...page,
  items: items.map(onWire),
})

export const verdictOnWire = (verdict: Verdict): CapabilityAnswer['verdict'] =>
  verdict.allowed ? verdict : { ...verdict, whoMay: verdict.whoMay && [...verdict.whoMay] }
