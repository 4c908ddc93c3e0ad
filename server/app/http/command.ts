import { changedFields } from '../../../domain/audit/changed.ts'
import type { Decision } from '../../../domain/answers/decision.ts'
import { allowed, type Refusal } from '../../../domain/verdict.ts'
import type { Write } from '../../store/write.ts'
import type { Ports } from '../ports.ts'
import type { ActorContext } from './api-env.ts'
import { answerOnce, type KeptAnswer } from './idempotency.ts'
import { type ApiProblem, refusalProblem } from './problem-response.ts'
import { decideAndWrite, matchVersion, requireVersion } from './row-version.ts'

type Versioned = { version: number }

/** The parts of one write, in the order in which they run. */
type Command<Found, Next, Saved, Body> = {
  /** Reads the facts of the decision; throws 404 for what the actor may not see. */
  find: (now: Date) => Promise<Found>
  may?: (found: Found, now: Date) => Decision | Promise<Decision>
  /** Makes the problem of a refusal that says more than its code. */
  refuse?: (refusal: Refusal, found: Found, now: Date) => ApiProblem | Promise<ApiProblem>
  /** The row whose version `If-Match` names. */
  version?: (found: Found) => Versioned | undefined
  /** Whether `If-Match` is required. */
  mustBeSeen?: boolean
  /** Returns what to save; throws for bad input. */
  next: (found: Found, now: Date) => Next | 'unchanged' | Promise<Next | 'unchanged'>
  /** Returns what is written beside the row. */
  event: (next: Next, at: string, found: Found) => Beside | Promise<Beside>
  save: (next: Next, write: Write<unknown>, found: Found) => Promise<Saved>
  /** Without it the response is 204. */
  onWire?: (saved: Saved, next: Next, now: Date, found: Found) => Body
  status?: number | ((next: Next) => number)
  /** The 200 response for a repeated answer or an unchanged row; nothing is written. */
  again?: (found: Found) => Body | Promise<Body>
}

type Beside = Pick<Write<unknown>, 'audit' | 'changes' | 'mails'>

/** Another version of the row may change these refusals; role and cloud refusals hold for every version. */
const restsOnRow = (decision: Exclude<Decision, 'repeated'>): boolean =>
  decision.allowed || decision.because === 'state' || decision.because === 'limit'

type Row = { id: string; state: string }

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'id' in value && 'state' in value && typeof value.state === 'string'

/** The entry of a row that a transition moved says from which state to which. */
function withStates(beside: Beside, found: unknown, next: unknown): Beside {
  const changed = isRow(found) && isRow(next) ? changedFields(found, next, ['state']) : undefined
  if (!changed) return beside
  const { id } = next as Row
  return { ...beside, audit: beside.audit.map((entry) => (entry.nounId === id ? { ...entry, changed: entry.changed ?? changed } : entry)) }
}

const nothingBefore = () => {
  throw new Error('This command has no answer of before')
}

/**
 * Runs one write, once per `Idempotency-Key`: find → visible → enforce → transition → save → audit. Decides again when another write came
 * between. Checks the caller's version after the caller and before the row's state.
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
      const write = { at, ...withStates(await event(changed, at, found), found, changed), answer: keep(of) }
      return of(await save(changed, write, found))
    }),
  )
