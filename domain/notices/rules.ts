import type { Actor } from '../session/actor.ts'
import { allowed, refusedHere, type Verdict } from '../verdict.ts'
import { howsOf, type NoticeHow, type NoticeKind, noticesFor } from './notice-kinds.ts'

/** People choose among the mails that they may get, for themselves alone. */
export const canChoose = (actor: Actor, { kind, how }: { kind: NoticeKind; how: NoticeHow }): Verdict =>
  noticesFor(actor).includes(kind) && howsOf(kind).includes(how) ? allowed : refusedHere('role', 'notice.not_offered')
