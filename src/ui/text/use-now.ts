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
    // Nothing was watching, so the time is old.
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

/** The present time in milliseconds, at most half a minute old; its readers update with it. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
