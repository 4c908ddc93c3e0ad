// Loaded into a portal's process: its wall clock is ahead of the real one by this many days.
import { dayMs } from '../../domain/calendar/days.ts'

const ahead = Number(process.env.DAYS_AHEAD ?? 0) * dayMs
const Real = Date

globalThis.Date = class extends Real {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Real.now() + ahead)
    else super(...(given as [number]))
  }

  static override now = () => Real.now() + ahead
} as DateConstructor
