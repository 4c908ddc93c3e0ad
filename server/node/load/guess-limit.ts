export type GuessLimits = {
  /** Wrong guesses at once. */
  burst: number
  /** Seconds until one more is forgiven. */
  secondsEach: number
}

const perAddress: GuessLimits = { burst: 20, secondsEach: 30 }
const addressesRemembered = 20_000

/**
 * Counts unknown links by address: 20 at once and one more per 30 seconds. Remembers the latest 20,000 addresses. `elapsed` is monotonic
 * milliseconds, so that setting the clock back makes nobody wait.
 */
export function createGuessLimit(elapsed: () => number, { burst, secondsEach }: GuessLimits = perAddress) {
  // When an address has no guesses left to forgive, in `elapsed` time; each wrong guess adds its share.
  const forgivenAt = new Map<string, number>()

  return {
    /** Counts a wrong guess; returns the seconds to wait, 0 when this one is answered. */
    wrong(address: string): number {
      const before = Math.max(forgivenAt.get(address) ?? 0, elapsed())
      const wait = Math.max(0, Math.ceil((before - elapsed()) / 1000 - (burst - 1) * secondsEach))
      // A refused guess is not counted, or repeating it would extend the wait for ever.
      forgivenAt.delete(address)
      forgivenAt.set(address, wait > 0 ? before : before + secondsEach * 1000)
      const [oldest] = forgivenAt.keys()
      if (forgivenAt.size > addressesRemembered && oldest !== undefined) forgivenAt.delete(oldest)
      return wait
    },
  }
}
export type GuessLimit = ReturnType<typeof createGuessLimit>
