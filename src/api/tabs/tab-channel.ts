/** What the other tabs of this browser are told by, as a BroadcastChannel is. */
export type TabChannel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

/** A channel of that name among the tabs. A browser that has none, or refuses one where it keeps nothing, leaves a tab alone. */
export function openTabChannel(name: string): TabChannel {
  try {
    return new BroadcastChannel(name)
  } catch {
    return { postMessage: () => undefined, close: () => undefined, onmessage: null }
  }
}
