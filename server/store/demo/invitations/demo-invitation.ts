import { acceptInvitation, type AcceptedCustomer, declineInvitation } from '../../../../domain/invitations/acceptance/answer-transitions.ts'
import type { InvitationRecord } from '../../../../domain/invitations/invitation.ts'
import type { InvitationDraft, Receipt } from '../../../../domain/invitations/schemas.ts'
import {
  forwardInvitation, newInvitation, refOf, reissueInvitation, sendInvitation, withdrawInvitation,
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
export const decline = (daysAgo: number, customer: Organization, by: string, reason: string | null): Deed =>
  ({ deed: 'decline', daysAgo, customer, by, reason })

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

  type More = Partial<NewAuditEvent> & { to?: readonly Organization[] }
  const record = (action: string, daysAgo: number, by: string, organizationName: string, { to = parties, ...more }: More = {}) => {
    const when = at(daysAgo).toISOString()
    const event = { at: when, action, noun: 'invitations', nounId: made.id, by, organizationName, details: {}, ...more }
    for (const { id: organizationId } of to) result.events.push({ ...event, organizationId })
  }
  const byMaker = (action: string, daysAgo: number, more?: More) =>
    record(`invitation.${action}`, daysAgo, maker.user.displayName, maker.organization.displayName, more)
  const byNobody = (action: string, daysAgo: number) => record(`invitation.${action}`, daysAgo, '', '')

  const answer = (deed: Extract<Deed, { deed: 'accept' | 'decline' }>) => {
    const { displayName, tenantId, domain } = deed.customer
    const user: Actor['user'] = {
      id: demoId('user', 99), displayName: deed.by, email: `admin@${domain}`, roles: ['global_admin'], locale: story.draft.language,
    }
    const byCustomer = (action: string, more?: More) => record(action, deed.daysAgo, deed.by, displayName, more)
    const receiptId = demoId('receipt', Number.parseInt(story.id.slice(-6), 16) * 16 + result.answers.length)
    const actor = { user, organization: deed.customer }
    const given = { actor, inviter: maker.organization, reseller, receiptId, now: at(deed.daysAgo) }
    const inviter = maker.organization.displayName
    const { firstOpenedAt, signedInAt } = result.invitation.tracking
    if (firstOpenedAt === null) byCustomer('invitation.opened')
    if (signedInAt === null) byCustomer('invitation.signed_in')
    const seen = seenBySomebody(result.invitation, at(deed.daysAgo), true)
    const recordAnswer = (action: string, details: NewAuditEvent['details']) => {
      byCustomer(action, { details })
      byCustomer(action, { noun: 'receipts', nounId: receiptId, details: { inviter }, to: [deed.customer] })
    }
    if (deed.deed === 'decline') {
      const { invitation, receipt } = declineInvitation(seen, given, deed.reason)
      recordAnswer('invitation.declined', { reason: deed.reason })
      result.answers.push({ customer: deed.customer, receipt })
      return invitation
    }
    const { invitation, receipt, customers } = acceptInvitation(seen, given)
    recordAnswer('invitation.accepted', { customer: displayName })
    byCustomer('relationship.created', { noun: 'customers', nounId: tenantId, details: { owner: inviter } })
    result.answers.push({ customer: deed.customer, receipt })
    result.customers.push(...customers)
    return invitation
  }

  const after = (deed: Deed): InvitationRecord => {
    const when = at(deed.daysAgo)
    switch (deed.deed) {
      case 'send':
        byMaker('sent', deed.daysAgo)
        return sendInvitation(result.invitation, when)
      case 'reissue':
        byMaker('reissued', deed.daysAgo)
        return reissueInvitation(result.invitation, undefined, when)
      case 'withdraw':
        byMaker('withdrawn', deed.daysAgo)
        return withdrawInvitation(result.invitation, when)
      case 'fail':
        for (const action of ['opened', 'signed_in', 'failed']) byNobody(action, deed.daysAgo)
        return failInvitation(seenBySomebody(result.invitation, when, true), {
          at: when.toISOString(), code: 'acceptance.region_mismatch', rule: 'BR-39',
        })
      case 'open':
        if (result.invitation.state !== 'opened') byNobody('opened', deed.daysAgo)
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

  byMaker('created', story.madeDaysAgo)
  if (reseller) byMaker('handed_over', story.madeDaysAgo, { details: { to: reseller.displayName } })
  for (const deed of story.deeds) result.invitation = { ...after(deed), version: result.invitation.version + 1 }
  return result
}
