import { type Changed, changedFields } from '../../../domain/audit/changed.ts'
import { offered } from '../../../domain/answers/decision.ts'
import { canAccept, canUseLink } from '../../../domain/invitations/acceptance/rules.ts'
import { canWorkBesideOthers } from '../../../domain/invitations/acceptance/invitee-rules.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import {
  type Attempt, failInvitation, failureOf, isInvited, isWorthRecording, openInvitation,
} from '../../../domain/invitations/tracking.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { allowed, type Verdict } from '../../../domain/verdict.ts'
import { acceptanceFacts, findLink, type FoundLink } from './link-holder.ts'
import { makerNote } from './maker-note.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce } from '../http/problem-response.ts'
import { roomBesideOthers } from '../invitations/room-beside-others.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'

/** The partners of an invitation, whose records and open screens learn what happens to it. */
export const partiesOf = ({ inviter, reseller }: FoundLink): string[] => (reseller ? [inviter.id, reseller.id] : [inviter.id])

/** A partner's own look at the link does not count as the customer's. */
const isParty = (found: FoundLink, caller: Actor | undefined): boolean =>
  caller !== undefined && partiesOf(found).includes(caller.organization.id)

/** Decides whether this person may accept now, and returns the facts. */
export async function acceptanceVerdict(ports: Ports, found: FoundLink, actor: Actor, { agrees, at }: { agrees: boolean; at: Date }) {
  const { store } = ports
  const { invitation, inviter } = found
  const policy = policyOf(ports, inviter.cloud)
  // Reads once, so that both rules count another acceptance or neither does.
  const room = await roomBesideOthers(store, policy, actor.organization.tenantId, { ...invitation, inviterId: inviter.id })
  const facts = await acceptanceFacts(store, found, actor, { agrees, policy, otherPartners: room?.facts.otherPartners ?? 0 })
  const decision = canAccept(facts, at)
  const isNew = decision !== 'repeated' && decision.allowed && !facts.stands
  const beside = room && isNew ? canWorkBesideOthers(room.facts, policy) : allowed
  return { decision: beside.allowed ? decision : beside, facts, room }
}

/** Counts a fetch of the link; a failure to count is only reported and keeps nobody from the invitation. */
export async function countFetch({ store, reportFailure }: Ports, found: FoundLink, caller: Actor | undefined, requestId: string) {
  if (isParty(found, caller)) return
  try {
    await store.traces.countFetch(found.scope)
  } catch (error) {
    reportFailure?.(error, requestId)
  }
}

/** Records that a person has the page open. The invited customer, signed in, and the maker learn what prevents an acceptance. */
export async function openLink(ports: Ports, token: string, caller: Actor | undefined): Promise<FoundLink> {
  const { store, now } = ports
  const found = await findLink(store, token, caller)
  const at = now()
  // A reader who has answered sees the answer.
  if (found.own.receipt) return found
  enforce(canUseLink(found.invitation, at))
  if (isParty(found, caller)) return found
  const reader = caller && isInvited(caller, found.invitation) ? caller : undefined
  const opened = openInvitation(found.invitation, at, reader !== undefined)
  const decision = reader && (await acceptanceVerdict(ports, found, reader, { agrees: true, at })).decision
  const to = failed(opened, decision && offered(decision), reader, 'opening', at)
  const from = found.invitation
  const events = [
    ...(opened.state !== from.state ? [happened(found, 'invitation.opened', at, undefined, changedFields(from, opened, ['state']))] : []),
    ...(opened.tracking.signedInAt !== from.tracking.signedInAt ? [happened(found, 'invitation.signed_in', at)] : []),
  ]
  const when = { at: at.toISOString() }
  const isNews = from.tracking.firstOpenedAt === null && from.state !== 'opened'
  const mails = isNews ? await makerNote(ports, found.scope, opened, { ...when, of: 'opened', customer: null }) : []
  const record = joined(recordOf(caller, events), to === opened ? none : failureRecord(found, caller, to, at))
  await store.traces.step(found.scope, { from, to }, { ...when, ...record, mails })
  return { ...found, invitation: to }
}

/** Keeps why an acceptance was refused, if the maker is to know (section 5.1, `failed`). */
export async function keepFailure({ store }: Ports, found: FoundLink, actor: Actor, verdict: Verdict, at: Date): Promise<void> {
  const from = found.invitation
  const to = failed(from, verdict, actor, 'accepting', at)
  if (to === from) return
  await store.traces.step(found.scope, { from, to }, { at: at.toISOString(), ...failureRecord(found, actor, to, at) })
}

function failed(
  invitation: InvitationRecord,
  verdict: Verdict | undefined,
  actor: Actor | undefined,
  attempt: Attempt,
  at: Date,
): InvitationRecord {
  if (!verdict || !actor || verdict.allowed) return invitation
  const failure = failureOf(verdict, { actor, invitation }, attempt, at)
  return failure ? failInvitation(invitation, failure) : invitation
}

type Kept = ReturnType<typeof recordOf>

const none: Kept = { audit: [], changes: [] }
const joined = (one: Kept, other: Kept): Kept => ({
  audit: [...one.audit, ...other.audit], changes: [...one.changes, ...other.changes],
})

/** Open screens learn of every cause; the history only of those worth recording. */
function failureRecord(found: FoundLink, by: Actor | undefined, { tracking: { failure } }: InvitationRecord, at: Date): Kept {
  const cause = { code: failure?.code ?? null, rule: failure?.rule ?? null }
  const { audit, changes } = recordOf(by, [happened(found, 'invitation.failed', at, cause)])
  return { audit: isWorthRecording(found.invitation, at) ? audit : [], changes }
}

/** An audit entry of the invitation, for its partners. */
export const happened = (
  found: FoundLink, action: AuditEntry['action'], at: Date, details?: AuditEntry['details'], changed?: Changed,
): AuditEntry => ({
  at: at.toISOString(),
  action,
  noun: 'invitations',
  nounId: found.invitation.id,
  organizationIds: partiesOf(found),
  customerId: found.invitation.customer?.tenantId,
  ...(details && { details }),
  changed,
})
