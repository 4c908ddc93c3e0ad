import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { clockMark } from '../../store/sql/clock-mark.ts'
import type { Database } from '../../store/sql/tables/database.ts'

const day = 24 * 60 * 60 * 1000
/** The longest time between two starts; a longer one costs one confirmation, like a clock that starts wrong. */
const longestStop = 31 * day
/** How often the store's clock mark is moved and checked. */
const betweenLooks = 30_000

type TrustedClock = {
  /** Whether time-driven work may run; false from a jump of more than a day until a person confirms. */
  isTrusted(): boolean
  /** Checks and moves the store's mark, which other processes may hold. Call it before time-driven work. */
  look(): Promise<boolean>
}

type Clocks = { now: () => Date; monotonic?: () => number; log: Logger; confirmedDay?: string | undefined }

/**
 * Compares the wall clock with the monotonic one, and at the start with the store's last time (docs/decisions/0016-time-that-jumps.md).
 * `confirmedDay` is the UTC day that a person confirms.
 */
export async function trustClock(
  db: Kysely<Database>,
  { now, monotonic = () => performance.now(), log, confirmedDay }: Clocks,
): Promise<TrustedClock> {
  const mark = clockMark(db)
  const offset = () => now().getTime() - monotonic()
  let known = offset()
  let isHeld = false
  let lookedAt = Number.NEGATIVE_INFINITY

  if (confirmedDay !== undefined) await confirm(confirmedDay)
  const found = await mark.read()
  if (found?.heldAt) held(found.heldAt)
  else if (found && isBeyond(found.seenAt, longestStop)) await doubt(found.seenAt)
  else await mark.see(now().toISOString())
  return { isTrusted, look }

  function isTrusted(): boolean {
    return !isHeld && Math.abs(offset() - known) <= day
  }

  async function look(): Promise<boolean> {
    if (!isHeld && !isTrusted()) await doubt(new Date(known + monotonic()).toISOString())
    if (monotonic() - lookedAt < betweenLooks) return !isHeld
    lookedAt = monotonic()
    const latest = await mark.read()
    if (latest?.heldAt) held(latest.heldAt)
    else if (isHeld) released()
    else if (latest && isBeyond(latest.seenAt, Number.POSITIVE_INFINITY)) await doubt(latest.seenAt)
    else {
      // A clock that is corrected gradually stays trusted.
      known = offset()
      await mark.see(now().toISOString())
    }
    return !isHeld
  }

  function isBeyond(seenAt: string, forward: number): boolean {
    const passed = now().getTime() - Date.parse(seenAt)
    return passed > forward || passed < -day
  }

  async function confirm(said: string): Promise<void> {
    const apart = Math.abs(now().getTime() - Date.parse(said))
    if (apart <= 2 * day) await mark.confirm(now().toISOString())
    else log.error({ confirmed: said, now: now().toISOString() }, 'CLOCK_CONFIRMED is not the clock’s day: nothing is confirmed')
  }

  async function doubt(expected: string): Promise<void> {
    isHeld = true
    log.error({ now: now().toISOString(), expected }, whatToDo)
    await mark.hold(now().toISOString())
  }

  function held(at: string): void {
    if (!isHeld) log.error({ now: now().toISOString(), heldAt: at }, whatToDo)
    isHeld = true
  }

  function released(): void {
    isHeld = false
    known = offset()
    log.warn('the time has been confirmed; what it moves on goes on')
  }
}

const whatToDo =
  'The clock has jumped by more than a day: nothing expires, is reminded of, mailed or cleaned away until a person confirms the time. ' +
  'Set the clock right if it is wrong, then start the portal with CLOCK_CONFIRMED set to the present day, such as 2026-05-31'
