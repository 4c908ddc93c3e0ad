export type GuessLimits = {
  /** Wrong guesses at once. */
  burst: number
  /** Seconds until one more is forgiven. */
  secondsEach: number
}

const perAddress: GuessLimits = { burst: 20, secondsEach: 30 }
const addressesRemembered = 20_000

/**
 * Counts the links that do not exist by the address that tried them: 20 at once and one more each 30 seconds. No address pays for another,
 * and the most recent 20,000 are remembered. `elapsed` gives milliseconds that only grow: by the time of day, everybody would wait for as
 * long as somebody sets the clock back.
 */
export function createGuessLimit(elapsed: () => number, { burst, secondsEach }: GuessLimits = perAddress) {
  // When everything would be forgiven, on the scale of `elapsed`; each wrong guess moves it on by its share.
  const forgivenAt = new Map<string, number>()

  return {
    /** Counts a wrong guess. Seconds until the next one is answered as such, 0 when this one is. */
    wrong(address: string): number {
      const before = Math.max(forgivenAt.get(address) ?? 0, elapsed())
      const wait = Math.max(0, Math.ceil((before - elapsed()) / 1000 - (burst - 1) * secondsEach))
      // What is answered with a wait is not counted again, or whoever goes on would wait for ever longer.
      forgivenAt.delete(address)
      forgivenAt.set(address, wait > 0 ? before : before + secondsEach * 1000)
      const [oldest] = forgivenAt.keys()
      if (forgivenAt.size > addressesRemembered && oldest !== undefined) forgivenAt.delete(oldest)
      return wait
    },
  }
}
export type GuessLimit = ReturnType<typeof createGuessLimit>
