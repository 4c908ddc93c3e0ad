import { useEffect, useState } from 'react'
import { onWorkForgotten } from '../../api/tabs/kept-work.ts'

/** The fields on screen by name. */
const onScreen = new Map<string, () => unknown>()
/** The typed values, person and address at the end of the session. */
let held: { person: string; path: string; values: Map<string, unknown> } | undefined
let isHolding = false

onWorkForgotten((isTheirs) => {
  if (held && isTheirs(held.person)) held = undefined
})

/** Holds the typed values until {@link releaseTyped}, when the page may vanish. */
export function holdTyped(person: string): void {
  const path = location.pathname
  if (held?.person !== person || held.path !== path) held = { person, path, values: new Map() }
  for (const [name, value] of onScreen) held.values.set(name, value())
  isHolding = true
}

const keptKey = 'tessera.typed'

/** A browser that keeps nothing throws. */
function writeKept(text: string): void {
  try {
    sessionStorage.setItem(keptKey, text)
  } catch {
    return
  }
}

function takeKept(): string | null {
  try {
    const text = sessionStorage.getItem(keptKey)
    sessionStorage.removeItem(keptKey)
    return text
  } catch {
    return null
  }
}

/** Keeps the typed values over a way out of the page and back to it, in this tab. */
export function keepTyped(person: string): void {
  holdTyped(person)
  isHolding = false
  if (held) writeKept(JSON.stringify({ ...held, values: [...held.values] }))
}

/** Takes what was kept for this person and this address, once. */
export function takeTyped(person: string): void {
  const text = takeKept()
  if (text === null) return
  const kept = JSON.parse(text) as { person: string; path: string; values: [string, unknown][] }
  if (kept.person === person) held = { ...kept, values: new Map(kept.values) }
}

/** Restores typed values to fields of the same names at the same address. */
export function releaseTyped(): void {
  isHolding = false
}

/** Gives the typed values to the person who goes on with the page. */
export function bequeathTyped(person: string): void {
  if (held) held.person = person
}

/** Returns the value typed before under this name. */
export function typedBefore<Value>(name: string): Value | undefined {
  return held?.path === location.pathname ? (held.values.get(name) as Value | undefined) : undefined
}

/** Registers a field on screen; returns its undo. */
export const showTyped = (name: string, value: () => unknown): (() => void) => {
  onScreen.set(name, value)
  return () => {
    onScreen.delete(name)
    // Leaving the page or typing again discards the old value.
    if (!isHolding) held?.values.delete(name)
  }
}

/** `useState` for typed values, which survive the session's end and another sign-in in this browser; `name` is unique on the page. */
export function useTyped<Value>(name: string, initial: Value) {
  const state = useState<Value>(() => typedBefore<Value>(name) ?? initial)
  const [value] = state
  useEffect(() => showTyped(name, () => value), [name, value])
  return state
}
