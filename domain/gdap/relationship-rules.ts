import { type AnswerKind, decide, type Decision, isTakenIn } from '../answers/decision.ts'
import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import { isOwnReseller, type PartnershipFacts } from '../partnerships/rules.ts'
import { hasAnyRole, partnerKindOf, type Actor } from '../session/actor.ts'
import type { RefusalCode } from '../problem-codes.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import { autoExtendDurations, extendsItself, isWithinDays, lengthOf, longestDays, type AutoExtendDuration } from './term/durations.ts'
import { hasEnded, isSystemCreated } from './term/expiry.ts'
import type { GdapRelationship } from './relationship.ts'
import { globalAdministrator, isDirectoryRole } from './roles/catalogue.ts'
import { endedStatuses, standingStatuses, type GdapStatus } from './states.ts'

export type GdapPolicy = Pick<CloudPolicy, 'granularAdmin'>
type Facts = Pick<GdapRelationship, 'status' | 'roles' | 'partner' | 'customer' | 'isPartnerConsentPending' | 'autoExtendDuration'>
type Lasting = Pick<GdapRelationship, 'endDateTime'>

/** BR-33: who answers for a customer. The second role is for granular rights alone. */
const answering = ['global_admin', 'gdap_admin'] as const

/** Section L: tells whether the cloud has GDAP. */
export function isGdapAvailable({ granularAdmin }: GdapPolicy): Verdict {
  if (granularAdmin === 'available') return allowed
  return refused('cloud', `gdap.cloud_${granularAdmin}`, 'BR-77')
}

/** BR-77: an Admin agent of any kind of partner requests; a customer grants. */
export const canRequestGdap = (actor: Actor, policy: GdapPolicy): Verdict =>
  firstRefusal(
    () => isGdapAvailable(policy),
    () => (partnerKindOf(actor) === undefined ? refused('role', 'gdap.customer_cannot_request', 'BR-77') : allowed),
    () => (hasAnyRole(actor, ['admin_agent']) ? allowed : refused('role', 'gdap.needs_admin_agent', 'BR-77')),
  )

/** BR-25, BR-77: a provider requests only for its own reseller with an active partnership. */
export const canRequestFor = (actor: Actor, partnership: PartnershipFacts | undefined): Verdict =>
  isOwnReseller(partnership, actor.organization.id) ? allowed : refused('state', 'gdap.reseller_not_partnered', 'BR-25')

const nameForm = /^[A-Za-z0-9_-]{1,50}$/

/**
 * BR-82: 1 to 50 letters, digits, dashes and underscores; `isTaken` counts all relationships of the partner. BR-76: not Microsoft's own
 * prefix, in any case of letters.
 */
export function canBeNamed(displayName: string, isTaken: boolean): Verdict {
  if (isSystemCreated(displayName.toUpperCase())) return refused('limit', 'gdap.name_reserved', 'BR-76')
  if (!nameForm.test(displayName)) return refused('limit', 'gdap.name_form', 'BR-82', { params: { limit: 50 } })
  return isTaken ? refused('state', 'gdap.name_taken', 'BR-82') : allowed
}

/** BR-80: 1 to 730 days. */
export const canLastDays = (days: number): Verdict =>
  isWithinDays(days) ? allowed : refused('limit', 'gdap.duration', 'BR-80', { params: { limit: longestDays } })

/** BR-80, BR-81: P1D to P730D, in days, weeks or whole years; every relationship has an end. */
export function canLast(duration: string): Verdict {
  const days = duration === '' ? 0 : lengthOf(duration)
  return typeof days === 'number' ? canLastDays(days) : refused('limit', `gdap.duration_${days}`, 'BR-80')
}

/** BR-83: only Entra's built-in roles, each once. */
export const canHoldRoles = (roles: readonly string[]): Verdict =>
  roles.every(isDirectoryRole) && new Set(roles).size === roles.length ? allowed : refused('limit', 'gdap.unknown_role', 'BR-83')

