import { type RefObject, useEffect, useRef } from 'react'

/** An action's effect on the page may be as late as this, in milliseconds. */
const patience = 10_000

/**
 * For a region whose controls go away through what they do: after `acted`, a focus that went with them comes to the region, which takes
 * `ref` and `tabIndex={-1}`. `shown` says in one text which controls there are.
 */
export function useKeptFocus<Region extends HTMLElement>(shown: string): { ref: RefObject<Region | null>; acted: () => void } {
  const ref = useRef<Region>(null)
  const actedAt = useRef(-Infinity)
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (!isLost || performance.now() - actedAt.current > patience) return
    actedAt.current = -Infinity
    ref.current?.focus()
  }, [shown])
  return {
    ref,
    acted: () => {
      actedAt.current = performance.now()
    },
  }
}
