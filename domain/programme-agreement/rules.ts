import { latestDay } from '../agreements/rules.ts'
import { type Actor, hasAnyRole } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import type { ProgrammeAgreement, SaidAgreement } from './schemas.ts'

/** BR-51: a Global admin of a reseller, whose role signs it at Microsoft, says that it is signed. What is on record stays. */
export const canSayAgreement = (actor: Actor, { basis }: Pick<ProgrammeAgreement, 'basis'>): Verdict =>
  firstRefusal(
    () =>
      actor.organization.kind === 'indirect_reseller'
        ? allowed
        : refused('role', 'organization.only_resellers_say', 'BR-51', { whoMay: ['indirect_reseller'] }),
    () => (hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', 'organization.only_global_admin_says', 'BR-51')),
    () => (basis === null ? allowed : refused('state', 'organization.agreement_on_record', 'BR-51')),
  )

/** BR-51: the day of signing is not in the future in any time zone. */
export const checkSigningDay = ({ signedOn }: SaidAgreement, now: Date): Verdict =>
  signedOn > latestDay(now) ? refused('state', 'organization.agreement_in_future', 'BR-51') : allowed
