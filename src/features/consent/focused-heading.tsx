import { type ReactNode, useEffect, useRef } from 'react'

/** Takes the focus, so that whoever cannot see the page change is told. `block`: where it comes into view. */
export function FocusedHeading({ block = 'nearest', children }: { block?: ScrollLogicalPosition; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block })
  }, [block])
  return <h2 ref={heading} tabIndex={-1} className="quiet">{children}</h2>
}
