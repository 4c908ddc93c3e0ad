import { type RefObject, useLayoutEffect, useState } from 'react'

/** Returns an element's distance from the page's top in pixels, kept up to date. */
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