/** BR-86, BR-87: half a year or not at all, and never with Global administrator, which a customer cannot remove (BR-88). */
export function canAutoExtend(roles: readonly string[], duration: string, isCustomer = false): Verdict {
  const known = autoExtendDurations.find((each) => each === duration)
  if (known === undefined) return refused('limit', 'gdap.auto_extend_duration', 'BR-86')
  if (!extendsItself(known) || !roles.includes(globalAdministrator)) return allowed
  const code = isCustomer ? 'gdap.only_partner_unblocks_auto_extend' : 'gdap.global_administrator_blocks_auto_extend'
  return refused('state', code, 'BR-87')
}

const isOwn = (actor: Actor, { partner }: Facts): Verdict =>
  partner.id === actor.organization.id ? allowed : refused('role', 'gdap.not_yours', 'BR-77')

const isAdminAgent = (actor: Actor): Verdict =>
  hasAnyRole(actor, ['admin_agent']) ? allowed : refused('role', 'gdap.needs_admin_agent', 'BR-77')

const isIn = (relationship: Facts, statuses: readonly GdapStatus[], code: RefusalCode, rule: `BR-${number}`): Verdict =>
  statuses.includes(relationship.status) ? allowed : refused('state', code, rule)

const isTaken = (answer: AnswerKind, { status }: Facts, code: RefusalCode, rule: `BR-${number}`): Verdict =>
  isTakenIn(answer, status) ? allowed : refused('state', code, rule)

const isConsentedTo = ({ partner, isPartnerConsentPending }: Facts, { organization }: Actor): Verdict =>
  !isPartnerConsentPending ? allowed
  : refused('state', partner.id === organization.id ? 'gdap.your_consent_pending' : 'gdap.partner_consent_pending', 'BR-79')

/**
 * BR-80, BR-82: name, duration, customer and roles can change until the request is finalised; BR-79: a provider's draft only once the
 * reseller has consented.
 */
export const canEdit = (actor: Actor, relationship: Facts): Verdict =>
  firstRefusal(
    () => isOwn(actor, relationship),
    () => isAdminAgent(actor),
    () => isIn(relationship, ['created'], 'gdap.finalised', 'BR-80'),
    () => isConsentedTo(relationship, actor),
  )

/** Section 5.3: only a draft can be deleted; a sent one is terminated, and one that waits for consent is rejected. */
export const canDelete = (actor: Actor, relationship: Facts): Verdict => canEdit(actor, relationship)

/** BR-83: a draft with at least one role. */
export const canFinalise = (actor: Actor, relationship: Facts): Verdict =>
  firstRefusal(
    () => canEdit(actor, relationship),
    () => (relationship.roles.length > 0 ? allowed : refused('state', 'gdap.needs_role', 'BR-83')),
    () => canHoldRoles(relationship.roles),
  )

/**
 * BR-79: the reseller consents to its provider's draft or rejects it, once. A rejection deletes the draft, so only `earlier` tells of it.
 */
export const canConsent = (
  actor: Actor, relationship: Facts | undefined, earlier: readonly AnswerKind[], answer: 'consented' | 'rejected',
): Decision =>
  decide(answer, earlier, () => {
    if (!relationship) return refused('state', 'gdap.no_consent_pending', 'BR-79')
    return firstRefusal(
      () => isOwn(actor, relationship),
      () => isAdminAgent(actor),
      () => (relationship.isPartnerConsentPending ? allowed : refused('state', 'gdap.no_consent_pending', 'BR-79')),
      () => isTaken(answer, relationship, 'gdap.no_consent_pending', 'BR-79'),
    )
  })

/** BR-33, BR-78: who answers requests for granular rights at all. */
export const answersForCustomer = (actor: Actor): Verdict =>
  firstRefusal(
    () => (actor.organization.kind === 'customer' ? allowed : refused('role', 'gdap.only_customer_approves', 'BR-78')),
    () => (hasAnyRole(actor, answering) ? allowed : refused('role', 'admin_rights.needs_global_admin', 'BR-33')),
  )

