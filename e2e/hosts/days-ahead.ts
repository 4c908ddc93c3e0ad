// Runs in a portal's process: sets its wall clock ahead by this many days, and again after each SIGUSR2.
import { dayMs } from '../../domain/calendar/days.ts'

const step = Number(process.env.DAYS_AHEAD ?? 0) * dayMs
let ahead = process.env.DAYS_AHEAD_LATER ? 0 : step
process.on('SIGUSR2', () => {
  ahead += step
})
const Real = Date

globalThis.Date = class extends Real {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Real.now() + ahead)
    else super(...(given as [number]))
  }

  static override now = () => Real.now() + ahead
} as DateConstructor
