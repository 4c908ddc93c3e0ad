import type { Decision } from '../../../domain/answers/decision.ts'
import { allowed, type Refusal } from '../../../domain/verdict.ts'
import type { Write } from '../../store/write.ts'
import type { Ports } from '../ports.ts'
import type { ActorContext } from './api-env.ts'
import { answerOnce, type KeptAnswer } from './idempotency.ts'
import { type ApiProblem, refusalProblem } from './problem-response.ts'
import { decideAndWrite, matchVersion, requireVersion } from './row-version.ts'

type Versioned = { version: number }

/** What one write of one noun is made of, in the order in which it happens. */
type Command<Found, Next, Saved, Body> = {
  /** Reads all that the decision rests on; throws 404 for what the actor may not see. */
  find: (now: Date) => Promise<Found>
  may?: (found: Found, now: Date) => Decision | Promise<Decision>
  /** The problem that a refusal becomes, when it says more than the refusal itself. */
  refuse?: (refusal: Refusal, found: Found, now: Date) => ApiProblem | Promise<ApiProblem>
  /** The row whose version `If-Match` names. */
  version?: (found: Found) => Versioned | undefined
  /** Whether the caller has to name it. */
  mustBeSeen?: boolean
  /** What is to be saved; throws what is wrong with the input. */
  next: (found: Found, now: Date) => Next | 'unchanged' | Promise<Next | 'unchanged'>
  /** Everything that is written beside the row. */
  event: (next: Next, at: string, found: Found) => Beside | Promise<Beside>
  save: (next: Next, write: Write<unknown>, found: Found) => Promise<Saved>
  /** Without one there is nothing to show: 204. */
  onWire?: (saved: Saved, next: Next, now: Date, found: Found) => Body
  status?: number | ((next: Next) => number)
  /** What is answered, and nothing written, of an answer that was given before or a change that changes nothing; its status is 200. */
  again?: (found: Found) => Body | Promise<Body>
}

type Beside = Pick<Write<unknown>, 'audit' | 'changes' | 'mails'>

/** Another version of the row can give the reason for these; who asks, and in which cloud, is refused whatever the version. */
const restsOnRow = (decision: Exclude<Decision, 'repeated'>): boolean =>
  decision.allowed || decision.because === 'state' || decision.because === 'limit'

const nothingBefore = () => {
  throw new Error('This command has no answer of before')
}

/**
 * Does one thing to one noun, once for every `Idempotency-Key`: find → visible → enforce → transition → save → audit. Decides anew when
 * another write came between. The caller's version is checked after whoever asks and before what the row says.
 */
export const command = <Found, Next, Saved, Body>(
  c: ActorContext,
  ports: Pick<Ports, 'store' | 'now'>,
  {
    find, may, refuse = (refusal) => refusalProblem(refusal), version, mustBeSeen = false, next, event, save, onWire,
    status = onWire ? 200 : 204, again = nothingBefore,
  }: Command<Found, Next, Saved, Body>,
): Promise<KeptAnswer<Body>> =>
  answerOnce<unknown, Body>(c, ports, c.var.actor, (keep) =>
    decideAndWrite(c, async () => {
      const now = ports.now()
      const found = await find(now)
      const before = async () => ({ status: 200, body: await again(found) })
      const decision = (await may?.(found, now)) ?? allowed
      if (decision === 'repeated') return before()
      const row = version?.(found)
      if (row && restsOnRow(decision)) (mustBeSeen ? requireVersion : matchVersion)(c, row)
      if (!decision.allowed) throw await refuse(decision, found, now)
      const changed = await next(found, now)
      if (changed === 'unchanged') return before()
      const at = now.toISOString()
      const answered = typeof status === 'number' ? status : status(changed)
      const of = (saved: unknown) => ({ status: answered, body: onWire ? onWire(saved as Saved, changed, now, found) : (null as Body) })
      const write = { at, ...(await event(changed, at, found)), answer: keep(of) }
      return of(await save(changed, write, found))
    }),
  )
