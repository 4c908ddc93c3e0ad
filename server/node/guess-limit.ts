export type GuessLimits = {
  /** Wrong guesses at once. */
  burst: number
  /** Seconds until one more is forgiven. */
  secondsEach: number
}

const perAddress: GuessLimits = { burst: 20, secondsEach: 30 }
const overall: GuessLimits = { burst: 2_000, secondsEach: 0.3 }
const addressesRemembered = 20_000

/**
 * Slows down whoever tries links that do not exist: 20 at once and one more each 30 seconds from one address, 2,000 at once from all of
 * them together. A caller who has shown a living link is not held back by what others do. `elapsed` gives milliseconds that only grow: by
 * the time of day, everybody would wait for as long as somebody sets the clock back.
 */
export function createGuessLimit(elapsed: () => number, limits = { perAddress, overall }) {
  // When everything would be forgiven, on the scale of `elapsed`; each wrong guess moves it on by its share.
  const forgivenAt = new Map<string, number>()
  const trusted = new Map<string, true>()
  let everyoneForgivenAt = 0

  const moved = (at: number | undefined, { secondsEach }: GuessLimits) => Math.max(at ?? 0, elapsed()) + secondsEach * 1000
  const waitOf = (at: number | undefined, { burst, secondsEach }: GuessLimits) =>
    Math.max(0, Math.ceil(((at ?? 0) - elapsed()) / 1000 - (burst - 1) * secondsEach))

  return {
    /** Seconds to wait before the next attempt, 0 when it may go ahead. */
    waitFor(address: string): number {
      const own = waitOf(forgivenAt.get(address), limits.perAddress)
      return trusted.has(address) ? own : Math.max(own, waitOf(everyoneForgivenAt, limits.overall))
    },
    wrong(address: string): void {
      remember(forgivenAt, address, moved(forgivenAt.get(address), limits.perAddress))
      everyoneForgivenAt = moved(everyoneForgivenAt, limits.overall)
    },
    right(address: string): void {
      remember(trusted, address, true)
    },
  }
}
export type GuessLimit = ReturnType<typeof createGuessLimit>

function remember<Value>(map: Map<string, Value>, address: string, value: Value): void {
  map.delete(address)
  map.set(address, value)
  const [oldest] = map.keys()
  if (map.size > addressesRemembered && oldest !== undefined) map.delete(oldest)
}
