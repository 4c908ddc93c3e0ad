import { type Actor, nobody, personOf } from '../../../domain/session/actor.ts'

let person: string | undefined
let calls = new AbortController()
const listeners = new Set<() => void>()

/** Who the page takes its reader to be, `nobody` where it takes it to be signed out; every call says so. Undefined until it is known. */
export const actingAs = (): string | undefined => person

/** Aborted when the page is no longer that person's: an answer that comes later would be shown to somebody else. */
export const personsCalls = (): AbortSignal => calls.signal

/** Calls back when the page stops being one person's, whoever's it is then. */
export function onPersonLeft(listener: () => void): void {
  listeners.add(listener)
}

/** From here on the page is this person's, or nobody's. What was asked for somebody else before is given up. */
export function actAs(actor: Pick<Actor, 'user' | 'organization'> | null): void {
  const before = person
  person = actor ? personOf(actor) : nobody
  if (before === undefined || before === nobody || before === person) return
  calls.abort()
  calls = new AbortController()
  for (const listener of listeners) listener()
}
