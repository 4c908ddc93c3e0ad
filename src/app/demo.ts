let reset: (() => Promise<void>) | undefined

/** Given by the in-browser API, when the app runs on one. */
export function offerDemoReset(resetDemo: () => Promise<void>): void {
  reset = resetDemo
}

/** Puts the demo back to its beginning; undefined when the app runs on a server. */
export const demoReset = (): (() => Promise<void>) | undefined => reset
