/** Milliseconds between this machine's clock and the portal's, learned from responses. */
let offset = 0
const listeners = new Set<() => void>()

/** A smaller correction is invisible and renders nothing again. */
const unseen = 1_000

/** The portal's time (ms since 1970, UTC), by which everything begins and ends. */
export const presentTime = (): number => Date.now() + offset

/** Calls back when {@link presentTime} was corrected. */
export function onTimeSet(listener: () => void): void {
  listeners.add(listener)
}

/**
 * Call it when a request is sent, and the result with the response's time (ISO). That time lies between the two, so a slow response says
 * little: only impossible offsets are corrected, to the middle of the possible ones.
 */
export function timeOfAnswer(): (writtenAt: string | null) => void {
  const sentAt = Date.now()
  return (writtenAt) => {
    const written = Date.parse(writtenAt ?? '')
    const [least, most] = [written - Date.now(), written - sentAt]
    // The time is invalid, or a clock was set back in between.
    if (!(least <= most)) return
    if (least - unseen <= offset && offset <= most + unseen) return
    offset = (least + most) / 2
    for (const listener of listeners) listener()
  }
}
