/** A running portal with the demo's data. */
export type World = {
  /** Origin, no trailing slash. */
  url: string
  /** Whether tabs of one browser can be different people; otherwise each person needs a browser context. */
  tabsArePeople: boolean
  /** Lets the portal's clock jump by days, where that can be had. */
  jump?: (days: number) => Promise<void>
  close: () => Promise<void>
}

/** Where the portal runs; journeys do not know. */
export type Host = {
  /** A fresh world, for a journey that changes things; a process takes further settings. */
  fresh: (settings?: Record<string, string>) => Promise<World>
  /** A fresh world of two processes behind one address, without sticky sessions, where the store allows several; else of one. */
  spread: (settings?: Record<string, string>) => Promise<World>
  /** The world that a worker's reading journeys share. */
  shared: () => Promise<World>
  close: () => Promise<void>
}

export type Worlds = Pick<Host, 'fresh' | 'close'> & Partial<Pick<Host, 'spread'>>

export const hostNames = ['node-postgres', 'node-pglite', 'in-browser'] as const
export type HostName = (typeof hostNames)[number]
