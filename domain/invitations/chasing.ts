import type { Actor } from '../session/actor.ts'
import type { Refusal, Verdict } from '../verdict.ts'
import { canRemind } from './reminders.ts'
import { canSendInvitation, canWithdrawInvitation } from './rules.ts'

/** What is done to many invitations at once, each by itself and by the rules of doing it to one. */
export const chases = ['remind', 'send', 'withdraw'] as const
export type Chase = (typeof chases)[number]

/** How many invitations are chased together at most. */
export const mostChased = 500

type Facts = Parameters<typeof canRemind>[1]

/** BR-24, BR-25, BR-26, BR-40: whether this one may be reminded of, marked as sent or withdrawn. */
export function canChase(chase: Chase, actor: Actor, invitation: Facts, here: { now: Date; sendsMail: boolean }): Verdict {
  switch (chase) {
    case 'remind':
      return canRemind(actor, invitation, here)
    case 'send':
      return canSendInvitation(actor, invitation, here.now)
    case 'withdraw':
      return canWithdrawInvitation(actor, invitation, here.now)
  }
}

export type Outlook<Row> = {
  may: Row[]
  /** Each reason once, that of the most rows first; where its numbers differ, the longest wait stands for all. */
  not: { refusal: Refusal; rows: Row[] }[]
}

const waitOf = ({ params }: Refusal): number => Number(params?.['hours'] ?? 0)

/** What would become of the rows, and why not of the others. */
export function outlookOf<Row>(rows: readonly Row[], decide: (row: Row) => Verdict): Outlook<Row> {
  const may: Row[] = []
  const reasons = new Map<string, Outlook<Row>['not'][number]>()
  for (const row of rows) {
    const verdict = decide(row)
    if (verdict.allowed) {
      may.push(row)
      continue
    }
    const before = reasons.get(verdict.code)
    const refusal = before && waitOf(before.refusal) > waitOf(verdict) ? before.refusal : verdict
    reasons.set(verdict.code, { refusal, rows: [...(before?.rows ?? []), row] })
  }
  return { may, not: [...reasons.values()].toSorted((one, other) => other.rows.length - one.rows.length) }
}
