import { useEffect, useState } from 'react'
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'
import { onWorkForgotten } from '../api/kept-work.ts'

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

function typedBefore<Value>(name: string): Value | undefined {
  return held?.path === location.pathname ? (held.values.get(name) as Value | undefined) : undefined
}

const show = (name: string, value: () => unknown) => {
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
  useEffect(() => show(name, () => value), [name, value])
  return state
}

/** The same for the fields of a form. */
export function useTypedForm<Values extends FieldValues, Output>(name: string, form: UseFormReturn<Values, unknown, Output>): void {
  const { getValues, setValue } = form
  useEffect(() => {
    const typed = typedBefore<Values>(name)
    // Each by itself, since a radio button takes no notice of a form that is reset; what differs from the defaults still counts as typed.
    for (const [field, value] of Object.entries(typed ?? {}) as [Path<Values>, PathValue<Values, Path<Values>>][])
      setValue(field, value, { shouldDirty: true })
    return show(name, getValues)
  }, [name, getValues, setValue])
}
