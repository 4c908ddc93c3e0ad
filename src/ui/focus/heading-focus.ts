let waiting = false

/** A navigation lets the next page's heading take the focus. */
export function requestHeadingFocus(): void {
  waiting = true
}

/** True once after a navigation, for the first heading drawn. */
export function takeHeadingFocus(): boolean {
  const mine = waiting
  waiting = false
  return mine
}
