import { acceptInvitation, type AcceptedCustomer, declineInvitation } from '../../../../domain/invitations/acceptance/answer-transitions.ts'
import type { InvitationRecord } from '../../../../domain/invitations/invitation.ts'
import type { InvitationDraft, Receipt } from '../../../../domain/invitations/schemas.ts'
import {
  forwardInvitation,
  newInvitation,
  refOf,
  reissueInvitation,
  sendInvitation,
  withdrawInvitation,
} from '../../../../domain/invitations/transitions.ts'
import { failInvitation, openInvitation } from '../../../../domain/invitations/tracking.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { NewAuditEvent } from '../../write.ts'
import { demoId } from '../demo-ids.ts'

/** An event of an invitation, with its days before the scene's start. */
export type Deed =
  | { deed: 'send' | 'open' | 'withdraw' | 'reissue' | 'fail'; daysAgo: number }
  | { deed: 'forward'; daysAgo: number; by: Actor; email: string }
  | { deed: 'accept'; daysAgo: number; customer: Organization; by: string }
  | { deed: 'decline'; daysAgo: number; customer: Organization; by: string; reason: string | null }

const plain = (deed: 'send' | 'open' | 'withdraw' | 'reissue' | 'fail') => (daysAgo: number): Deed => ({ deed, daysAgo })
export const [send, open, withdraw] = [plain('send'), plain('open'), plain('withdraw')] as const
export const [reissue, fail] = [plain('reissue'), plain('fail')] as const
export const accept = (daysAgo: number, customer: Organization, by: string): Deed => ({ deed: 'accept', daysAgo, customer, by })

export type Story = {
  id: string
  maker: Actor
  reseller: Organization | null
  draft: InvitationDraft
  madeDaysAgo: number
  deeds: readonly Deed[]
}

export type DemoInvitation = {
  invitation: InvitationRecord
  makerId: string
  events: NewAuditEvent[]
  answers: { customer: Organization; receipt: Receipt }[]
  customers: AcceptedCustomer[]
}

const day = 24 * 60 * 60 * 1000

/** Opening the page fetches it. */
function seenBySomebody(invitation: InvitationRecord, now: Date, signedIn = false): InvitationRecord {
  const { tracking } = invitation
  return openInvitation({ ...invitation, tracking: { ...tracking, fetchedCount: tracking.fetchedCount + 1 } }, now, signedIn)
}

/** Makes the invitation and its traces by the API's own transitions. */
export function demoInvitation(story: Story, now: Date): DemoInvitation {
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * day)
  const { maker, reseller } = story
  const parties = reseller ? [maker.organization, reseller] : [maker.organization]
  const made = newInvitation(story.draft, { id: story.id, actor: maker, reseller: reseller && refOf(reseller), now: at(story.madeDaysAgo) })
  const result: DemoInvitation = { invitation: made, makerId: maker.user.id, events: [], answers: [], customers: [] }

  const record = (
    action: string,
    daysAgo: number,
    by: string,
    organization: string,
    more: Partial<NewAuditEvent> & { to?: readonly Organization[] } = {},
  ) => {
    const { to = parties, ...event } = more
    for (const { id: organizationId } of to)
      result.events.push({
        at: at(daysAgo).toISOString(),
        action,
        noun: 'invitations',
        nounId: made.id,
        by,
        organizationName: organization,
        details: {},
        ...event,
        organizationId,
      })
  }
  const byMaker = (action: string, daysAgo: number) => record(action, daysAgo, maker.user.displayName, maker.organization.displayName)

  const answer = (deed: Extract<Deed, { deed: 'accept' | 'decline' }>) => {
    const actor: Actor = {
      user: {
        id: demoId('user', 99),
        displayName: deed.by,
        email: `admin@${deed.customer.domain}`,
        roles: ['global_admin'],
        locale: story.draft.language,
      },
      organization: deed.customer,
    }
    const receiptId = demoId('receipt', Number.parseInt(story.id.slice(-6), 16) * 16 + result.answers.length)
    const given = { actor, inviter: maker.organization, reseller, receiptId, now: at(deed.daysAgo) }
    const { displayName, tenantId } = deed.customer
    const { firstOpenedAt, signedInAt } = result.invitation.tracking
    if (firstOpenedAt === null) record('invitation.opened', deed.daysAgo, deed.by, displayName)
    if (signedInAt === null) record('invitation.signed_in', deed.daysAgo, deed.by, displayName)
    const seen = seenBySomebody(result.invitation, at(deed.daysAgo), true)
    const recordAnswer = (action: string, details: NewAuditEvent['details']) => {
      record(action, deed.daysAgo, deed.by, displayName, { details })
      const inviter = maker.organization.displayName
      record(action, deed.daysAgo, deed.by, displayName, { noun: 'receipts', nounId: receiptId, details: { inviter }, to: [deed.customer] })
    }
    if (deed.deed === 'decline') {
      const { invitation, receipt } = declineInvitation(seen, given, deed.reason)
      recordAnswer('invitation.declined', { reason: deed.reason })
      result.answers.push({ customer: deed.customer, receipt })
      return invitation
    }
    const { invitation, receipt, customers } = acceptInvitation(seen, given)
    recordAnswer('invitation.accepted', { customer: displayName })
    record('relationship.created', deed.daysAgo, deed.by, displayName, {
      noun: 'customers',
      nounId: tenantId,
      details: { owner: maker.organization.displayName },
    })
    result.answers.push({ customer: deed.customer, receipt })
    result.customers.push(...customers)
    return invitation
  }

  const after = (deed: Deed): InvitationRecord => {
    const when = at(deed.daysAgo)
    switch (deed.deed) {
      case 'send':
        byMaker('invitation.sent', deed.daysAgo)
        return sendInvitation(result.invitation, when)
      case 'reissue':
        byMaker('invitation.reissued', deed.daysAgo)
        return reissueInvitation(result.invitation, undefined, when)
      case 'withdraw':
        byMaker('invitation.withdrawn', deed.daysAgo)
        return withdrawInvitation(result.invitation, when)
      case 'fail':
        record('invitation.opened', deed.daysAgo, '', '')
        record('invitation.signed_in', deed.daysAgo, '', '')
        record('invitation.failed', deed.daysAgo, '', '')
        return failInvitation(seenBySomebody(result.invitation, when, true), {
          at: when.toISOString(),
          code: 'acceptance.region_mismatch',
          rule: 'BR-39',
        })
      case 'open':
        if (result.invitation.state !== 'opened') record('invitation.opened', deed.daysAgo, '', '')
        return seenBySomebody(result.invitation, when)
      case 'forward':
        record('invitation.forwarded', deed.daysAgo, deed.by.user.displayName, deed.by.organization.displayName, {
          details: { email: deed.email },
        })
        return forwardInvitation(result.invitation, { by: deed.by.user.displayName, email: deed.email }, when)
      case 'accept':
      case 'decline':
        return answer(deed)
    }
  }

  byMaker('invitation.created', story.madeDaysAgo)
  if (reseller)
    record('invitation.handed_over', story.madeDaysAgo, maker.user.displayName, maker.organization.displayName, {
      details: { to: reseller.displayName },
    })
  for (const deed of story.deeds) result.invitation = { ...after(deed), version: result.invitation.version + 1 }
  return result
}
