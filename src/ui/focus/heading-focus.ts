let waiting = false

/** A navigation has begun; the heading of the page that comes takes the focus. */
export function requestHeadingFocus(): void {
  waiting = true
}

/** True once after a navigation, for the heading that is drawn first. */
export function takeHeadingFocus(): boolean {
  const mine = waiting
  waiting = false
  return mine
}
