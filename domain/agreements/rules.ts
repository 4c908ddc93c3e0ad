import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import { hasAnyRole } from '../session/actor.ts'
import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import type { Agreement, Attestation } from './schemas.ts'

/** BR-54g, BR-66, BR-69: decides who may attest that the customer accepted the Microsoft Customer Agreement. */
export const canAttestAgreement = (actor: Actor, policy: CloudPolicy): Verdict =>
  firstRefusal(
    () => (policy.customerAgreement ? allowed : refused('cloud', 'agreement.not_in_cloud', 'BR-69')),
    () =>
      actor.organization.kind === 'indirect_reseller' || actor.organization.kind === 'customer'
        ? refused('role', 'agreement.reseller_cannot_attest', 'BR-54g', { whoMay: ['direct_partner', 'indirect_provider'] })
        : allowed,
    () =>
      hasAnyRole(actor, ['admin_agent', 'sales_agent'])
        ? allowed
        : refused('role', 'agreement.needs_admin_or_sales_agent', 'BR-66'),
  )

/** The earliest time zone is 14 hours ahead of UTC; in milliseconds. */
const earliestClock = 14 * 60 * 60 * 1000

/** Returns today's date in the earliest time zone, `YYYY-MM-DD`. */
export const latestDay = (now: Date): string => new Date(now.getTime() + earliestClock).toISOString().slice(0, 10)

/** BR-67: the day of acceptance (`YYYY-MM-DD`) is not in the future in any time zone. */
export const checkAgreementDate = (dateAgreed: string, now: Date): Verdict =>
  dateAgreed > latestDay(now) ? refused('state', 'agreement.date_in_future', 'BR-67') : allowed

/**
 * BR-66: a partner's first attestation stays (section 4.1, 600061). Repeating it succeeds; a different one is refused with the one that
 * stands.
 */
export function canAttestAnew({ by, contact, dateAgreed }: Pick<Agreement, 'by' | 'contact' | 'dateAgreed'>, said: Attestation): Verdict {
  if (by !== 'partner' || contact === null || dateAgreed === null) return allowed
  const stands = { ...contact, dateAgreed }
  const isSame = attested.every((part) => stands[part] === said[part])
  const params = { name: `${contact.firstName} ${contact.lastName}`, date: dateAgreed }
  return isSame ? allowed : refused('state', 'agreement.attested_otherwise', 'BR-66', { params })
}

const attested = ['firstName', 'lastName', 'email', 'phoneNumber', 'dateAgreed'] as const satisfies readonly (keyof Attestation)[]

/** BR-68: no order is placed before the agreement is accepted, where the agreement applies (BR-69). */
export const agreementAllowsOrders = (agreement: Pick<Agreement, 'status'>, policy: CloudPolicy): Verdict =>
  policy.customerAgreement && agreement.status === 'none' ? refused('state', 'agreement.needed_to_order', 'BR-68') : allowed
