/** Who is told that something outside React has changed. */
export function createListeners() {
  const all = new Set<() => void>()
  return {
    tell: (): void => {
      for (const listener of all) listener()
    },
    /** Returns its undo. */
    subscribe: (listener: () => void): (() => void) => {
      all.add(listener)
      return () => all.delete(listener)
    },
  }
}
