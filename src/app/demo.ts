let reset: (() => Promise<void>) | undefined

/** Called by the in-browser API. */
export function offerDemoReset(resetDemo: () => Promise<void>): void {
  reset = resetDemo
}

/** Resets the demo; undefined on a server. */
export const demoReset = (): (() => Promise<void>) | undefined => reset
