/** What took the focus away may give it to something itself (a dialog, a menu, the next page): looked at after so many milliseconds. */
const aLittle = 100

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

const around = (element: Element): Element[] => {
  const all: Element[] = []
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) all.push(each)
  return all
}

/** What stands for a part of the page: the part itself where it can take the focus, otherwise the count or the heading in it. */
function standsFor(part: Element): HTMLElement | null {
  if (part.matches('[tabindex]:not(main)')) return part as HTMLElement
  return part.querySelector<HTMLElement>('[role=status][tabindex]:not([hidden] *), :is(h1, h2, h3)[tabindex]')
}

/**
 * Whatever has the focus and goes away (a button that clears, tries again or takes back) hands it on to the nearest that still stands
 * around it, so that a keyboard goes on from there. What knows a better place takes the focus at once. Gives what ends it.
 */
export function keepLostFocus(): () => void {
  let last: Element | undefined
  let parts: Element[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const onFocus = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : undefined
    parts = last ? around(last) : []
  }
  const handOn = () => {
    if (!isLost()) return
    for (const part of parts) {
      if (part.isConnected) standsFor(part)?.focus({ preventScroll: true })
      if (!isLost()) return
    }
  }
  const observer = new MutationObserver(() => {
    if (!last || last.isConnected || !isLost()) return
    last = undefined
    clearTimeout(timer)
    timer = setTimeout(handOn, aLittle)
  })
  document.addEventListener('focusin', onFocus)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', onFocus)
    observer.disconnect()
    clearTimeout(timer)
  }
}
