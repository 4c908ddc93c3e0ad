import { useEffect, useState } from 'react'
import { onWorkForgotten } from '../../api/tabs/kept-work.ts'

/** What stands in the fields on screen, by their names. */
const onScreen = new Map<string, () => unknown>()
/** What stood there when the page stopped being its person's, and at which address. */
let held: { person: string; path: string; values: Map<string, unknown> } | undefined
let isHolding = false

onWorkForgotten((isTheirs) => {
  if (held && isTheirs(held.person)) held = undefined
})

/** The page is not its person's for now, and may be taken away: what was typed stays until {@link releaseTyped}. */
export function holdTyped(person: string): void {
  const path = location.pathname
  if (held?.person !== person || held.path !== path) held = { person, path, values: new Map() }
  for (const [name, value] of onScreen) held.values.set(name, value())
  isHolding = true
}

/** The page is somebody's again: fields of the same names at the same address begin with what was typed in them. */
export function releaseTyped(): void {
  isHolding = false
}

/** What was typed goes to the person who says that they go on with the page. */
export function bequeathTyped(person: string): void {
  if (held) held.person = person
}

/** What was typed under the name when the page stopped being its person's. */
export function typedBefore<Value>(name: string): Value | undefined {
  return held?.path === location.pathname ? (held.values.get(name) as Value | undefined) : undefined
}

/** What stands in a field on screen, to be asked for when it is needed. Gives the way to say that it is gone. */
export const showTyped = (name: string, value: () => unknown): (() => void) => {
  onScreen.set(name, value)
  return () => {
    onScreen.delete(name)
    // Whoever leaves the page, or types anew, has no more use for what was there.
    if (!isHolding) held?.values.delete(name)
  }
}

/**
 * `useState` for what a person types. It outlasts the end of the session and another person's sign-in in this browser; `name` is its own on
 * the page.
 */
export function useTyped<Value>(name: string, initial: Value) {
  const state = useState<Value>(() => typedBefore<Value>(name) ?? initial)
  const [value] = state
  useEffect(() => showTyped(name, () => value), [name, value])
  return state
}
