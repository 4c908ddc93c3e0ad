/** Milliseconds for a dialog, menu or page to place the focus itself. */
const aLittle = 100

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

const around = (element: Element): Element[] => {
  const all: Element[] = []
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) all.push(each)
  return all
}

/** Returns what takes a part's focus: the part itself, else the count or heading in it. */
function standsFor(part: Element): HTMLElement | null {
  if (part.matches('[tabindex]:not(main)')) return part as HTMLElement
  return part.querySelector<HTMLElement>('[role=status][tabindex]:not([hidden] *), :is(h1, h2, h3)[tabindex]')
}

/**
 * Moves the focus of a removed control to the nearest remaining element around it, so that a keyboard goes on from there. A control that
 * knows a better place sets it at once. Returns its undo.
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
