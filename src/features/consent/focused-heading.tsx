import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** Takes the focus, so that screen readers notice the change. `block`: where it scrolls to. */
export function FocusedHeading({ block = 'nearest', children }: { block?: ScrollLogicalPosition; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block })
  }, [block])
  return <h2 ref={heading} tabIndex={-1} className="quiet">{children}</h2>
}
