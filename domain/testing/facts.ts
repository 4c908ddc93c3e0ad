import type { Decision } from '../answers/decision.ts'
import type { InvitationRecord } from '../invitations/invitation.ts'
import { untracked } from '../invitations/tracking.ts'
import { noReminders } from '../invitations/reminders.ts'
import type { Cloud, PartnerKind } from '../organizations/kinds.ts'
import type { Organization } from '../organizations/schemas.ts'
import type { Actor } from '../session/actor.ts'
import type { Role } from '../session/roles.ts'
import { contradiction } from './refusal-reasons.ts'

export const now = new Date('2026-03-02T09:00:00.000Z')
export const tomorrow = '2026-03-03T09:00:00.000Z'
export const yesterday = '2026-03-01T09:00:00.000Z'

export const organization = (kind: PartnerKind | 'customer', changes: Partial<Organization> = {}): Organization => ({
  id: `id of ${kind}`,
  tenantId: `tenant of ${kind}`,
  displayName: `A ${kind}`,
  domain: 'contoso.com',
  kind,
  cloud: 'global',
  country: 'KR',
  ...changes,
})

export const actor = (kind: PartnerKind | 'customer', role: Role, changes: Partial<Organization> = {}): Actor => ({
  user: { id: 'a user', displayName: 'A person', email: 'person@contoso.com', roles: [role], locale: 'en' },
  organization: organization(kind, changes),
})

const provider = organization('indirect_provider')
const reseller = organization('indirect_reseller')

/** A provider's single-use invitation that is open until tomorrow. */
export const invitation = (changes: Partial<InvitationRecord> = {}): InvitationRecord => ({
  id: 'an invitation',
  state: 'created',
  since: yesterday,
  inviter: provider,
  delivery: 'direct',
  reseller: null,
  customer: null,
  reusable: false,
  includeDap: false,
  services: [],
  language: 'en',
  expiresAt: tomorrow,
  note: null,
  createdAt: yesterday,
  createdBy: 'Somebody',
  forwards: [],
  acceptedCount: 0,
  acceptedBy: null,
  declinedCount: 0,
  declineReason: null,
  tracking: untracked,
  version: 1,
  linkNumber: 1,
  reminders: noReminders,
  ...changes,
})

/** The same invitation, handed to a reseller. */
export const handedOver = (changes: Partial<InvitationRecord> = {}): InvitationRecord =>
  invitation({ state: 'sent', delivery: 'via_reseller', reseller, ...changes })

/** `allowed`, `repeated`, or the refusal's code and rule, `invitation.lapsed BR-37`, with what it says of its reason and should not. */
export const told = (decision: Decision): string =>
  decision === 'repeated' ? decision
    : decision.allowed ? 'allowed' : `${decision.code} ${decision.rule ?? 'of the portal'}${contradiction(decision)}`

/** The same without the rule. */
export const codeOf = (decision: Decision): string =>
  decision === 'repeated' ? decision : decision.allowed ? 'allowed' : `${decision.code}${contradiction(decision)}`

export const clouds: readonly Cloud[] = ['global', 'germany', 'china', 'usgov']
