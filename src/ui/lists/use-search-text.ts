import { useEffect, useRef, useState } from 'react'
import { longestSearch } from '../../../domain/search/longest-search.ts'
import { useWords } from '../../i18n/use-words.ts'

const isTooLong = (text: string): boolean => text.trim().length > longestSearch

/** Returns what is wrong with a search text. */
export function useSearchFault(text: string): string | undefined {
  const { t } = useWords()
  return isTooLong(text) ? t('ui.search.too_long', { limit: longestSearch }) : undefined
}

/**
 * A search field's text and the search in force, which follows each key at once: the list leaves what is overtaken. When the search changes
 * otherwise (back, a cleared filter), the field follows. A text that is too long stays in the field and is not searched.
 */
export function useSearchText(inForce: string, onSearch: (text: string) => void) {
  const [text, setText] = useState(inForce)
  /** What was typed and is on its way to being in force, oldest first. */
  const underWay = useRef<string[]>([])

  useEffect(() => {
    const place = underWay.current.indexOf(inForce)
    underWay.current = place < 0 ? [] : underWay.current.slice(place + 1)
    if (place < 0) setText(inForce)
  }, [inForce])

  const set = (next: string) => {
    setText(next)
    const trimmed = next.trim()
    if (trimmed === (underWay.current.at(-1) ?? inForce) || isTooLong(next)) return
    underWay.current.push(trimmed)
    onSearch(trimmed)
  }
  return { text, fault: useSearchFault(text), set }
}
