export { personOf } from '../../../domain/session/actor.ts'

const prefix = 'tessera.work.'
const signedOut = 'tessera.signed-out'

/**
 * Work that a person has not finished: a pasted list, an order. It stays in the tab, so that a page loaded again goes on with it, and goes
 * when the person signs out in any tab, or another person signs in.
 */
export function keptWork<Work>(name: string, person: string): Work | undefined {
  try {
    const text = sessionStorage.getItem(`${prefix}${person}.${name}`)
    return text === null ? undefined : (JSON.parse(text) as Work)
  } catch {
    return undefined
  }
}

/** Without storage the work is still there as long as the page is. */
export function keepWork<Work>(name: string, person: string, work: Work | undefined): void {
  try {
    if (work) sessionStorage.setItem(`${prefix}${person}.${name}`, JSON.stringify(work))
    else sessionStorage.removeItem(`${prefix}${person}.${name}`)
  } catch {
    // Nothing else depends on it.
  }
}

let present = ''

/** Whose page it is by what it has been told last; empty while nobody is signed in. */
export const personNow = (): string => present

/** From here on work is this person's; what others have begun stays theirs. */
export function workAs(person: string): void {
  present = person
  isCleared = false
}

type Forgetter = (isTheirs: (person: string) => boolean) => void

const forgetters = new Set<Forgetter>()

/** Calls back when work is forgotten, so that it is not held elsewhere either. */
export function onWorkForgotten(forgetter: Forgetter): void {
  forgetters.add(forgetter)
}

/** Gives whether there was any in this tab's storage, which goes first: who is called back would take it up again. */
function forget(isTheirs: (person: string) => boolean): boolean {
  const wasAny = clearStorage(isTheirs)
  for (const forgetter of forgetters) forgetter(isTheirs)
  return wasAny
}

function clearStorage(isTheirs: (person: string) => boolean): boolean {
  try {
    const keys = Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix) && isTheirs(key.slice(prefix.length).split('.')[0] ?? ''))
    for (const key of keys) sessionStorage.removeItem(key)
    return keys.length > 0
  } catch {
    // There is no storage that could hold anything.
    return false
  }
}

let isCleared = false
const listeners = new Set<() => void>()

/** Whether work of this tab went because its person signed out in another one, and nobody has signed in since. */
export const clearedElsewhere = {
  now: (): boolean => isCleared,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Somebody is signed in: what others left in this tab goes. */
export function forgetWorkOfOthers(person: string): void {
  workAs(person)
  forget((owner) => owner !== person)
}

/** The person has signed out: all work in this tab goes, and theirs in the other tabs of this browser. */
export function forgetWork(person: string): void {
  workAs('')
  forget(() => true)
  try {
    // Other tabs hear of every change of this storage; nothing stays in it.
    localStorage.setItem(signedOut, person)
    localStorage.removeItem(signedOut)
  } catch {
    // Without storage there is nothing to forget in them.
  }
}

globalThis.addEventListener?.('storage', ({ key, newValue }) => {
  if (key !== signedOut || newValue === null || !forget((owner) => owner === newValue)) return
  isCleared = true
  for (const listener of listeners) listener()
})
