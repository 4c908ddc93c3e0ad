import { firstMoment, momentAfter } from '../calendar/first-moment.ts'
import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import type { InvitationRecord } from './invitation.ts'
import { canWorkOnInvitations, isUnanswered, type InvitationFacts } from './rules.ts'
import type { Invitation } from './schemas.ts'
import { isWaiting, lapsesAt, turnOf } from './turn.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** The days after which a customer is reminded, unless its partner chose others. */
export const defaultReminderDays: readonly number[] = [3, 7, 14]

export const noReminders: InvitationRecord['reminders'] = { days: [...defaultReminderDays], sent: [], lastAt: null, stoppedAt: null }

type Waiting = Pick<InvitationRecord, 'state' | 'since' | 'expiresAt' | 'delivery' | 'customer' | 'forwards' | 'acceptedCount'>
type Clocked = Pick<InvitationRecord, 'state' | 'expiresAt' | 'delivery' | 'acceptedCount'>
type Reminded = Waiting & Pick<InvitationRecord, 'reminders'>

/** Returns a reminder's address: the reseller's latest forward, or the named customer's. */
export const reminderAddress = ({ delivery, customer, forwards }: Pick<Waiting, 'delivery' | 'customer' | 'forwards'>): string | null =>
  (delivery === 'via_reseller' ? forwards.at(-1)?.email : undefined) ?? customer?.email ?? null

const after = (iso: string, milliseconds: number): number => Date.parse(iso) + milliseconds

/**
 * BR-25: returns who is reminded: the reseller until it has forwarded it, then the customer. A reusable invitation that somebody has
 * accepted reminds nobody.
 */
export function addresseeOf(invitation: Clocked, now: Date): 'reseller' | 'customer' | null {
  const turn = turnOf(invitation, now)
  if (turn === 'reseller') return 'reseller'
  return turn === 'customer' && invitation.acceptedCount === 0 ? 'customer' : null
}

const openedAt = ({ state, since }: Waiting, lastOpenedAt: string | null): string | null =>
  lastOpenedAt ?? (state === 'opened' ? since : null)

/** Returns the latest day that has passed; earlier ones are skipped. */
const latestDay = ({ since, reminders }: Reminded, now: Date): number | undefined =>
  reminders.days.filter((each) => after(since, each * day) <= now.getTime()).at(-1)

/**
 * Returns the schedule's due reminder, by its day; null when none is. Days count from `since`: from the sending or forward to the customer,
 * and again from the customer's opening. Each link reminds once a day, at most once in 24 hours, not within 24 hours of an opening, and
 * only for the latest of several days that passed, so that a late start sends no burst. A reseller is reminded on the same days from its
 * hand-over; the customer's wishes do not apply to it.
 */
export function dueReminder(invitation: Reminded, now: Date, lastOpenedAt: string | null = null): number | null {
  const { reminders } = invitation
  const addressee = addresseeOf(invitation, now)
  if (addressee === 'reseller') return dueForReseller(invitation, now)
  if (addressee === null || reminders.stoppedAt !== null || reminderAddress(invitation) === null) return null
  const opened = openedAt(invitation, lastOpenedAt)
  if (opened !== null && after(opened, day) > now.getTime()) return null
  if (reminders.lastAt !== null && after(reminders.lastAt, day) > now.getTime()) return null
  const latest = latestDay(invitation, now)
  return latest === undefined || reminders.sent.includes(latest) ? null : latest
}

/** A reminder by hand after a day of the schedule replaces that day's. */
function dueForReseller(invitation: Reminded, now: Date): number | null {
  const { since, reminders } = invitation
  const latest = latestDay(invitation, now)
  if (latest === undefined || reminders.lastAt === null) return latest ?? null
  const isGiven = Date.parse(reminders.lastAt) >= after(since, latest * day) || after(reminders.lastAt, day) > now.getTime()
  return isGiven ? null : latest
}

