import { useLayoutEffect, useRef } from 'react'
import { recall, remember } from './grid-memory.ts'

/**
 * Keeps how far a list was scrolled with each entry of the browser's history. A new view begins at its top, an entry that is returned to
 * where it was left; `ready` holds that back until the rows shown are those of the view. `read` must not ask the document, which would
 * have to lay itself out again in the middle of every scroll.
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
