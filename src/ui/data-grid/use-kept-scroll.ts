import { useLayoutEffect, useRef } from 'react'
import { recall, remember } from './grid-memory.ts'

/**
 * Keeps a list's scroll offset per history entry. A new view starts at its top, a returned entry where it was; `ready` delays that until
 * the view's rows are shown. `read` must not cause a layout during scrolling.
 */
export function useKeptScroll(
  keptAs: { entry: string; view: string },
  ready: boolean,
  scroll: { read: () => number; write: (offset: number) => void; target: () => EventTarget | null },
  onNewView: () => void,
): void {
  const shown = useRef<{ entry: string; view: string } | undefined>(undefined)
  const latest = useRef({ scroll, onNewView })
  useLayoutEffect(() => { latest.current = { scroll, onNewView } })

  useLayoutEffect(() => {
    if (!ready) return
    const first = shown.current === undefined
    const sameView = shown.current?.view === keptAs.view
    shown.current = keptAs
    if (sameView) {
      remember(keptAs.entry, { offset: latest.current.scroll.read() })
      return
    }
    const before = recall(keptAs.entry)
    if (!first && !before) latest.current.onNewView()
    if (!first || before) latest.current.scroll.write(before?.offset ?? 0)
  }, [keptAs, ready])

  useLayoutEffect(() => {
    const target = latest.current.scroll.target()
    if (!target) return
    const keep = () => {
      if (shown.current) remember(shown.current.entry, { offset: latest.current.scroll.read() })
    }
    target.addEventListener('scroll', keep, { passive: true })
    return () => target.removeEventListener('scroll', keep)
  }, [])
}
