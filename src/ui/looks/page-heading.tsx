import { useLayoutEffect, useRef } from 'react'
import { takeHeadingFocus } from '../focus/heading-focus.ts'

/** The page's name: the document's title, its h1, and the focus of a navigation. */
export function PageHeading({ title, className }: { title: string; className?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (takeHeadingFocus()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <title>{`${title} · Tessera`}</title>
      <h1 ref={heading} tabIndex={-1} className={className}>{title}</h1>
    </>
  )
}
