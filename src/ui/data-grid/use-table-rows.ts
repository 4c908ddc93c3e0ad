import { type Range, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { useTop } from './use-top.ts'

type Options = {
  count: number
  estimateSize: () => number
  rangeExtractor: (range: Range) => number[]
  overscan: number
  /** Pixels of the header. */
  paddingStart: number
}

/** Returns the visible rows, of the table's scroll or of the page's. */
export function useTableRows(
  scroller: RefObject<HTMLDivElement | null>, inTable: Virtualizer<HTMLDivElement, Element>, inPage: boolean, options: Options,
) {
  const top = useTop(scroller)
  const ofPage = useWindowVirtualizer({ ...options, enabled: inPage, scrollMargin: top })
  return inPage
    ? { virtualizer: ofPage, margin: top, target: () => window, scrollTo: (offset: number) => window.scrollTo({ top: offset }) }
    : {
        virtualizer: inTable, margin: 0, target: () => scroller.current,
        scrollTo: (offset: number) => scroller.current?.scrollTo({ top: offset }),
      }
}
