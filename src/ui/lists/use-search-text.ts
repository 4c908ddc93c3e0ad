import { useEffect, useRef, useState } from 'react'
import { longestSearch } from '../../../domain/search/longest-search.ts'
import { useWords } from '../../i18n/use-words.ts'

const waitMs = 120

const isTooLong = (text: string): boolean => text.trim().length > longestSearch

/** Returns what is wrong with a search text. */
export function useSearchFault(text: string): string | undefined {
  const { t } = useWords()
  return isTooLong(text) ? t('ui.search.too_long', { limit: longestSearch }) : undefined
}

/**
 * A search field's text and the active search, which follows 120 ms after the last key. When the search changes otherwise (back, a cleared
 * filter), the field follows. A text that is too long stays in the field and is not searched.
 */
export function useSearchText(inForce: string, onSearch: (text: string) => void) {
  const [text, setText] = useState(inForce)
  const asked = useRef(inForce)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    if (inForce === asked.current) return
    asked.current = inForce
    clearTimeout(timer.current)
    setText(inForce)
  }, [inForce])
  useEffect(() => () => clearTimeout(timer.current), [])
  // A followed link cancels the pending search; the click tells before the router does.
  useEffect(() => {
    const leave = ({ target }: Event) => {
      if (target instanceof Element && target.closest('a[href], [role=gridcell]')) clearTimeout(timer.current)
    }
    document.addEventListener('click', leave, true)
    return () => document.removeEventListener('click', leave, true)
  }, [])

  const ask = (wanted: string) => {
    clearTimeout(timer.current)
    const trimmed = wanted.trim()
    if (trimmed === asked.current || isTooLong(wanted)) return
    asked.current = trimmed
    onSearch(trimmed)
  }
  return {
    text,
    fault: useSearchFault(text),
    type: (next: string) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => ask(next), waitMs)
    },
    /** Immediately, for Enter and the clear button. */
    set: (next: string) => {
      setText(next)
      ask(next)
    },
  }
}