/**
 * BR-33, BR-78, BR-85: a Global admin of the customer approves all or nothing, while the request waits. One without a customer binds to the
 * first tenant that approves; one with a customer is for that tenant alone.
 */
export const canApprove = (actor: Actor, relationship: Facts): Decision =>
  decide('approved', earlierAnswers(actor, relationship), () =>
    firstRefusal(
      () => answersForCustomer(actor),
      () =>
        relationship.customer === null || isItsTenant(actor, relationship)
          ? allowed
          : refused('role', 'gdap.other_tenant', 'BR-85'),
      () => isConsentedTo(relationship, actor),
      () => isTaken('approved', relationship, 'gdap.not_waiting_for_approval', 'BR-85'),
    ),
  )

const isItsTenant = ({ organization }: Actor, { customer }: Facts): boolean =>
  organization.kind === 'customer' && customer?.tenantId === organization.tenantId

/** Only a customer approves, so an activated relationship has its approval; an ended one is over (BR-90). */
function earlierAnswers(actor: Actor, relationship: Facts): AnswerKind[] {
  if (!isItsTenant(actor, relationship)) return []
  if (isTakenIn('terminated', relationship.status)) return ['approved']
  return endedStatuses.includes(relationship.status) ? ['approved', 'terminated'] : []
}

const isParty = (actor: Actor, relationship: Facts): Verdict => {
  if (isItsTenant(actor, relationship))
    return hasAnyRole(actor, answering) ? allowed : refused('role', 'admin_rights.needs_global_admin', 'BR-94')
  return firstRefusal(
    () => isOwn(actor, relationship),
    () => isAdminAgent(actor),
  )
}

/** BR-94: either side terminates it, once, while it is activating or active. */
export const canTerminate = (actor: Actor, relationship: Facts, earlier: readonly AnswerKind[] = []): Decision =>
  decide('terminated', earlier, () =>
    firstRefusal(
      () => isParty(actor, relationship),
      () => isTaken('terminated', relationship, 'gdap.nothing_to_terminate', 'BR-94'),
    ),
  )

/** BR-90: nothing revives an ended one, even before the tick has moved it on; one with auto-extend goes on. */
export const isBeforeEnd = (relationship: Lasting, now: Date): Verdict =>
  hasEnded(relationship, now) ? refused('state', 'gdap.not_standing', 'BR-90') : allowed

/** BR-86, BR-87, BR-89: either side turns it on or off; on a draft only the partner. */
export const canSetAutoExtend = (actor: Actor, relationship: Facts & Lasting, duration: AutoExtendDuration, now: Date): Verdict =>
  firstRefusal(
    () => isParty(actor, relationship),
    () =>
      actor.organization.kind === 'customer'
        ? isIn(relationship, standingStatuses, 'gdap.not_standing', 'BR-89')
        : isIn(relationship, ['created', ...standingStatuses], 'gdap.not_standing', 'BR-89'),
    () => isConsentedTo(relationship, actor),
    () => isBeforeEnd(relationship, now),
    () => canAutoExtend(relationship.roles, duration, actor.organization.kind === 'customer'),
  )

/** BR-88: Global administrator can be removed after the approval without asking the customer; other roles stay. */
export function canChangeRoles(actor: Actor, relationship: Facts & Lasting, roles: readonly string[], now: Date): Verdict {
  if (relationship.status === 'created')
    return firstRefusal(
      () => canEdit(actor, relationship),
      () => canHoldRoles(roles),
    )
  const kept = relationship.roles.filter((id) => id !== globalAdministrator)
  const onlyThatGoes =
    relationship.roles.includes(globalAdministrator) && kept.length === roles.length && kept.every((id) => roles.includes(id))
  return firstRefusal(
    () => isOwn(actor, relationship),
    () => isAdminAgent(actor),
    () => isIn(relationship, standingStatuses, 'gdap.not_standing', 'BR-88'),
    () => isBeforeEnd(relationship, now),
    () => (onlyThatGoes && roles.length > 0 ? allowed : refused('state', 'gdap.only_global_administrator_goes', 'BR-88')),
  )
}
