import type { Actor } from '../session/actor.ts'
import type { Refusal, Verdict } from '../verdict.ts'
import { canRemind } from './reminders.ts'
import { canSendInvitation, canWithdrawInvitation } from './rules.ts'

/** Actions on many invitations at once; each invitation follows the rules of the single action. */
export const chases = ['remind', 'send', 'withdraw'] as const
export type Chase = (typeof chases)[number]

export const mostChased = 500

type Facts = Parameters<typeof canRemind>[1]

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
  /** Each reason once, the one of most rows first; of several waits the longest stands for all. */
  not: { refusal: Refusal; rows: Row[] }[]
}

const waitOf = ({ params }: Refusal): number => Number(params?.['hours'] ?? 0)

/** Predicts the outcome for the rows, with the reasons why others are left out. */
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
