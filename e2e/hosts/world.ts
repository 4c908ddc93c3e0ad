/** One running portal with the demo's data, where a journey takes place. */
export type World = {
  /** Origin, no trailing slash. */
  url: string
  /** Whether several people can use one browser, each in a tab of its own; otherwise each needs its own browser context. */
  tabsArePeople: boolean
  /** Lets the portal's clock jump by days, where that can be had. */
  jump?: (days: number) => Promise<void>
  close: () => Promise<void>
}

/** Where the portal runs. Journeys do not know which. */
export type Host = {
  /** A world that nobody has touched, for a journey that changes things; a process is told settings beside its usual ones. */
  fresh: (settings?: Record<string, string>) => Promise<World>
  /** The world that journeys of one worker share when they only read. */
  shared: () => Promise<World>
  close: () => Promise<void>
}

/** What a host's opener gives. */
export type Worlds = Pick<Host, 'fresh' | 'close'>

export const hostNames = ['node-postgres', 'node-pglite', 'in-browser'] as const
export type HostName = (typeof hostNames)[number]
