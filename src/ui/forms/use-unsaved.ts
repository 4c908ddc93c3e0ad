import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { createListeners } from '../listeners.ts'

type Place = { pathname: string; search: string }
type Unsaved = { params: readonly string[] }

/** Forms with unsaved words on screen. */
const unsaved = new Set<Unsaved>()
/** Resolves the pending question. */
let question: ((mayLeave: boolean) => void) | undefined
const { tell, subscribe } = createListeners()

const askBrowser = (event: BeforeUnloadEvent) => event.preventDefault()

/** Leaves without asking, when the words are kept elsewhere. */
export function forgetUnsaved(): void {
  unsaved.clear()
  window.removeEventListener('beforeunload', askBrowser)
}

function note(params: readonly string[]): () => void {
  const one = { params }
  unsaved.add(one)
  window.addEventListener('beforeunload', askBrowser)
  return () => {
    unsaved.delete(one)
    if (unsaved.size === 0) forgetUnsaved()
  }
}

const none: readonly string[] = []

/**
 * Asks before leaving while `content` holds unsaved words that leaving would lose. Values that outlive the page (jobs, kept lists) and a
 * page after its session, whose words come back, do not ask. `params` are the address parameters that remove the form. Returns a function
 * that marks it as saved before the page has read so; other `content` than that asks again.
 */
export function useUnsaved(content: unknown, params: readonly string[] = none): () => void {
  const forget = useRef<() => void>(undefined)
  const hangsOn = params.join(' ')
  useEffect(() => {
    if (!content) return undefined
    const over = note(hangsOn.split(' ').filter(Boolean))
    forget.current = over
    return over
  }, [content, hangsOn])
  return useCallback(() => forget.current?.(), [])
}

/** Tells whether moving between two places loses typed words. */
export function loses(from: Place, to: Place): boolean {
  if (from.pathname !== to.pathname) return unsaved.size > 0
  const [before, after] = [new URLSearchParams(from.search), new URLSearchParams(to.search)]
  return [...unsaved].some(({ params }) => params.some((name) => before.get(name) !== after.get(name)))
}

/** Asks before an action that removes the page at the same address. */
export function mayLeave(): Promise<boolean> {
  if (unsaved.size === 0) return Promise.resolve(true)
  return new Promise((resolve) => {
    ask((answer) => {
      if (answer) forgetUnsaved()
      resolve(answer)
    })
  })
}

function ask(next: typeof question) {
  question = next
  tell()
}

/** The pending question, to be answered once. */
export function useLeaveQuestion(): ((mayLeave: boolean) => void) | undefined {
  const asked = useSyncExternalStore(subscribe, () => question)
  return asked && ((answer) => {
    ask(undefined)
    asked(answer)
  })
}
