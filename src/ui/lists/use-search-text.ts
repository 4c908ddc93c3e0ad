import { useEffect, useRef, useState } from 'react'
import { longestSearch } from '../../../domain/search/longest-search.ts'
import { useWords } from '../../i18n/use-words.ts'

const waitMs = 120

const isTooLong = (text: string): boolean => text.trim().length > longestSearch

/** What is wrong with a text that is looked for. */
export function useSearchFault(text: string): string | undefined {
  const { t } = useWords()
  return isTooLong(text) ? t('ui.search.too_long', { limit: longestSearch }) : undefined
}

/**
 * The text of a search field and the search that is in force, which follows it 120 ms after the last key. The field never waits; when the
 * search changes otherwise (back, a cleared filter) the field follows. What is too long stays in the field and is not asked.
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
  // Whoever follows a link meanwhile is not brought back by what was typed before. Known at the click; the router tells of it later.
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
    /** At once, for Enter and the clear button. */
    set: (next: string) => {
      setText(next)
      ask(next)
    },
  }
}
