import { type RefObject, useEffect, useRef } from 'react'

/** Milliseconds between checks, since a closing dialog may still drop the focus. */
const aLittle = 100

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * Keeps the focus in a region whose controls vanish when used: after `acted`, a lost focus moves to the region (`ref`, `tabIndex={-1}`),
 * unless the person has moved on. `shown` identifies the present controls.
 */
export function useKeptFocus<Region extends HTMLElement>(shown: string): { ref: RefObject<Region | null>; acted: () => void } {
  const ref = useRef<Region>(null)
  const waiting = useRef<AbortController>(undefined)
  useEffect(() => () => waiting.current?.abort(), [])
  useEffect(() => {
    const keep = () => {
      if (!waiting.current || waiting.current.signal.aborted || !isLost()) return
      ref.current?.focus()
      // Behind an open dialog the region cannot take the focus; check again when it has closed.
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
