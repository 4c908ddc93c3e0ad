/** What is to be added to this machine's clock to have the portal's (milliseconds); none until an answer says otherwise. */
let offset = 0
const listeners = new Set<() => void>()

/** Nobody sees so few milliseconds, and no screen is drawn again for them. */
const unseen = 1_000

/** The moment that it is for the portal, by whose clock everything begins and ends (milliseconds since 1970 in UTC). */
export const presentTime = (): number => Date.now() + offset

/** Calls back when {@link presentTime} has been set right. */
export function onTimeSet(listener: () => void): void {
  listeners.add(listener)
}

/**
 * To be called when a call is sent; what it gives back, with the moment (ISO) at which the portal wrote the answer. That lies between the
 * two, so a slow answer, or one that the machine slept through, says little: only what cannot be is set right, to the middle of what can.
 */
export function timeOfAnswer(): (writtenAt: string | null) => void {
  const sentAt = Date.now()
  return (writtenAt) => {
    const written = Date.parse(writtenAt ?? '')
    const [least, most] = [written - Date.now(), written - sentAt]
    // No time at all, or a clock that was put back in between.
    if (!(least <= most)) return
    if (least - unseen <= offset && offset <= most + unseen) return
    offset = (least + most) / 2
    for (const listener of listeners) listener()
  }
}
