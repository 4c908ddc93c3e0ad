import { type RefObject, useEffect, useRef } from 'react'

/** A dialog that closes after the page has changed may yet lose the focus: looked at so often, in milliseconds. */
const aLittle = 100

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * For a region whose controls go away through what they do: after `acted`, a focus that went with them comes to the region, which takes
 * `ref` and `tabIndex={-1}`, however late; unless the person has gone on elsewhere. `shown` says in one text which controls there are.
 */
export function useKeptFocus<Region extends HTMLElement>(shown: string): { ref: RefObject<Region | null>; acted: () => void } {
  const ref = useRef<Region>(null)
  const waiting = useRef<AbortController>(undefined)
  useEffect(() => () => waiting.current?.abort(), [])
  useEffect(() => {
    const keep = () => {
      if (!waiting.current || waiting.current.signal.aborted || !isLost()) return
      ref.current?.focus()
      // Behind an open dialog the region takes no focus; it is looked for again when the dialog has gone.
      if (!isLost()) waiting.current.abort()
    }
    keep()
    const timer = setInterval(keep, aLittle)
    return () => clearInterval(timer)
  }, [shown])
  return {
    ref,
    acted: () => {
      waiting.current?.abort()
      const wait = new AbortController()
      waiting.current = wait
      const goOn = (event: Event) => {
        if (!(event instanceof KeyboardEvent) || event.key === 'Tab') wait.abort()
      }
      for (const sign of ['keydown', 'pointerdown']) document.addEventListener(sign, goOn, { capture: true, signal: wait.signal })
    },
  }
}
