import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'

type Place = { pathname: string; search: string }
type Unsaved = { params: readonly string[] }

/** The forms on screen with words that would go with them. */
const unsaved = new Set<Unsaved>()
/** Somebody who is about to do what takes the page away waits for the answer. */
let question: ((mayLeave: boolean) => void) | undefined
const listeners = new Set<() => void>()

const askBrowser = (event: BeforeUnloadEvent) => event.preventDefault()

function forgetAll() {
  unsaved.clear()
  window.removeEventListener('beforeunload', askBrowser)
}

function note(params: readonly string[]): () => void {
  const one = { params }
  unsaved.add(one)
  window.addEventListener('beforeunload', askBrowser)
  return () => {
    unsaved.delete(one)
    if (unsaved.size === 0) forgetAll()
  }
}

const none: readonly string[] = []

/**
 * Leaving the page asks first as long as `content` is there: words that somebody typed, that are nowhere else and would be lost. What
 * outlives its page (a person's job, a list that stays in the tab) is no such thing, nor is a page that is its person's no more, since what
 * was typed on it comes back; so neither asks. `params` are those of the address that the form goes away with. Gives the way to say that it
 * is saved, for a form that leads on at once.
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

/** Whether going from one place to the other loses what was typed. */
export function loses(from: Place, to: Place): boolean {
  if (from.pathname !== to.pathname) return unsaved.size > 0
  const [before, after] = [new URLSearchParams(from.search), new URLSearchParams(to.search)]
  return [...unsaved].some(({ params }) => params.some((name) => before.get(name) !== after.get(name)))
}

/** Asks, where something would be lost, before a deed that takes the page away without going to another address. */
export function mayLeave(): Promise<boolean> {
  if (unsaved.size === 0) return Promise.resolve(true)
  return new Promise((resolve) => {
    ask((answer) => {
      if (answer) forgetAll()
      resolve(answer)
    })
  })
}

function ask(next: typeof question) {
  question = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The question that waits, to be answered once; undefined while nobody asks. */
export function useLeaveQuestion(): ((mayLeave: boolean) => void) | undefined {
  const asked = useSyncExternalStore(subscribe, () => question)
  return asked && ((answer) => {
    ask(undefined)
    asked(answer)
  })
}
