import { type RefObject, useLayoutEffect, useState } from 'react'

/** Pixels from the top of the page to the top of the element, kept up while what stands above it grows or shrinks. */
export function useTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const place = () => setTop((element.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
    place()
    const observer = new ResizeObserver(place)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return top
}
