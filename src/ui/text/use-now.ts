import { useSyncExternalStore } from 'react'
import { onTimeSet, presentTime } from '../../i18n/present-time.ts'

const everyMs = 30_000
const listeners = new Set<() => void>()
let now = presentTime()
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  now = presentTime()
  for (const listener of listeners) listener()
}

onTimeSet(tick)

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (timer === undefined) {
    // Nobody looked at the clock for a while.
    now = presentTime()
    timer = setInterval(tick, everyMs)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The present moment in milliseconds, at most half a minute old: what depends on the clock is drawn again as it goes. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
