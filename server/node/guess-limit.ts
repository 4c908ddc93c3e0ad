/** A bucket that fills again with time; counts wrong guesses, not calls. */
type Bucket = { left: number; at: number }

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
 * them together. A caller who has shown a living link is not held back by what others do.
 */
export function createGuessLimit(now: () => Date, limits = { perAddress, overall }) {
  const buckets = new Map<string, Bucket>()
  const trusted = new Map<string, true>()
  let everyone: Bucket = { left: limits.overall.burst, at: now().getTime() }

  const filled = (bucket: Bucket | undefined, { burst, secondsEach }: GuessLimits): Bucket => {
    const at = now().getTime()
    return bucket ? { left: Math.min(burst, bucket.left + (at - bucket.at) / 1000 / secondsEach), at } : { left: burst, at }
  }
  const waitOf = ({ left }: Bucket, { secondsEach }: GuessLimits) => (left >= 1 ? 0 : Math.ceil((1 - left) * secondsEach))

  return {
    /** Seconds to wait before the next attempt, 0 when it may go ahead. */
    waitFor(address: string): number {
      const own = waitOf(filled(buckets.get(address), limits.perAddress), limits.perAddress)
      const all = trusted.has(address) ? 0 : waitOf(filled(everyone, limits.overall), limits.overall)
      return Math.max(own, all)
    },
    wrong(address: string): void {
      const bucket = filled(buckets.get(address), limits.perAddress)
      remember(buckets, address, { ...bucket, left: Math.max(0, bucket.left - 1) })
      everyone = filled(everyone, limits.overall)
      everyone = { ...everyone, left: Math.max(0, everyone.left - 1) }
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
  if (map.size > addressesRemembered) map.delete(map.keys().next().value!)
}