/** From when, of the time after `from`, a reminder is due by itself until the invitation lapses; null where none is to come. */
export function remindAt(invitation: Reminded, lastOpenedAt: string | null, from = invitation.since): string | null {
  const { since, reminders } = invitation
  const rested = [reminders.lastAt, openedAt(invitation, lastOpenedAt)].flatMap((each) => each ?? []).map((each) => momentAfter(each, day))
  const moments = [from, ...reminders.days.map((each) => momentAfter(since, each * day)), ...rested]
  return firstMoment(moments.filter((each) => each >= from), (at) => dueReminder(invitation, at, lastOpenedAt) !== null)
}

/** Returns what happens by itself next: a reminder where this host sends mail, else the lapse; null when nothing does. */
export function nextEvent(
  invitation: Reminded,
  { now, sendsMail, lastOpenedAt = null }: { now: Date; sendsMail: boolean; lastOpenedAt?: string | null },
): Invitation['nextEvent'] {
  if (!isWaiting(invitation, now)) return null
  const reminder = sendsMail ? remindAt(invitation, lastOpenedAt, now.toISOString()) : null
  return reminder === null ? { kind: 'lapse', at: invitation.expiresAt } : { kind: 'reminder', at: reminder }
}

/** An invitation is overdue after the first day of the schedule, or of the default one where that is empty. */
export const overdueAfterDays = (days: readonly number[]): number => days[0] ?? defaultReminderDays[0] ?? 0

/** From when whoever has to act has let it lie for longer than the first day of the schedule, until it lapses; null where nobody waits. */
export const overdueAt = (invitation: Reminded): string | null =>
  lapsesAt(invitation) === null || invitation.acceptedCount > 0
    ? null
    : momentAfter(invitation.since, overdueAfterDays(invitation.reminders.days) * day)

/** The same once it is so; null while it is in time. */
export function overdueSince(invitation: Reminded, now: Date): string | null {
  const at = isWaiting(invitation, now) ? overdueAt(invitation) : null
  return at !== null && at <= now.toISOString() ? at : null
}

type RemindFacts = InvitationFacts & Pick<Invitation, 'since' | 'customer' | 'forwards' | 'remindedAt' | 'remindersStoppedAt'>

const isParty = (actor: Actor, { inviter, reseller }: RemindFacts): Verdict =>
  actor.organization.id === inviter.id || actor.organization.id === reseller?.id
    ? allowed
    : refused('role', 'invitation.not_yours_to_change', 'BR-26')

function isRested({ remindedAt }: RemindFacts, now: Date): Verdict {
  const wait = remindedAt === null ? 0 : after(remindedAt, day) - now.getTime()
  return wait <= 0 ? allowed : refused('limit', 'invitation.reminded_lately', 'BR-25', { params: { hours: Math.ceil(wait / hour) } })
}

/** BR-25: a reminder reaches nobody at a reseller where nobody may forward it; `mails` is how many would be sent. */
export const reachesSomebody = ({ reseller }: Pick<Invitation, 'reseller'>, mails: number): Verdict =>
  mails > 0
    ? allowed
    : refused('state', 'invitation.nobody_to_remind', 'BR-25', { params: { reseller: reseller?.displayName ?? '' } })

function isWithAnother({ organization }: Actor, invitation: RemindFacts, now: Date): boolean {
  const turn = turnOf(invitation, now)
  return turn === 'customer' || (turn === 'reseller' && invitation.reseller?.id !== organization.id)
}

function customerCanBeReminded(invitation: RemindFacts): Verdict {
  if (reminderAddress(invitation) === null) return refused('state', 'invitation.no_address', 'BR-25')
  return invitation.remindersStoppedAt === null ? allowed : refused('state', 'invitation.reminders_stopped', 'BR-25')
}

/**
 * BR-25, BR-40: the maker reminds the reseller until it has forwarded it; then the maker and that reseller remind the customer; by hand at
 * most once in 24 hours.
 */
export const canRemind = (actor: Actor, invitation: RemindFacts, { now, sendsMail }: { now: Date; sendsMail: boolean }): Verdict =>
  firstRefusal(
    () => isParty(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
    () => (isWithAnother(actor, invitation, now) ? allowed : refused('state', 'invitation.not_with_customer', 'BR-25')),
    () => (sendsMail ? allowed : refused('state', 'invitation.no_mail_here', 'BR-25')),
    () => (turnOf(invitation, now) === 'customer' ? customerCanBeReminded(invitation) : allowed),
    () => isRested(invitation, now),
  )
